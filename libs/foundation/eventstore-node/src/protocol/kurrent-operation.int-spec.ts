import { kurrentClient } from './kurrent-client.js';
import { kurrentPersistent } from './kurrent-persistent-client.js';
import { metricsSuite } from './operation-metrics.suite.js';
import { operationSuite } from './operation.suite.js';

operationSuite(kurrentClient);
metricsSuite(kurrentClient, kurrentPersistent);
