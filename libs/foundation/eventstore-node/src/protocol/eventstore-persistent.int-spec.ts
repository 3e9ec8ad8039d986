import { eventStoreClient } from './eventstore-client.js';
import { eventStorePersistent } from './eventstore-persistent-client.js';
import { persistentDeliverySuite } from './persistent-delivery.suite.js';
import { persistentGroupsSuite } from './persistent-groups.suite.js';
import { persistentParkingSuite } from './persistent-parking.suite.js';

persistentDeliverySuite(eventStoreClient, eventStorePersistent);
persistentGroupsSuite(eventStoreClient, eventStorePersistent);
persistentParkingSuite(eventStoreClient, eventStorePersistent);
