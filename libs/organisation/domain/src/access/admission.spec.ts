import { DomainError, fold, type Caller } from '@zeren/kernel';
import { aCaller } from '@zeren/kernel/testing';
import { accessDecider } from './access.js';
import { clerk, head, officer, registerOf } from './access.sample.js';
import type { AccessEvent } from './access.events.js';
import { noAccess } from './access-state.js';
import { admitted } from './admission.js';

const handedOn = { ...officer, holdings: [{ officerId: 'officer-1', from: '2012-01-01', until: '2013-02-28' }, { officerId: 'officer-9', from: '2013-03-01', until: null }] };
const register = registerOf(head, officer, clerk);
const on = (day: string, said: Partial<Caller> = {}): Caller =>
  aCaller({ postId: officer.postId, actorId: 'officer-1', unitId: officer.unitId, roles: ['officer'], now: `${day}T02:00:00.000Z`, ...said });
const refusal = (admit: () => unknown): string => {
  try {
    admit();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'admitted';
};

const delegated: AccessEvent = {
  type: 'WorkDelegated',
  data: {
    number: 1, postId: head.postId, unitId: head.unitId, holderId: 'leader', deputyPostId: officer.postId, deputyId: 'officer-1',
    roles: ['leader'], from: '2013-03-04', until: '2013-03-15', reason: '出差',
  },
};
const access = fold(accessDecider, [delegated]);

describe('admission', () => {
  it('a person\'s access ends with the post, and begins with it', () => {
    const successor = { actorId: 'officer-9' };
    expect(refusal(() => admitted(registerOf(handedOn), noAccess, on('2013-02-28'), null))).toBe('admitted');
    expect(refusal(() => admitted(registerOf(handedOn), noAccess, on('2013-03-01'), null))).toBe('post-not-held');
    expect(refusal(() => admitted(registerOf(handedOn), noAccess, on('2013-02-28', successor), null))).toBe('post-not-held');
    expect(refusal(() => admitted(registerOf(handedOn), noAccess, on('2013-03-01', successor), null))).toBe('admitted');
  });

  it('a post that the register does not know is the token\'s affair', () => {
    const caller = on('2013-03-01', { postId: '' });
    expect(admitted(register, noAccess, caller, null)).toEqual(caller);
  });

  it('a deputy acts in the delegated post, in its roles and its unit, and both posts are known', () => {
    expect(admitted(register, access, on('2013-03-04'), head.postId)).toEqual(on('2013-03-04', { postId: head.postId, unitId: head.unitId, roles: ['leader'], ownPostId: officer.postId }));
    expect(admitted(register, access, on('2013-03-04'), officer.postId)).toEqual(on('2013-03-04'));
  });

  it('a delegation ends by itself, with the holder\'s time, and is nobody else\'s', () => {
    const as = (caller: Caller, of = register) => refusal(() => admitted(of, access, caller, head.postId));
    expect([as(on('2013-03-03')), as(on('2013-03-15')), as(on('2013-03-16'))]).toEqual(['post-not-delegated', 'admitted', 'post-not-delegated']);
    expect(as(on('2013-03-05', { postId: clerk.postId, actorId: 'officer-2' }))).toBe('post-not-delegated');
    const newHead = { ...head, holdings: [{ officerId: 'leader', from: '2012-01-01', until: '2013-03-04' }, { officerId: 'next', from: '2013-03-05', until: null }] };
    expect(as(on('2013-03-05'), registerOf(newHead, officer))).toBe('post-not-delegated');
  });

  it('a role withdrawn from the delegated post is not the deputy\'s either', () => {
    const withdrawn: AccessEvent = { type: 'RoleWithdrawn', data: { postId: head.postId, unitId: head.unitId, role: 'leader', from: '2013-03-06', reason: '停权' } };
    expect(admitted(register, fold(accessDecider, [delegated, withdrawn]), on('2013-03-06'), head.postId).roles).toEqual([]);
  });
});
