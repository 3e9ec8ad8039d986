import type { RequestRow } from '@zeren/requests-domain';
import { inParallel } from './api.js';
import { between } from './chance.js';
import type { Load } from './loading.js';
import { filingDays, openRequests, outcomeOf, requestsOf, type PlannedRequest } from './requests-plan.js';

/** One step: the account that takes it, its route below the request, what it says. */
type Step = readonly [account: string, step: string, body?: object];

/** What happens to a request at each of the moments of its week. */
type Moment = 'split' | 'asked' | 'decided' | 'taken' | 'reported' | 'checked' | 'again' | 'told' | 'rated' | 'ended';
type Week = Partial<Readonly<Record<Moment, readonly Step[]>>>;

/** Days after the filing, and the time of day in UTC. */
const moments: Readonly<Record<Moment, readonly [days: number, time: string]>> = {
  split: [0, '01:20'], asked: [0, '02:30'], decided: [0, '06:30'], taken: [0, '07:00'], reported: [1, '02:00'], checked: [1, '07:00'], again: [2, '02:00'], told: [2, '07:00'], rated: [3, '02:00'],
  ended: [5, '02:00'],
};

const moment = (day: string, [days, time]: readonly [number, string]): string => new Date(Date.parse(`${day}T${time}:00.000Z`) + days * 86_400_000).toISOString();

type Filed = { readonly plan: PlannedRequest; readonly id: string; readonly row: RequestRow };

const hotlineOf = ({ cityId }: PlannedRequest): string => `${cityId}.hotline`;

/** Who acts for a unit: its own officer, for a district its office. */
const accountOf = (unitId: string): string => (/^\d{6}$/.test(unitId) ? `${unitId}.district-office` : `${unitId}.officer`);

const file = async (load: Load, plan: PlannedRequest): Promise<Filed> => {
  const { key, course, channel, kind, matterCode, subject, areaUnitId, point, disclosure, urgentReason, source, integrations } = plan;
  const waits = ['declined', 'merged', 'open-filed', 'open-accepted'].includes(course);
  const answer = await load.post(hotlineOf(plan), '/api/v1/requests', `request:${key}`, {
    channel, kind, matterCode, subject, place: { areaUnitId, point }, disclosure, urgentReason, source, integrations, atOnce: !waits, words: `${subject}，请尽快处理。`,
    contact: disclosure === 'anonymous' ? null : { name: '演示诉求人', phone: `1990000${between(1_000, 9_999, key)}`, address: null },
  });
  const { id } = answer.body as { id: string };
  return { plan, id, row: (await load.get(hotlineOf(plan), `/api/v1/requests/${id}`, answer.position)) as RequestRow };
};

const namedDepartments: Readonly<Record<string, string>> = { E03: 'environment', E02: 'publicity' };

/** Where nobody owns it, somebody is named: a department, the district, or in the oil field's quarters the oil field. */
const namedLead = ({ plan: { cityId, areaUnitId, matterCode } }: Filed): string => {
  if (cityId === '211100') return `${cityId}-x-liaohe-oilfield`;
  const department = namedDepartments[matterCode.slice(0, 3)];
  return department === undefined ? areaUnitId.slice(0, 6) : `${cityId}-${department}`;
};

const handling = (lead: string, supporting: readonly string[], { course }: PlannedRequest): readonly Step[] => [
  ...supporting.map((unitId): Step => [accountOf(unitId), 'part', { unitId, note: '已到场配合' }]),
  [accountOf(lead), 'report', { outcome: outcomeOf(course), answer: course === 'explained' ? '已向诉求人说明政策与办理条件，列入下一步计划。' : '已到现场办理完毕，并安排专人巡查。' }],
];

