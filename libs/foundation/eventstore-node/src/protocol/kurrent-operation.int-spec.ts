import { kurrentClient } from './kurrent-client.js';
import { operationSuite } from './operation.suite.js';

operationSuite(kurrentClient);
