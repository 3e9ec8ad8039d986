import { kurrentClient } from './kurrent-client.js';
import { backupSuite } from './durability-backup.suite.js';
import { kurrentPersistent } from './kurrent-persistent-client.js';

backupSuite(kurrentClient, kurrentPersistent);
