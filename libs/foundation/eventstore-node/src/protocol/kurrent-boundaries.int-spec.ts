import { boundariesSuite } from './boundaries.suite.js';
import { kurrentClient } from './kurrent-client.js';

boundariesSuite(kurrentClient);
