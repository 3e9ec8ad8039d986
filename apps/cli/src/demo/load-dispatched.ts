import { inParallel, type Answer } from './api.js';
import { CITY, departmentUnit } from './bazhong.js';
import type { Load } from './loading.js';
import type { PlannedIndicator } from './split-plan.js';

/** The figure of one published year: 131 reforms. */
const REFORMS = 131;

const office = `${CITY}.city-office`;
const subjects = [['行政审批流程', 'Approval procedures'], ['环卫作业市场化', 'Contracted street cleaning'], ['河道管护', 'Care of rivers'], ['城市综合执法', 'City law enforcement'], ['公厕管养', 'Upkeep of toilets']] as const;
const slugs = ['development-reform', 'urban-management', 'water', 'housing', 'environment', 'health', 'transport'] as const;
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const idOf = ({ body }: Answer): string => (body as { id: string }).id;

const accept = (load: Load, account: string, path: string): Promise<Answer> => load.post(account, `${path}/acceptance`, `accept:${path.slice(path.lastIndexOf('/') + 1)}`, {});

const loadReform = async (load: Load, index: number, planned: PlannedIndicator): Promise<void> => {
  const number = String(index + 1).padStart(3, '0');
  const [zh, en] = at(subjects, index);
  const unitId = departmentUnit(at(slugs, index));
  const task = await load.post(office, '/api/v1/tasks', `reform:${index}`, {
    campaignId: `${CITY}_${planned.campaign.id}`, code: `GG-${number}`, name: { zh: `${zh}改革 ${number}(演示)`, en: `${en}, reform ${number} (demonstration)` },
    origin: { kind: 'reform', document: `改革任务清单〔2015〕${index + 1}号(演示)` }, evidence: 'document', unitId, unitTenantId: CITY, accountablePostId: `${unitId}.head`,
    metric: { unit: '', direction: 'boolean' }, target: '1', dueOn: '2015-12-31',
  });
  if (index % 2 === 0) await accept(load, `${unitId}.officer`, `/api/v1/tasks/${idOf(task)}`);
};

const external = `${CITY}-x-railway`;
const part = (unitId: string, what: string, value: string, more: object = {}) =>
  ({ unitId, unitTenantId: unitId.slice(0, 6), what, quantity: { value, unit: '公里' }, dueOn: '2015-10-31', ...more });

/** A department, two districts and the railway clear a river bank together: the department answers for the whole. */
const loadJointTask = async (load: Load): Promise<void> => {
  const lead = departmentUnit('water');
  const task = await load.post(office, '/api/v1/tasks', 'joint', {
    campaignId: `${CITY}_env`, code: 'LH-001', name: { zh: '巴河两岸联合整治(演示)', en: 'Banks of the Ba river, jointly (demonstration)' },
    origin: { kind: 'meeting-decision', document: '联席会议纪要〔2015〕2号(演示)' }, evidence: 'field', unitId: lead, unitTenantId: CITY, accountablePostId: `${lead}.head`,
    supportingUnitIds: [departmentUnit('environment')], metric: { unit: '公里', direction: 'at-least' }, target: '36', dueOn: '2015-11-30',
    parts: [
      part('511902', '清理主城段两岸', '14.5'), part('511903', '清理恩阳段两岸', '12'),
      part(external, '清理铁路桥下河段', '9.5', { representedBy: departmentUnit('transport') }),
    ],
  });
  const id = idOf(task);
  await accept(load, `${lead}.officer`, `/api/v1/tasks/${id}`);
  await load.post(`${departmentUnit('environment')}.officer`, `/api/v1/tasks/${id}/support`, 'joint:support', {
    year: 2015, values: [{ metric: 'value', value: '2.5', unit: '公里' }], measuredOn: '2015-01-05', note: '配合水质监测(演示)',
  });
};

/** Tasks that no split holds: reforms, and a joint task whose parts wait for their parties. Made up, and marked so. */
export const loadDispatched = async (load: Load, planned: readonly PlannedIndicator[]): Promise<void> => {
  load.progress.begin('dispatched', REFORMS + 1);
  await inParallel(Array.from({ length: REFORMS }, (_, index) => index), load.width, async (index) => {
    await loadReform(load, index, at(planned, index * 2));
    load.progress.advance('dispatched');
  });
  await loadJointTask(load);
  load.progress.advance('dispatched');
};
