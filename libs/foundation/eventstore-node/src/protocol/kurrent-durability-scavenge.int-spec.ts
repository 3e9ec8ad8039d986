import { kurrentClient } from './kurrent-client.js';
import { scavengeSuite } from './durability-scavenge.suite.js';

scavengeSuite(kurrentClient);
