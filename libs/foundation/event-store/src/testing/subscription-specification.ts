import type { EventStore, RawRecordedEvent, Subscription } from '../event-store.js';
import type { Tested } from './tested.js';
import { anEvent, aStream, eventually, everything } from './samples.js';

type Seen = { stream: string; index: number };

/** Subscriptions: order, pages, waiting, reconnecting, ending. */
export const describeSubscriptions = (tested: Tested): void => {
  describe('subscription', () => {
    const open = new Set<Subscription>();

    const follow = (
      store: EventStore,
      options: { after: bigint; pageSize?: number; onPage?: (events: readonly Seen[]) => Promise<void>; onCaughtUp?: () => void },
    ) => {
      const seen: Seen[] = [];
      const pages: number[] = [];
      const subscription = store.subscribe({
        ...options,
        onPage: async (events) => {
          const page = events.map(({ stream, data }) => ({ stream, index: (data as { index: number }).index }));
          await options.onPage?.(page);
          seen.push(...page);
          pages.push(page.length);
        },
      });
      open.add(subscription);
      return { seen, pages, subscription };
    };

    const append = (stream: string, ...indices: number[]) =>
      tested.store.append(stream, indices.map((index) => anEvent('Counted', { index })), 'any');

    const appendMany = async (stream: string, count: number) => {
      const appended: Promise<unknown>[] = [];
      for (let index = 0; index < count; index += 100) {
        appended.push(append(stream, ...Array.from({ length: 100 }, (_, offset) => index + offset)));
        await appended.at(-1);
      }
    };
    const indicesOf = (seen: readonly Seen[], stream: string) => seen.filter((one) => one.stream === stream).map(({ index }) => index);

    afterEach(async () => {
      await Promise.all([...open].map((subscription) => subscription.stop()));
      open.clear();
    });

    it('hands over what was recorded after a position, then says that it has caught up, then each new event', async () => {
      const stream = aStream();
      const { position } = await append(stream, 0, 1);
      await append(stream, 2, 3);
      const caughtUpWith: number[] = [];
      const { seen } = follow(tested.store, { after: position, onCaughtUp: () => caughtUpWith.push(seen.length) });
      await eventually(() => caughtUpWith.length === 1);
      expect(indicesOf(seen, stream)).toEqual([2, 3]);
      expect(caughtUpWith).toEqual([2]);
      await append(stream, 4);
      await eventually(() => seen.length === 3);
      expect(indicesOf(seen, stream)).toEqual([2, 3, 4]);
    });

    it('from the beginning hands over what a read of all streams gives', async () => {
      await append(aStream(), 0);
      const expected = (await everything(tested.store.readAllRaw({ limit: 2_000 }))).map(({ id }) => id);
      const seen: RawRecordedEvent[] = [];
      open.add(tested.store.subscribe({ after: undefined, raw: true, onPage: async (page) => void seen.push(...page) }));
      await eventually(() => seen.length >= expected.length);
      expect(seen.slice(0, expected.length).map(({ id }) => id)).toEqual(expected);
    });

    it('hands over stored bytes where asked to', async () => {
      const { position } = await append(aStream(), 0);
      const pages: (readonly RawRecordedEvent[])[] = [];
      open.add(tested.store.subscribe({ after: position, raw: true, onPage: async (page) => void pages.push(page) }));
      await append(aStream(), 7);
      await eventually(() => pages.length > 0);
      expect(pages[0]?.[0]?.data.toString()).toBe('{"index":7}');
    });

    it('gives full pages while catching up, none larger than asked for', async () => {
      const stream = aStream();
      const { position } = await append(stream, -1);
      await appendMany(stream, 2_000);
      const { seen, pages } = follow(tested.store, { after: position, pageSize: 250 });
      await eventually(() => seen.length === 2_000);
      expect(indicesOf(seen, stream)).toEqual([...Array(2_000).keys()]);
      expect(Math.max(...pages)).toBe(250);
      expect(pages.length).toBeLessThan(16);
    });

    it('hands over a lone event without waiting for others', async () => {
      const stream = aStream();
      const { position } = await append(stream, 0);
      let caughtUp = false;
      const { seen } = follow(tested.store, { after: position, pageSize: 1_000, onCaughtUp: () => { caughtUp = true; } });
      await eventually(() => caughtUp);
      await append(stream, 1);
      await eventually(() => seen.length === 1);
    });

    it('waits for each page to be dealt with, and loses nothing meanwhile', async () => {
      const stream = aStream();
      const { position } = await append(stream, -1);
      let inHand = 0;
      let most = 0;
      const onPage = async () => {
        inHand += 1;
        most = Math.max(most, inHand);
        await new Promise((resolve) => setTimeout(resolve, 20));
        inHand -= 1;
      };
      const { seen, pages } = follow(tested.store, { after: position, pageSize: 100, onPage });
      await appendMany(stream, 3_000);
      await eventually(() => seen.length >= 3_000);
      expect(indicesOf(seen, stream)).toEqual([...Array(3_000).keys()]);
      expect(most).toBe(1);
      expect(Math.max(...pages)).toBeLessThanOrEqual(100);
    });

    it('reconnects when the connection breaks and goes on after the last page', async () => {
      const stream = aStream();
      const { position } = await append(stream, -1);
      let caughtUp = 0;
      const { seen } = follow(tested.storeByLine, { after: position, onCaughtUp: () => { caughtUp += 1; } });
      await append(stream, 0, 1);
      await eventually(() => seen.length === 2);
      tested.line.cut();
      await append(stream, 2, 3);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(seen).toHaveLength(2);
      tested.line.mend();
      await eventually(() => seen.length === 4);
      await eventually(() => caughtUp >= 2);
      await append(stream, 4);
      await eventually(() => seen.length === 5);
      expect(indicesOf(seen, stream)).toEqual([0, 1, 2, 3, 4]);
    });

    it('loses and doubles nothing when the connection breaks while it catches up', async () => {
      const stream = aStream();
      const { position } = await append(stream, -1);
      await appendMany(stream, 3_000);
      const onPage = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
      const { seen } = follow(tested.storeByLine, { after: position, pageSize: 200, onPage });
      for (const at of [200, 1_000, 2_000]) {
        await eventually(() => seen.length >= at);
        tested.line.cut();
        tested.line.mend();
      }
      await eventually(() => seen.length >= 3_000);
      expect(indicesOf(seen, stream)).toEqual([...Array(3_000).keys()]);
    });

    it('may begin while the store is away', async () => {
      const stream = aStream();
      const { position } = await append(stream, -1);
      tested.line.cut();
      const { seen } = follow(tested.storeByLine, { after: position });
      await append(stream, 0);
      tested.line.mend();
      await eventually(() => seen.length === 1);
    });

    it('hands nothing over after it was stopped, which waits for the page in hand', async () => {
      const stream = aStream();
      const { position } = await append(stream, -1);
      let began = false;
      const onPage = async () => {
        began = true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      };
      const { seen, subscription } = follow(tested.store, { after: position, pageSize: 1, onPage });
      await append(stream, 0, 1, 2);
      await eventually(() => began);
      await subscription.stop();
      expect(indicesOf(seen, stream)).toEqual([0]);
      await append(stream, 3);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(seen).toHaveLength(1);
    });

    it('stops at once while nothing is recorded and while the store is away', async () => {
      const { position } = await append(aStream(), -1);
      await follow(tested.store, { after: position }).subscription.stop();
      const { subscription } = follow(tested.storeByLine, { after: position });
      tested.line.cut();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await subscription.stop();
    });

    it('ends, and says why, when a page cannot be dealt with', async () => {
      const stream = aStream();
      const { position } = await append(stream, -1);
      const { seen, subscription } = follow(tested.store, {
        after: position,
        pageSize: 1,
        onPage: async ([first]) => {
          if (first?.index === 1) throw new Error('cannot be dealt with');
        },
      });
      await append(stream, 0, 1, 2);
      await expect(subscription.failed).rejects.toThrow('cannot be dealt with');
      expect(indicesOf(seen, stream)).toEqual([0]);
    });

    it('leaves out the streams of the store itself', async () => {
      const stream = aStream();
      const { position } = await append(stream, 0);
      const { seen } = follow(tested.store, { after: position });
      await tested.store.append(`$$${stream}`, [anEvent('$metadata', { $maxCount: 100 })], 'any');
      await append(stream, 1);
      await eventually(() => seen.length > 0);
      expect(seen).toEqual([{ stream, index: 1 }]);
    });
  });
};
