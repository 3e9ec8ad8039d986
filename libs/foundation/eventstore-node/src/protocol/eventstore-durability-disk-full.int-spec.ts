import { eventStoreClient } from './eventstore-client.js';
import { diskFullSuite } from './durability-disk-full.suite.js';

diskFullSuite(eventStoreClient);
