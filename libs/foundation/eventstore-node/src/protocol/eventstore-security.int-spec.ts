import { eventStoreClient } from './eventstore-client.js';
import { securitySuite } from './security.suite.js';

securitySuite(eventStoreClient);
