import { kurrentClient } from './kurrent-client.js';
import { kurrentPersistent } from './kurrent-persistent-client.js';
import { persistentDeliverySuite } from './persistent-delivery.suite.js';
import { persistentGroupsSuite } from './persistent-groups.suite.js';
import { persistentParkingSuite } from './persistent-parking.suite.js';

persistentDeliverySuite(kurrentClient, kurrentPersistent);
persistentGroupsSuite(kurrentClient, kurrentPersistent);
persistentParkingSuite(kurrentClient, kurrentPersistent);
