import type { EventStore } from '../event-store.js';
import { describeAppends } from './append-specification.js';
import { describeReads } from './read-specification.js';
import { openStoreUnderTest, type StoreUnderTest } from './store-under-test.js';
import { describeSubscriptions } from './subscription-specification.js';
import type { Tested } from './tested.js';
import { UnreliableLine } from './unreliable-line.js';

/**
 * What this product relies on in a store, as tests. They run against the store EVENTSTORE_URL names, whatever it
 * already holds, or else against an embedded node of their own.
 */
export const describeStore = (connect: (url: string) => EventStore): void => {
  describe('the store', () => {
    let server: StoreUnderTest;
    const tested = { connect } as Tested;

    beforeAll(async () => {
      server = await openStoreUnderTest();
      tested.line = await UnreliableLine.to(server.url);
      tested.store = connect(server.url);
      tested.storeByLine = connect(tested.line.url);
    });

    afterEach(() => tested.line.mend());

    afterAll(async () => {
      await tested.store.dispose();
      await tested.storeByLine.dispose();
      await tested.line.close();
      await server.stop();
    });

    describeAppends(tested);
    describeReads(tested);
    describeSubscriptions(tested);
  });
};
