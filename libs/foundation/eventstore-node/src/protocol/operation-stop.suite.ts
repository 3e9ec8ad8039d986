import { once } from 'node:events';
import type { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { buildNode } from './child-node.js';
import { collect, jsonEvent, refusal, take, type ClientUnderTest, type Connection, type LiveEvents } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';
import { runProgram } from './operation-process.js';

const numberOf = (data: unknown): number => (data as { n: number }).n;

/** A reader that subscribes again where it was whenever its subscription ends, until it has all it wants. */
class FollowingReader {
  readonly numbers: number[] = [];
  readonly ends: { type: string; at: number }[] = [];
  #last: bigint | undefined;
  #open: LiveEvents | undefined;

  constructor(private readonly store: Connection, private readonly stream: string) {
    this.#subscribe();
  }

  async stop(): Promise<void> {
    await this.#open?.unsubscribe();
  }

  #subscribe(): void {
    const subscription = this.store.subscribeToStream(this.stream, { from: this.#last ?? 'start' });
    this.#open = subscription;
    subscription.on('data', ({ event }) => {
      if (!event) return;
      this.#last = event.revision;
      this.numbers.push(numberOf(event.data));
    });
    subscription.on('error', (error: Error & { type?: string }) => {
      this.ends.push({ type: String(error.type ?? error.message), at: performance.now() });
      setTimeout(() => { this.#subscribe(); }, 100);
    });
  }
}

/** Leaves a subscription open with more on its way than the connection holds. */
async function subscribeAndStopReading(store: Connection): Promise<void> {
  for (let part = 0; part < 20; part++) await store.append('stuck', Array.from({ length: 100 }, () => jsonEvent('n', { text: 'x'.repeat(8_000) })));
  const subscription = store.subscribeToStream('stuck');
  subscription.on('error', () => {});
  await take(subscription, 1);
  subscription.pause();
}

export function stopSuite(client: ClientUnderTest): void {
  const until = async (reached: () => boolean): Promise<void> => {
    for (const end = performance.now() + 15_000; !reached(); await sleep(20)) {
      if (performance.now() > end) throw new Error('It was not reached in time.');
    }
  };
  const numbered = (from: number, count: number) => Array.from({ length: count }, (_, n) => jsonEvent('n', { n: from + n }));

  describe(`${client.name}: a node that stops`, () => {
    let node: EventStoreNode;
    let store: Connection;
    let dir: string;
    beforeEach(async () => {
      dir = temporaryFolder();
      node = await startEventStoreNode({ dir });
      store = client.connect(node.connectionString);
    });
    afterEach(async () => {
      await store.dispose();
      await node.stop();
    });
    const restart = async (): Promise<void> => { node = await startEventStoreNode({ dir, port: node.port }); };

    it('ends its subscribers as unavailable at once; they subscribe again where they were and miss nothing', async () => {
      await store.append('followed', numbered(0, 300));
      const readers = Array.from({ length: 5 }, () => new FollowingReader(store, 'followed'));
      await until(() => readers.every(({ numbers }) => numbers.length === 300));
      const asked = performance.now();
      await node.stop();
      expect(performance.now() - asked).toBeLessThan(1_500);
      await until(() => readers.every(({ ends }) => ends.length > 0));
      for (const { ends } of readers) {
        expect(ends[0]?.type).toBe('unavailable');
        expect((ends[0]?.at ?? Infinity) - asked).toBeLessThan(1_000);
      }
      await restart();
      const writer = client.connect(node.connectionString);
      await writer.append('followed', numbered(300, 300));
      await until(() => readers.every(({ numbers }) => numbers.length >= 600));
      for (const { numbers } of readers) expect(numbers).toEqual(Array.from({ length: 600 }, (_, n) => n));
      await Promise.all(readers.map((reader) => reader.stop()));
      await writer.dispose();
    });

    it('stores and acknowledges the writes it has accepted, refuses every other, and stores none without saying so', async () => {
      await store.append('before', numbered(0, 1));
      const acknowledged = new Set<number>();
      let asked = false;
      let afterwards = 0;
      const write = async (first: number): Promise<void> => {
        for (let n = first; ; n += 32) {
          await store.append('written', [jsonEvent('n', { n })]);
          acknowledged.add(n);
          if (asked) afterwards++;
        }
      };
      const writers = Array.from({ length: 32 }, (_, first) => write(first));
      await until(() => acknowledged.size > 200);
      const began = performance.now();
      asked = true;
      await node.stop();
      expect(performance.now() - began).toBeLessThan(1_500);
      const outcomes = await Promise.allSettled(writers);
      for (const outcome of outcomes) expect(String((outcome as PromiseRejectedResult).reason)).toMatch(/UNAVAILABLE|unavailable/i);
      expect(afterwards).toBeGreaterThan(0);
      await restart();
      const again = client.connect(node.connectionString);
      const stored = (await collect(again.readStream('written'))).map(({ event }) => numberOf(event?.data));
      expect(new Set(stored).size).toBe(stored.length);
      expect([...acknowledged].filter((n) => !stored.includes(n))).toEqual([]);
      // Nothing was stored without its answer reaching the writer: this stop was no crash.
      expect(stored.length).toBe(acknowledged.size);
      await again.dispose();
    });

    it('ends a read in progress cleanly: whole, or as unavailable', async () => {
      await store.append('long', Array.from({ length: 3_000 }, (_, n) => jsonEvent('n', { n, text: 'x'.repeat(300) })));
      const numbers: number[] = [];
      let stopping: Promise<void> | undefined;
      const read = async (): Promise<void> => {
        for await (const { event } of store.readStream('long')) {
          numbers.push(numberOf(event?.data));
          if (numbers.length === 10) stopping = node.stop();
        }
      };
      const ended = await read().then(() => 'whole', (error: Error & { type?: string }) => error.type);
      expect(ended).toBe(numbers.length === 3_000 ? 'whole' : 'unavailable');
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => n));
      await stopping;
    });

    it('takes no new calls', async () => {
      await store.append('a', numbered(0, 1));
      const stopped = node.stop();
      const late = client.connect(node.connectionString);
      expect((await refusal(late.append('a', numbered(1, 1), { deadline: 3_000 }))).message).toContain('UNAVAILABLE');
      await stopped;
      await late.dispose();
    });

    it('is held up by a subscriber that does not read for two seconds and no longer', async () => {
      await subscribeAndStopReading(store);
      await sleep(300);
      const asked = performance.now();
      await node.stop();
      const took = performance.now() - asked;
      expect(took).toBeGreaterThan(1_500);
      expect(took).toBeLessThan(3_500);
    });
  });

  describe(`${client.name}: the program`, () => {
    let program: string;
    beforeAll(async () => { program = await buildNode(temporaryFolder()); });

    it.each(['SIGTERM', 'SIGINT'] as const)('stops in good order on %s: its subscriber hears, what was acknowledged is there, and the exit code is 0', async (signal) => {
      const dir = join(temporaryFolder(), 'data');
      const running = runProgram(program, ['--dir', dir, '--port', '0']);
      const store = client.connect((await running.ready).connectionString);
      await store.append('kept', numbered(0, 10));
      const subscription = store.subscribeToStream('kept');
      const failed = once(subscription as unknown as EventEmitter, 'error');
      await take(subscription, 10).catch(() => {});
      running.signal(signal);
      expect((await failed as [{ type: string }])[0].type).toBe('unavailable');
      expect((await running.ended).code).toBe(0);
      await store.dispose();
      const node = await startEventStoreNode({ dir });
      const again = client.connect(node.connectionString);
      expect(await collect(again.readStream('kept'))).toHaveLength(10);
      await again.dispose();
      await node.stop();
    });

    it('ends at once on a second signal', async () => {
      const running = runProgram(program, ['--dir', join(temporaryFolder(), 'data'), '--port', '0']);
      const store = client.connect((await running.ready).connectionString);
      await subscribeAndStopReading(store);
      running.signal('SIGTERM');
      await sleep(800);
      const asked = performance.now();
      running.signal('SIGTERM');
      expect((await running.ended).code).toBe(1);
      expect(performance.now() - asked).toBeLessThan(600);
      await store.dispose();
    });
  });
}
