import type { EventStore } from '@zeren/event-store';
import type { RowKey } from '@zeren/kernel';
import { Client, type ClientBase } from 'pg';
import { Progress } from '../projector/progress.js';
import { allSettled } from '../projector/transaction.js';
import { connectionSettings } from '../data-source.js';
import { historyName, indexName, quoted } from '../schema.js';
import type { ViewTable } from '../view-table.js';
import { compare } from './compare.js';
import { ProgressMeter, type RebuildProgress } from './progress-meter.js';
import { pagesBetween, Shadow } from './shadow.js';

export type RebuildOptions = {
  readonly store: EventStore;
  readonly ownerUrl: string;
  readonly tables: readonly ViewTable[];
  /** Compare with the served view and throw the rebuilt one away; otherwise the rebuilt one takes its place. */
  readonly verify: boolean;
  readonly onProgress?: (progress: RebuildProgress) => void;
};

export type RebuildReport = {
  readonly view: string;
  /** Rows of the rebuilt view. */
  readonly rows: number;
  /** Rows that only one of the two has, or that they have differently. Where the rebuilt one took over: what it put right. */
  readonly differences: number;
  /** Some of them, at most ten. */
  readonly examples: readonly RowKey[];
  /** The position up to which both were folded, decimal text. */
  readonly position: string;
  /** Events the rebuilt view could not fold; they are parked where it took over. */
  readonly parked: number;
};

const REBUILD_LOCK = 1_435_002;
/** A rebuild reads many events for each that it writes: pages are larger than the runner's. */
const PAGE = 4_000;

/**
 * Builds views again from the first event on, beside those that are served, which goes on. Then each is compared with
 * the served one at one and the same position, or put in its place in one step. Processes may rebuild different views at
 * the same time; for the same view they wait for each other.
 */
export const rebuild = async (options: RebuildOptions): Promise<RebuildReport[]> => {
  const client = new Client({ connectionString: options.ownerUrl, ...connectionSettings });
  await client.connect();
  const shadows = options.tables.map((table) => new Shadow(table));
  try {
    await claim(client, options.tables);
    await client.query('set synchronous_commit = off');
    for (const shadow of shadows) await shadow.create(client);
    await build(client, shadows, options);
    const reports: RebuildReport[] = [];
    for (const shadow of shadows) reports.push(await conclude(client, shadow, options));
    return reports;
  } finally {
    for (const shadow of shadows) await shadow.drop(client);
    await client.end();
  }
};

/** In order of their names, so that two who want the same views never wait for each other in a circle. */
const claim = async (client: ClientBase, tables: readonly ViewTable[]): Promise<void> => {
  const names = tables.map(({ name }) => name).sort();
  for (const name of names) await client.query('select pg_advisory_lock($1, hashtext($2))', [REBUILD_LOCK, name]);
};

/** Folds all events up to where each of the served views stands now. */
const build = async (client: ClientBase, shadows: readonly Shadow[], { store, onProgress }: RebuildOptions): Promise<void> => {
  for (const shadow of shadows) shadow.upTo = await positionOf(client, shadow.view);
  const foremost = shadows.reduce((most, { upTo }) => (upTo > most ? upTo : most), -1n);
  const meter = new ProgressMeter(foremost, onProgress);
  for await (const page of pagesBetween(store, -1n, foremost, PAGE)) {
    await inOneTransaction(client, 'begin', () => allSettled(shadows.map((shadow) => shadow.fold(client, page))));
    meter.passed(page);
  }
};

/**
 * The last stretch and the verdict, in one transaction. To compare, a snapshot holds the served view still while the
 * runner goes on; to take over, the runner waits at the checkpoint.
 */
const conclude = (client: ClientBase, shadow: Shadow, { store, verify }: RebuildOptions): Promise<RebuildReport> =>
  inOneTransaction(client, verify ? 'begin isolation level repeatable read' : 'begin', async () => {
    const { view } = shadow;
    const built = shadow.upTo;
    shadow.upTo = await positionOf(client, view, verify ? '' : 'for update');
    for await (const page of pagesBetween(store, built, shadow.upTo, PAGE)) await shadow.fold(client, page);
    const comparison = await compare(client, view, shadow.table);
    if (!verify) await takeOver(client, shadow);
    return { view: view.name, ...comparison, position: String(shadow.upTo), parked: shadow.left().length };
  });

const positionOf = async (client: ClientBase, view: ViewTable, lock = ''): Promise<bigint> => {
  const { rows } = await client.query<{ position: string }>(`select position from checkpoint where name = $1 ${lock}`, [view.name]);
  return BigInt(rows[0]?.position ?? -1);
};

const takeOver = async (client: ClientBase, shadow: Shadow): Promise<void> => {
  const { view, table } = shadow;
  const renamed: [string, string][] = [[table, view.name], ...(view.history ? [[historyName(table), historyName(view.name)] as [string, string]] : [])];
  for (const [from, to] of renamed) {
    await client.query(`drop table ${quoted(to)}`);
    await client.query(`alter table ${quoted(from)} rename to ${quoted(to)}`);
    await client.query(`alter index ${quoted(`${from}_pkey`)} rename to ${quoted(`${to}_pkey`)}`);
    for (const properties of [...view.indexes, ['present']]) {
      await client.query(`alter index if exists ${quoted(indexName(from, properties))} rename to ${quoted(indexName(to, properties))}`);
    }
  }
  await client.query('delete from parked_event where name = $1', [view.name]);
  await new Progress(view.name).park(client, shadow.left());
};

const inOneTransaction = async <T>(client: ClientBase, begin: string, work: () => Promise<T>): Promise<T> => {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};
