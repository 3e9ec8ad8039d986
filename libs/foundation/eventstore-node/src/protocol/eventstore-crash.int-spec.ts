import { eventStoreClient } from './eventstore-client.js';
import { crashSuite } from './crash.suite.js';

crashSuite(eventStoreClient);
