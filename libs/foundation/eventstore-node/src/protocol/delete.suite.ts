import { setTimeout as sleep } from 'node:timers/promises';
import { collect, jsonEvent, link, refusal, type ClientUnderTest, type Resolved } from './client-under-test.js';
import { freshStream, withNode } from './node-under-test.js';

const revisions = (events: Resolved[]): (bigint | undefined)[] => events.map(({ event }) => event?.revision);
const three = () => [jsonEvent('a'), jsonEvent('b'), jsonEvent('c')];

export function deleteSuite(client: ClientUnderTest): void {
  describe(`${client.name}: Delete`, () => {
    const context = withNode(client);

    it('hides a stream until it is written again, whose revisions then go on', async () => {
      const { store } = context;
      const stream = freshStream();
      const { position } = await store.append(stream, three());
      const deleted = await store.deleteStream(stream, { expected: 2n });
      expect(deleted?.commit).toBeGreaterThan(position?.commit ?? 0n);
      expect((await refusal(store.readStream(stream))).type).toBe('stream-not-found');
      const again = await store.append(stream, [jsonEvent('d'), jsonEvent('e')], { expected: 'no_stream' });
      expect(again.revision).toBe(4n);
      expect(revisions(await collect(store.readStream(stream)))).toEqual([3n, 4n]);
      expect(revisions(await collect(store.readStream(stream, { backwards: true, from: 'end' })))).toEqual([4n, 3n]);
    });

    it('leaves what it hid in $all', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, three());
      await store.deleteStream(stream);
      const ofStream = (await collect(store.readAll())).filter(({ event }) => event?.streamId === stream);
      expect(ofStream).toHaveLength(3);
    });

    it.each(['deleteStream', 'tombstoneStream'] as const)('%s refuses a revision the stream does not have', async (end) => {
      const { store } = context;
      const stream = freshStream('删除');
      await store.append(stream, three());
      const conflict = await refusal(store[end](stream, { expected: 7n }));
      expect([conflict.type, conflict.current, conflict.expected]).toEqual(['wrong-expected-version', 2n, 7n]);
      expect(await collect(store.readStream(stream))).toHaveLength(3);
    });

    it('may be repeated, and takes what was deleted for not existing', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, three());
      await store.deleteStream(stream);
      await store.deleteStream(stream);
      await store.deleteStream(stream, { expected: 'no_stream' });
      const exists = await refusal(store.append(stream, [jsonEvent('d')], { expected: 'stream_exists' }));
      expect(exists.type).toMatch(/stream-(deleted|tombstoned)/);
      expect((await store.append(stream, [jsonEvent('d')], { expected: 2n })).revision).toBe(3n);
    });



    it.each(['any', 'no_stream'] as const)('refuses at %s a stream that nobody ever wrote', async (expected) => {
      const stream = freshStream();
      expect((await refusal(context.store.deleteStream(stream, { expected }))).type).toBe('wrong-expected-version');
      await context.store.setMetadata(stream, { cacheControl: 10 });
      await context.store.deleteStream(stream, { expected });
    });

    it('keeps the metadata that was there', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, three());
      await store.setMetadata(stream, { maxCount: 2, owner: 'city' });
      await store.deleteStream(stream);
      await store.append(stream, three());
      const [metadata] = await collect(store.readStream(`$$${stream}`, { backwards: true, from: 'end', maxCount: 1 }));
      expect(metadata?.event?.data).toEqual({ $maxCount: 2, owner: 'city', $tb: 3 });
      expect(revisions(await collect(store.readStream(stream)))).toEqual([4n, 5n]);
    });
  });

  describe(`${client.name}: Tombstone`, () => {
    const context = withNode(client);

    it('ends a stream for ever, with its metadata', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, three());
      await store.setMetadata(stream, { maxCount: 2 });
      await store.tombstoneStream(stream);
      const attempts = [
        () => collect(store.readStream(stream)),
        () => store.append(stream, [jsonEvent('d')]),
        () => store.append(stream, [jsonEvent('d')], { credentials: { username: 'a', password: 'b' } }),
        () => store.deleteStream(stream),
        () => store.tombstoneStream(stream),
        () => store.setMetadata(stream, { maxCount: 1 }),
        () => collect(store.readStream(`$$${stream}`)),
      ];
      for (const attempt of attempts) expect((await refusal(attempt())).type).toMatch(/stream-(deleted|tombstoned)/);
    });

    it('is itself in $all', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, [jsonEvent('a')]);
      const position = await store.tombstoneStream(stream, { expected: 0n });
      const [last] = await collect(store.readAll({ backwards: true, from: 'end', maxCount: 1 }));
      expect(last?.event).toMatchObject({ streamId: stream, type: '$streamDeleted', revision: 2n ** 63n - 1n, position });
    });

    it('ends a stream that was never written', async () => {
      const stream = freshStream();
      await context.store.tombstoneStream(stream, { expected: 'no_stream' });
      expect((await refusal(context.store.append(stream, [jsonEvent('a')]))).type).toMatch(/stream-(deleted|tombstoned)/);
    });
  });

  describe(`${client.name}: stream metadata`, () => {
    const context = withNode(client);

    it.each([
      ['$maxCount keeps the newest', { maxCount: 2 }, [1n, 2n]],
      ['$tb hides what is before it', { truncateBefore: 2 }, [2n]],
      ['the stricter of both wins', { maxCount: 2, truncateBefore: 1 }, [1n, 2n]],
      ['$tb beyond the end hides all', { truncateBefore: 50 }, []],
      ['other properties hide nothing', { owner: 'city' }, [0n, 1n, 2n]],
    ])('%s', async (_title, metadata, expected) => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, three());
      await store.setMetadata(stream, metadata);
      expect(revisions(await collect(store.readStream(stream)))).toEqual(expected);
      expect(revisions(await collect(store.readStream(stream, { backwards: true, from: 'end' })))).toEqual([...expected].reverse());
    });

    it('$maxAge hides what is older when it is read, also behind a link', async () => {
      const { store } = context;
      const [stream, links] = [freshStream(), freshStream()];
      await store.append(stream, [jsonEvent('old')]);
      await store.append(links, [0, 1].map((revision) => link(`${revision}@${stream}`)));
      await store.setMetadata(stream, { maxAge: 1 });
      await sleep(1_500);
      await store.append(stream, [jsonEvent('new')]);
      expect(revisions(await collect(store.readStream(stream)))).toEqual([1n]);
      expect(revisions(await collect(store.readStream(links, { resolveLinkTos: true })))).toEqual([undefined, 1n]);
    });

    it('is a stream of its own, with revisions and conflicts', async () => {
      const { store } = context;
      const stream = freshStream();
      expect((await store.setMetadata(stream, { maxCount: 5 })).revision).toBe(0n);
      const conflict = await refusal(store.append(`$$${stream}`, [jsonEvent('$metadata')], { expected: 'no_stream' }));
      expect(conflict.type).toBe('wrong-expected-version');
    });

    it('that is not JSON hides nothing', async () => {
      const { store } = context;
      const stream = freshStream();
      await store.append(stream, three());
      const data = new Uint8Array(Buffer.from('not json'));
      await store.append(`$$${stream}`, [{ id: crypto.randomUUID(), type: '$metadata', contentType: 'application/octet-stream', data, metadata: undefined }]);
      expect(await collect(store.readStream(stream))).toHaveLength(3);
    });
  });
}
