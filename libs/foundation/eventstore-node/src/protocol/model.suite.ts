import fc from 'fast-check';
import { once, type EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import {
  collect, jsonEvent, refusal, take, type ClientUnderTest, type Connection, type Expected, type LiveEvents, type Position,
} from './client-under-test.js';
import { Model, metadataOf, type Known, type Outcome, type Truncation } from './model.js';
import { temporaryFolder } from './node-under-test.js';

/** Seconds for which new sequences are begun, up to a hundred: one client plays them in ten, the other some ten in fifteen. `npm run test:crash` gives a minute. */
const patience = Number(process.env['ZEREN_MODEL_SECONDS'] ?? 15) * 1_000;
const names = ['责任状-1', 'plain', '$system'];

/** A revision as the caller expects it, relative to the stream's last. */
type Guess = 'any' | 'no_stream' | 'stream_exists' | 'last' | 'before' | 'beyond';
type Command =
  | { kind: 'append'; stream: string; guess: Guess; count: number }
  | { kind: 'repeat'; which: number; guess: Guess | 'same'; change: 'none' | 'another last' | 'one more' }
  | { kind: 'delete' | 'tombstone'; stream: string; guess: Exclude<Guess, 'stream_exists'> }
  | { kind: 'describe'; stream: string; metadata: Truncation }
  | { kind: 'read'; stream: string; at: number; backwards: boolean; count: number }
  | { kind: 'read all'; at: number; backwards: boolean; count: number }
  | { kind: 'subscribe'; stream: string; after: number }
  | { kind: 'subscribe to all'; at: number }
  | { kind: 'restart' };

const stream = fc.constantFrom(...names);
const readable = fc.constantFrom(...names, ...names.map(metadataOf));
const guess = fc.constantFrom<Guess>('any', 'no_stream', 'stream_exists', 'last', 'before', 'beyond');
const endingGuess = fc.constantFrom('any' as const, 'no_stream' as const, 'last' as const, 'beyond' as const);
const place = { at: fc.nat(12), backwards: fc.boolean(), count: fc.integer({ min: 1, max: 8 }) };
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('append' as const), stream, guess, count: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({
    kind: fc.constant('repeat' as const), which: fc.nat(20), guess: fc.oneof(guess, fc.constant('same' as const)),
    change: fc.constantFrom('none' as const, 'none' as const, 'another last' as const, 'one more' as const),
  }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), stream, guess: endingGuess }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tombstone' as const), stream, guess: endingGuess }) },
  { weight: 2, arbitrary: fc.record({
    kind: fc.constant('describe' as const), stream,
    metadata: fc.record({ maxCount: fc.integer({ min: 1, max: 4 }), truncateBefore: fc.nat(8) }, { requiredKeys: [] }),
  }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), stream: readable, ...place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read all' as const), ...place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('subscribe' as const), stream, after: fc.integer({ min: -1, max: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('subscribe to all' as const), at: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

/** A node beside the model; every command is given to both, and their answers compared. */
class Pair {
  readonly #model = new Model();
  readonly #appends: { stream: string; expected: Expected; ids: string[] }[] = [];
  readonly #positions = new Map<string, Position | undefined>();
  readonly #dir = temporaryFolder();
  #node: EventStoreNode | undefined;
  #connection: Connection | undefined;

  constructor(private readonly client: ClientUnderTest) {}

  async start(): Promise<void> {
    this.#node = await startEventStoreNode({ dir: this.#dir });
    this.#connection = this.client.connect(this.#node.connectionString);
  }

  async stop(): Promise<void> {
    await this.#connection?.dispose();
    await this.#node?.stop();
  }

  async run(one: Command): Promise<void> {
    switch (one.kind) {
      case 'append': return this.#append(one.stream, this.#expected(one.stream, one.guess), Array.from({ length: one.count }, () => crypto.randomUUID()));
      case 'repeat': return this.#repeat(one);
      case 'delete': return this.#end('delete', one.stream, this.#expected(one.stream, one.guess) as Exclude<Expected, 'stream_exists'>);
      case 'tombstone': return this.#end('tombstone', one.stream, this.#expected(one.stream, one.guess) as Exclude<Expected, 'stream_exists'>);
      case 'describe': expect(await outcome(this.#store.setMetadata(one.stream, one.metadata))).toEqual(this.#model.describe(one.stream, one.metadata)); return;
      case 'read': return this.#read(one);
      case 'read all': return this.#readAll(one);
      case 'subscribe': return this.#subscribe(one.stream, one.after);
      case 'subscribe to all': return this.#subscribeToAll(one.at);
      case 'restart':
        await this.stop();
        await this.start();
    }
  }

  async compareAll(): Promise<void> {
    for (const name of [...names, ...names.map(metadataOf)]) {
      await this.#read({ stream: name, at: 0, backwards: false, count: 1_000 });
      await this.#read({ stream: name, at: 1_000, backwards: true, count: 1_000 });
    }
    expect((await collect(this.#store.readAll())).map(knownOf)).toEqual(this.#model.all);
  }

  get #store(): Connection {
    return this.#connection as Connection;
  }

  #expected(name: string, wanted: Guess): Expected {
    const last = this.#model.last(name);
    if (wanted === 'last') return last < 0 ? 'no_stream' : BigInt(last);
    if (wanted === 'before') return last <= 0 ? 'no_stream' : BigInt(last - 1);
    return wanted === 'beyond' ? BigInt(last + 1) : wanted;
  }

  async #repeat({ which, guess: wanted, change }: Extract<Command, { kind: 'repeat' }>): Promise<void> {
    const earlier = this.#appends[which % Math.max(1, this.#appends.length)];
    if (!earlier) return;
    const kept = change === 'another last' ? earlier.ids.slice(0, -1) : earlier.ids;
    const ids = change === 'none' ? kept : [...kept, crypto.randomUUID()];
    await this.#append(earlier.stream, wanted === 'same' ? earlier.expected : this.#expected(earlier.stream, wanted), ids);
  }

  async #append(name: string, expected: Expected, ids: string[]): Promise<void> {
    const due = this.#model.append(name, expected, ids);
    const written = this.#store.append(name, ids.map((id) => jsonEvent('e', {}, id)), { expected });
    // Of an append of nothing to a stream without events the clients tell no revision.
    const isNothing = due.kind === 'written' && ids.length === 0;
    expect(await outcome(written)).toMatchObject(isNothing ? { kind: 'written' } : due);
    this.#appends.push({ stream: name, expected, ids });
    if (due.kind !== 'written' || isNothing) return;
    const { position } = await written;
    const key = `${due.revision}@${name}`;
    expect(position).toEqual(this.#positions.get(key) ?? position);
    this.#positions.set(key, position);
  }

  async #end(way: 'delete' | 'tombstone', name: string, expected: Exclude<Expected, 'stream_exists'>): Promise<void> {
    const due = this.#model[way](name, expected);
    const ended = this.#store[`${way}Stream`](name, { expected });
    expect(await outcome(ended.then(() => ({ revision: 0n })))).toEqual(due.kind === 'written' ? { kind: 'written', revision: 0 } : due);
  }

  async #read({ stream: name, at, backwards, count }: Omit<Extract<Command, { kind: 'read' }>, 'kind'>): Promise<void> {
    const readableOnes = this.#model.revisions(name);
    const read = collect(this.#store.readStream(name, { from: BigInt(at), backwards, maxCount: count }));
    if (typeof readableOnes === 'string') {
      expect((await refusal(read)).type).toMatch(readableOnes === 'deleted' ? /stream-(deleted|tombstoned)/ : /stream-not-found/);
      return;
    }
    const due = backwards ? readableOnes.filter((revision) => revision <= at).reverse() : readableOnes.filter((revision) => revision >= at);
    expect((await read).map(({ event }) => Number(event?.revision))).toEqual(due.slice(0, count));
  }

  async #readAll({ at, backwards, count }: Extract<Command, { kind: 'read all' }>): Promise<void> {
    const everything = await collect(this.#store.readAll());
    expect(everything.map(knownOf)).toEqual(this.#model.all);
    const from = everything[at]?.event?.position;
    if (!from) return;
    const read = await collect(this.#store.readAll({ from, backwards, maxCount: count }));
    const due = backwards ? this.#model.all.slice(0, at).reverse() : this.#model.all.slice(at);
    expect(read.map(knownOf)).toEqual(due.slice(0, count));
  }

  async #subscribe(name: string, after: number): Promise<void> {
    const subscription = this.#store.subscribeToStream(name, { from: after < 0 ? 'start' : BigInt(after) });
    const readableOnes = this.#model.revisions(name);
    if (readableOnes === 'deleted') {
      expect((await refusal(take(subscription, 1))).type).toMatch(/stream-(deleted|tombstoned)/);
      return;
    }
    const due = readableOnes === 'not found' ? [] : readableOnes.filter((revision) => revision > after);
    expect((await delivered(subscription, due.length)).map(({ revision }) => revision)).toEqual(due);
  }

  async #subscribeToAll(at: number): Promise<void> {
    const from = (await collect(this.#store.readAll()))[at]?.event?.position;
    const due = from ? this.#model.all.slice(at + 1) : this.#model.all;
    expect(await delivered(this.#store.subscribeToAll({ from: from ?? 'start' }), due.length)).toEqual(due);
  }
}

/** What a subscription gives up to its going live; it is ended then. */
async function delivered(subscription: LiveEvents, count: number): Promise<Known[]> {
  const caughtUp = once(subscription as unknown as EventEmitter, 'caughtUp');
  const events: Known[] = [];
  subscription.on('data', (resolved) => { events.push(knownOf(resolved)); });
  const all = Promise.all([caughtUp, count > 0 ? take(subscription, count) : undefined]);
  await Promise.race([all, sleep(5_000, undefined, { ref: false })]);
  await subscription.unsubscribe();
  return events;
}

function knownOf({ event }: { event?: { streamId: string; revision: bigint; type: string } }): Known {
  return { stream: event?.streamId ?? '', revision: Number(event?.revision), type: event?.type ?? '' };
}

async function outcome(attempt: Promise<{ revision: bigint }>): Promise<Outcome> {
  try {
    return { kind: 'written', revision: Number((await attempt).revision) };
  } catch (error) {
    const { type, current } = await refusal(Promise.reject(error as Error));
    if (/^stream-(deleted|tombstoned)$/.test(type)) return { kind: 'deleted' };
    if (type !== 'wrong-expected-version') throw error;
    return { kind: 'wrong', current: typeof current === 'bigint' ? Number(current) : -1 };
  }
}

export function modelSuite(client: ClientUnderTest): void {
  describe(`${client.name}: any sequence of calls`, () => {
    it('is answered as the model answers it, also after a restart in its middle', async () => {
      const end = Date.now() + patience;
      const sequences = fc.array(command, { minLength: 1, maxLength: 40, size: 'max' });
      await fc.assert(fc.asyncProperty(sequences, async (commands) => {
        if (Date.now() > end) return;
        const pair = new Pair(client);
        await pair.start();
        try {
          for (const [index, one] of commands.entries()) {
            if (index === Math.floor(commands.length / 2)) await pair.run({ kind: 'restart' });
            await pair.run(one);
          }
          await pair.compareAll();
        } finally {
          await pair.stop();
        }
      }), { numRuns: 100, verbose: true });
    }, 180_000);
  });
}
