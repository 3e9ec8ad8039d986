import { eventStoreClient } from './eventstore-client.js';
import { eventStorePersistent } from './eventstore-persistent-client.js';
import { metricsSuite } from './operation-metrics.suite.js';
import { operationSuite } from './operation.suite.js';

operationSuite(eventStoreClient);
metricsSuite(eventStoreClient, eventStorePersistent);
