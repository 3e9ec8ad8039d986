import type { SchemePublished } from '@zeren/assessment-domain';
import { deriveUuid, type EventStore, type NewEvent } from '@zeren/event-store';
import type { CampaignEvent, TaskEvent } from '@zeren/tasks-domain';
import type { Event, EventMetadata } from '@zeren/kernel';

/** A made-up city: each of its districts has a task for each of a campaign's indicators, reported and verified for two years. */
export type City = { readonly tenantId: string; readonly districts: readonly string[] };

const INDICATORS = 100;
const DISTRICTS = 14;
const years = [2013, 2014] as const;
export const TASKS_OF_CITY = INDICATORS * DISTRICTS;
/** Events of a city that has done all its tasks: about ten thousand. */
export const EVENTS_OF_CITY = TASKS_OF_CITY * 7 + 2;
/** Due so late that the clock marks none overdue meanwhile. */
const dueAt = (year: number): string => `${year + 100}-12-31T15:59:59.999Z`;
export const PERIOD = '2113';

/** @param number 0 for the first city */
export const city = (number: number): City => {
  const tenantId = String(511_900 + number * 100);
  return { tenantId, districts: Array.from({ length: DISTRICTS }, (_, at) => String(Number(tenantId) + at + 1)) };
};

const two = (number: number): string => String(number).padStart(3, '0');
const indicators = Array.from({ length: INDICATORS }, (_, at) => `ENV-${two(at)}`);
const target = (at: number): string => String(60 + (at % 40));

/** The local id of a task. */
export const taskId = (indicator: number, district: string, batch = 'bench'): string => `${batch}.ENV-${two(indicator)}~${district}`;

const published = ({ tenantId }: City, indicator: number, district: string, batch: string): TaskEvent => ({
  type: 'TaskPublished',
  data: {
    splitId: `${tenantId}_${batch}`,
    rowKey: `ENV-${two(indicator)}~${district}`,
    parentTaskId: null,
    ancestors: [],
    campaignId: `${tenantId}_env`,
    indicatorCode: indicators[indicator] as string,
    name: { zh: `城市环境指标第${indicator}项达标`, en: `Urban environment indicator ${indicator} is met` },
    evidence: 'statistics',
    unitId: district,
    unitTenantId: district,
    supportingUnitIds: [],
    accountablePostId: `${district}.head`,
    level: 2,
    weight: '1',
    metrics: [{ code: 'share', unit: '%', direction: 'at-least', distribution: 'threshold' }],
    annualTargets: years.map((year) => ({ year, dueAt: dueAt(year), targets: [{ metric: 'share', value: target(indicator) }] })),
    deadline: dueAt(2014),
    sharedWith: [district],
  },
});

const result = (district: string, indicator: number, year: number): TaskEvent[] => [
  {
    type: 'ResultReported',
    data: {
      year, values: [{ metric: 'share', value: String(50 + ((indicator * 7 + Number(district)) % 50)), unit: '%' }], measuredOn: `${year}-12-20`,
      dueAt: dueAt(year), late: indicator % 9 === 0, attempt: 1, reportingUnitId: district, note: 'measured by the monitoring station',
    },
  },
  { type: 'ResultVerified', data: { year, verifyingUnitId: '511900-supervision-office', finding: 'the figures agree with the records' } },
];

let recorded = 0;

/** Events as they are appended, caused by nobody in particular. */
export const newEvents = (tenantId: string, events: readonly Event[], sharedWith: readonly string[] = []): NewEvent[] =>
  events.map(({ type, data }) => ({ id: deriveUuid('bench', String(process.pid), String((recorded += 1))), type, data, metadata: metadata(tenantId, sharedWith) }));

const metadata = (tenantId: string, sharedWith: readonly string[]): EventMetadata => ({
  tenantId, actorTenantId: tenantId, actorId: `${tenantId}.city-office`, postId: '', unitId: tenantId, occurredAt: '2014-12-30T02:00:00.000Z',
  $correlationId: 'bench', $causationId: 'bench', commandId: 'bench', schemaVersion: 1, sharedWith,
});

