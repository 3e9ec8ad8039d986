import { modelSuite } from './model.suite.js';
import { eventStoreClient } from './eventstore-client.js';

modelSuite(eventStoreClient);
