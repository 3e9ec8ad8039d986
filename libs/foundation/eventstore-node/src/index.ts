export { EventStoreNodeError, type EventStoreNodeErrorCode } from './errors.js';
export { verifyDataFolder, type Verification } from './storage/verify.js';
export { startEventStoreNode, type EventStoreNode, type EventStoreNodeOptions } from './server.js';
