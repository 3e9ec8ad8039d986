import { eventStoreProjections } from './eventstore-projections-client.js';
import { projectionsDurabilitySuite } from './projections-durability.suite.js';

projectionsDurabilitySuite(eventStoreProjections);
