export { EventStoreNodeError, type EventStoreNodeErrorCode } from './errors.js';
export { backupDataFolder, restoreDataFolder, scavengeDataFolder } from './storage/data-folder.js';
export { type Scavenged } from './storage/scavenge.js';
export { verifyDataFolder, type Verification } from './storage/verify.js';
export { type Accounts } from './access.js';
export { type NodeLog } from './operation/log.js';
export { startEventStoreNode, type EventStoreNode, type EventStoreNodeOptions } from './server.js';
