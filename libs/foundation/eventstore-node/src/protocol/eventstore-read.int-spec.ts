import { eventStoreClient } from './eventstore-client.js';
import { readSuite } from './read.suite.js';

readSuite(eventStoreClient);
