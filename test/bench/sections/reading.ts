import { setTimeout as pause } from 'node:timers/promises';
import { connectEventStore, type EventStore } from '@zeren/event-store';
import type { TaskEvent } from '@zeren/tasks-domain';
import type { Section } from '../bench.js';
import { beginCity, city, newEvents, taskId } from '../city.js';
import { newProduct, startReference } from '../engines.js';
import { load } from '../load.js';
import { alternate, percentile, times } from '../measuring.js';
import { limitRow, milliseconds, ratioRow, type Row } from '../row.js';

const HELLO = 'Nest + Fastify hello';
const PAGE = '/api/v1/tasks?parentTaskId=none&limit=';
const HISTORY_LIMIT_MS = 50;

/** A page of the board over 64 connections, and the replay of a stream of 200 events, with the city's 1,400 tasks behind them. */
export const reading: Section = async (bench, stage) => {
  const product = await newProduct(bench, stage, 'bench_reading');
  await product.start('projector');
  const store = stage.keep(connectEventStore(product.eventStore.url), (open) => open.dispose());
  const of = city(0);
  await beginCity(store, of);
  const stream = `task-${of.tenantId}_${taskId(0, of.districts[0] as string)}`;
  const position = await reworkOften(store, stream, of.tenantId, 196);
  const headers = { authorization: `Bearer ${await product.issuer.tokenFor({ tenantId: of.tenantId, roles: ['city-office'] })}` };
  const [tasks, accountability] = [await product.start('tasks'), await product.start('accountability')];
  const get = async (url: string): Promise<void> => {
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  await untilRead(() => get(`${tasks.url}${PAGE}50&after=${position}`));

  const reference = await startReference(bench, stage, 'hello');
  const hello = () => load({ url: reference.url, seconds: bench.sliceSeconds, requests: [{ method: 'GET', path: '/' }] });
  const page = (limit: number) => () =>
    load({ url: tasks.url, seconds: bench.sliceSeconds, headers, requests: [{ method: 'GET', path: `${PAGE}${limit}` }] });
  const rows: Row[] = [];
  for (const limit of [10, 50]) {
    rows.push(ratioRow(`board: a page of ${limit} tasks`, HELLO, await alternate(bench.turns, page(limit), hello), { atLeast: 0.5 }));
  }

  const history = `${accountability.url}/api/v1/history/${encodeURIComponent(stream)}?limit=200`;
  await untilRead(() => get(history));
  const replays = await times(bench.quick ? 60 : 300, () => get(history));
  const greetings = await times(300, () => get(reference.url));
  const greeting = `${HELLO}: p99 ${milliseconds(percentile(greetings, 0.99))}`;
  return [...rows, limitRow('history of 200 events replayed, p99', percentile(replays, 0.99), greeting, HISTORY_LIMIT_MS)];
};

/** Adds so many events to a task: its result reported and rejected over and over. */
const reworkOften = async (store: EventStore, stream: string, tenantId: string, count: number): Promise<bigint> => {
  const events = Array.from({ length: count }, (_, at): TaskEvent => at % 2 === 0
    ? {
      type: 'ResultReported',
      data: {
        year: 2014, values: [{ metric: 'share', value: '70', unit: '%' }], measuredOn: '2014-12-20', dueAt: '2114-12-31T15:59:59.999Z', late: false,
        attempt: at / 2 + 1, reportingUnitId: '511902', note: 'measured again',
      },
    }
    : { type: 'ResultRejected', data: { year: 2014, verifyingUnitId: '511900-supervision-office', finding: 'no record', rework: (at + 1) / 2 } });
  return (await store.append(stream, newEvents(tenantId, events), 3)).position;
};

/** A view that is behind asks its readers to come again. */
const untilRead = async (read: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(500);
    }
  }
};
