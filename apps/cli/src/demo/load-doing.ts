import { CITY, districts } from './bazhong.js';
import type { Load } from './loading.js';
import type { PlannedResult } from './results-plan.js';
import { plain, workerOf } from './split-plan.js';

const NOTE = '演示数据 / demonstration';
const office = `${CITY}.city-office`;

/** The quarter in which the demonstration shows everything that can befall a task beside its result. */
type Quarter = { readonly year: number; readonly quarter: number };
const isShown = ({ year, quarter }: Quarter): boolean => year === 2014 && quarter === 3;

type Asked = { readonly kind: 'extension' | 'deferral' | 'explanation' | 'closure' | 'voiding'; readonly until?: string; readonly explainedTo?: string };

/** A lead unit asks, the city grants. */
const granted = async (load: Load, { taskId, row, year }: PlannedResult, asked: Asked): Promise<void> => {
  const key = `${asked.kind}:${plain(row.key)}`;
  const path = `/api/v1/tasks/${taskId}/requests`;
  await load.post(workerOf(row), path, `ask:${key}`, { ...asked, ...(asked.until !== undefined && { year }), reason: NOTE });
  await load.post(office, `${path}/1/decision`, `grant:${key}`, { decision: 'granted', reason: NOTE });
};

const claim = async (load: Load, number: number, districtId: string): Promise<void> => {
  const posted = await load.post(office, '/api/v1/postings', `problem:${number}`, {
    kind: 'problem', code: `WT-00${number}`, title: { zh: `背街小巷积水问题 00${number}(演示)`, en: `Water standing in a back lane, problem 00${number} (demonstration)` },
    description: NOTE, campaignId: `${CITY}_hea`, evidence: 'field', metric: { unit: '处', direction: 'at-least' },
    closesAt: '2014-12-31T15:59:59.000Z', deadline: '2015-12-31T15:59:59.000Z', invitedTenantIds: districts.map(({ id }) => id),
  });
  const { id } = posted.body as { id: string };
  await load.post(`${districtId}.district-office`, `/api/v1/postings/${id}/claim`, `claim:${number}`, {
    accountablePostId: `${districtId}.head`, value: '1', finishBy: '2015-06-30', plan: NOTE,
  });
};

/** Before anything is due: more time, putting off, the ends other than done, and problems that two districts claim. */
export const loadExceptions = async (load: Load, results: readonly PlannedResult[], quarter: Quarter): Promise<void> => {
  if (!isShown(quarter)) return;
  const missing = results.filter(({ course, row }) => course === 'never' && row.level === 2);
  const slow = results.find(({ course, row }) => course === 'late' && row.level === 1);
  const asked: readonly Asked[] = [
    { kind: 'deferral', until: '2014-12-15' }, { kind: 'explanation', explainedTo: '居民代表 / residents' }, { kind: 'closure' }, { kind: 'voiding' },
  ];
  for (const [index, one] of asked.entries()) {
    const result = missing[index];
    if (result) await granted(load, result, one);
  }
  if (slow) await granted(load, slow, { kind: 'extension', until: '2014-10-10' });
  await claim(load, 1, '511902');
  await claim(load, 2, '511922');
};

/** Once it is verified: a report that was false, and a sample of what Nanjiang verified, of which two do not hold. */
export const loadFindings = async (load: Load, results: readonly PlannedResult[], quarter: Quarter): Promise<void> => {
  if (!isShown(quarter)) return;
  const inspector = `${CITY}.inspector`;
  const lied = results.find(({ course, row }) => course === 'on-time' && row.unitId === '511903');
  if (lied) await load.post(inspector, `/api/v1/tasks/${lied.taskId}/results/${lied.year}/false-report`, `false:${plain(lied.row.key)}`, { finding: NOTE });
  const drawn = await load.post(inspector, '/api/v1/samples', 'sample:511922', { districtTenantId: '511922', year: quarter.year, seed: '演示 2014-10', size: 10 });
  const { id } = drawn.body as { id: string };
  const sample = (await load.get(inspector, `/api/v1/samples/${id}`, drawn.position)) as { results: { taskId: string }[] };
  for (const [index, { taskId }] of sample.results.entries()) {
    await load.post(inspector, `/api/v1/samples/${id}/rechecks`, `recheck:${plain(taskId)}`, { taskId, verdict: index < 2 ? 'failed' : 'held', finding: NOTE });
  }
};
