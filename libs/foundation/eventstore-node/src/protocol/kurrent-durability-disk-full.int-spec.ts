import { kurrentClient } from './kurrent-client.js';
import { diskFullSuite } from './durability-disk-full.suite.js';

diskFullSuite(kurrentClient);
