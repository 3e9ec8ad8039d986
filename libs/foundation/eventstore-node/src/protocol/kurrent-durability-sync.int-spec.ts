import { kurrentClient } from './kurrent-client.js';
import { syncSuite } from './durability-sync.suite.js';

syncSuite(kurrentClient);
