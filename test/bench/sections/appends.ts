import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { connectEventStore, type NewEvent } from '@zeren/event-store';
import type { Section } from '../bench.js';
import { newEvents } from '../city.js';
import { newDatabase, startEventStore } from '../engines.js';
import { alternate, perSecond } from '../measuring.js';
import { ratioRow } from '../row.js';

const CALLERS = 64;
const data = { title: '二〇一三年环境保护任务', unitId: '511902', note: 'x'.repeat(120) };
const [{ metadata }] = newEvents('511900', [{ type: 'SplitDrafted', data }]) as [NewEvent];

/** Appends of one event to a stream of its own, durable when they are acknowledged. */
export const appends: Section = async (bench, stage) => {
  const store = stage.keep(connectEventStore((await startEventStore(bench, stage)).url), (open) => open.dispose());
  const url = await newDatabase(bench, stage, 'bench_emmett');
  // A pool of our own: the one it would open stays open after close(), and falls with the database.
  const pool = stage.keep(new Pool({ connectionString: url, max: CALLERS }), (open) => open.end());
  const emmett = stage.keep(getPostgreSQLEventStore(url, { connectionOptions: { pool } }), (open) => open.close());
  await emmett.schema.migrate();
  const ours = () => perSecond(CALLERS, bench.sliceSeconds, () =>
    store.append(`split-511900_${randomUUID()}`, newEvents('511900', [{ type: 'SplitDrafted', data }]), 'no-stream'));
  const theirs = () => perSecond(CALLERS, bench.sliceSeconds, () =>
    emmett.appendToStream(`split-511900_${randomUUID()}`, [{ type: 'SplitDrafted', data: { ...data }, metadata: { ...metadata } }], { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' }));
  return [ratioRow(`embedded node: ${CALLERS} concurrent appends, fsync`, 'emmett-postgresql', await alternate(bench.turns, ours, theirs), { atLeast: 3 })];
};
