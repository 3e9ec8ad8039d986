import { appendSuite } from './append.suite.js';
import { kurrentClient } from './kurrent-client.js';

appendSuite(kurrentClient);
