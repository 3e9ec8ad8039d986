import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Bench, Section } from '../bench.js';
import { newDatabase, newProduct } from '../engines.js';
import { percentile, times } from '../measuring.js';
import { limitRow, milliseconds } from '../row.js';
import type { Stage } from '../stage.js';

const PER_SECOND = 200;
const LIMIT_MS = 200;

const split = JSON.stringify({
  title: { zh: '二〇一三年任务分解', en: 'Tasks for 2013' }, cycle: { kind: 'key', from: '2013-01-01', until: '2013-12-31' }, deepestLevel: 2,
});

/** At a steady 200 commands a second: from the answer to a command until a reader who waits for it has its row. */
export const lag: Section = async (bench, stage) => {
  const product = await newProduct(bench, stage, 'bench_lag');
  await product.start('projector');
  const api = await product.start('tasks');
  const headers = {
    'content-type': 'application/json', authorization: `Bearer ${await product.issuer.tokenFor({ tenantId: '511900', roles: ['city-office'] })}`,
  };
  const once = async (): Promise<number> => {
    const written = await fetch(`${api.url}/api/v1/splits`, { method: 'POST', headers, body: split });
    const { id, position } = (await written.json()) as { id: string; position: string };
    const begun = performance.now();
    const read = await fetch(`${api.url}/api/v1/splits/${id}?after=${position}`, { headers });
    if (!read.ok) throw new Error(`A reader waited in vain: ${read.status}`);
    await read.arrayBuffer();
    return performance.now() - begun;
  };
  await steadily(PER_SECOND, once);
  const lags = await steadily(PER_SECOND * (bench.quick ? 3 : 15), once);
  const machine = await insertTimes(bench, stage);
  return [
    { shape: `lag at ${PER_SECOND} commands/s, p50`, figure: milliseconds(percentile(lags, 0.5)), reference: machine, goal: '' },
    limitRow(`lag at ${PER_SECOND} commands/s, p99`, percentile(lags, 0.99), machine, LIMIT_MS),
  ];
};

/** Begins so many at an even pace, whether the earlier are done or not. */
const steadily = async (count: number, work: () => Promise<number>): Promise<number[]> => {
  const begun = performance.now();
  const running: Promise<number>[] = [];
  for (let at = 0; at < count; at += 1) {
    const ahead = begun + (at * 1_000) / PER_SECOND - performance.now();
    if (ahead > 0) await pause(ahead);
    running.push(work());
  }
  return Promise.all(running);
};

/** How quick the machine is at this moment: durable inserts, one after the other. */
const insertTimes = async (bench: Bench, stage: Stage): Promise<string> => {
  const client = new Client({ connectionString: await newDatabase(bench, stage, 'bench_inserts') });
  await client.connect();
  await client.query('create table inserted (id serial primary key, note text)');
  const taken = await times(200, () => client.query(`insert into inserted (note) values ('x')`));
  await client.end();
  return `one INSERT: p50 ${milliseconds(percentile(taken, 0.5))}, p99 ${milliseconds(percentile(taken, 0.99))}`;
};
