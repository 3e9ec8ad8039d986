import { eventStoreClient } from './eventstore-client.js';
import { stopSuite } from './operation-stop.suite.js';

stopSuite(eventStoreClient);