/** Of a dispute in a town: by its first community, by itself, by its district. */
const mediation = (lead: string, areaUnitId: string, { course }: PlannedRequest): readonly Step[] => {
  const mediators: Readonly<Record<string, string>> = { village: `${areaUnitId}001`, town: areaUnitId, district: areaUnitId.slice(0, 6) };
  const begin = (level: string): Step => [accountOf(lead), 'mediation', { level, mediatingUnitId: mediators[level] }];
  const fail: Step = [accountOf(lead), 'mediation-failure', { reason: '双方分歧较大' }];
  if (course === 'mediated') return [begin('village'), [accountOf(lead), 'agreement', { document: '演示调字12号', hash: null, revisitBy: '2015-06-30' }]];
  return ['village', 'town', 'district'].flatMap((level) => [begin(level), fail]);
};

type Units = { readonly lead: string; readonly supporting: readonly string[] };

/** The units that handle it in the end. */
const unitsOf = (filed: Filed): Units => {
  const { row, plan } = filed;
  if (plan.course === 'ruled' || plan.course === 'returned') return { lead: plan.course === 'returned' ? `${plan.cityId}-urban-management` : namedLead(filed), supporting: [] };
  return { lead: row.request.assignment?.lead.unitId ?? '', supporting: (row.request.assignment?.supporting ?? []).map(({ unitId }) => unitId) };
};

/** What comes before somebody takes it in hand: a ruling, a return, a deferral. */
const unsettled = (filed: Filed, { lead }: Units): Week => {
  const { plan, row } = filed;
  const hotline = hotlineOf(plan);
  if (plan.course === 'ruled') return { split: [[hotline, 'ruling', { leadUnitId: lead, supportingUnitIds: [], reason: '经协调，由属地或主管单位负责', intoMatrix: false }]] };
  if (plan.course === 'deferred') return { decided: [[hotline, 'deferral', { until: `${filedOn(row)}T23:00:00.000Z`, reason: '汛期不宜拆除' }]] };
  if (plan.course !== 'returned') return {};
  return {
    asked: [[accountOf(row.leadUnitId ?? ''), 'return', { reason: '位于城区主干道，属城管部门管理' }]],
    decided: [
      [hotline, 'return-decision', { decision: 'accepted', reason: '核实后属主干道' }],
      [hotline, 'dispatch', { byHand: { leadUnitId: lead, supportingUnitIds: [], reason: '城区主干道' } }],
    ],
  };
};

/** When handling is reported: a day after, late, or twice. */
const reporting = ({ plan: { course } }: Filed, hotline: string, done: readonly Step[]): Week => {
  if (course === 'reworked') return { reported: done, checked: [[hotline, 'rework', { reason: '现场仍有残留' }]], again: done };
  return course === 'late' ? { again: done } : { reported: done };
};

/** The week of one that is handled to its end. */
const handledWeek = (filed: Filed): Week => {
  const { plan } = filed;
  const units = unitsOf(filed);
  const { lead, supporting } = units;
  const hotline = hotlineOf(plan);
  const isSatisfied = plan.course !== 'dissatisfied' && plan.course !== 'reopened';
  const isReached = plan.disclosure !== 'anonymous';
  return {
    ...unsettled(filed, units),
    taken: [[accountOf(lead), 'taking'], ...(plan.kind === 'dispute' ? mediation(lead, plan.areaUnitId, plan) : [])],
    ...reporting(filed, hotline, handling(lead, supporting, plan)),
    told: [[hotline, 'verification', { note: '' }], [hotline, 'feedback', { way: isReached ? 'phone' : 'page' }]],
    rated: [[hotline, 'call-back', { reached: isReached, note: '' }], [hotline, 'rating', { satisfied: isSatisfied }]],
    ended: plan.course === 'reopened' ? reopenedWeek(hotline, units, plan) : [[hotline, 'closure', { reason: isSatisfied ? null : '已依规处理，并再次说明' }]],
  };
};

const filedOn = ({ filedAt }: RequestRow): string => filedAt.slice(0, 10);

