import { specify } from '@zeren/kernel/testing';
import { taskDecider } from './task.js';
import type { TaskEvent } from './task.events.js';
import type { ObjectionAccepted, ObjectionRaised, ObjectionRefused, ObjectionRuled, Successor, TaskWithdrawn } from './task-objection.events.js';
import { anObjectionRule, aTaskPublished, CITY, cityOffice, DISTRICT, districtOffice, OTHER_DISTRICT, takingBack, taskNamed } from '../testing/samples.js';

const task = specify(taskDecider);
const published = aTaskPublished({ objection: anObjectionRule });
const CITY_OFFICE = '511900-creation-office';
const raised = (round = 1): ObjectionRaised => ({ type: 'ObjectionRaised', data: { round, reason: '不属本区', unitId: '511902-creation-office', task: taskNamed } });
const refused = (round = 1, nextUntil: string | null = '2013-03-12'): ObjectionRefused => ({ type: 'ObjectionRefused', data: { round, reason: '属地', unitId: CITY_OFFICE, nextUntil } });
const withdrawn = (successor: Successor | null = null): TaskWithdrawn => ({ type: 'TaskWithdrawn', data: { reason: '同意', successor } });
const acceptedObjection: ObjectionAccepted = { type: 'ObjectionAccepted', data: { round: 1, reason: '同意', unitId: CITY_OFFICE } };
const twiceRefused: TaskEvent[] = [raised(), refused(), raised(2), refused(2, null)];

const raise = (reason = '不属本区') => ({ type: 'RaiseObjection', data: { reason } }) as const;
const agree = (said: Partial<typeof takingBack & { successor: Successor | null }> = {}) => ({ type: 'AcceptObjection', data: { ...takingBack, reason: '同意', ...said } }) as const;
const stand = { type: 'RefuseObjection', data: { reason: '属地', nextUntil: '2013-03-12' } } as const;
const rule = (ruling: 'stands' | 'withdrawn', document = '裁定〔2013〕1号') =>
  ({ type: 'RuleOnObjection', data: { ...takingBack, ruling, reason: '同意', document } }) as const;

const unit = { ...districtOffice, now: '2013-03-05T02:00:00.000Z' };
const dispatcher = { ...cityOffice, now: '2013-03-06T02:00:00.000Z' };
const leader = { ...dispatcher, unitId: CITY, roles: ['leader'] as const };

describe('an objection', () => {
  it('is raised in writing by the dispatched unit, up to the last working day after dispatch', () => {
    task.given(published).when(raise(), unit).then(raised());
    task.given(published).when(raise(), { ...unit, now: '2013-03-08T15:59:59.999Z' }).then(raised());
    task.given(published).when(raise(), { ...unit, now: '2013-03-08T16:00:00.000Z' }).thenRefused('objection-late');
    task.given(published).when(raise(' '), unit).thenRefused('reason-required', 'reason');
    task.given(published).when(raise(), dispatcher).thenRefused('not-the-lead');
  });

  it('has a time counted by the week alone until the calendar is published, and then an explicit recount', () => {
    const provisional = aTaskPublished({ objection: { ...anObjectionRule, byWeekAlone: true } });
    const recounted: TaskEvent = { type: 'ObjectionTimeRecounted', data: { until: '2013-03-14' } };
    const recount = (byWeekAlone = false) => ({ type: 'RecountObjectionTime', data: { rule: { until: '2013-03-14', byWeekAlone } } }) as const;
    task.given(provisional).when(recount(), dispatcher).then(recounted);
    task.given(provisional, recounted).when(recount(), dispatcher).then();
    task.given(provisional, recounted).when(raise(), { ...unit, now: '2013-03-14T15:59:59.999Z' }).then(raised());
    task.given(provisional).when(recount(true), dispatcher).thenRefused('calendar-not-published');
    task.given(provisional).when(recount(), unit).thenRefused('not-the-dispatcher');
    task.given(aTaskPublished()).when(recount(), dispatcher).thenRefused('objection-not-provided');
  });

  it('counts its time from dispatch, not from signing for it', () => {
    const signed: TaskEvent = { type: 'TaskAccepted', data: { unitId: DISTRICT } };
    task.given(published, signed).when(raise(), unit).then(raised());
    task.given(published, signed).when(raise(), { ...unit, now: '2013-03-09T00:00:00.000Z' }).thenRefused('objection-late');
  });

  it('is not provided for where the task was dispatched without it', () => {
    task.given(aTaskPublished()).when(raise(), unit).thenRefused('objection-not-provided');
  });

  it('again changes nothing; another one waits for the answer', () => {
    task.given(published, raised()).when(raise(), unit).then();
    task.given(published, raised()).when(raise('另有理由'), unit).thenRefused('objection-pending');
  });

  it('stops acceptance and report until it is answered', () => {
    task.given(published, raised()).when({ type: 'AcceptTask', data: {} }, unit).thenRefused('objection-pending');
    expect(task.given(published, raised(), refused()).when({ type: 'AcceptTask', data: {} }, unit).outcome()).toHaveLength(1);
  });

  it('comes too late once a result is reported', () => {
    const reported: TaskEvent = {
      type: 'ResultReported',
      data: { year: 2013, values: [], measuredOn: '2013-03-02', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: DISTRICT, note: '' },
    };
    task.given(published, { type: 'TaskAccepted', data: { unitId: DISTRICT } }, reported).when(raise(), unit).thenRefused('result-already-reported');
  });
});

