import { boundariesSuite } from './boundaries.suite.js';
import { eventStoreClient } from './eventstore-client.js';

boundariesSuite(eventStoreClient);
