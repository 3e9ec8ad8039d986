import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { backupDataFolder } from '../storage/data-folder.js';
import { Log } from '../storage/log.js';
import { verifyDataFolder } from '../storage/verify.js';
import { startChild, type ChildNode } from './child-node.js';
import { collect, jsonEvent, type ClientUnderTest, type Connection } from './client-under-test.js';

const connectionsInUse = 32;
/** The longest a node lives once it is ready, in milliseconds. */
const longestLife = 500;
/** How long a client may take to notice that its node is gone, in milliseconds. */
const patience = 5_000;
const churnedStreams = ['churn-0', 'churn-1'];
const churnKept = 10;

/** Random numbers below `end`, the same for the same seed. */
export type Random = (end: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** What one connection has been told of the stream that it alone writes. */
class Ledger {
  /** How many events are known to be stored. */
  count = 0;
  /** After how many events each append since the last check ended. */
  readonly ends = new Set<number>([0]);
  #checked = 0;
  #acknowledged: string[] = [];
  #attempted: string[] = [];

  constructor(readonly stream: string) {}

  async append(connection: Connection, random: Random): Promise<void> {
    const events = Array.from({ length: 1 + random(4) }, (_, index) => jsonEvent('written', { n: this.count + index, text: 'x'.repeat(random(600)) }));
    this.#attempted = events.map(({ id }) => id);
    this.ends.add(this.count + events.length);
    const current = this.count === 0 ? 'no_stream' : BigInt(this.count - 1);
    await connection.append(this.stream, events, { expected: random(3) === 0 ? current : 'any', deadline: 20_000 });
    this.#acknowledge();
  }

  /** Compares what is stored since the last check with what was acknowledged; the one append without an answer may be there whole. */
  async check(connection: Connection): Promise<void> {
    const stored = this.count === 0 ? await eventsIfAny(connection, this.stream) : await eventsOf(connection, this.stream, this.#checked);
    const ids = stored.map(({ id }) => id);
    if (ids.length > this.#acknowledged.length) this.#acknowledge();
    expect(ids).toEqual(this.#acknowledged);
    expect(stored.map(({ n }) => n)).toEqual(ids.map((_, index) => this.#checked + index));
    this.#checked = this.count;
    this.#acknowledged = [];
    this.#attempted = [];
  }

  #acknowledge(): void {
    this.#acknowledged.push(...this.#attempted);
    this.count += this.#attempted.length;
    this.#attempted = [];
  }
}

type Stored = { id: string; n: number; revision: bigint };

async function eventsOf(connection: Connection, stream: string, from: number): Promise<Stored[]> {
  const events = await collect(connection.readStream(stream, { from: BigInt(from) }));
  return events.flatMap(({ event }) => (event ? [{ id: event.id, n: (event.data as { n: number }).n, revision: event.revision }] : []));
}

async function eventsIfAny(connection: Connection, stream: string): Promise<Stored[]> {
  return eventsOf(connection, stream, 0).catch((error: { type: string }) => {
    if (error.type === 'stream-not-found') return [];
    throw error;
  });
}

/** A folder whose node is killed again and again while many write to it. */
export class CrashTest {
  readonly #ledgers = Array.from({ length: connectionsInUse }, (_, index) => new Ledger(`crash-${index}`));
  readonly #churned = new Map(churnedStreams.map((stream) => [stream, -1n]));
  readonly #data: string;

  constructor(private readonly client: ClientUnderTest, private readonly dir: string, private readonly program: string, private readonly random: Random) {
    this.#data = join(dir, 'data');
  }

  get events(): number {
    return this.#ledgers.reduce((sum, { count }) => sum + count, 0);
  }

  /** Starts the node, checks what the last kill left, writes, and kills it at a random instant. */
  async round(): Promise<void> {
    const httpPort = await freePort();
    const child = await startChild(this.program, this.#data, { words: ['--http-port', String(httpPort)] });
    const connections = Array.from({ length: connectionsInUse + churnedStreams.length }, () => this.client.connect(`esdb://127.0.0.1:${child.port}?tls=false`));
    try {
      await this.#check(connections);
      await this.#writeAndKill(child, connections, httpPort);
    } finally {
      child.kill('SIGKILL');
      await Promise.all(connections.map((connection) => connection.dispose()));
      await child.exit;
    }
  }

  /** Reads everything once more, stops the node in good order, and verifies the folder. */
  async finish(): Promise<void> {
    const child = await startChild(this.program, this.#data);
    const connection = this.client.connect(`esdb://127.0.0.1:${child.port}?tls=false`);
    await this.#check(Array.from({ length: connectionsInUse + churnedStreams.length }, () => connection));
    for (const { stream, count } of this.#ledgers) {
      const stored = await eventsIfAny(connection, stream);
      expect(stored.map(({ n }) => n)).toEqual(Array.from({ length: count }, (_, n) => n));
    }
    await connection.dispose();
    await child.stop();
    expect(await verifyDataFolder(this.#data)).toMatchObject({ intact: true });
  }

  async #check(connections: readonly Connection[]): Promise<void> {
    await Promise.all(this.#ledgers.map((ledger, index) => ledger.check(connections[index] as Connection)));
    await Promise.all(churnedStreams.map((stream, index) => this.#checkChurned(stream, connections[connectionsInUse + index] as Connection)));
  }

  /** Of a stream that is truncated and scavenged the newest are there, without a hole, the acknowledged last one among them. */
  async #checkChurned(stream: string, connection: Connection): Promise<void> {
    await connection.setMetadata(stream, { maxCount: churnKept });
    const revisions = (await eventsIfAny(connection, stream)).map(({ revision }) => revision);
    const last = revisions.at(-1) ?? -1n;
    expect(last).toBeGreaterThanOrEqual(this.#churned.get(stream) ?? -1n);
    expect(revisions).toEqual(revisions.map((_, index) => last - BigInt(revisions.length - 1 - index)));
    expect(revisions).toHaveLength(Math.min(Number(last) + 1, churnKept));
  }

  async #writeAndKill(child: ChildNode, connections: readonly Connection[], httpPort: number): Promise<void> {
    let killed = false;
    const untilKilled = async (act: () => Promise<unknown>): Promise<void> => {
      while (!killed) {
        await act().catch((error: unknown) => { if (!killed) throw error; });
      }
    };
    const work = [
      ...this.#ledgers.map((ledger, index) => untilKilled(() => ledger.append(connections[index] as Connection, this.random))),
      ...churnedStreams.map((stream, index) => untilKilled(() => this.#churn(stream, connections[connectionsInUse + index] as Connection))),
    ];
    if (this.random(3) === 0) work.push(untilKilled(() => fetch(`http://127.0.0.1:${httpPort}/scavenge`, { method: 'POST' })));
    const backups = [...(this.random(4) === 0 ? [this.#backUp()] : []), ...(this.random(4) === 0 ? [this.#killBackup()] : [])];
    const kill = sleep(this.random(longestLife)).then(() => {
      killed = true;
      child.kill('SIGKILL');
    });
    // A client whose node went while it was still connecting may never settle the call: it has no answer either way.
    const settled = Promise.race([Promise.all(work), kill.then(() => sleep(patience, undefined, { ref: false }))]);
    await Promise.all([kill, settled, ...backups]);
  }

  async #churn(stream: string, connection: Connection): Promise<void> {
    const events = Array.from({ length: 20 }, (_, n) => jsonEvent('churned', { n }));
    this.#churned.set(stream, (await connection.append(stream, events, { deadline: 20_000 })).revision);
  }

  /** A backup holds what was acknowledged before it began, and no append by half, whatever becomes of the node meanwhile. */
  async #backUp(): Promise<void> {
    const target = join(this.dir, 'backup');
    const promised = this.#ledgers.map(({ count }) => count);
    expect(await backupDataFolder(this.#data, target)).toMatchObject({ intact: true });
    const log = Log.open(target);
    for (const [index, { stream, ends }] of this.#ledgers.entries()) {
      const stored = log.stream(stream).lastRevision + 1;
      expect(stored).toBeGreaterThanOrEqual(promised[index] ?? 0);
      expect(ends).toContain(stored);
    }
    await log.close();
    rmSync(target, { recursive: true });
  }

  /** A backup that is killed leaves nothing that could be taken for one, or one that is whole. */
  async #killBackup(): Promise<void> {
    const target = join(this.dir, 'killed-backup');
    const backup = spawn(process.execPath, [this.program, 'backup', '--dir', this.#data, '--to', target], { stdio: 'ignore' });
    const ended = once(backup, 'exit');
    await sleep(200 + this.random(400));
    backup.kill('SIGKILL');
    await ended;
    if (existsSync(join(target, 'data.mdb'))) expect(await verifyDataFolder(target)).toMatchObject({ intact: true });
    rmSync(target, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
