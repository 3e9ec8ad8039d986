import { createHash } from 'node:crypto';
import {
  assess, assessmentFactProjection, assessmentInputProjection, endOf, excuses, schemeDecider,
  type AssessedGroup, type AssessmentFactEvent, type AssessmentInputEvent, type SchemeEvent,
} from '@zeren/assessment-domain';
import type { Event, RecordedEvent } from '@zeren/kernel';
import { recorded, specifyProjection } from '@zeren/kernel/testing';
import type { TaskPublished } from '@zeren/tasks-domain';
import { samples } from './samples.js';

const published = samples().find(({ type }) => type === 'SchemePublished') as unknown as SchemeEvent;
const scheme = published.data;
const units = scheme.groups.flatMap((group) => group.units);
const codes = ['01', '02', '03', '04', '05', '06'];
const indicatorsOf = (campaignId: string) => codes.map((code) => `${campaignId.slice(-3).toUpperCase()}-${code}`);
const dueAt = '2013-06-30T15:59:59.000Z';

const taskPublished = (campaignId: string, indicatorCode: string, unit: (typeof units)[number]): TaskPublished => ({
  type: 'TaskPublished',
  data: {
    splitId: '511900_s', rowKey: `${indicatorCode}~${unit.unitId}`, parentTaskId: null, ancestors: [], campaignId, indicatorCode, name: unit.name,
    evidence: 'statistics', unitId: unit.unitId, unitTenantId: unit.tenantId, supportingUnitIds: [], accountablePostId: `${unit.unitId}.head`, level: 2,
    weight: '20', deadline: '2015-12-31T15:59:59.000Z', sharedWith: [unit.tenantId],
    metrics: [{ code: 'value', unit: '%', direction: 'at-least', distribution: 'threshold' }],
    annualTargets: [{ year: 2013, dueAt, targets: [{ metric: 'value', value: '97' }] }],
  },
});

const asked = { number: 1, reason: '事出有因' };

const reported = (index: number, late: boolean): Event => ({
  type: 'ResultReported',
  data: {
    year: 2013, values: [{ metric: 'value', value: `${80 + index * 3}.5`, unit: '%' }], measuredOn: '2013-06-20', dueAt, attempt: index + 1, reportingUnitId: 'x', note: '', late,
  },
});

const happenings: Readonly<Record<string, Event>> = {
  verify: { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: 'y', finding: '属实' } },
  reject: { type: 'ResultRejected', data: { year: 2013, verifyingUnitId: 'y', finding: '不符', rework: 1 } },
  overdue: { type: 'TaskMarkedOverdue', data: { year: 2013, dueAt } },
  flag: { type: 'FalseReportFlagged', data: { year: 2013, attempt: 1, finding: '不实', flaggingUnitId: 'y', count: 1 } },
  extend: { type: 'DueDateExtended', data: { number: 1, year: 2013, until: '2013-09-15T15:59:59.999Z', earlier: dueAt } },
  defer: { type: 'ResultDeferred', data: { number: 1, year: 2013, until: '2013-12-15T15:59:59.999Z' } },
  explain: { type: 'TaskExplained', data: { ...asked, explainedTo: '居民' } },
  close: { type: 'TaskClosed', data: asked },
  return: { type: 'TaskReturned', data: { ...asked, successor: null } },
  void: { type: 'TaskVoided', data: asked },
  withdraw: { type: 'TaskWithdrawn', data: { reason: '异议成立', successor: null } },
};

const happening = (step: string, index: number): Event => happenings[step] ?? reported(index, step === 'late');

/** What happens to a task, by its number: all that can, again and again. */
const courses: readonly (readonly Event[])[] = [
  [], ['report', 'verify'], ['report', 'reject', 'report', 'verify'], ['late', 'verify'], ['report', 'verify', 'flag'], ['extend', 'late', 'verify'], ['defer'],
  ['overdue'], ['overdue', 'extend', 'late'], ['explain'], ['close'], ['return'], ['void'], ['withdraw'], ['report', 'reject'], ['report'], ['report', 'verify', 'flag', 'report', 'verify'],
].map((steps) => steps.map((step, index) => happening(step, index)));

