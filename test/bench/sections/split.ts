import { setTimeout as pause } from 'node:timers/promises';
import { connectEventStore, type EventStore } from '@zeren/event-store';
import type { SplitEvent, SplitRow } from '@zeren/tasks-domain';
import type { Section } from '../bench.js';
import { inFlight, newEvents } from '../city.js';
import { newProduct, startReference } from '../engines.js';
import { percentile, times } from '../measuring.js';
import { limitRow, milliseconds, type Row } from '../row.js';

const CITY = '511900';
/** Bazhong's 139 towns, by district; each gets a task for each of the 302 indicators: 41,978. */
const towns: Readonly<Record<string, number>> = { '511902': 29, '511903': 28, '511921': 28, '511922': 27, '511923': 27 };
const INDICATORS = 302;
const ROWS_A_PART = 500;
const PUBLISHED_WITHIN_MS = 120_000;
const PAGE_WITHIN_MS = 100;
const GIVEN_UP_AFTER_MS = 600_000;

const code = (indicator: number): string => `ENV-${String(indicator).padStart(3, '0')}`;
const parentOf = (district: string, indicator: number): string => `${CITY}_whole.${code(indicator)}~${district}`;

const rowOf = (district: string, town: number, indicator: number): SplitRow => {
  const unitId = `${district}${String(town).padStart(3, '0')}`;
  return {
    key: `${code(indicator)}~${unitId}`, parentKey: null, parentTaskId: parentOf(district, indicator), campaignId: `${CITY}_env`, indicatorCode: code(indicator),
    name: { zh: `城市环境指标第${indicator}项达标`, en: `Urban environment indicator ${indicator} is met` }, evidence: 'statistics', unitId, unitTenantId: district,
    supportingUnitIds: [], accountablePostId: `${unitId}.head`, level: 3, weight: '1',
    metrics: [{ code: 'share', unit: '%', direction: 'at-least', distribution: 'threshold' }],
    annualTargets: [2013, 2014, 2015].map((year) => ({ year, dueAt: `${year + (indicator % 3 === 0 ? 0 : 100)}-0${1 + (indicator % 9)}-28T15:59:59.000Z`, targets: [{ metric: 'share', value: '60' }] })),
    deadline: '2115-12-31T15:59:59.000Z',
  };
};

/** A district's batch up to its approval, and the event that publishes it. */
const batchOf = (district: string, share: number): { readonly before: readonly SplitEvent[]; readonly publication: SplitEvent; readonly rows: number } => {
  const count = Math.max(1, Math.round((towns[district] as number) * share));
  const rows = Array.from({ length: count }, (_, town) => Array.from({ length: INDICATORS }, (__, indicator) => rowOf(district, town + 1, indicator))).flat();
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_A_PART) }, (_, at): SplitEvent =>
    ({ type: 'SplitRowsAdded', data: { part: at + 1, rows: rows.slice(at * ROWS_A_PART, (at + 1) * ROWS_A_PART) } }));
  const parents = Array.from({ length: INDICATORS }, (_, indicator) => ({ taskId: parentOf(district, indicator), unitId: district, ancestors: [] }));
  return {
    before: [
      { type: 'SplitDrafted', data: { title: { zh: '分解到镇街', en: 'Split to the towns' }, cycle: { kind: 'routine', from: '2013-01-01', until: '2015-12-31' }, deepestLevel: 3 } },
      ...parts, { type: 'SplitApproved', data: { document: '1', rows: rows.length, hash: 'h' } },
    ],
    publication: { type: 'SplitPublished', data: { rows: rows.length, hash: 'h', chainTenantIds: [CITY], parents } },
    rows: rows.length,
  };
};

const record = async (store: EventStore, district: string, events: readonly SplitEvent[], sharedWith: readonly string[] = []): Promise<void> => {
  for (const event of events) await store.append(`split-${district}_full`, newEvents(district, [event], sharedWith), 'any');
};

/** The whole split of a city to its towns, in five batches at once; and the city's board with all its tasks behind it. */
export const split: Section = async (bench, stage) => {
  const product = await newProduct(bench, stage, 'bench_split');
  await product.start('projector');
  const tasks = await product.start('tasks');
  const store = stage.keep(connectEventStore(product.eventStore.url), (open) => open.dispose());
  const batches = Object.keys(towns).map((district) => ({ district, ...batchOf(district, bench.quick ? 0.1 : 1) }));
  const all = batches.reduce((sum, { rows }) => sum + rows, 0);
  await inFlight(batches, ({ district, before }) => record(store, district, before));
  const tokens = new Map(await Promise.all([CITY, ...Object.keys(towns)].map(async (tenantId) =>
    [tenantId, await product.issuer.tokenFor({ tenantId, roles: [tenantId === CITY ? 'city-office' : 'district-office'] })] as const)));
  const read = async <T>(tenantId: string, path: string): Promise<T> => {
    const answer = await fetch(`${tasks.url}${path}`, { headers: { authorization: `Bearer ${tokens.get(tenantId)}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };

  const begun = performance.now();
  await inFlight(batches, ({ district, publication }) => record(store, district, [publication], [CITY]));
  for (const { district, rows } of batches) {
    for (let published = 0; published < rows; await pause(200)) {
      if (performance.now() - begun > GIVEN_UP_AFTER_MS) throw new Error(`${district}: ${published} of ${rows} tasks after ten minutes`);
      published = (await read<{ tasksPublished: number }>(district, `/api/v1/splits/${district}_full`)).tasksPublished;
    }
  }
  const taken = performance.now() - begun;

  const reference = await startReference(bench, stage, 'hello');
  const hello = await times(200, async () => (await fetch(reference.url)).arrayBuffer());
  const machine = `Nest + Fastify hello: p95 ${milliseconds(percentile(hello, 0.95))}`;
  const questions: Readonly<Record<string, string>> = {
    'first page': '', 'sorted by name': 'sort=name', 'sorted by weight': 'sort=-weight', 'one unit': 'unitId=511902001', 'one indicator': `indicatorCode=${code(7)}`,
    'red lamp': 'lamp=red', 'green lamp, by name': 'lamp=green&sort=name', 'name search': `search=${encodeURIComponent('第201项')}`, 'search for what is not there': 'search=nothing',
  };
  const rows: Row[] = [limitRow(`${all.toLocaleString('en-US')} town tasks in five batches, published and on the board`, taken, machine, PUBLISHED_WITHIN_MS)];
  for (const [name, query] of Object.entries(questions)) {
    const figures = await times(bench.quick ? 20 : 60, () => read(CITY, `/api/v1/tasks?limit=50&${query}`));
    rows.push(limitRow(`board of ${all.toLocaleString('en-US')}: ${name}, p95`, percentile(figures, 0.95), machine, PAGE_WITHIN_MS));
  }
  return rows;
};
