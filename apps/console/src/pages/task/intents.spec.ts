import type { Caller } from '@zeren/kernel';
import { taskDecider, tasksRefusals, type Task, type TaskPublished } from '@zeren/tasks-domain';
import { fold } from '@zeren/kernel';
import { refusalCodeOf } from '../../design/refusal.js';
import { decideOn, pressingYear, specimenOf, type TaskAction } from './intents.js';

const content: TaskPublished['data'] = {
  splitId: '511900_s1', rowKey: 'ENV-01-01~511902', parentTaskId: '511900_s1.ENV-01-01', campaignId: '511900_env', indicatorCode: 'ENV-01-01',
  ancestors: [{ taskId: '511900_s1.ENV-01-01', unitId: '511900-environment' }],
  name: { zh: '空气', en: 'Air' }, evidence: 'statistics', unitId: '511902', unitTenantId: '511902', supportingUnitIds: [],
  accountablePostId: '511902.head', level: 2, weight: '20', deadline: '2015-12-31T15:59:59.999Z', sharedWith: ['511902'],
  metrics: [{ code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' }],
  annualTargets: [2013, 2014].map((year) => ({ year, dueAt: `${year}-12-31T15:59:59.999Z`, targets: [{ metric: 'days', value: '292' }] })),
};

const published = fold(taskDecider, [{ type: 'TaskPublished', data: content }]) as Exclude<Task, { status: 'unpublished' }>;
const accepted = taskDecider.evolve(published, { type: 'TaskAccepted', data: { unitId: '511902' } }) as typeof published;

const office: Caller = {
  tenantId: '511902', actorId: '511902.district-office', postId: '511902-creation-office.head', unitId: '511902-creation-office',
  roles: ['district-office'], now: '2013-12-01T00:00:00.000Z',
};

const refusal = (action: TaskAction, task: typeof published, caller: Caller, year = 0) => {
  const one = task.years[year];
  if (!one) throw new Error('no such year');
  return refusalCodeOf(() => decideOn(specimenOf(action, task, one, caller.now), task, caller));
};

describe('an action of the console', () => {
  it('is open where the task itself would allow it', () => {
    expect(refusal('accept', published, office)).toBeUndefined();
    expect(refusal('report', accepted, office)).toBeUndefined();
  });

  it('is shut with the refusal of the task itself: a report before acceptance', () => {
    expect(refusal('report', published, office)).toBe('task-not-accepted');
  });

  it('is shut for a unit that does not lead the task', () => {
    expect(refusal('accept', published, { ...office, tenantId: '511903', unitId: '511903-creation-office' })).toBe('not-the-lead');
  });

  it('is shut for a report on a year that has not begun', () => {
    expect(refusal('report', accepted, office, 1)).toBe('measured-before-year');
  });

  it('is shut for a verification while nothing is reported', () => {
    const inspector: Caller = { ...office, tenantId: '511900', unitId: '511900-supervision-office', roles: ['inspector'] };
    expect(refusal('verify', accepted, inspector)).toBe('nothing-to-verify');
  });

  it('has a sentence in both languages for each of these refusals', () => {
    for (const code of ['task-not-accepted', 'not-the-lead', 'measured-before-year', 'nothing-to-verify']) {
      expect(tasksRefusals).toHaveProperty([code, 'zh'], expect.stringMatching(/./));
      expect(tasksRefusals).toHaveProperty([code, 'en'], expect.stringMatching(/./));
    }
  });
});

describe('the year a task page opens with', () => {
  it('is the one that was rejected, before those not yet due', () => {
    const years = accepted.years.map((year) => (year.year === 2014 ? { ...year, status: 'rejected' as const } : year));
    expect(pressingYear(years)?.year).toBe(2014);
  });

  it('is the first not reported where nothing is wrong', () => {
    expect(pressingYear(accepted.years)?.year).toBe(2013);
  });
});
