import { recorded, specifyProjection } from '@zeren/kernel/testing';
import type { TaskPublished } from '@zeren/tasks-domain';
import { assessmentInputProjection, type AssessmentInputEvent } from './assessment-input.js';

const name = { zh: '空气质量', en: 'Air quality' };
const task: TaskPublished['data'] = {
  splitId: '511900_s', rowKey: 'ENV-01~511902', parentTaskId: '511900_s.ENV-01', ancestors: [], campaignId: '511900_env', indicatorCode: 'ENV-01', name,
  evidence: 'statistics', unitId: '511902', unitTenantId: '511902', supportingUnitIds: [], accountablePostId: '511902.head', level: 2,
  weight: '20', deadline: '2015-12-31T15:59:59.999Z', sharedWith: ['511902'],
  metrics: [{ code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' }],
  annualTargets: [
    { year: 2013, dueAt: '2013-12-31T15:59:59.999Z', targets: [{ metric: 'days', value: '300' }] },
    { year: 2014, dueAt: '2014-06-30T16:00:00.000Z', targets: [{ metric: 'days', value: '310' }] },
  ],
};
const at = (revision: number, event: AssessmentInputEvent) =>
  recorded(event, {
    stream: 'task-511900_s.ENV-01~511902',
    revision,
    metadata: { sharedWith: ['511902'], occurredAt: `2013-0${revision + 2}-01T00:00:00.000Z` },
  });
const published = at(0, { type: 'TaskPublished', data: task });
const reported = at(1, {
  type: 'ResultReported',
  data: { year: 2013, values: [{ metric: 'days', value: '290', unit: '天' }], measuredOn: '2013-12-30', dueAt: '2013-12-31T15:59:59.999Z',
    late: false, attempt: 1, reportingUnitId: '511902', note: '' },
});
const rejected = at(2, { type: 'ResultRejected', data: { year: 2013, verifyingUnitId: 'x', finding: '', rework: 1 } });
const verified = at(3, { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: 'x', finding: '' } });
const overdue = (revision: number) => at(revision, { type: 'TaskMarkedOverdue', data: { year: 2013, dueAt: '2013-12-31T15:59:59.999Z' } });

const { given } = specifyProjection(assessmentInputProjection);

describe('the inputs of an assessment', () => {
  it('are one row per task and year, for the tenant that dispatched the task alone', () => {
    expect(given(published).rows()).toMatchObject([
      { readerTenantId: '511900', ownerTenantId: '511900', id: 's.ENV-01~511902@2013', taskId: '511900_s.ENV-01~511902', year: 2013,
        dueQuarter: '2013Q4', dueYear: '2013', status: 'pending', values: [], metrics: [{ metric: 'days', target: { value: '300' } }] },
      { id: 's.ENV-01~511902@2014', year: 2014, dueQuarter: '2014Q3', dueYear: '2014', metrics: [{ target: { value: '310' } }] },
    ]);
  });

  it('follow the result of their year and keep the events behind it, in order', () => {
    const [first, second] = given(published, reported, rejected, verified).rows();
    expect(first).toMatchObject({
      status: 'verified', late: false, rework: 1, values: [{ metric: 'days', value: '290', unit: '天' }],
      eventIds: [published.id, reported.id, rejected.id, verified.id], occurredAt: '2013-05-01T00:00:00.000Z',
    });
    expect(second).toMatchObject({ status: 'pending', eventIds: [published.id] });
  });

  it('stand as overdue only where nothing was reported', () => {
    expect(given(published, overdue(1)).rows()[0]).toMatchObject({ status: 'overdue', late: true });
    expect(given(published, reported, overdue(2)).rows()[0]).toMatchObject({ status: 'reported', late: false });
  });

  it('follow a revision of the split: a new target and due date, the result as reported, no row for a year no longer asked', () => {
    const content = { ...task, annualTargets: [{ year: 2013, dueAt: '2014-03-31T15:59:59.999Z', targets: [{ metric: 'days', value: '320' }] }] };
    const revised = at(2, { type: 'TaskRevised', data: { version: 2, reason: '调整', document: '2号', content, droppedYears: [2014] } });
    expect(given(published, reported, revised).rows()).toMatchObject([{
      year: 2013, dueQuarter: '2014Q1', status: 'reported', values: [{ value: '290' }], metrics: [{ target: { value: '320' } }], eventIds: [published.id, reported.id, revised.id],
    }]);
  });

  it('know the last report and when it came, and whose the credit is', () => {
    expect(given(published).rows()[0]).toMatchObject({ attempt: 0, reportedAt: null, credits: [] });
    expect(given(published, reported, rejected).rows()[0]).toMatchObject({ attempt: 1, reportedAt: '2013-03-01T00:00:00.000Z' });
    const supportingCredits = [{ unitId: '511900-water', share: '12.5' }, { unitId: '511903', share: '20' }];
    const joint = at(0, { type: 'TaskPublished', data: { ...task, supportingUnitIds: ['511900-water', '511903'], supportingCredits } });
    expect(given(joint).rows()[0]?.credits).toEqual([{ unitId: '511902', share: '67.5' }, { unitId: '511900-water', share: '12.5' }, { unitId: '511903', share: '20' }]);
  });
});
