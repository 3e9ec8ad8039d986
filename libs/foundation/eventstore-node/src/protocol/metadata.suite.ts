import { collect, jsonEvent, link, refusal, take, type ClientUnderTest, type Resolved } from './client-under-test.js';
import { freshStream, withNode } from './node-under-test.js';

const revisions = (events: Resolved[]): (bigint | undefined)[] => events.map(({ event }) => event?.revision);

export function metadataSuite(client: ClientUnderTest): void {
  describe(`${client.name}: the metadata of a stream`, () => {
    const context = withNode(client);
    const written = async (count: number): Promise<string> => {
      const stream = freshStream();
      await context.store.append(stream, Array.from({ length: count }, (_, n) => jsonEvent(`e${n}`)));
      return stream;
    };

    it('are given back as they were set, with what the node does not know', async () => {
      const { store } = context;
      const stream = freshStream('元数据');
      const metadata = {
        maxCount: 12, maxAge: 2_000, truncateBefore: 1, cacheControl: 15, 负责人: '市创城办 😾',
        acl: { readRoles: ['a'], writeRoles: ['b'], deleteRoles: ['c'], metaReadRoles: ['d'], metaWriteRoles: ['e'] },
      };
      await store.setMetadata(stream, metadata);
      expect(await store.getMetadata(stream)).toEqual(metadata);
      await store.setMetadata(stream, { maxCount: 3 });
      expect(await store.getMetadata(stream)).toEqual({ maxCount: 3 });
    });

    it('are nothing for a stream that has none, or does not exist', async () => {
      expect(await context.store.getMetadata(await written(1))).toBeUndefined();
      expect(await context.store.getMetadata(freshStream())).toBeUndefined();
    });

    it('may come before the stream, which then counts as existing', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.setMetadata(stream, { maxCount: 1 });
      expect((await refusal(store.readStream(stream))).type).toBe('stream-not-found');
      await store.append(stream, [jsonEvent('a'), jsonEvent('b')], { expected: 'stream_exists' });
      expect(revisions(await collect(store.readStream(stream)))).toEqual([1n]);
    });

    it('count by their newest event alone, which is the only one that is read', async () => {
      const { store } = context;
      const stream = await written(5);
      for (const maxCount of [1, 2, 3]) await store.setMetadata(stream, { maxCount });
      expect(revisions(await collect(store.readStream(stream)))).toEqual([2n, 3n, 4n]);
      expect(revisions(await collect(store.readStream(`$$${stream}`)))).toEqual([2n]);
      expect(revisions(await collect(store.readStream(`$$${stream}`, { backwards: true, from: 'end' })))).toEqual([2n]);
      const inAll = (await collect(store.readAll())).filter(({ event }) => event?.streamId === `$$${stream}`);
      expect(inAll).toHaveLength(3);
    });

    it('have none of their own, and are not deleted by themselves', async () => {
      const { store } = context;
      const stream = await written(1);
      await store.setMetadata(stream, { maxCount: 5 });
      expect((await refusal(store.setMetadata(`$$${stream}`, { maxCount: 1 }))).message).toContain('metadata of metadata');
      for (const end of ['deleteStream', 'tombstoneStream'] as const) {
        expect((await refusal(store[end](`$$${stream}`))).message).toContain('ends with the stream it describes');
      }
      expect(await store.getMetadata(stream)).toEqual({ maxCount: 5 });
    });

    it('of $all are a stream like others', async () => {
      const { store } = context;
      await store.append('$$$all', [jsonEvent('$metadata', { $acl: { $r: 'clerk' } })]);
      const [metadata] = await collect(store.readStream('$$$all'));
      expect(metadata?.event).toMatchObject({ streamId: '$$$all', type: '$metadata', data: { $acl: { $r: 'clerk' } } });
    });

    it('that allow no event, or none of any age, are no limit at all', async () => {
      const { store } = context;
      const stream = await written(2);
      await store.setMetadata(stream, { maxCount: 0, maxAge: 0 });
      expect(revisions(await collect(store.readStream(stream)))).toEqual([0n, 1n]);
    });

    it('that are taken back show again what they hid', async () => {
      const { store } = context;
      const stream = await written(4);
      await store.setMetadata(stream, { truncateBefore: 3 });
      expect(revisions(await collect(store.readStream(stream)))).toEqual([3n]);
      await store.setMetadata(stream, {});
      expect(revisions(await collect(store.readStream(stream)))).toEqual([0n, 1n, 2n, 3n]);
    });

    it('hide events from reads at and below what they hide', async () => {
      const { store } = context;
      const stream = await written(6);
      await store.setMetadata(stream, { truncateBefore: 4 });
      expect(revisions(await collect(store.readStream(stream, { from: 2n })))).toEqual([4n, 5n]);
      expect(revisions(await collect(store.readStream(stream, { from: 2n, maxCount: 1 })))).toEqual([4n]);
      expect(revisions(await collect(store.readStream(stream, { from: 4n, backwards: true })))).toEqual([4n]);
      expect(revisions(await collect(store.readStream(stream, { from: 3n, backwards: true })))).toEqual([]);
    });

    it('hide what links name, but not the links', async () => {
      const { store } = context;
      const [stream, links] = [await written(3), freshStream()];
      await store.append(links, [link(`0@${stream}`), link(`2@${stream}`)]);
      await store.setMetadata(stream, { maxCount: 1 });
      const resolved = await collect(store.readStream(links, { resolveLinkTos: true }));
      expect(resolved.map(({ event, link: kept }) => [event?.revision, kept?.revision])).toEqual([[undefined, 0n], [2n, 1n]]);
    });

    it('hide from subscriptions what they hide from reads', async () => {
      const { store } = context;
      const stream = await written(5);
      await store.setMetadata(stream, { maxCount: 2 });
      const subscription = store.subscribeToStream(stream);
      expect((await take(subscription, 2)).map(({ revision }) => revision)).toEqual([3n, 4n]);
      await subscription.unsubscribe();
    });
  });
}
