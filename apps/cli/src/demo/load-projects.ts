import { apportion } from '@zeren/kernel';
import { inParallel } from './api.js';
import { CITY, departmentUnit, districts } from './bazhong.js';
import { between } from './chance.js';
import type { Load } from './loading.js';
import type { PlannedIndicator } from './split-plan.js';

/** The figures of one published year: 58 key projects, 13 billion yuan, 155 percent of the year's plan; 88 open bids. */
const PROJECTS = 58;
const PLANNED = '838710';
const COMPLETED = '1300000';
const OPEN_BIDS = 88;
const YEAR = 2014;

const office = `${CITY}.city-office`;
const kinds = [['管网改造', 'Pipes renewed'], ['道路绿化', 'Streets planted'], ['垃圾处理', 'Refuse treated'], ['河道整治', 'River banks'], ['公厕新建', 'Public toilets'], ['市场改造', 'Markets rebuilt']] as const;
const slugs = ['environment', 'health', 'forestry', 'urban-management', 'housing', 'water', 'transport', 'agriculture'] as const;
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const numbered = (index: number): string => String(index + 1).padStart(3, '0');

/** What each project gets of a sum, larger and smaller ones; `lead` is how far some are ahead of others. */
const shares = (total: string, lead: number): string[] => {
  const weights = Array.from({ length: PROJECTS }, (_, index) => between(5, 40, 'project', index) * between(10, 10 + lead, 'lead', index));
  return apportion(total, weights.map(String), 2);
};

const uses = { budget: '土建', consolidated: '基础设施', attracted: '设备' } as const;
const sources = ['budget', 'consolidated', 'attracted'] as const;

/** Money of each source: two fifths from the budget, a little less consolidated and tied, the rest attracted. */
const bySource = (amount: string) => apportion(amount, ['40', '35', '25'], 2).map((part, index) => ({ source: at(sources, index), amount: part }));

const loadProject = async (load: Load, index: number, planned: PlannedIndicator, [investment, completed]: readonly [string, string]): Promise<void> => {
  const [zh, en] = at(kinds, index);
  const unitId = departmentUnit(at(slugs, index));
  const project = await load.post(office, '/api/v1/projects', `project:${index}`, {
    code: `XM-${numbered(index)}`, name: { zh: `${zh}项目 ${numbered(index)}(演示)`, en: `${en}, project ${numbered(index)} (demonstration)` },
    campaignId: `${CITY}_${planned.campaign.id}`, indicatorCode: planned.indicator.code, unitId, investment,
    annualPlans: [{ year: YEAR, amount: investment }],
    funding: bySource(investment).map((one) => ({ ...one, ...(one.source === 'consolidated' && { tiedUse: uses.consolidated }) })),
    startsOn: `${YEAR}-01-10`, endsOn: `${YEAR}-12-31`,
  });
  const { id } = project.body as { id: string };
  for (const { source, amount } of bySource(completed)) {
    const investmentBody = { year: YEAR, source, use: uses[source], amount, measuredOn: `${YEAR}-12-20` };
    await load.post(`${unitId}.officer`, `/api/v1/projects/${id}/investments`, `investment:${index}:${source}`, investmentBody);
  }
};

const loadOpenBid = async (load: Load, index: number, planned: PlannedIndicator): Promise<void> => {
  const [zh, en] = at(kinds, index);
  await load.post(office, '/api/v1/postings', `posting:${index}`, {
    kind: 'open-bid', code: `JB-${numbered(index)}`, title: { zh: `${zh}揭榜 ${numbered(index)}(演示)`, en: `${en}, open bid ${numbered(index)} (demonstration)` }, description: '演示数据 / demonstration',
    campaignId: `${CITY}_${planned.campaign.id}`, evidence: 'field', metric: { unit: '处', direction: 'at-least' },
    closesAt: '2015-03-31T15:59:59.000Z', deadline: '2015-12-31T15:59:59.000Z', invitedTenantIds: districts.map(({ id }) => id),
  });
};

/** The projects of a year with their money, and work posted for bids; made up, but adding up to the published figures. */
export const loadProjects = async (load: Load, planned: readonly PlannedIndicator[]): Promise<void> => {
  load.progress.begin('projects', PROJECTS + OPEN_BIDS);
  const [investments, completed] = [shares(PLANNED, 0), shares(COMPLETED, 8)];
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  await inParallel(numbers(PROJECTS), load.width, async (index) => {
    await loadProject(load, index, at(planned, index * 5), [investments[index] as string, completed[index] as string]);
    load.progress.advance('projects');
  });
  await inParallel(numbers(OPEN_BIDS), load.width, async (index) => {
    await loadOpenBid(load, index, at(planned, index * 3));
    load.progress.advance('projects');
  });
};
