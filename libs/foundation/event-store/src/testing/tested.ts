import type { EventStore } from '../event-store.js';
import type { UnreliableLine } from './unreliable-line.js';

/** What a part of the specification tests: the store, also by a line that can be cut. */
export type Tested = {
  readonly connect: (url: string) => EventStore;
  store: EventStore;
  storeByLine: EventStore;
  line: UnreliableLine;
};
