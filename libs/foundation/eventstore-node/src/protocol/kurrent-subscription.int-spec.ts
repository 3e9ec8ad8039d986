import { kurrentClient } from './kurrent-client.js';
import { subscriptionSuite } from './subscription.suite.js';

subscriptionSuite(kurrentClient);
