import { eventStoreClient } from './eventstore-client.js';
import { scavengeSuite } from './durability-scavenge.suite.js';

scavengeSuite(eventStoreClient);