const history = () => {
  let position = 0n;
  return units.flatMap((unit, unitNumber) => scheme.campaigns.flatMap(({ campaignId }, campaignNumber) =>
    indicatorsOf(campaignId).flatMap((code, number) => {
      const course = courses[(unitNumber * 7 + campaignNumber * 5 + number * 3) % courses.length] as readonly Event[];
      return [taskPublished(campaignId, code, unit), ...course].map((event, revision) => recorded(event, {
        stream: `task-511900_s.${code}~${unit.unitId}`, revision, position: (position += 1n), metadata: { occurredAt: `2013-0${Math.min(revision + 3, 9)}-01T00:00:00.000Z` },
      }));
    })));
};

const inputs = () => specifyProjection(assessmentInputProjection).given(...history() as RecordedEvent<AssessmentInputEvent>[]).rows();
const facts = () => specifyProjection(assessmentFactProjection).given(...history() as RecordedEvent<AssessmentFactEvent>[]).rows();

const indicatorWeights = Object.fromEntries(scheme.campaigns.map(({ campaignId }) =>
  [campaignId, Object.fromEntries(indicatorsOf(campaignId).map((code, index) => [code, ['10', '15', '15', '20', '20', '20'][index] as string]))]));

const basis = (period: string, dueBefore: string) => ({ scheme, indicatorWeights, period, dueBefore, facts: facts() });
const scored = (period: string, dueBefore: string): AssessedGroup[] => assess(basis(period, dueBefore), inputs());
const total = (groups: readonly AssessedGroup[] = [], unit: number): string | undefined =>
  groups.flatMap((group) => group.units).find(({ standing }) => standing.unitId === units[unit]?.unitId)?.standing.total;
const bytes = (groups: readonly AssessedGroup[]): string => createHash('sha256').update(JSON.stringify(groups)).digest('hex');

describe('a scheme published before the doing of tasks was scored', () => {
  it('folds to what was published', () => {
    expect(schemeDecider.evolve(schemeDecider.initialState, published)).toEqual({ status: 'published', content: scheme });
  });

  it.each([
    ['2013Q2', '2013-05-01T00:00:00.000Z', '5d7f00417fd7360136f9c7c603f5414a8d2e1ab4bd191961330816ec306534ab'],
    ['2013Q3', endOf('2013Q3'), 'bc8b347581282518e97b0c4a9799988acd498a8a3214746e90252780149f4f7f'],
    ['2013', endOf('2013'), 'e93ef3b16c4b14446625b80ad082a84d7fb26b8fba7577f9bf9c20f81396b60c'],
  ])('scores %s as it stood at %s to the same bytes as it did then, whatever else has happened to the tasks', (period, dueBefore, sha256) => {
    const groups = scored(period, dueBefore);
    expect(facts().length).toBeGreaterThan(300);
    expect(groups.flatMap(({ units: assessed }) => assessed.flatMap(({ lines }) => lines)).length).toBe(period === '2013Q3' ? 0 : 660);
    expect(bytes(groups)).toBe(sha256);
  });

  it('scores otherwise where the same scheme had rules on the doing: what happened would have mattered', () => {
    const doing = {
      leaves: [...excuses], onTimeShare: '20', reworkCap: '20', falseReport: { points: '12', cap: '30' }, sampleFailure: { tolerated: '5', points: '0.2', cap: '8' },
      claim: { points: '0.5', cap: '2' }, sharedCredit: true,
    };
    const [old, other] = [scheme, { ...scheme, doing }].map((by) => assess({ ...basis('2013', endOf('2013')), scheme: by }, inputs()));
    const changed = units.filter((_, index) => total(old, index) !== total(other, index));
    expect(changed.length).toBe(units.length);
  });
});
