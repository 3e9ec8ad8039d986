import { specify } from '@zeren/kernel/testing';
import { taskDecider, type ReportResult } from './task.js';
import type { ResultRejected, ResultReported, ResultVerified, TaskAccepted, TaskEvent, TaskMarkedOverdue } from './task.events.js';
import { annualTargetsOf, aTaskPublished, CITY, DISTRICT } from '../testing/samples.js';

const task = specify(taskDecider);
const published = aTaskPublished();
const accepted: TaskAccepted = { type: 'TaskAccepted', data: { unitId: DISTRICT } };
const values = [{ metric: 'value', value: '120', unit: '处' }];
const reported = (said: Partial<ResultReported['data']> = {}): ResultReported => ({
  type: 'ResultReported',
  data: { year: 2013, values, measuredOn: '2013-12-15', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: '511902-creation-office', note: '', ...said },
});
const verified = (year = 2013): ResultVerified => ({ type: 'ResultVerified', data: { year, verifyingUnitId: '511900-supervision-office', finding: '属实' } });
const rejected: ResultRejected = { type: 'ResultRejected', data: { year: 2013, verifyingUnitId: '511900-supervision-office', finding: '不实', rework: 1 } };
const overdue: TaskMarkedOverdue = { type: 'TaskMarkedOverdue', data: { year: 2013, dueAt: '2013-12-31T15:59:59.000Z' } };

const office = { tenantId: DISTRICT, unitId: '511902-creation-office', roles: ['district-office'] as const, now: '2013-12-20T02:00:00.000Z' };
const inspector = { tenantId: CITY, unitId: '511900-supervision-office', roles: ['inspector'] as const, now: '2013-12-25T02:00:00.000Z' };
const accept = { type: 'AcceptTask', data: {} } as const;
const report = (said: Partial<ReportResult['data']> = {}): ReportResult => ({ type: 'ReportResult', data: { year: 2013, values, measuredOn: '2013-12-15', note: '', ...said } });
const verify = (verdict: 'confirmed' | 'rejected' = 'confirmed', year = 2013, finding = verdict === 'confirmed' ? '属实' : '不实') =>
  ({ type: 'VerifyResult', data: { year, verdict, finding } }) as const;

describe('accepting a task', () => {
  it('is done by the lead unit, or by its creation office', () => {
    task.given(published).when(accept, office).then(accepted);
    task.given(published).when(accept, { ...office, unitId: DISTRICT, roles: ['leader'] }).then(accepted);
  });

  it('again changes nothing', () => {
    task.given(published, accepted).when(accept, office).then();
  });

  it('is refused to every other unit, tenant and role', () => {
    task.given(published).when(accept, { ...office, unitId: '511902-health' }).thenRefused('not-the-lead');
    task.given(published).when(accept, { ...office, unitId: '511902-supervision-office' }).thenRefused('not-the-lead');
    task.given(published).when(accept, { ...office, tenantId: CITY }).thenRefused('not-the-lead');
    task.given(published).when(accept, { ...office, roles: ['auditor'] }).thenRefused('role-cannot-act');
  });

  it('of what was never published is refused', () => {
    task.given().when(accept, office).thenRefused('task-not-published');
  });
});

describe('reporting a result', () => {
  const given = (...events: TaskEvent[]) => task.given(published, accepted, ...events);

  it('gives a value for every metric, in its unit', () => {
    given().when(report(), office).then(reported());
    given().when(report({ values: [] }), office).thenRefused('value-missing', 'values');
    given().when(report({ values: [{ metric: 'value', value: '120', unit: 'm²' }] }), office).thenRefused('wrong-unit', 'values[0].unit');
    given().when(report({ values: [...values, { metric: 'other', value: '1', unit: '' }] }), office).thenRefused('value-unknown', 'values[1].metric');
    given().when(report({ values: [...values, ...values] }), office).thenRefused('value-unknown', 'values[1].metric');
    given().when(report({ values: [{ metric: 'value', value: '1e3', unit: '处' }] }), office).thenRefused('value-invalid', 'values[0].value');
  });

  it('of a yes/no metric is 1 or 0', () => {
    const yesNo = aTaskPublished({ metrics: [{ code: 'value', unit: '', direction: 'boolean', distribution: 'threshold' }], annualTargets: annualTargetsOf('1') });
    const answer = (value: string) => report({ values: [{ metric: 'value', value, unit: '' }] });
    task.given(yesNo, accepted).when(answer('2'), office).thenRefused('value-invalid', 'values[0].value');
    expect(task.given(yesNo, accepted).when(answer('0'), office).outcome()).toHaveLength(1);
  });

  it('needs the task accepted, a year with a target, and the lead unit', () => {
    task.given(published).when(report(), office).thenRefused('task-not-accepted');
    given().when(report({ year: 2016 }), office).thenRefused('year-without-target', 'year');
    given().when(report(), inspector).thenRefused('role-cannot-act');
  });

  it('is late after the due moment, not at it', () => {
    given().when(report(), { ...office, now: '2013-12-31T15:59:59.000Z' }).then(reported());
    given().when(report(), { ...office, now: '2013-12-31T15:59:59.001Z' }).then(reported({ late: true }));
    given(overdue).when(report(), { ...office, now: '2014-01-05T00:00:00.000Z' }).then(reported({ late: true }));
  });

  it('is measured today at the latest, in the tenant\'s calendar, and not before its year', () => {
    given().when(report({ measuredOn: '2013-12-21' }), office).thenRefused('measured-in-future', 'measuredOn');
    given().when(report({ measuredOn: '2013-12-21' }), { ...office, now: '2013-12-20T16:00:00.000Z' }).then(reported({ measuredOn: '2013-12-21' }));
    given().when(report({ measuredOn: '2012-12-31' }), office).thenRefused('measured-before-year', 'measuredOn');
    given().when(report({ measuredOn: '2013-02-30' }), office).thenRefused('date-invalid', 'measuredOn');
  });

  it('again changes nothing; otherwise it waits for the verification', () => {
    given(reported()).when(report(), office).then();
    given(reported()).when(report({ note: '更正' }), office).thenRefused('result-awaits-verification', 'year');
    given(reported(), verified()).when(report({ note: '更正' }), office).thenRefused('result-verified', 'year');
    given(reported(), verified()).when(report(), office).then();
  });

  it('after a rejection is a further attempt', () => {
    given(reported(), rejected).when(report(), office).then(reported({ attempt: 2 }));
  });
});

