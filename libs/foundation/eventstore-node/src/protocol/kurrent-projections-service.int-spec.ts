import { kurrentProjections } from './kurrent-projections-client.js';
import { projectionsServiceSuite } from './projections-service.suite.js';

projectionsServiceSuite(kurrentProjections);
