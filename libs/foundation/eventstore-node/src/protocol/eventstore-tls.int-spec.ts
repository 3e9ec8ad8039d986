import { eventStoreClient } from './eventstore-client.js';
import { tlsSuite } from './tls.suite.js';

tlsSuite(eventStoreClient);
