import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonEvent, type ClientUnderTest, type Position } from './client-under-test.js';
import { freshStream, withNode } from './node-under-test.js';
import type { PersistentClient, PersistentConnection, Settings } from './persistent-client.js';
import { acknowledging, eventually, Inbox, numbersOf } from './persistent-reading.js';

export const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, n) => jsonEvent('n', { n: from + n }));
export const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, n) => from + n);

/** A connection for persistent subscriptions to the node of a `describe`; what was read is left after each test. */
export function withGroups(context: ReturnType<typeof withNode>, persistent: PersistentClient) {
  const groups = { readers: [] as Inbox[] } as {
    connection: PersistentConnection;
    readers: Inbox[];
    join(stream: string, group: string, options?: { bufferSize?: number }, deal?: ConstructorParameters<typeof Inbox>[1]): Inbox;
    create(stream: string, settings?: Partial<Settings>): Promise<string>;
  };
  beforeAll(() => { groups.connection = persistent.connect(context.node.connectionString); });
  afterEach(async () => { await Promise.all(groups.readers.splice(0).map(({ reader }) => reader.unsubscribe())); });
  afterAll(() => groups.connection.dispose());
  groups.join = (stream, group, options, deal) => {
    const inbox = new Inbox(groups.connection.read(stream, group, options), deal);
    groups.readers.push(inbox);
    return inbox;
  };
  groups.create = async (stream, settings) => {
    const group = freshStream('group');
    await groups.connection.create(stream, group, settings);
    return group;
  };
  return groups;
}

