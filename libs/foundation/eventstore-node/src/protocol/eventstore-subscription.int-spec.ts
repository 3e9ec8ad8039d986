import { eventStoreClient } from './eventstore-client.js';
import { subscriptionSuite } from './subscription.suite.js';

subscriptionSuite(eventStoreClient);
