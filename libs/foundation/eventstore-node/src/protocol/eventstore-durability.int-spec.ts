import { eventStoreClient } from './eventstore-client.js';
import { durabilitySuite } from './durability.suite.js';

durabilitySuite(eventStoreClient);
