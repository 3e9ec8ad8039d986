import { specify } from '@zeren/kernel/testing';
import { taskDecider } from './task.js';
import type { CorrectProgress, RecordProgress } from './task-progress.js';
import type { FalseReportFlagged, ProgressCorrected, ProgressRecorded } from './task-progress.events.js';
import type { TaskEvent } from './task.events.js';
import { aTaskPublished, CITY, DISTRICT, districtOffice } from '../testing/samples.js';

const task = specify(taskDecider);
const published = aTaskPublished();
const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: DISTRICT } };
const given = (...events: TaskEvent[]) => task.given(published, accepted, ...events);
const unit = { ...districtOffice, now: '2013-06-20T02:00:00.000Z' };
const value = (amount: string) => [{ metric: 'value', value: amount, unit: '处' }];
const said: RecordProgress['data'] = { year: 2013, values: value('30'), measuredOn: '2013-06-15', evidenceIds: ['511902_photo1'], note: '已建成' };
const record = (change: Partial<RecordProgress['data']> = {}): RecordProgress => ({ type: 'RecordProgress', data: { ...said, ...change } });
const recorded = (entry = 1, change: Partial<ProgressRecorded['data']> = {}): ProgressRecorded =>
  ({ type: 'ProgressRecorded', data: { entry, ...said, unitId: '511902-creation-office', ...change } });
const correct = (change: Partial<CorrectProgress['data']> = {}): CorrectProgress =>
  ({ type: 'CorrectProgress', data: { year: 2013, entry: 1, values: value('28'), reason: '重复计入', ...change } });
const corrected: ProgressCorrected = { type: 'ProgressCorrected', data: { ...correct().data, unitId: '511902-creation-office' } };
const reported: TaskEvent = {
  type: 'ResultReported',
  data: { year: 2013, values: value('120'), measuredOn: '2013-06-15', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: '511902-creation-office', note: '' },
};
const verified: TaskEvent = { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: '511900-supervision-office', finding: '属实' } };

describe('progress', () => {
  it('is a quantity with its unit, its day and its evidence, between acceptance and report', () => {
    given().when(record(), unit).then(recorded());
    given(recorded()).when(record({ values: value('45') }), unit).then(recorded(2, { values: value('45') }));
    task.given(published).when(record(), unit).thenRefused('task-not-accepted');
    given(reported).when(record(), unit).thenRefused('result-awaits-verification', 'year');
    given().when(record({ values: [] }), unit).thenRefused('progress-without-value', 'values');
    given().when(record({ values: [{ metric: 'value', value: '1', unit: 'm²' }] }), unit).thenRefused('wrong-unit');
    given().when(record({ measuredOn: '2013-06-21' }), unit).thenRefused('measured-in-future', 'measuredOn');
    given().when(record(), { ...unit, unitId: '511902-water' }).thenRefused('not-the-lead');
  });

  it('again changes nothing', () => {
    given(recorded()).when(record(), unit).then();
  });

  it('is corrected by a further event with its reason; the entry stays as it was', () => {
    given(recorded()).when(correct(), unit).then(corrected);
    given(recorded(), corrected).when(correct(), unit).then();
    given(recorded()).when(correct({ entry: 2 }), unit).thenRefused('entry-unknown', 'entry');
    given(recorded()).when(correct({ reason: '' }), unit).thenRefused('reason-required', 'reason');
    expect(given(recorded(), corrected).state()).toMatchObject({
      years: [{ progress: [{ entry: 1, values: value('30'), correction: { values: value('28'), reason: '重复计入' } }] }, {}],
    });
  });
});

describe('a false report', () => {
  const inspector = { tenantId: CITY, unitId: '511900-supervision-office', roles: ['inspector'] as const, now: '2013-12-25T02:00:00.000Z' };
  const flag = { type: 'FlagFalseReport', data: { year: 2013, finding: '现场没有' } } as const;
  const flagged = (attempt = 1, count = 1): FalseReportFlagged =>
    ({ type: 'FalseReportFlagged', data: { year: 2013, attempt, finding: '现场没有', flaggingUnitId: '511900-supervision-office', count } });

  it('is flagged with its finding by an inspector or the performance office, verified or not', () => {
    given(reported).when(flag, inspector).then(flagged());
    given(reported, verified).when(flag, { ...inspector, roles: ['performance-office'] }).then(flagged());
    given(reported).when({ ...flag, data: { ...flag.data, finding: '' } }, inspector).thenRefused('finding-required', 'finding');
    given().when(flag, inspector).thenRefused('nothing-reported', 'year');
  });

  it('is flagged by nobody with an interest, and in no other role', () => {
    given(reported).when(flag, { ...inspector, roles: ['assessor'] }).thenRefused('role-cannot-flag');
    for (const unitId of [DISTRICT, '511902-water', '511900-health']) given(reported).when(flag, { ...inspector, unitId }).thenRefused('verifier-interested');
  });

  it('is counted once for each report, and the result is worked on again', () => {
    given(reported, flagged()).when(flag, inspector).then();
    const again = { ...reported, data: { ...reported.data, attempt: 2 } } as TaskEvent;
    given(reported, flagged(), again).when(flag, inspector).then(flagged(2, 2));
    expect(given(reported, verified, flagged()).state()).toMatchObject({ status: 'accepted', years: [{ status: 'rejected', falseAttempts: [1], rework: 0 }, {}] });
  });
});
