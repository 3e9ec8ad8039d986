import { metadataSuite } from './metadata.suite.js';
import { kurrentClient } from './kurrent-client.js';

metadataSuite(kurrentClient);
