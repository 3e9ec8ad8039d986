import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { open } from 'lmdb';
import { Pool } from 'pg';
import type { Bench } from '../../bench.js';
import { newDatabase, type Running } from '../../engines.js';
import { alternate, median, perSecond, type Slice } from '../../measuring.js';
import { comparisonRow, limitRow, microseconds, notMeasured, ratioRow, type Row } from '../../row.js';
import type { Stage } from '../../stage.js';
import { append, connect, costOf, newOnes } from './load.js';

const SERVER_LIMIT_US = 60;
const BATCH = 100;
const WRITERS = 8;

/** Appends through the official client, each durable when it is acknowledged, beside emmett-postgresql and bare lmdb. */
export const writing = async (bench: Bench, stage: Stage, node: Running): Promise<Row[]> => {
  const client = connect(stage, node);
  const emmett = await emmettAppend(bench, stage);
  const compared = (callers: number, count: number) => {
    const ours: Slice = async () => count * await perSecond(callers, bench.sliceSeconds, () => append(client, count));
    const theirs: Slice = async () => count * await perSecond(callers, bench.sliceSeconds, () => emmett(count));
    return alternate(bench.turns, ours, theirs);
  };
  const bare = await bareLmdb(stage);
  const many: Slice = () => perSecond(64, bench.sliceSeconds, () => append(client));
  return [
    comparisonRow('embedded node: appends, one at a time, fsync', 'emmett-postgresql', await compared(1, 1)),
    ratioRow('embedded node: appends, 64 in flight, fsync', 'emmett-postgresql', await compared(64, 1), { atLeast: 3 }),
    comparisonRow('embedded node: appends, 256 in flight, fsync', 'emmett-postgresql', await compared(256, 1)),
    comparisonRow(`embedded node: events, appended ${BATCH} at a time`, 'emmett-postgresql', await compared(WRITERS, BATCH)),
    comparisonRow('embedded node: appends, 64 in flight', 'bare lmdb, in the process', await alternate(bench.turns, many, () => perSecond(64, bench.sliceSeconds, bare))),
    await appendCostRow(bench, node, () => append(client)),
  ];
};

/** Appends so many events to a stream of its own. */
const emmettAppend = async (bench: Bench, stage: Stage): Promise<(count: number) => Promise<unknown>> => {
  const url = await newDatabase(bench, stage, 'bench_emmett');
  // A pool of our own: the one it would open stays open after close(), and falls with the database.
  const pool = stage.keep(new Pool({ connectionString: url, max: 64 }), (opened) => opened.end());
  const emmett = stage.keep(getPostgreSQLEventStore(url, { connectionOptions: { pool } }), (opened) => opened.close());
  await emmett.schema.migrate();
  return (count) => emmett.appendToStream(`split-511900_${randomUUID()}`, newOnes(count), { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
};

/** Stores one event of the same size under a key of its own, as durably as the node does. */
const bareLmdb = async (stage: Stage): Promise<() => Promise<unknown>> => {
  const environment = stage.keep(open({ path: join(await stage.folder(), 'bare'), overlappingSync: false }), (opened) => opened.close());
  const [event] = newOnes(1);
  let key = 0;
  return () => environment.put((key += 1), event);
};

const appendCostRow = async (bench: Bench, node: Running, work: () => Promise<unknown>): Promise<Row> => {
  const shape = 'embedded node: its processor time for an append, 64 in flight';
  const costs = [];
  for (let turn = 0; turn < bench.turns; turn += 1) {
    let done = 0;
    costs.push(await costOf(node, async () => {
      await perSecond(64, bench.sliceSeconds, async () => { await work(); done += 1; });
      return done;
    }));
  }
  const told = costs.filter((cost) => cost !== undefined);
  if (told.length === 0) return notMeasured(shape, `≤ ${SERVER_LIMIT_US} µs`, 'this system does not tell what a process uses');
  const client = `its client: ${microseconds(median(told.map((cost) => cost.client)))}`;
  return limitRow(shape, median(told.map(({ server }) => server)), client, SERVER_LIMIT_US, microseconds);
};
