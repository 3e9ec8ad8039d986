import type { Caller } from '@zeren/kernel';
import { specify } from '@zeren/kernel/testing';
import { accessDecider } from './access.js';
import { aPost, clerk, head, officer } from './access.sample.js';
import type { Delegation, DelegationEnded, WorkDelegated } from './access.events.js';

const access = specify(accessDecider);
const absent: Partial<Caller> = { postId: officer.postId, actorId: 'officer-1', roles: ['officer'] };
const theHead: Partial<Caller> = { postId: head.postId, actorId: 'leader', roles: ['leader', 'officer'] };
const facts = { post: officer, deputyPost: clerk, callersPost: officer };
const said = { postId: officer.postId, deputyPostId: clerk.postId, roles: ['officer'] as const, from: '2013-03-04', until: '2013-03-15', reason: '出差' };
const delegate = (rest: object = {}) => ({ type: 'DelegateWork', data: { ...said, facts, ...rest } }) as const;
const delegation: Delegation = { number: 1, ...said, unitId: officer.unitId, holderId: 'officer-1', deputyId: 'officer-2' };
const delegated: WorkDelegated = { type: 'WorkDelegated', data: delegation };
const end = (until: string, rest: object = {}) => ({ type: 'EndDelegation', data: { number: 1, until, reason: '提前返回', facts: { callersPost: officer }, ...rest } }) as const;
const ended = (until: string): DelegationEnded => ({ type: 'DelegationEnded', data: { number: 1, until, reason: '提前返回' } });

describe('a post\'s work', () => {
  it('is delegated by its holder to another officer of the unit for a period', () => {
    access.given().when(delegate(), absent).then(delegated);
    access.given(delegated).when(delegate(), absent).then();
  });

  it('is delegated by the unit\'s head too, also where nobody holds the post', () => {
    access.given().when(delegate({ facts: { ...facts, callersPost: head } }), theHead).then(delegated);
    const vacant = { ...officer, holdings: [] };
    access.given().when(delegate({ facts: { ...facts, post: vacant, callersPost: head } }), theHead)
      .then({ ...delegated, data: { ...delegation, holderId: null } });
    access.given().when(delegate({ facts: { ...facts, callersPost: clerk } }), { ...absent, postId: clerk.postId }).thenRefused('not-yours-to-delegate');
    const otherHead = aPost('head', 'other', 'head', '511900-culture');
    access.given().when(delegate({ facts: { ...facts, callersPost: otherHead } }), { ...theHead, postId: otherHead.postId }).thenRefused('not-yours-to-delegate');
    access.given().when(delegate(), { ...absent, ownPostId: clerk.postId }).thenRefused('deputy-acts-only');
  });

  it('goes to nobody of another unit, to no empty post, and not to oneself', () => {
    const to = (deputyPost: object | null) => access.given().when(delegate({ facts: { ...facts, deputyPost } }), absent);
    to(aPost('clerk', 'x', 'officer', '511900-culture')).thenRefused('deputy-of-other-unit', 'deputyPostId');
    to({ ...clerk, holdings: [] }).thenRefused('deputy-not-in-post', 'deputyPostId');
    to(aPost('clerk', 'officer-1')).thenRefused('delegation-to-self', 'deputyPostId');
    to(null).thenRefused('post-unknown', 'deputyPostId');
    access.given().when(delegate({ facts: { ...facts, post: null } }), absent).thenRefused('post-unknown', 'postId');
  });

  it('has one deputy at a time: overlapping delegations are refused', () => {
    const later = (from: string, until: string) => access.given(delegated).when(delegate({ from, until }), absent);
    later('2013-03-15', '2013-03-20').thenRefused('post-delegated-then', 'from');
    later('2013-03-01', '2013-03-31').thenRefused('post-delegated-then', 'from');
    later('2013-03-16', '2013-03-20').then({ ...delegated, data: { ...delegation, number: 2, from: '2013-03-16', until: '2013-03-20' } });
  });

  it('never goes in a circle, however long', () => {
    const back: WorkDelegated = { type: 'WorkDelegated', data: { ...delegation, postId: clerk.postId, deputyPostId: officer.postId, holderId: 'officer-2', deputyId: 'officer-1' } };
    access.given(back).when(delegate(), absent).thenRefused('delegation-circle', 'deputyPostId');
    const third = aPost('third', 'officer-3');
    const over: WorkDelegated = { ...back, data: { ...back.data, deputyPostId: third.postId, deputyId: 'officer-3' } };
    const home: WorkDelegated = { ...back, data: { ...back.data, number: 2, postId: third.postId, deputyPostId: officer.postId, holderId: 'officer-3' } };
    access.given(over, home).when(delegate(), absent).thenRefused('delegation-circle', 'deputyPostId');
    access.given(back).when(delegate({ from: '2013-03-16', until: '2013-03-20' }), absent).then({ ...delegated, data: { ...delegation, number: 2, from: '2013-03-16', until: '2013-03-20' } });
  });

  it('carries only roles that its giver has, and never begins in the past', () => {
    access.given().when(delegate({ roles: ['officer', 'leader'] }), absent).thenRefused('role-not-yours', 'roles[1]');
    access.given().when(delegate({ from: '2013-02-28' }), absent).thenRefused('access-in-the-past', 'from');
    access.given().when(delegate({ until: '2013-03-03' }), absent).thenRefused('delegation-period-wrong', 'until');
    access.given().when(delegate({ reason: '' }), absent).thenRefused('access-reason-required', 'reason');
  });

  it('comes back before its time where its holder or the head says so', () => {
    const later = '2013-03-06T02:00:00.000Z';
    access.given(delegated).when(end('2013-03-08'), { ...absent, now: later }).then(ended('2013-03-08'));
    access.given(delegated, ended('2013-03-08')).when(end('2013-03-08'), { ...absent, now: later }).then();
    access.given(delegated).when(end('2013-03-04'), { ...absent, now: later }).thenRefused('access-in-the-past', 'until');
    access.given(delegated).when(end('2013-03-16'), absent).thenRefused('delegation-over', 'until');
    access.given(delegated).when(end('2013-03-08', { facts: { callersPost: clerk } }), { ...absent, postId: clerk.postId }).thenRefused('not-yours-to-delegate');
    access.given().when(end('2013-03-08'), absent).thenRefused('delegation-unknown');
  });
});
