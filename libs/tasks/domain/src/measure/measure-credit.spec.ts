import { publicId } from '@zeren/kernel';
import { specify } from '@zeren/kernel/testing';
import type { CreditResult } from './measure-credit.js';
import { taskDecider } from '../task/task.js';
import type { TaskEvent } from '../task/task.events.js';
import { aTaskPublished, CITY, DISTRICT } from '../testing/samples.js';

const task = specify(taskDecider);
const now = '2013-12-20T02:00:00.000Z';
const metric = (code: string) => ({ code, unit: '%', direction: 'at-least', distribution: 'threshold' }) as const;
const targets = [{ metric: 'cover', value: '36' }, { metric: 'space', value: '31' }];
const published = aTaskPublished({ metrics: [metric('cover'), metric('space')], annualTargets: [{ year: 2013, dueAt: '2013-12-31T15:59:59.000Z', targets }] });
const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: DISTRICT } };
const source = { taskId: publicId(CITY, 's.ENV-04-01~511902'), campaignId: publicId(CITY, 'env'), indicatorCode: 'ENV-04-01', measureId: publicId(CITY, 'green-coverage') };
const cover = { metric: 'cover', value: '38.2', unit: '%' };
const space = { metric: 'space', value: '33', unit: '%' };
const credit = (said: Partial<CreditResult['data']> = {}): CreditResult => ({ type: 'CreditResult', data: { year: 2013, values: [cover], measuredOn: '2013-12-15', source, ...said } });
const credited = (said: Partial<CreditResult['data']> = {}): TaskEvent => ({ type: 'ResultCredited', data: credit(said).data });
const reported: TaskEvent = {
  type: 'ResultReported',
  data: { year: 2013, values: [cover, space], measuredOn: '2013-12-16', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: DISTRICT, note: '' },
};
const second = { values: [space], measuredOn: '2013-12-16', source: { ...source, indicatorCode: 'FOR-02-02' } };

describe('report once: a result reported for one campaign', () => {
  it('is credited to the task of another, with its source named', () => {
    task.given(published, accepted).when(credit(), { now }).then(credited());
  });

  it('reports the year of the other task once credits cover every metric', () => {
    task.given(published, accepted, credited()).when(credit(second), { now }).then(credited(second), reported);
    expect(task.given(published, accepted, credited(), credited(second), reported).state()).toMatchObject({ years: [{ status: 'reported', credits: [{ source }, { source: second.source }] }] });
  });

  it('counts only for metrics the task has, in their unit', () => {
    task.given(published, accepted).when(credit({ values: [{ ...cover, unit: '公顷' }] }), { now }).then();
    task.given(published, accepted).when(credit({ values: [{ ...cover, metric: 'trees' }] }), { now }).then();
    task.given(published, accepted).when(credit({ values: [cover, { ...cover, metric: 'trees' }] }), { now }).then(credited());
  });

  it('changes nothing where the year is reported already, nor when it is credited again', () => {
    task.given(published, accepted, credited()).when(credit(), { now }).then();
    task.given(published, accepted, credited(), credited(second), reported).when(credit({ values: [{ ...cover, value: '39' }] }), { now }).then();
    task.given(published, accepted).when(credit({ year: 2020 }), { now }).then();
  });

  it('changes nothing of a task that is not accepted, is disputed, or has ended', () => {
    task.given(published).when(credit(), { now }).then();
    const objected: TaskEvent = { type: 'ObjectionRaised', data: { round: 1, reason: '不属本区', unitId: DISTRICT, task: { name: published.data.name, campaignId: published.data.campaignId, indicatorCode: published.data.indicatorCode, unitId: DISTRICT, unitTenantId: DISTRICT } } };
    task.given(published, accepted, objected).when(credit(), { now }).then();
    task.given(published, accepted, { type: 'TaskCompleted', data: { outcome: 'done' } }).when(credit(), { now }).then();
  });

  it('is late where it is credited after the year was due', () => {
    const [, late] = task.given(published, accepted, credited()).when(credit(second), { now: '2014-01-02T02:00:00.000Z' }).outcome();
    expect(late).toMatchObject({ type: 'ResultReported', data: { late: true } });
  });
});