/** Taken up again, and done in one day. */
const reopenedWeek = (hotline: string, { lead, supporting }: Units, plan: PlannedRequest): readonly Step[] => [
  [hotline, 'reopening', { reason: '诉求人反映垃圾再次堆放' }], [hotline, 'dispatch', {}], [accountOf(lead), 'taking'], ...handling(lead, supporting, plan),
  [hotline, 'verification', { note: '再次核查属实' }], [hotline, 'feedback', { way: 'visit' }], [hotline, 'call-back', { reached: true, note: '' }], [hotline, 'closure', {}],
];

/** How far one that stands open has come. */
const openWeek = (filed: Filed): Week => {
  const { plan, row } = filed;
  const hotline = hotlineOf(plan);
  const lead = row.leadUnitId ?? '';
  const supporting = (row.request.assignment?.supporting ?? []).map(({ unitId }) => unitId);
  const taking: Step = [accountOf(lead), 'taking'];
  const upTo: readonly Step[] = [taking, ...handling(lead, supporting, plan), [hotline, 'verification', { note: '' }], [hotline, 'feedback', { way: 'page' }]];
  const steps: Readonly<Record<string, readonly Step[]>> = {
    'open-accepted': [[hotline, 'acceptance', { matterCode: plan.matterCode }]],
    'open-taken': [taking],
    'open-deferral': [taking, [accountOf(lead), 'deferral-application', { until: '2015-02-28T15:59:59.000Z', reason: '等商场改造围挡拆除后一并迁移' }]],
    'open-return': [[accountOf(lead), 'return', { reason: '楼栋属物业管理范围' }]],
    'open-reported': upTo.slice(0, -2), 'open-verified': upTo.slice(0, -1), 'open-answered': upTo,
  };
  return { taken: steps[plan.course] ?? [] };
};

const weekOf = (filed: Filed, all: readonly Filed[]): Week => {
  const { plan } = filed;
  const hotline = hotlineOf(plan);
  if (plan.course === 'declined') return { split: [[hotline, 'decline', { reason: '请先与当事人协商，协商不成可向社区申请调解' }]] };
  if (plan.course === 'merged') return { split: [[hotline, 'merge', { intoRequestId: all[0]?.id ?? '', reason: '与先前登记的为同一处' }]] };
  return plan.course.startsWith('open-') ? openWeek(filed) : handledWeek(filed);
};

const take = async (load: Load, { plan, id }: Filed, steps: readonly Step[], at: Moment): Promise<void> => {
  for (const [index, [account, step, body]] of steps.entries()) {
    await load.post(account, `/api/v1/requests/${id}/${step}`, `request:${plan.key}:${at}:${index}`, body ?? {});
  }
};

/** Files requests and takes them through what follows, moment by moment; `clock` sets the time of each. */
const walk = async (load: Load, plans: readonly PlannedRequest[], clock: (at: Moment) => Promise<void>): Promise<void> => {
  const filed: Filed[] = [];
  await inParallel(plans, load.width, async (plan) => {
    filed.push(await file(load, plan));
  });
  const ordered = plans.map(({ key }) => filed.find(({ plan }) => plan.key === key)).filter((one) => one !== undefined);
  const weeks = ordered.map((one) => ({ one, week: weekOf(one, ordered) }));
  for (const at of Object.keys(moments) as Moment[]) {
    const due = weeks.filter(({ week }) => (week[at] ?? []).length > 0);
    if (due.length === 0) continue;
    await clock(at);
    await inParallel(due, load.width, ({ one, week }) => take(load, one, week[at] ?? [], at));
  }
  load.progress.advance('requests');
};

/** What citizens and enterprises of both cities asked in a quarter, each through its week. */
export const loadRequests = async (load: Load, quarter: string): Promise<void> => {
  const day = filingDays[quarter];
  if (day === undefined) return;
  if (quarter === '2013Q1') load.progress.begin('requests', Object.keys(filingDays).length + 1);
  await load.clock(`${day}T01:00:00.000Z`);
  await walk(load, requestsOf(quarter), (at) => load.clock(moment(day, moments[at])));
};

/** One in each lane, as of the day on which the demonstration ends. */
export const loadOpenRequests = (load: Load): Promise<void> => walk(load, openRequests, () => Promise.resolve());
