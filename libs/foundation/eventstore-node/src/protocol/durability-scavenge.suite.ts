import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventStoreNode } from '../server.js';
import { verifyDataFolder } from '../storage/verify.js';
import { collect, jsonEvent, refusal, type ClientUnderTest, type Connection, type Resolved } from './client-under-test.js';
import { freshStream, temporaryFolder, withNode } from './node-under-test.js';

const events = (count: number) => Array.from({ length: count }, (_, n) => jsonEvent('a', { n }));

function revisionsOf(stream: string, found: readonly Resolved[]): (bigint | undefined)[] {
  return found.filter(({ event }) => event?.streamId === stream).map(({ event }) => event?.revision);
}

/** What the log still has of a stream. */
async function stored(store: Connection, stream: string): Promise<(bigint | undefined)[]> {
  return revisionsOf(stream, await collect(store.readAll()));
}

export function scavengeSuite(client: ClientUnderTest): void {
  describe(`${client.name}: a scavenge`, () => {
    const context = withNode(client);

    it.each([
      ['before $tb', { truncateBefore: 3 }, [3n, 4n]],
      ['beyond $maxCount', { maxCount: 1 }, [4n]],
      ['that the stricter of both hides', { maxCount: 4, truncateBefore: 2 }, [2n, 3n, 4n]],
      ['of a stream truncated beyond its end', { truncateBefore: 50 }, []],
    ])('removes what is %s, also from $all, and tells how much', async (_what, metadata, left) => {
      const { store, node } = context;
      await node.scavenge();
      const stream = freshStream('清理');
      await store.append(stream, events(5));
      await store.setMetadata(stream, metadata);
      expect(await stored(store, stream)).toHaveLength(5);
      const removed = await node.scavenge();
      expect(removed.events).toBe(5 - left.length);
      expect(removed.bytes).toBeGreaterThan(removed.events * 100);
      expect(await stored(store, stream)).toEqual(left);
      expect(await node.scavenge()).toEqual({ events: 0, bytes: 0 });
      expect((await store.append(stream, events(1))).revision).toBe(5n);
    });

    it('removes what is older than $maxAge from the front of the stream', async () => {
      const { store, node } = context;
      const stream = freshStream();
      await store.append(stream, events(2));
      await store.setMetadata(stream, { maxAge: 1 });
      await sleep(1_500);
      await store.append(stream, events(1));
      await node.scavenge();
      expect(await stored(store, stream)).toEqual([2n]);
    });

    it('removes a deleted stream, whose revisions go on when it is written again', async () => {
      const { store, node } = context;
      const stream = freshStream();
      await store.append(stream, events(3));
      await store.deleteStream(stream);
      await node.scavenge();
      expect(await stored(store, stream)).toEqual([]);
      expect((await refusal(store.readStream(stream))).type).toBe('stream-not-found');
      expect((await store.append(stream, events(1), { expected: 'no_stream' })).revision).toBe(3n);
      expect(revisionsOf(stream, await collect(store.readStream(stream)))).toEqual([3n]);
    });

    it('leaves of a tombstoned stream the tombstone alone, which still refuses', async () => {
      const { store, node } = context;
      const stream = freshStream();
      await store.append(stream, events(3));
      await store.setMetadata(stream, { maxCount: 2 });
      await store.tombstoneStream(stream);
      await node.scavenge();
      expect(await stored(store, stream)).toEqual([2n ** 63n - 1n]);
      expect(await stored(store, `$$${stream}`)).toEqual([]);
      expect((await refusal(store.append(stream, events(1)))).type).toMatch(/stream-(deleted|tombstoned)/);
    });

    it('leaves of metadata the newest, which is all that is readable of it', async () => {
      const { store, node } = context;
      const stream = freshStream();
      for (let maxCount = 10; maxCount < 15; maxCount++) await store.setMetadata(stream, { maxCount });
      expect(revisionsOf(`$$${stream}`, await collect(store.readStream(`$$${stream}`)))).toEqual([4n]);
      await node.scavenge();
      expect(await stored(store, `$$${stream}`)).toEqual([4n]);
    });

    it('leaves everything else as it was: other events, their order and their positions', async () => {
      const { store, node } = context;
      const [kept, cut] = [freshStream(), freshStream()];
      for (let n = 0; n < 20; n++) {
        await store.append(cut, events(3));
        await store.append(kept, events(1));
      }
      const before = (await collect(store.readAll())).filter(({ event }) => event?.streamId === kept);
      await store.setMetadata(cut, { truncateBefore: 60 });
      await node.scavenge();
      expect((await collect(store.readAll())).filter(({ event }) => event?.streamId === kept)).toEqual(before);
      const backwards = await collect(store.readAll({ backwards: true, from: 'end' }));
      expect(backwards.filter(({ event }) => event?.streamId === kept)).toEqual([...before].reverse());
      for (const { event } of before) {
        const position = event?.position ?? { commit: 0n, prepare: 0n };
        expect((await collect(store.readAll({ from: position, maxCount: 1 })))[0]?.event?.id).toBe(event?.id);
      }
    });

    it('leaves links, which then resolve to nothing', async () => {
      const { store, node } = context;
      const [target, links] = [freshStream(), freshStream()];
      await store.append(target, events(2));
      await store.append(links, [0, 1].map((revision) => ({
        id: crypto.randomUUID(), type: '$>', contentType: 'application/octet-stream' as const,
        data: new Uint8Array(Buffer.from(`${revision}@${target}`)), metadata: undefined,
      })));
      await store.setMetadata(target, { truncateBefore: 1 });
      await node.scavenge();
      const resolved = await collect(store.readStream(links, { resolveLinkTos: true }));
      expect(resolved.map(({ event, link }) => [event?.revision, link?.revision])).toEqual([[undefined, 0n], [1n, 1n]]);
    });

    it('does not harm reads and appends that go on at the same time', async () => {
      const { store, node } = context;
      const [kept, cut] = [freshStream(), freshStream()];
      for (let n = 0; n < 40; n++) await Promise.all([store.append(cut, events(50)), store.append(kept, events(50))]);
      await store.setMetadata(cut, { maxCount: 1 });
      const reads = Array.from({ length: 4 }, () => collect(store.readStream(kept)));
      const all = Array.from({ length: 4 }, () => collect(store.readAll()));
      const appends = Array.from({ length: 50 }, () => store.append(kept, events(1)));
      const removed = await node.scavenge();
      expect(removed.events).toBeGreaterThanOrEqual(1_999);
      await Promise.all(appends);
      for (const read of await Promise.all(reads)) expect(revisionsOf(kept, read).slice(0, 2_000)).toEqual(Array.from({ length: 2_000 }, (_, n) => BigInt(n)));
      for (const read of await Promise.all(all)) expect(revisionsOf(kept, read).slice(0, 2_000)).toEqual(Array.from({ length: 2_000 }, (_, n) => BigInt(n)));
      expect((await store.append(kept, events(1))).revision).toBe(2_050n);
    });
  });

  describe(`${client.name}: the folder of a node that scavenges`, () => {
    it('stops growing where as much is truncated as is written, never uses a position twice, and verifies', async () => {
      const dir = temporaryFolder();
      let node = await startEventStoreNode({ dir });
      let store = client.connect(node.connectionString);
      await store.setMetadata('cycle', { maxCount: 10 });
      const sizes: number[] = [];
      let last = 0n;
      for (let cycle = 0; cycle < 8; cycle++) {
        for (let n = 0; n < 10; n++) {
          const { position } = await store.append('cycle', Array.from({ length: 20 }, () => jsonEvent('a', { text: 'x'.repeat(5_000) })));
          expect(position?.commit).toBeGreaterThan(last);
          last = position?.commit ?? 0n;
        }
        // The newest records go as well, and the node starts on what is left.
        if (cycle === 6) await store.deleteStream('cycle');
        await node.scavenge();
        await store.dispose();
        await node.stop();
        sizes.push(statSync(join(dir, 'data.mdb')).size);
        node = await startEventStoreNode({ dir });
        store = client.connect(node.connectionString);
      }
      await store.dispose();
      await node.stop();
      expect(sizes.at(-1)).toBeLessThanOrEqual((sizes[2] ?? 0) * 1.05);
      expect(sizes[2]).toBeLessThan(4 * 200 * 5_000);
      expect(await verifyDataFolder(dir)).toMatchObject({ intact: true });
    });

    it('can be stopped in the middle, and the next scavenge removes the rest', async () => {
      const dir = temporaryFolder();
      const node = await startEventStoreNode({ dir });
      const store = client.connect(node.connectionString);
      for (let n = 0; n < 10; n++) await store.append('cut', events(500));
      await store.setMetadata('cut', { truncateBefore: 5_000 });
      const scavenge = node.scavenge();
      await store.dispose();
      await node.stop();
      const first = await scavenge;
      expect(await verifyDataFolder(dir)).toEqual({ intact: true, events: 5_001 - first.events });
      const again = await startEventStoreNode({ dir });
      const second = await again.scavenge();
      await again.stop();
      expect(first.events + second.events).toBe(5_000);
      expect(first.events).toBeLessThan(5_000);
    });
  });
}