/** Does the same for each, so many at once. */
export const inFlight = async <T>(subjects: Iterable<T>, work: (subject: T) => Promise<unknown>, atOnce = 64): Promise<void> => {
  const iterator = subjects[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = iterator.next(); next.done !== true; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

type Place = { readonly district: string; readonly indicator: number };

const places = ({ districts }: City): Place[] => districts.flatMap((district) => indicators.map((_, indicator) => ({ district, indicator })));

/** Publishes the city's tasks and nothing else. Gives their public ids. */
export const publishTasks = async (store: EventStore, of: City, batch: string): Promise<string[]> => {
  const ids: string[] = [];
  await inFlight(places(of), async ({ district, indicator }) => {
    const id = `${of.tenantId}_${taskId(indicator, district, batch)}`;
    await store.append(`task-${id}`, newEvents(of.tenantId, [published(of, indicator, district, batch)], [district]), 'no-stream');
    ids.push(id);
  });
  return ids;
};

/** The city up to where its second year's results are reported. */
export const beginCity = async (store: EventStore, of: City): Promise<void> => {
  const campaign: CampaignEvent = {
    type: 'CampaignOpened',
    data: {
      name: { zh: '环境保护模范城市', en: 'Environmental model city' }, standardId: `${of.tenantId}_ENV.v1`, grade: { zh: '国家级', en: 'national' },
      leadUnitId: of.tenantId, approval: { authority: 'city', document: '1' }, milestones: [], firstYear: 2013, lastYear: 2014,
      weights: indicators.map((indicatorCode) => ({ indicatorCode, weight: '1' })), weightsSource: { zh: '测试', en: 'bench' }, participantTenantIds: [],
    },
  };
  await store.append(`campaign-${of.tenantId}_env`, newEvents(of.tenantId, [campaign]), 'no-stream');
  await store.append(`scheme-${of.tenantId}_bench.v1`, newEvents(of.tenantId, [schemeOf(of)]), 'no-stream');
  await inFlight(places(of), ({ district, indicator }) => {
    const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: district } };
    const events = [published(of, indicator, district, 'bench'), accepted, ...result(district, indicator, 2013)];
    return store.append(`task-${of.tenantId}_${taskId(indicator, district)}`, newEvents(of.tenantId, events, [district]), 'no-stream');
  });
};

/** The city's second year. Gives the positions at which each of its tasks was done. */
export const endCity = async (store: EventStore, of: City): Promise<bigint[]> => {
  const positions: bigint[] = [];
  await inFlight(places(of), async ({ district, indicator }) => {
    const events: TaskEvent[] = [...result(district, indicator, 2014), { type: 'TaskCompleted', data: { outcome: 'done' } }];
    const { position } = await store.append(`task-${of.tenantId}_${taskId(indicator, district)}`, newEvents(of.tenantId, events, [district]), 3);
    positions.push(position);
  });
  return positions.sort((a, b) => (a < b ? -1 : 1));
};

const schemeOf = ({ tenantId, districts }: City): SchemePublished => ({
  type: 'SchemePublished',
  data: {
    name: { zh: '年度考核', en: 'Yearly assessment' }, version: 1,
    campaigns: [{ campaignId: `${tenantId}_env`, name: { zh: '环境', en: 'Environment' }, weight: '100' }],
    rules: { atLeast: 'linear', atMost: 'linear', range: 'threshold', boolean: 'threshold' },
    lateDeduction: '5', reworkDeduction: '5',
    groups: [{ code: 'districts', name: { zh: '县区', en: 'Districts' }, units: districts.map((unitId) => ({ unitId, tenantId: unitId, name: { zh: unitId, en: unitId } })) }],
    notApplicable: [], places: 2, tieRule: 'late-then-rework-then-shared',
  },
});

/** The scheme's public id. */
export const schemeId = ({ tenantId }: City): string => `${tenantId}_bench.v1`;
