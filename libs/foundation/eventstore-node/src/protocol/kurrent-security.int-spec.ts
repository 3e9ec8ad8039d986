import { kurrentClient } from './kurrent-client.js';
import { securitySuite } from './security.suite.js';

securitySuite(kurrentClient);
