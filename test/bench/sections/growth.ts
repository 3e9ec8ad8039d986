import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connectEventStore, type EventStore } from '@zeren/event-store';
import { appUrl, createDataSource } from '@zeren/read-model';
import type { DataSource } from 'typeorm';
import type { Bench, Section } from '../bench.js';
import { beginCity, city, endCity, EVENTS_OF_CITY, newEvents, PERIOD, schemeId } from '../city.js';
import { newProduct, type Product, type Running } from '../engines.js';
import { alternate, median, percentile, times } from '../measuring.js';
import { memoryRow } from '../process.js';
import { limitRow, milliseconds, ratioRow, type Row } from '../row.js';
import type { Stage } from '../stage.js';

const RANKING_LIMIT_MS = 200;
const BOARD = '/api/v1/tasks?parentTaskId=none&limit=50';
const PROJECTED_WITHIN_MS = 600_000;

/** The product with so many cities behind it, of which the first is looked at. */
type Place = {
  readonly product: Product;
  readonly eventStore: Running;
  readonly store: EventStore;
  readonly tasks: Running;
  readonly headers: Record<string, string>;
  /** Where each task of the first city was done: the last events of the store. */
  readonly positions: readonly bigint[];
};

/** One city's ten thousand events against a hundred cities' million; and the ranking of that city as of past moments. */
export const growth: Section = async (bench, stage) => {
  const cities = bench.quick ? 5 : 100;
  const small = await placeOf(bench, stage, 'bench_small', 1);
  const large = await placeOf(bench, stage, 'bench_large', cities);
  const size = `${(cities * EVENTS_OF_CITY).toLocaleString('en-US')} events`;
  const name = `${EVENTS_OF_CITY.toLocaleString('en-US')} events`;
  const p50 = (work: (place: Place) => Promise<unknown>, place: Place) => async () => median(await times(bench.quick ? 50 : 200, () => work(place)));
  const compared = (work: (place: Place) => Promise<unknown>) => alternate(bench.turns, p50(work, large), p50(work, small));
  return [
    ratioRow(`append p50, ${size}`, name, await compared(append), { atMost: 1.1 }, milliseconds),
    ratioRow(`board p50, ${size}`, name, await compared(readBoard), { atMost: 1.1 }, milliseconds),
    memoryRow(`memory of the API, ${size}`, name, large.tasks, small.tasks),
    await rankingRow(bench, size, small, large),
  ];
};

const placeOf = async (bench: Bench, stage: Stage, name: string, cities: number): Promise<Place> => {
  const product = await newProduct(bench, stage, name);
  const projector = await product.start('projector');
  const store = stage.keep(connectEventStore(product.eventStore.url), (open) => open.dispose());
  const begun = performance.now();
  await beginCity(store, city(0));
  for (let number = 1; number < cities; number += 1) {
    await beginCity(store, city(number));
    await endCity(store, city(number));
  }
  const positions = await endCity(store, city(0));
  const appended = performance.now();
  await untilProjected(product, stage, positions.at(-1) as bigint);
  const seconds = (from: number, to: number): string => ((to - from) / 1_000).toFixed(0);
  console.error(`${cities * EVENTS_OF_CITY} events: appended in ${seconds(begun, appended)} s, projected ${seconds(appended, performance.now())} s later`);
  await projector.stop();
  const eventStore = await product.restartEventStore();
  const headers = { authorization: `Bearer ${await product.issuer.tokenFor({ tenantId: '511900', roles: ['city-office', 'performance-office'] })}` };
  return { product, eventStore, store, positions, headers, tasks: await product.start('tasks') };
};

const untilProjected = async ({ databaseUrl }: Product, stage: Stage, position: bigint): Promise<void> => {
  const database: DataSource = stage.keep(await createDataSource(appUrl(databaseUrl), []).initialize(), (open) => open.destroy());
  const end = Date.now() + PROJECTED_WITHIN_MS;
  for (;;) {
    const [row] = await database.query<{ behind: number }[]>('select count(*)::integer as behind from checkpoint where position < $1', [String(position)]);
    if (row?.behind === 0) return;
    if (Date.now() > end) throw new Error(`${row?.behind} views are still behind`);
    await pause(500);
  }
};

const append = ({ store }: Place): Promise<unknown> =>
  store.append(`split-511900_${randomUUID()}`, newEvents('511900', [{ type: 'SplitDrafted', data: { title: { zh: '任务', en: 'Tasks' } } }]), 'no-stream');

const get = async (url: string, headers: Record<string, string>): Promise<void> => {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
};

/** Each time another indicator's tasks, so that none is answered from memory. */
let pages = 0;
const readBoard = ({ tasks, headers }: Place): Promise<void> => get(`${tasks.url}${BOARD}&level=2&indicatorCode=ENV-${String((pages += 1) % 100).padStart(3, '0')}`, headers);

/** Every time another past moment, so that none is answered from memory. */
const rankingRow = async (bench: Bench, size: string, small: Place, large: Place): Promise<Row> => {
  const runs = bench.quick ? 20 : 100;
  const rankings = async ({ product, headers, positions }: Place): Promise<number[]> => {
    const accountability = await product.start('accountability');
    const at = (run: number) => `${accountability.url}/api/v1/rankings?schemeId=${schemeId(city(0))}&period=${PERIOD}&position=${positions[run]}`;
    await times(10, (run) => get(at(runs + run), headers));
    const taken = await times(runs, (run) => get(at(run), headers));
    await accountability.stop();
    return taken;
  };
  const [theirs, ours] = [await rankings(small), await rankings(large)];
  const reference = `${EVENTS_OF_CITY.toLocaleString('en-US')} events: p99 ${milliseconds(percentile(theirs, 0.99))}`;
  return limitRow(`ranking of 1,400 inputs as of a past moment, ${size}, p99`, percentile(ours, 0.99), reference, RANKING_LIMIT_MS);
};
