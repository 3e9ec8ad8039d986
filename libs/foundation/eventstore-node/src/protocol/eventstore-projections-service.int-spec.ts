import { eventStoreProjections } from './eventstore-projections-client.js';
import { projectionsServiceSuite } from './projections-service.suite.js';

projectionsServiceSuite(eventStoreProjections);
