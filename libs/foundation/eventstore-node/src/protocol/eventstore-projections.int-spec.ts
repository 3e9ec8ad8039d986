import { eventStoreProjections } from './eventstore-projections-client.js';
import { projectionsSuite } from './projections.suite.js';

projectionsSuite(eventStoreProjections);
