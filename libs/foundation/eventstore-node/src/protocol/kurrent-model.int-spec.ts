import { modelSuite } from './model.suite.js';
import { kurrentClient } from './kurrent-client.js';

modelSuite(kurrentClient);
