import type { RequestLane } from '@zeren/requests-domain';
import type { Role } from '@zeren/kernel';

/** The lists of the queue: what a request waits for, and what is the reader's own or late. */
export type BoardList = RequestLane | 'mine' | 'overdue' | 'deferral-asked' | 'all';

const offices: readonly Role[] = ['hotline', 'city-office', 'district-office'];
const lookers: readonly Role[] = ['inspector', 'leader', 'auditor', 'performance-office'];

const ofOffice: readonly BoardList[] = ['to-accept', 'to-dispatch', 'unowned', 'to-arbitrate', 'deferral-asked', 'overdue', 'in-hand', 'to-verify', 'to-feed-back', 'to-call-back', 'mine', 'ended', 'all'];
const ofLooker: readonly BoardList[] = ['overdue', 'to-verify', 'unowned', 'in-hand', 'mine', 'ended', 'all'];
const ofUnit: readonly BoardList[] = ['mine', 'overdue', 'in-hand', 'to-verify', 'ended', 'all'];

/** The lists that somebody's work is about, the one to begin with first: who takes in and dispatches, who looks, who handles. */
export const listsFor = (roles: readonly Role[]): readonly BoardList[] => {
  if (roles.some((role) => offices.includes(role))) return ofOffice;
  return roles.some((role) => lookers.includes(role)) ? ofLooker : ofUnit;
};
