import { fold } from '@zeren/kernel';
import { taskDecider, type PublishedTask, type TaskPublished } from '@zeren/tasks-domain';
import { correction, decision, objectionAnswer, progress, request, successorIn } from './doing.js';

const content: TaskPublished['data'] = {
  splitId: '511900_s1', rowKey: 'ENV-01-01~511902', parentTaskId: '511900_s1.ENV-01-01', campaignId: '511900_env', indicatorCode: 'ENV-01-01', ancestors: [],
  name: { zh: '空气', en: 'Air' }, evidence: 'statistics', unitId: '511902', unitTenantId: '511902', supportingUnitIds: [], accountablePostId: '511902.head', level: 2,
  weight: '20', deadline: '2013-12-31T15:59:59.000Z', sharedWith: ['511902'],
  metrics: [
    { code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' },
    { code: 'value', unit: '%', direction: 'at-least', distribution: 'threshold' },
  ],
  annualTargets: [{ year: 2013, dueAt: '2013-12-31T15:59:59.000Z', targets: [{ metric: 'days', value: '292' }] }],
};
const task = fold(taskDecider, [{ type: 'TaskPublished', data: content }]) as PublishedTask;
const [year] = task.years;
if (!year) throw new Error('no year');

describe('what a form sends', () => {
  it('is the same body that the task decides on: only metrics with a value, evidence one by one', () => {
    const { path, body } = progress({ 'value:days': ' 30 ', 'value:value': '', measuredOn: '2013-05-01', evidence: '511902_a，511902_b', note: '' }, task, year);
    expect(path).toBe('progress');
    expect(body).toEqual({ year: 2013, values: [{ metric: 'days', unit: '天', value: '30' }], measuredOn: '2013-05-01', evidenceIds: ['511902_a', '511902_b'], note: '' });
    expect(correction({ 'value:days': '28', reason: '重复' }, task, year, 3)).toMatchObject({ path: 'progress/2013/3/correction', body: { reason: '重复' } });
  });

  it('asks for a year and a day only where the request is for more time', () => {
    expect(request({ kind: 'deferral', year: '2013', until: '2014-03-31', reason: '受灾' }).body).toEqual({ kind: 'deferral', year: 2013, until: '2014-03-31', explainedTo: null, reason: '受灾' });
    expect(request({ kind: 'explanation', year: '2013', until: '2014-03-31', explainedTo: '来信群众', reason: '受灾' }).body)
      .toEqual({ kind: 'explanation', year: null, until: null, explainedTo: '来信群众', reason: '受灾' });
  });

  it('names the unit that takes over with its tenant and its head, or nobody', () => {
    expect(successorIn({ successor: '511903-health' })).toEqual({ unitId: '511903-health', unitTenantId: '511903', accountablePostId: '511903-health.head' });
    expect(successorIn({ successor: ' ' })).toBeNull();
    expect(decision({ decision: 'granted', reason: '属实' }, 2)).toMatchObject({ path: 'requests/2/decision', body: { decision: 'granted', successor: null } });
  });

  it('is one command or the other, as the answer says', () => {
    expect(objectionAnswer({ answer: 'accepted', reason: '同意' }, '2013-03-01T02:00:00.000Z').command.type).toBe('AcceptObjection');
    expect(objectionAnswer({ answer: 'refused', reason: '属地' }, '2013-03-01T02:00:00.000Z').command.type).toBe('RefuseObjection');
  });
});
