import { kurrentClient } from './kurrent-client.js';
import { tlsSuite } from './tls.suite.js';

tlsSuite(kurrentClient);
