import type { Role } from '@zeren/kernel';
import { specify } from '@zeren/kernel/testing';
import { accessDecider } from './access.js';
import { head, officer } from './access.sample.js';
import type { RoleChange, RoleGranted, RoleWithdrawn } from './access.events.js';
import { rolesIn } from './access-state.js';

const access = specify(accessDecider);
const office = { postId: '511900-creation-office.head', roles: ['city-office'] as const };
const said = { postId: officer.postId, role: 'inspector' as Role, from: '2013-03-04', reason: '抽调督查', facts: { post: officer, tenantKind: 'city' as const } };
const change = (rest: Partial<RoleChange> = {}): RoleChange => ({ postId: officer.postId, unitId: officer.unitId, role: 'inspector', from: '2013-03-04', reason: '抽调督查', ...rest });
const grant = (rest: Partial<typeof said> = {}) => ({ type: 'GrantRole', data: { ...said, ...rest } }) as const;
const withdraw = (rest: Partial<typeof said> = {}) => ({ type: 'WithdrawRole', data: { ...said, ...rest } }) as const;
const granted: RoleGranted = { type: 'RoleGranted', data: change() };
const withdrawn = (from: string): RoleWithdrawn => ({ type: 'RoleWithdrawn', data: change({ from }) });

describe('the roles of a post', () => {
  it('are granted and withdrawn from a day on, with the reason', () => {
    access.given().when(grant(), office).then(granted);
    access.given(granted).when(grant(), office).then();
    access.given(granted).when(withdraw({ from: '2013-04-01' }), office).then(withdrawn('2013-04-01'));
    access.given().when(withdraw(), office).then(withdrawn('2013-03-04'));
    access.given().when(grant({ reason: ' ' }), office).thenRefused('access-reason-required', 'reason');
  });

  it('never change in the past, nor before the last change', () => {
    access.given().when(grant({ from: '2013-02-28' }), office).thenRefused('access-in-the-past', 'from');
    access.given(granted).when(withdraw({ from: '2013-03-04' }), office).thenRefused('role-change-not-later', 'from');
    access.given().when(grant({ from: '2013-02-30' }), office).thenRefused('not-a-date', 'from');
  });

  it('are never one\'s own to change, nor a deputy\'s', () => {
    access.given().when(grant(), { ...office, postId: officer.postId }).thenRefused('access-of-own-post');
    access.given().when(grant(), { ...office, ownPostId: head.postId }).thenRefused('deputy-acts-only');
  });

  it('are not the platform\'s, an outside party\'s or the office of another kind of tenant', () => {
    for (const role of ['operator', 'assessor', 'district-office'] as const) access.given().when(grant({ role }), office).thenRefused('role-not-grantable', 'role');
    access.given().when(grant({ role: 'city-office', facts: { ...said.facts, tenantKind: 'district' } as never }), office).thenRefused('role-not-grantable');
    access.given().when(grant({ facts: { post: null, tenantKind: 'city' } as never }), office).thenRefused('post-unknown', 'postId');
  });

  it('are what the token brings, less what was withdrawn from the post, and what it was granted, on the day', () => {
    const state = access.given(granted, withdrawn('2013-04-01'), { type: 'RoleWithdrawn', data: change({ role: 'officer', from: '2013-05-01' }) }).state();
    const on = (day: string) => rolesIn(state, officer.postId, ['officer'], day);
    expect([on('2013-03-03'), on('2013-03-04'), on('2013-04-01'), on('2013-05-01')]).toEqual([['officer'], ['officer', 'inspector'], ['officer'], []]);
    expect(rolesIn(state, head.postId, ['leader'], '2013-05-01')).toEqual(['leader']);
  });
});
