import { appendSuite } from './append.suite.js';
import { eventStoreClient } from './eventstore-client.js';

appendSuite(eventStoreClient);
