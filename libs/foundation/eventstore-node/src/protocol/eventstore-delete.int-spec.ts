import { eventStoreClient } from './eventstore-client.js';
import { deleteSuite } from './delete.suite.js';

deleteSuite(eventStoreClient);
