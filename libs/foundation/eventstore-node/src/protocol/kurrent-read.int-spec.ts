import { kurrentClient } from './kurrent-client.js';
import { readSuite } from './read.suite.js';

readSuite(kurrentClient);
