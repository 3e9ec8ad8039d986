import { kurrentProjections } from './kurrent-projections-client.js';
import { projectionsDurabilitySuite } from './projections-durability.suite.js';

projectionsDurabilitySuite(kurrentProjections);
