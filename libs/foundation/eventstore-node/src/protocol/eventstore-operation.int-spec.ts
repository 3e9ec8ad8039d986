import { eventStoreClient } from './eventstore-client.js';
import { operationSuite } from './operation.suite.js';

operationSuite(eventStoreClient);
