import { setTimeout as sleep } from 'node:timers/promises';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { buildNode, startChild } from './child-node.js';
import { collect, jsonEvent, type ClientUnderTest, type Connection, type Recorded } from './client-under-test.js';
import { freshStream, temporaryFolder, withNode } from './node-under-test.js';
import { numbered, upTo, withGroups } from './persistent-delivery.suite.js';
import type { PersistentClient, PersistentConnection, Settings } from './persistent-client.js';
import { acknowledging, eventually, Inbox, numbersOf } from './persistent-reading.js';

const parkedStream = (stream: string, group: string): string => `$persistentsubscription-${stream}::${group}-parked`;
const park = (delivered: Parameters<Inbox['reader']['ack']>[0], { reader }: Inbox): void => { void reader.nack('park', '材料不全', delivered); };

/** The links of the parked stream. */
async function linksOf(store: Connection, stream: string, group: string): Promise<Recorded[]> {
  return (await collect(store.readStream(parkedStream(stream, group)))).flatMap(({ event }) => event ?? []);
}

const textOf = ({ data }: Recorded): string => Buffer.from(data as Uint8Array).toString('utf8');

export function persistentParkingSuite(client: ClientUnderTest, persistent: PersistentClient): void {
  describe.each(['a stream', '$all'])(`${client.name}: parked messages of a group of %s`, (kind) => {
    const context = withNode(client);
    const groups = withGroups(context, persistent);
    const parkedCount = async (stream: string, group: string): Promise<number> =>
      Number((await groups.connection.information(stream, group)).stats.parkedMessageCount);

    /** A group whose `count` messages have all been parked. */
    async function parkedGroup(count: number, settings: Partial<Settings> = {}) {
      const written = freshStream('督办');
      const stream = kind === '$all' ? kind : written;
      const group = freshStream('group');
      await groups.connection.create(stream, group, settings, kind === '$all' ? { streamPrefixes: [written] } : {});
      await context.store.append(written, numbered(count));
      const inbox = groups.join(stream, group, {}, park);
      await inbox.first(count);
      await eventually(async () => await parkedCount(stream, group) === count);
      await inbox.reader.unsubscribe();
      await eventually(async () => (await groups.connection.information(stream, group)).connections.length === 0);
      return { written, stream, group };
    }

    it('are links that carry why and when they were parked, and from which place', async () => {
      const { written, stream, group } = await parkedGroup(2);
      const links = await linksOf(context.store, stream, group);
      expect(links.map(textOf)).toEqual([`0@${written}`, `1@${written}`]);
      expect(links[1]).toMatchObject({ type: '$>', metadata: { reason: '材料不全', subscriptionEventNumber: 1 } });
      const { added } = links[1]?.metadata as { added: string };
      expect(Math.abs(Date.now() - Date.parse(added))).toBeLessThan(10_000);
      const resolved = await collect(context.store.readStream(parkedStream(stream, group), { resolveLinkTos: true }));
      expect(numbersOf(resolved as never)).toEqual([0, 1]);
    });

    it('are those that were retried as often as they may be', async () => {
      const written = freshStream();
      const stream = kind === '$all' ? kind : written;
      const group = freshStream('group');
      await groups.connection.create(stream, group, { maxRetryCount: 2 }, kind === '$all' ? { streamPrefixes: [written] } : {});
      await context.store.append(written, numbered(1));
      const inbox = groups.join(stream, group, {}, (delivered, { reader }) => { void reader.nack('retry', 'no luck', delivered); });
      await eventually(async () => await parkedCount(stream, group) === 1);
      expect(inbox.received.map(({ retryCount }) => retryCount)).toEqual([0, 1, 2]);
      expect((await linksOf(context.store, stream, group))[0]?.metadata).toMatchObject({ reason: 'Retry count 2 reached: no luck' });
    });

    it('are those that nobody acknowledges', async () => {
      const written = freshStream();
      const stream = kind === '$all' ? kind : written;
      const group = freshStream('group');
      const settings = { maxRetryCount: 1, messageTimeout: 50 };
      await groups.connection.create(stream, group, settings, kind === '$all' ? { streamPrefixes: [written] } : {});
      await context.store.append(written, numbered(1));
      const inbox = groups.join(stream, group);
      await eventually(async () => await parkedCount(stream, group) === 1);
      expect(inbox.received).toHaveLength(2);
      const [link] = await linksOf(context.store, stream, group);
      expect((link?.metadata as { reason: string }).reason).toBe('Retry count 1 reached: It was not acknowledged within 50 ms.');
    });

    it('are replayed all, in order, with their links, and are then no longer parked', async () => {
      const { stream, group } = await parkedGroup(25, { readBatchSize: 10 });
      const inbox = groups.join(stream, group, { bufferSize: 5 }, acknowledging);
      await inbox.confirmed;
      await groups.connection.replay(stream, group);
      const delivered = await inbox.first(25);
      expect(numbersOf(delivered)).toEqual(upTo(25));
      expect(delivered.map(({ link }) => Number(link?.revision))).toEqual(upTo(25));
      expect(delivered.every(({ retryCount }) => retryCount === 0)).toBe(true);
      await eventually(async () => await parkedCount(stream, group) === 0);
      expect(await linksOf(context.store, stream, group).catch(() => [])).toEqual([]);
    });

    it('are replayed up to where the replay shall stop; the others stay', async () => {
      const { written, stream, group } = await parkedGroup(10);
      const inbox = groups.join(stream, group, {}, acknowledging);
      await groups.connection.replay(stream, group, { stopAt: 4 });
      expect(numbersOf(await inbox.first(4))).toEqual([0, 1, 2, 3]);
      await eventually(async () => await parkedCount(stream, group) === 6);
      expect((await linksOf(context.store, stream, group)).map(textOf)).toEqual(upTo(6, 4).map((n) => `${n}@${written}`));
      await groups.connection.replay(stream, group);
      expect(numbersOf(await inbox.next(4, 6))).toEqual(upTo(6, 4));
      expect(inbox.received).toHaveLength(10);
    });

    it('that are parked again while they are replayed wait for the next replay', async () => {
      const { stream, group } = await parkedGroup(5);
      const inbox = groups.join(stream, group, {}, park);
      await groups.connection.replay(stream, group);
      await inbox.first(5);
      await eventually(async () => await parkedCount(stream, group) === 5);
      expect(inbox.received).toHaveLength(5);
    });

    it('can be replayed when there are none', async () => {
      const { stream, group } = await parkedGroup(0);
      await groups.connection.replay(stream, group);
      expect(await parkedCount(stream, group)).toBe(0);
    });
  });

  describe(`${client.name}: a group of $all that parks`, () => {
    const context = withNode(client);
    const groups = withGroups(context, persistent);

    it('is not given what it has parked itself, nor what is noted about that', async () => {
      const group = await groups.create('$all', { startFrom: 'end' });
      const inbox = groups.join('$all', group, {}, (delivered, { reader }) => {
        void (delivered.event?.type === 'park' ? reader.nack('park', '', delivered) : reader.ack(delivered));
      });
      await inbox.confirmed;
      await context.store.append(freshStream(), [jsonEvent('park')]);
      await eventually(async () => (await groups.connection.information('$all', group)).stats.parkedMessageCount === 1n);
      await groups.connection.replay('$all', group, { stopAt: 0 });
      await groups.connection.replay('$all', group);
      await inbox.first(2);
      await context.store.append(freshStream(), [jsonEvent('last')]);
      await eventually(() => inbox.received.some(({ event }) => event?.type === 'last'));
      expect(new Set(inbox.received.map(({ event }) => event?.type))).toEqual(new Set(['park', 'last']));
    });

    it('keeps its filter when it is updated', async () => {
      const prefix = freshStream('wanted');
      await groups.connection.create('$all', prefix, { startFrom: 'end' }, { streamPrefixes: [prefix] });
      await groups.connection.update('$all', prefix, { startFrom: 'end', maxRetryCount: 1 });
      await context.store.append(freshStream('unwanted'), numbered(2, 10));
      await context.store.append(prefix, numbered(2));
      expect(numbersOf(await groups.join('$all', prefix, {}, acknowledging).first(2))).toEqual([0, 1]);
    });
  });

  describe(`${client.name}: a group and a restart of the node`, () => {
    const dir = temporaryFolder();
    let node: EventStoreNode;
    let store: Connection;
    let connection: PersistentConnection;
    const start = async (): Promise<void> => {
      node = await startEventStoreNode({ dir });
      store = client.connect(node.connectionString);
      connection = persistent.connect(node.connectionString);
    };
    const stop = async (): Promise<void> => {
      await node.stop();
      await Promise.all([store.dispose(), connection.dispose()]);
    };
    beforeEach(start);
    afterEach(stop);

    it('keeps its settings and its place, and what was in flight comes again', async () => {
      const stream = freshStream('重启');
      await store.append(stream, numbered(10));
      await connection.create(stream, '组', { startFrom: 2n, maxRetryCount: 3 });
      const inbox = new Inbox(connection.read(stream, '组', { bufferSize: 4 }), (delivered, { reader }) => {
        if ((numbersOf([delivered])[0] ?? 0) < 5) void reader.ack(delivered);
      });
      await inbox.first(7);
      await eventually(async () => (await connection.information(stream, '组')).stats.totalInFlightMessages === 4);
      await stop();
      expect(await inbox.failed).toBeInstanceOf(persistent.errors.unavailable);
      await start();
      expect(await connection.information(stream, '组')).toMatchObject({
        settings: { startFrom: 2n, maxRetryCount: 3 }, stats: { lastCheckpointedEventRevision: 4n, lastKnownEventRevision: 9n },
      });
      expect(numbersOf(await new Inbox(connection.read(stream, '组'), acknowledging).first(5))).toEqual([5, 6, 7, 8, 9]);
    });

    it('never passes an event that was not acknowledged, whatever was acknowledged after it', async () => {
      const stream = freshStream();
      await store.append(stream, numbered(30));
      await connection.create(stream, 'g', { checkPointUpperBound: 1 });
      const inbox = new Inbox(connection.read(stream, 'g', { bufferSize: 30 }), (delivered, { reader }) => {
        if (numbersOf([delivered])[0] !== 7) void reader.ack(delivered);
      });
      await inbox.first(30);
      await eventually(async () => (await connection.information(stream, 'g')).stats.totalInFlightMessages === 1);
      await eventually(async () => (await connection.information(stream, 'g')).stats.lastCheckpointedEventRevision === 6n);
      await stop();
      await start();
      const again = numbersOf(await new Inbox(connection.read(stream, 'g', { bufferSize: 30 })).first(23));
      expect(again).toEqual(upTo(23, 7));
    });

    it('writes its checkpoint after the time it was given, once enough is settled', async () => {
      const stream = freshStream();
      await store.append(stream, numbered(5));
      await connection.create(stream, 'soon', { checkPointAfter: 100, checkPointLowerBound: 5 });
      await connection.create(stream, 'never', { checkPointAfter: 100, checkPointLowerBound: 6 });
      await Promise.all(['soon', 'never'].map((group) => new Inbox(connection.read(stream, group), acknowledging).first(5)));
      await eventually(async () => (await connection.information(stream, 'soon')).stats.lastCheckpointedEventRevision === 4n);
      expect((await connection.information(stream, 'never')).stats.lastCheckpointedEventRevision).toBeUndefined();
    });

    it('of $all goes on with its filter', async () => {
      const prefix = freshStream('kept');
      await connection.create('$all', prefix, { startFrom: 'start' }, { streamPrefixes: [prefix] });
      await store.append(prefix, numbered(2));
      const inbox = new Inbox(connection.read('$all', prefix), acknowledging);
      await inbox.first(2);
      await eventually(async () => (await connection.information('$all', prefix)).stats.totalInFlightMessages === 0);
      await stop();
      await start();
      await store.append(freshStream('other'), numbered(5));
      await store.append(prefix, numbered(1, 2));
      expect(numbersOf(await new Inbox(connection.read('$all', prefix), acknowledging).first(1))).toEqual([2]);
    });

    it('keeps what is parked, and goes on with a replay: nothing is lost', async () => {
      const stream = freshStream();
      await store.append(stream, numbered(30));
      await connection.create(stream, 'g', { readBatchSize: 5, historyBufferSize: 5, liveBufferSize: 5 });
      const parking = new Inbox(connection.read(stream, 'g'), park);
      await parking.first(30);
      await eventually(async () => (await connection.information(stream, 'g')).stats.parkedMessageCount === 30n);
      await parking.reader.unsubscribe();
      await connection.replay(stream, 'g');
      const inbox = new Inbox(connection.read(stream, 'g', { bufferSize: 3 }), (delivered, { reader }) => {
        if ((numbersOf([delivered])[0] ?? 0) < 5) void reader.ack(delivered);
      });
      await inbox.first(8);
      await eventually(async () => (await connection.information(stream, 'g')).stats.totalInFlightMessages === 3);
      await stop();
      await start();
      const rest = await new Inbox(connection.read(stream, 'g'), acknowledging).first(25);
      expect(numbersOf(rest)).toEqual(upTo(25, 5));
      await eventually(async () => (await connection.information(stream, 'g')).stats.parkedMessageCount === 0n);
    });

    it('that was deleted stays deleted', async () => {
      const stream = freshStream();
      await connection.create(stream, 'g');
      await connection.delete(stream, 'g');
      await stop();
      await start();
      expect((await connection.list()).map(({ eventSource }) => eventSource)).not.toContain(stream);
    });
  });

  describe(`${client.name}: a group and a node that is killed`, () => {
    it('loses nothing, neither what is in flight nor what is parked or being replayed', async () => {
      const dir = temporaryFolder();
      const program = await buildNode(dir);
      const events = Array.from({ length: 60 }, (_, n) => jsonEvent('n', { n }));
      const settled = new Set<number>();
      let created = false;
      for (let life = 0; settled.size < 60; life++) {
        const child = await startChild(program, dir);
        const store = client.connect(`esdb://127.0.0.1:${child.port}?tls=false`);
        const connection = persistent.connect(`esdb://127.0.0.1:${child.port}?tls=false`);
        if (!created) {
          await store.append('work', events);
          await connection.create('work', 'g', { checkPointUpperBound: 1, readBatchSize: 10 });
          created = true;
        }
        // Of what comes new every second is parked; what comes back from there is done. Then the node is killed at once.
        const inbox = new Inbox(connection.read('work', 'g', { bufferSize: 7 }), (delivered, { reader }) => {
          const n = numbersOf([delivered])[0] ?? 0;
          const later = !delivered.link && n % 2 === 1;
          if (!later) settled.add(n);
          void (later ? reader.nack('park', 'later', delivered) : reader.ack(delivered)).catch(() => {});
        });
        await inbox.confirmed;
        await connection.replay('work', 'g');
        await Promise.race([inbox.first(12), sleep(500)]);
        child.kill('SIGKILL');
        await child.exit;
        await Promise.all([store.dispose(), connection.dispose()]);
        if (life > 40) throw new Error(`After ${life} lives only ${settled.size} are settled.`);
      }
      expect([...settled].sort((a, b) => a - b)).toEqual(upTo(60));
    }, 60_000);
  });
}
