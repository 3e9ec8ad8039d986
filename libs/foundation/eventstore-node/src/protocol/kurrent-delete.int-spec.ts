import { kurrentClient } from './kurrent-client.js';
import { deleteSuite } from './delete.suite.js';

deleteSuite(kurrentClient);