describe('the dispatcher\'s answer', () => {
  it('accepts: the task is withdrawn', () => {
    task.given(published, raised()).when(agree(), dispatcher).then(acceptedObjection, withdrawn());
    task.given(published, raised(), acceptedObjection, withdrawn()).when(agree(), dispatcher).then();
    task.given(published, raised(), acceptedObjection, withdrawn()).when({ type: 'AcceptTask', data: {} }, unit).thenRefused('task-ended');
  });

  it('accepts: the task goes to another unit, which can take it', () => {
    const successor = { unitId: OTHER_DISTRICT, unitTenantId: OTHER_DISTRICT, accountablePostId: `${OTHER_DISTRICT}.head` };
    task.given(published, raised()).when(agree({ successor }), dispatcher).then(acceptedObjection, withdrawn(successor));
    const refusedFor = (said: Partial<Successor>, code: string) =>
      task.given(published, raised()).when(agree({ successor: { ...successor, ...said } }), dispatcher).thenRefused(code);
    refusedFor({ unitId: DISTRICT }, 'successor-is-the-lead');
    refusedFor({ unitId: '511900-health' }, 'lead-of-parent');
    refusedFor({ unitId: '511902-water' }, 'lead-also-supporting');
    refusedFor({ unitTenantId: '211103' }, 'tenant-not-participant');
    refusedFor({ accountablePostId: '' }, 'post-required');
  });

  it('does not take back alone what is split further', () => {
    task.given(published, raised()).when(agree({ hasChildren: true }), dispatcher).thenRefused('task-already-split');
  });

  it('refuses with a reason; within working days of that the unit may object again', () => {
    task.given(published, raised()).when(stand, dispatcher).then(refused());
    task.given(published, raised()).when({ ...stand, data: { ...stand.data, reason: '' } }, dispatcher).thenRefused('reason-required', 'reason');
    task.given(published, raised(), refused()).when(stand, dispatcher).then();
    task.given(published, raised(), refused()).when(raise(), { ...unit, now: '2013-03-12T02:00:00.000Z' }).then(raised(2));
    task.given(published, raised(), refused()).when(raise(), { ...unit, now: '2013-03-13T02:00:00.000Z' }).thenRefused('objection-late');
  });

  it('is given by the dispatching side, in a unit that does not work on the task', () => {
    task.given(published, raised()).when(stand, unit).thenRefused('not-the-dispatcher');
    task.given(published, raised()).when(stand, { ...dispatcher, roles: ['officer'] }).thenRefused('role-cannot-answer');
    task.given(published).when(stand, dispatcher).thenRefused('no-objection');
    const own = aTaskPublished({ objection: anObjectionRule, unitId: CITY_OFFICE, unitTenantId: CITY });
    task.given(own, raised()).when(stand, dispatcher).thenRefused('answers-own-request');
  });
});

describe('after two refusals', () => {
  it('there is no third objection', () => {
    task.given(published, raised(), refused(), raised(2)).when(stand, dispatcher).then(refused(2, null));
    task.given(published, ...twiceRefused).when(raise(), unit).thenRefused('objections-exhausted');
  });

  it('only a final ruling is left, by a leader who did not refuse, under its document', () => {
    const ruled: ObjectionRuled = { type: 'ObjectionRuled', data: { round: 2, ruling: 'stands', reason: '同意', document: '裁定〔2013〕1号', unitId: CITY } };
    task.given(published, ...twiceRefused).when(rule('stands'), leader).then(ruled);
    task.given(published, ...twiceRefused).when(rule('withdrawn'), leader).then({ ...ruled, data: { ...ruled.data, ruling: 'withdrawn' } }, withdrawn());
    task.given(published, ...twiceRefused).when(rule('stands', ''), leader).thenRefused('document-required', 'document');
    task.given(published, ...twiceRefused).when(rule('stands'), { ...leader, unitId: CITY_OFFICE }).thenRefused('rules-on-own-answer');
    task.given(published, ...twiceRefused).when(rule('stands'), dispatcher).thenRefused('role-cannot-answer');
    task.given(published, raised()).when(rule('stands'), leader).thenRefused('nothing-to-rule');
    task.given(published, ...twiceRefused, ruled).when(rule('stands'), leader).then();
    task.given(published, ...twiceRefused, ruled).when(rule('withdrawn'), leader).thenRefused('ruling-is-final');
    task.given(published, ...twiceRefused, ruled).when(raise(), unit).thenRefused('objections-exhausted');
  });
});
