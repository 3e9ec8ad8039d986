import { kurrentClient } from './kurrent-client.js';
import { stopSuite } from './operation-stop.suite.js';

stopSuite(kurrentClient);
