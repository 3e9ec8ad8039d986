import { kurrentProjections } from './kurrent-projections-client.js';
import { projectionsSuite } from './projections.suite.js';

projectionsSuite(kurrentProjections);
