import type { SplitRow } from '@zeren/tasks-domain';
import { setTimeout as pause } from 'node:timers/promises';
import { CITY, districts } from './bazhong.js';
import { inParallel } from './api.js';
import type { Load } from './loading.js';
import { taskIdOf, type PublishedSplit } from './published-split.js';
import { citySplit, plain, townSplit, workerOf, type PlannedIndicator, type Town } from './split-plan.js';

const ROWS_A_CALL = 500;
const cycle = { kind: 'routine', from: '2013-01-01', until: '2015-12-31' };

type SplitPlan = { readonly account: string; readonly key: string; readonly title: { zh: string; en: string }; readonly document: string; readonly rows: readonly SplitRow[] };

const draftAndPublish = async (load: Load, step: string, plan: SplitPlan, deepestLevel: number): Promise<PublishedSplit> => {
  const { account, key, rows } = plan;
  load.progress.begin(step, rows.length);
  const drafted = await load.post(account, '/api/v1/splits', key, { title: plan.title, cycle, deepestLevel });
  const id = (drafted.body as { id: string }).id;
  const path = `/api/v1/splits/${id}`;
  for (let part = 0; part * ROWS_A_CALL < rows.length; part++) {
    await load.post(account, `${path}/rows`, `${key}:rows:${part + 1}`, { part: part + 1, rows: rows.slice(part * ROWS_A_CALL, (part + 1) * ROWS_A_CALL) });
  }
  await load.post(account, `${path}/approval`, `${key}:approval`, { document: plan.document });
  const publication = await load.post(account, `${path}/publication`, `${key}:publication`, {});
  await load.get(account, path, publication.position);
  await untilTasksArePublished(load, step, account, path, rows.length);
  const [ownerTenantId, local] = id.split('_') as [string, string];
  return { ownerTenantId, id: local, rows };
};

const untilTasksArePublished = async (load: Load, step: string, account: string, path: string, total: number): Promise<void> => {
  for (let published = 0; published < total; await pause(200)) {
    const split = (await load.get(account, path)) as { tasksPublished: number };
    load.progress.advance(step, split.tasksPublished - published);
    published = split.tasksPublished;
  }
};

/** The city's three-year split of all campaigns, February 2013. */
export const loadCitySplit = async (load: Load, planned: readonly PlannedIndicator[]): Promise<PublishedSplit> => {
  await load.clock('2013-02-18T01:00:00.000Z');
  return draftAndPublish(load, 'city-split', {
    account: `${CITY}.city-office`,
    key: 'split:city',
    title: { zh: '巴中市“五创联动”2013—2015 年任务分解', en: 'Split of Bazhong’s five linked campaigns, 2013–2015' },
    document: '演示批文〔2013〕1号',
    rows: citySplit(planned),
  }, 5);
};

const townsOf = (load: Load, districtId: string): Town[] =>
  load.data.divisions().filter(({ level, parent }) => level === 4 && parent === districtId).map(({ code }) => ({ id: code }));

const splitToTowns = (load: Load, city: PublishedSplit, districtId: string, step: string, chosen: (row: SplitRow) => boolean) => {
  const name = districts.find(({ id }) => id === districtId)?.name ?? { zh: districtId, en: districtId };
  const rows = city.rows.filter((row) => row.unitId === districtId && chosen(row));
  return draftAndPublish(load, step, {
    account: `${districtId}.district-office`,
    key: `split:${step}`,
    title: { zh: `${name.zh}向镇街分解`, en: `Split of ${name.en} to its towns` },
    document: '演示批文〔2013〕2号',
    rows: townSplit(city.id, districtId, rows, townsOf(load, districtId)),
  }, 5);
};

const ecological = (row: SplitRow): boolean => row.campaignId === `${CITY}_eco`;

/** Nanjiang, due to become an ecological county first, splits that campaign to its towns. */
export const loadNanjiangSplit = async (load: Load, city: PublishedSplit): Promise<PublishedSplit> => {
  await load.clock('2013-03-05T01:00:00.000Z');
  return splitToTowns(load, city, '511922', 'town-split', ecological);
};

/** All districts split everything to all their towns: with Nanjiang's first split, 302 × 139 = 41,978 town tasks. */
export const loadFullSplit = async (load: Load, city: PublishedSplit): Promise<void> => {
  for (const { id } of districts) {
    await splitToTowns(load, city, id, `full-split-${id}`, (row) => id !== '511922' || !ecological(row));
  }
};

/** Every lead unit accepts its tasks. */
export const loadAcceptances = async (load: Load, split: PublishedSplit, step: string): Promise<void> => {
  load.progress.begin(step, split.rows.length);
  await inParallel(split.rows, load.width, async (row) => {
    await load.post(workerOf(row), `/api/v1/tasks/${taskIdOf(split, row)}/acceptance`, `accept:${plain(row.key)}`, {});
    load.progress.advance(step);
  });
};
