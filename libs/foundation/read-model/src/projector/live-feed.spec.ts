import type { EventStore, RawRecordedEvent } from '@zeren/event-store';
import { recorded } from '@zeren/kernel/testing';
import { LiveFeed, type FeedReader } from './live-feed.js';

type OnPage = (events: readonly RawRecordedEvent[]) => Promise<void>;

/** A store whose pages the specification hands over itself. */
const handedOver = () => {
  let onPage: OnPage = () => Promise.reject(new Error('nobody has subscribed'));
  const store = {
    subscribe: (options: { onPage: OnPage }) => {
      onPage = options.onPage;
      return { stop: () => Promise.resolve(), failed: new Promise<never>(() => undefined) };
    },
    decode: () => { throw new Error('nobody asked for the event itself'); },
  } as unknown as EventStore;
  const feed = new LiveFeed(store, () => undefined);
  feed.start(-1n);
  return { feed, hand: (from: number, count: number) => onPage(Array.from({ length: count }, (_, index) => rawAt(from + index))) };
};

const rawAt = (position: number): RawRecordedEvent => ({
  ...recorded({ type: 'Happened', data: {} }, { position: BigInt(position) }), data: Buffer.from('{}'), metadata: Buffer.from('{}'),
});

const joined = (feed: LiveFeed): FeedReader => {
  const reader = feed.join(feed.position);
  if (!reader) throw new Error('The feed let nobody in');
  return reader;
};

describe('the live feed', () => {
  it('hands each reader all that came since it last looked, at once', async () => {
    const { feed, hand } = handedOver();
    const reader = joined(feed);
    await hand(0, 2);
    await hand(2, 3);
    expect((await reader.take())?.map(({ raw }) => raw.position)).toEqual([0n, 1n, 2n, 3n, 4n]);
    expect(feed.position).toBe(4n);
  });

  it('lets in no reader that has not seen all it has handed out', async () => {
    const { feed, hand } = handedOver();
    await hand(0, 5);
    expect(feed.join(3n)).toBeUndefined();
    expect(feed.join(4n)).toBeDefined();
  });

  it('waits for a reader that has no room, and goes on when it has', async () => {
    const { feed, hand } = handedOver();
    const reader = joined(feed);
    let done = false;
    const handing = hand(0, 5_000).then(() => { done = true; });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(done).toBe(false);
    expect(await reader.take()).toHaveLength(5_000);
    await handing;
    expect(done).toBe(true);
  });

  it('goes on without a reader that makes no room in time, which still gets what it was handed', async () => {
    const { feed, hand } = handedOver();
    const [slow, quick] = [joined(feed), joined(feed)];
    const handing = hand(0, 5_000);
    expect(await quick.take()).toHaveLength(5_000);
    await handing;
    await hand(5_000, 1);
    expect(await slow.take()).toHaveLength(5_000);
    expect(await slow.take()).toBeUndefined();
    expect(await quick.take()).toHaveLength(1);
  });
});
