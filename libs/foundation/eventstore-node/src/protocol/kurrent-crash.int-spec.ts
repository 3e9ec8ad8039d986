import { kurrentClient } from './kurrent-client.js';
import { crashSuite } from './crash.suite.js';

crashSuite(kurrentClient);
