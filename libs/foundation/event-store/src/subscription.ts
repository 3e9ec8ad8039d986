import type { EventStoreDBClient } from '@eventstore/db-client';
import type { RawRecordedEvent, SubscribeOptions, Subscription } from './event-store.js';

export const subscribeRaw = (client: EventStoreDBClient, options: SubscribeOptions<RawRecordedEvent>): Subscription => {
  throw new Error(`not yet ${String(client)} ${String(options)}`);
};
