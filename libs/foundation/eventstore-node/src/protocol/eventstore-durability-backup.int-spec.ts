import { eventStoreClient } from './eventstore-client.js';
import { backupSuite } from './durability-backup.suite.js';
import { eventStorePersistent } from './eventstore-persistent-client.js';

backupSuite(eventStoreClient, eventStorePersistent);
