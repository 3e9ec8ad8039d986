import { metadataSuite } from './metadata.suite.js';
import { eventStoreClient } from './eventstore-client.js';

metadataSuite(eventStoreClient);