/** A line to a port that can be cut, as when a machine dies. */
async function breakableLine(port: number): Promise<{ port: number; break(): void }> {
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port,
    break: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

export function persistentDeliverySuite(client: ClientUnderTest, persistent: PersistentClient): void {
  describe(`${client.name}: a persistent subscription`, () => {
    const context = withNode(client);
    const groups = withGroups(context, persistent);

    it.each<[string, Settings['startFrom'], number[]]>([
      ['the start', 'start', [0, 1, 2, 3, 4, 5]],
      ['a revision, that one included', 2n, [2, 3, 4, 5]],
      ['revision 0', 0n, [0, 1, 2, 3, 4, 5]],
      ['the end as it was when the group was created', 'end', [4, 5]],
    ])('to a stream begins at %s', async (_title, startFrom, expected) => {
      const stream = freshStream();
      await context.store.append(stream, numbered(4));
      const group = await groups.create(stream, { startFrom });
      await context.store.append(stream, numbered(1, 4));
      const inbox = groups.join(stream, group, {}, acknowledging);
      await inbox.confirmed;
      await context.store.append(stream, numbered(1, 5));
      expect(numbersOf(await inbox.first(expected.length))).toEqual(expected);
      expect(inbox.received.every(({ retryCount }) => retryCount === 0)).toBe(true);
    });

    it('to $all begins at the end, or at a position with that one included, and keeps to its filter', async () => {
      const prefix = freshStream('filtered');
      const before = await context.store.append(`${prefix}-a`, numbered(1));
      const third = await context.store.append(`${prefix}-a`, numbered(1, 1));
      const fromPosition = freshStream('group');
      const fromEnd = freshStream('group');
      await groups.connection.create('$all', fromPosition, { startFrom: third.position as Position }, { streamPrefixes: [prefix] });
      await groups.connection.create('$all', fromEnd, { startFrom: 'end' }, { streamPrefixes: [prefix] });
      const inbox = groups.join('$all', fromPosition, {}, acknowledging);
      const late = groups.join('$all', fromEnd, {}, acknowledging);
      await context.store.append(freshStream('other'), numbered(50));
      await context.store.append(`${prefix}-b`, numbered(2, 2));
      expect(numbersOf(await inbox.first(3))).toEqual([1, 2, 3]);
      expect(numbersOf(await late.first(2))).toEqual([2, 3]);
      expect(inbox.received[0]?.commitPosition).toBe(third.position?.commit);
      expect(before.position?.commit).toBeLessThan(third.position?.commit ?? 0n);
    });

    it('resolves links where that is wanted, and is acknowledged by the link', async () => {
      const target = freshStream();
      const stream = freshStream('links');
      await context.store.append(target, numbered(2));
      await context.store.append(stream, [0, 1, 7].map((revision) => ({
        ...jsonEvent('$>'), contentType: 'application/octet-stream' as const, data: Buffer.from(`${revision}@${target}`), metadata: undefined,
      })));
      const group = await groups.create(stream, { resolveLinkTos: true });
      const inbox = groups.join(stream, group, { bufferSize: 1 }, acknowledging);
      const delivered = await inbox.first(3);
      expect(numbersOf(delivered.slice(0, 2))).toEqual([0, 1]);
      expect(delivered.map(({ link }) => link?.revision)).toEqual([0n, 1n, 2n]);
      expect(delivered[2]?.event).toBeUndefined();
    });

    it('has no more messages in flight to a consumer than its buffer holds, and sends on as they are acknowledged', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(10));
      const group = await groups.create(stream);
      const inbox = groups.join(stream, group, { bufferSize: 3 });
      const first = await inbox.first(3);
      await sleep(100);
      expect(numbersOf(inbox.received)).toEqual([0, 1, 2]);
      await inbox.reader.ack(first[1] as never);
      await inbox.first(4);
      await sleep(100);
      expect(numbersOf(inbox.received)).toEqual([0, 1, 2, 3]);
    });

    it('with RoundRobin gives each consumer its turn', async () => {
      const stream = freshStream();
      const group = await groups.create(stream);
      const inboxes = [1, 2, 3].map(() => groups.join(stream, group, { bufferSize: 10 }, acknowledging));
      await Promise.all(inboxes.map(({ confirmed }) => confirmed));
      await context.store.append(stream, numbered(30));
      for (const inbox of inboxes) await inbox.first(10);
      expect(inboxes.map(({ received }) => received.length)).toEqual([10, 10, 10]);
      const steps = inboxes.flatMap(({ received }) => numbersOf(received).slice(1).map((n, at) => n - (numbersOf(received)[at] ?? 0)));
      expect(new Set(steps)).toEqual(new Set([3]));
    });

    it('with DispatchToSingle gives one consumer everything until its buffer is full', async () => {
      const stream = freshStream();
      const group = await groups.create(stream, { consumerStrategyName: 'DispatchToSingle' });
      const inboxes = [1, 2].map(() => groups.join(stream, group, { bufferSize: 5 }));
      await Promise.all(inboxes.map(({ confirmed }) => confirmed));
      await context.store.append(stream, numbered(7));
      await eventually(() => (inboxes.flatMap(({ received }) => received).length === 7));
      expect(inboxes.map(({ received }) => numbersOf(received)).sort((a, b) => b.length - a.length)).toEqual([[0, 1, 2, 3, 4], [5, 6]]);
    });

    it('with Pinned gives one consumer all events of a stream, and in order, while another is busy', async () => {
      const prefix = freshStream('pinned');
      const group = freshStream('group');
      await groups.connection.create('$all', group, { startFrom: 'end', consumerStrategyName: 'Pinned' }, { streamPrefixes: [prefix] });
      const inboxes = [1, 2, 3].map(() => groups.join('$all', group, { bufferSize: 2 }, acknowledging));
      await Promise.all(inboxes.map(({ confirmed }) => confirmed));
      for (let n = 0; n < 10; n++) {
        await Promise.all(upTo(20).map((each) => context.store.append(`${prefix}-${each}`, numbered(1, n))));
      }
      await eventually(() => (inboxes.flatMap(({ received }) => received).length === 200));
      const owners = new Map<string, Set<Inbox>>();
      for (const inbox of inboxes) {
        for (const { event } of inbox.received) owners.set(event?.streamId ?? '', (owners.get(event?.streamId ?? '') ?? new Set()).add(inbox));
      }
      expect([...owners.values()].every(({ size }) => size === 1)).toBe(true);
      expect(inboxes.filter(({ received }) => received.length > 0).length).toBeGreaterThan(1);
      for (const stream of owners.keys()) {
        const mine = inboxes.flatMap(({ received }) => received).filter(({ event }) => event?.streamId === stream);
        expect(numbersOf(mine)).toEqual(upTo(10));
      }
    });

    it('shares 2,000 events among 50 consumers so that each is dealt with once', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(2_000));
      const group = await groups.create(stream, { historyBufferSize: 200, readBatchSize: 100 });
      const inboxes = upTo(50).map(() => groups.join(stream, group, { bufferSize: 5 }, acknowledging));
      const received = () => inboxes.flatMap((inbox) => inbox.received);
      await eventually(() => (received().length >= 2_000));
      expect(numbersOf(received()).sort((a, b) => a - b)).toEqual(upTo(2_000));
      expect(inboxes.every((inbox) => inbox.received.length > 0)).toBe(true);
    });

    it('goes on with the others while one consumer is slow, and holds no more than its buffers however long the stream is', async () => {
      const stream = freshStream();
      for (let at = 0; at < 2_000; at += 500) {
        await context.store.append(stream, numbered(500, at).map((event) => ({ ...event, metadata: { text: 'x'.repeat(1_000) } }) as typeof event));
      }
      const group = await groups.create(stream, { historyBufferSize: 50, readBatchSize: 10 });
      const slow = groups.join(stream, group, { bufferSize: 4 });
      await slow.first(4);
      const { stats } = await groups.connection.information(stream, group);
      expect(stats.readBufferCount + stats.totalInFlightMessages).toBeLessThanOrEqual(54);
      expect(stats.totalInFlightMessages).toBe(4);
      const quick = groups.join(stream, group, {}, acknowledging);
      expect(numbersOf(await quick.first(1_996))).toEqual(upTo(1_996, 4));
      expect(numbersOf(slow.received)).toEqual([0, 1, 2, 3]);
    });

    it('gives what a consumer had in flight when it left to the others, before anything new', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(4));
      const group = await groups.create(stream);
      const leaving = groups.join(stream, group, { bufferSize: 2 });
      await leaving.first(2);
      await leaving.reader.unsubscribe();
      const next = groups.join(stream, group, { bufferSize: 10 });
      expect(numbersOf(await next.first(4))).toEqual([0, 1, 2, 3]);
    });

    it('gives what a consumer had in flight when its connection broke to one that is there', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(6));
      const group = await groups.create(stream);
      const line = await breakableLine(context.node.port);
      const dying = persistent.connect(`esdb://127.0.0.1:${line.port}?tls=false`);
      const lost = new Inbox(dying.read(stream, group, { bufferSize: 3 }));
      await lost.first(3);
      const next = groups.join(stream, group, { bufferSize: 10 });
      expect(numbersOf(await next.first(3))).toEqual([3, 4, 5]);
      line.break();
      expect(numbersOf(await next.next(3, 3))).toEqual([0, 1, 2]);
      expect(await lost.failed).toBeInstanceOf(persistent.errors.unavailable);
      await dying.dispose();
    });

    it('keeps for the next consumer what nobody is there for', async () => {
      const stream = freshStream();
      const group = await groups.create(stream);
      const leaving = groups.join(stream, group, {}, acknowledging);
      await context.store.append(stream, numbered(2));
      await leaving.first(2);
      await leaving.reader.unsubscribe();
      await eventually(async () => (await groups.connection.information(stream, group)).connections.length === 0);
      await context.store.append(stream, numbered(3, 2));
      expect(numbersOf(await groups.join(stream, group).first(3))).toEqual([2, 3, 4]);
    });

    it('works with Chinese names', async () => {
      const stream = freshStream('任务流');
      await context.store.append(stream, numbered(3));
      await groups.connection.create(stream, '督办组');
      expect(numbersOf(await groups.join(stream, '督办组', {}, acknowledging).first(3))).toEqual([0, 1, 2]);
      expect(await groups.connection.list(stream)).toMatchObject([{ eventSource: stream, groupName: '督办组' }]);
    });

    it('lets a message that is not acknowledged in time be sent again, and counts that', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(2));
      const group = await groups.create(stream, { messageTimeout: 500 });
      const inbox = groups.join(stream, group, {}, (delivered) => {
        if (delivered.retryCount === 2 || numbersOf([delivered])[0] === 1) void inbox.reader.ack(delivered);
      });
      const delivered = await inbox.first(4);
      expect(numbersOf(delivered)).toEqual([0, 1, 0, 0]);
      expect(delivered.map(({ retryCount }) => retryCount)).toEqual([0, 0, 1, 2]);
      await sleep(1_000);
      expect(inbox.received).toHaveLength(4);
    });

    it('sends a refused message again, or never again when it is to be skipped', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(4));
      const group = await groups.create(stream);
      const inbox = groups.join(stream, group, {}, (delivered) => {
        const [n] = numbersOf([delivered]);
        if (n === 1) void inbox.reader.nack('skip', 'not for me', delivered);
        else if (n === 2 && delivered.retryCount < 3) void inbox.reader.nack('retry', 'not now', delivered);
        else void inbox.reader.ack(delivered);
      });
      const delivered = await inbox.first(7);
      expect(delivered.map((each) => [...numbersOf([each]), each.retryCount])).toEqual([[0, 0], [1, 0], [2, 0], [3, 0], [2, 1], [2, 2], [2, 3]]);
      await sleep(100);
      expect(inbox.received).toHaveLength(7);
      expect((await groups.connection.information(stream, group)).stats).toMatchObject({ parkedMessageCount: 0n, outstandingMessagesCount: 0 });
    });

    it('ends for a consumer that says stop, and gives its messages to another', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(3));
      const group = await groups.create(stream);
      const stopping = groups.join(stream, group);
      const [first] = await stopping.first(3);
      await stopping.reader.nack('stop', 'enough', first as never);
      expect(await stopping.failed).toBeInstanceOf(persistent.errors.dropped);
      expect((await groups.connection.information(stream, group)).connections).toHaveLength(0);
      expect(numbersOf(await groups.join(stream, group).first(3))).toEqual([0, 1, 2]);
    });

    it('does not take an acknowledgement from a consumer that does not have the message', async () => {
      const stream = freshStream();
      await context.store.append(stream, numbered(1));
      const group = await groups.create(stream, { messageTimeout: 150 });
      const holder = groups.join(stream, group);
      const [message] = await holder.first(1);
      const other = groups.join(stream, group);
      await other.confirmed;
      await other.reader.ack(message as never);
      const again = () => [...holder.received.slice(1), ...other.received];
      await eventually(() => (again().length > 0));
      expect(numbersOf(again())[0]).toBe(0);
    });
  });
}
