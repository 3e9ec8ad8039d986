import { specify } from '@zeren/kernel/testing';
import { taskDecider } from './task.js';
import { interestedUnits, supportersOf, type PublishedTask } from './task-state.js';
import type { TaskEvent } from './task.events.js';
import { aTaskPublished, CITY, cityOffice, DISTRICT, districtOffice, OTHER_DISTRICT, taskNamed } from '../testing/samples.js';

const task = specify(taskDecider);
const published = aTaskPublished();
const gardens = { tenantId: CITY, unitId: '511900-gardens', roles: ['officer'] as const };
const said = { reason: '绿地养护由我局承担', basis: '三定方案〔2012〕6号' };
const declare = { type: 'DeclareDutyMatch', data: said } as const;
const declared = (number = 1, unitId = gardens.unitId): TaskEvent =>
  ({ type: 'DutyMatchDeclared', data: { number, unitId, unitTenantId: CITY, ...said, task: taskNamed } });
const answer = (what: 'admitted' | 'refused', reason = '职责相符') => ({ type: 'AnswerDutyMatch', data: { number: 1, answer: what, reason } }) as const;
const admitted: TaskEvent = { type: 'DutyMatchAdmitted', data: { number: 1, reason: '职责相符', unitId: cityOffice.unitId } };

describe('a unit the split does not name', () => {
  it('declares that the task falls within its duties, with a reason and a basis, which is recorded in its favour', () => {
    task.given(published).when(declare, gardens).then(declared());
    task.given(published, declared()).when(declare, gardens).then();
    task.given(published, declared()).when({ ...declare, data: { ...said, reason: '另一理由' } }, gardens).thenRefused('match-pending');
    task.given(published).when({ ...declare, data: { ...said, reason: ' ' } }, gardens).thenRefused('reason-required', 'reason');
    task.given(published).when({ ...declare, data: { ...said, basis: ' ' } }, gardens).thenRefused('reason-required', 'basis');
  });

  it('is not one that is named already, in the task or above it', () => {
    task.given(published).when(declare, districtOffice).thenRefused('match-already-named');
    task.given(published).when(declare, { ...gardens, tenantId: DISTRICT, unitId: '511902-water' }).thenRefused('match-already-named');
    task.given(published).when(declare, { ...gardens, unitId: '511900-health' }).thenRefused('match-already-named');
    task.given(published, declared(), admitted).when(declare, gardens).thenRefused('match-already-named');
  });

  it('is one of the side that dispatched the task or leads it, in a role that works, on a task still open', () => {
    task.given(published).when(declare, { ...gardens, tenantId: OTHER_DISTRICT }).thenRefused('match-outside-tenant');
    task.given(published).when(declare, { ...gardens, roles: ['inspector'] }).thenRefused('role-cannot-act');
    task.given(published, { type: 'TaskClosed', data: { number: 1, reason: 'r' } }).when(declare, gardens).thenRefused('task-ended');
  });

  it('admitted by the dispatcher, supports the task and has an interest in its result, but no part of the credit', () => {
    task.given(published, declared()).when(answer('admitted'), cityOffice).then(admitted);
    const state = task.given(published, declared(), admitted).state() as PublishedTask;
    expect(supportersOf(state)).toEqual(['511902-water', gardens.unitId]);
    expect(interestedUnits(state)).toContain(gardens.unitId);
    const progress = { type: 'RecordSupportingProgress', data: { year: 2013, values: [{ metric: 'value', value: '5', unit: '处' }], measuredOn: '2013-03-01', note: '补植行道树', evidenceIds: [] } } as const;
    const working = [published, { type: 'TaskAccepted', data: { unitId: DISTRICT } }, declared()] as const;
    task.given(...working).when(progress, { ...gardens, now: '2013-03-02T02:00:00.000Z' }).thenRefused('not-supporting');
    expect(task.given(...working, admitted).when(progress, { ...gardens, now: '2013-03-02T02:00:00.000Z' }).outcome()).toHaveLength(1);
    expect(state.content.supportingCredits).toBeUndefined();
    task.given(published, declared(), admitted).when(answer('admitted'), cityOffice).then();
    task.given(published, declared(), admitted).when(answer('refused'), cityOffice).thenRefused('match-answered', 'number');
  });

  it('is refused with a reason, and may declare again on other grounds', () => {
    const refusal: TaskEvent = { type: 'DutyMatchRefused', data: { number: 1, reason: '不属职责', unitId: cityOffice.unitId } };
    task.given(published, declared()).when(answer('refused', '不属职责'), cityOffice).then(refusal);
    task.given(published, declared()).when(answer('refused', ' '), cityOffice).thenRefused('reason-required', 'reason');
    task.given(published, declared(), refusal).when(declare, gardens).then(declared(2));
  });

  it('is answered by the dispatcher alone, never by itself', () => {
    task.given(published, declared()).when(answer('admitted'), districtOffice).thenRefused('not-the-dispatcher');
    task.given(published, declared(1, cityOffice.unitId)).when(answer('admitted'), cityOffice).thenRefused('answers-own-request');
    task.given(published).when(answer('admitted'), cityOffice).thenRefused('no-match', 'number');
  });
});
