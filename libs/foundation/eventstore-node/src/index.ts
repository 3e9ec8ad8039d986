export { EventStoreNodeError, type EventStoreNodeErrorCode } from './errors.js';
export { startEventStoreNode, type EventStoreNode, type EventStoreNodeOptions } from './server.js';
