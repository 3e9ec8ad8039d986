import { eventStoreClient } from './eventstore-client.js';
import { syncSuite } from './durability-sync.suite.js';

syncSuite(eventStoreClient);