describe('verifying a result', () => {
  const given = (...events: TaskEvent[]) => task.given(published, accepted, ...events);

  it('confirms it', () => {
    given(reported()).when(verify(), inspector).then(verified());
  });

  it('of the last year completes the task', () => {
    const second = [reported({ year: 2014 }), verified(2014)];
    given(...second, reported()).when(verify(), inspector).then(verified(), { type: 'TaskCompleted', data: { outcome: 'done' } });
  });

  it('or rejects it, and counts the rework', () => {
    given(reported()).when(verify('rejected'), inspector).then(rejected);
    given(reported(), rejected, reported({ attempt: 2 })).when(verify('rejected'), inspector).then({ ...rejected, data: { ...rejected.data, rework: 2 } });
  });

  it('again changes nothing, and needs something to verify', () => {
    given(reported(), verified()).when(verify(), inspector).then();
    given(reported(), rejected).when(verify('rejected'), inspector).then();
    given(reported(), verified()).when(verify('rejected'), inspector).thenRefused('nothing-to-verify', 'year');
    given().when(verify(), inspector).thenRefused('nothing-to-verify', 'year');
    given(reported()).when(verify('confirmed', 2016), inspector).thenRefused('year-without-target', 'year');
    given(reported()).when(verify('confirmed', 2013, ' '), inspector).thenRefused('finding-required', 'finding');
  });

  it('is for inspectors and assessors of the side that dispatched the task', () => {
    given(reported()).when(verify(), { ...inspector, roles: ['city-office'] }).thenRefused('role-cannot-verify');
    given(reported()).when(verify(), { ...inspector, tenantId: DISTRICT, unitId: '511902-supervision-office' }).thenRefused('not-the-owner');
    expect(given(reported()).when(verify(), { ...inspector, roles: ['assessor'] }).outcome()).toEqual([verified()]);
  });

  it.each([
    ['the lead unit', DISTRICT], ['the office that reported', '511902-creation-office'], ['a supporting unit', '511902-water'], ['a unit further up the task\'s chain', '511900-health'],
  ])('is refused to %s, whose score rises with the result', (_, unitId) => {
    given(reported()).when(verify(), { ...inspector, unitId }).thenRefused('verifier-interested');
  });
});

describe('the clock', () => {
  const mark = { type: 'MarkOverdue', data: { year: 2013 } } as const;
  const clock = { tenantId: CITY, roles: [], now: '2014-01-01T00:00:00.000Z' } as const;

  it('marks a year that was not reported by its time, accepted or not', () => {
    task.given(published).when(mark, clock).then(overdue);
    task.given(published, accepted).when(mark, clock).then(overdue);
  });

  it('marks it once, and nothing that is reported', () => {
    task.given(published, overdue).when(mark, clock).then();
    task.given(published, accepted, reported()).when(mark, clock).then();
    task.given(published, accepted, reported(), rejected).when(mark, clock).then();
  });

  it('marks nothing before its time', () => {
    task.given(published).when(mark, { ...clock, now: '2013-12-31T15:59:59.000Z' }).thenRefused('not-due-yet');
  });
});

describe('a task', () => {
  it('is shared with the lead unit\'s tenant and those up the chain', () => {
    expect(taskDecider.sharedWith(task.given(published).state())).toEqual([DISTRICT]);
    expect(taskDecider.sharedWith(task.given().state())).toEqual([]);
  });
});
