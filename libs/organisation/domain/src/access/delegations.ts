import { sameData, type Caller, type Command } from '@zeren/kernel';
import { dayBefore } from '../calendar-date.js';
import { localDate } from '../calendar/local-time.js';
import type { CalendarDate, PostRecord } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import type { Delegation, DelegationEnded, WorkDelegated } from './access.events.js';
import { holdingOn, type Access } from './access-state.js';
import { requireDay, requireReason } from './role-changes.js';

/** The posts of the register that a delegation speaks of; null where it does not know one. */
export type DelegationFacts = {
  readonly post: PostRecord | null;
  readonly deputyPost: PostRecord | null;
  /** The caller's own. */
  readonly callersPost: PostRecord | null;
};

/** Put a post's work into the hands of another officer of its unit, for a period. */
export type DelegateWork = Command<'DelegateWork',
  Pick<Delegation, 'postId' | 'deputyPostId' | 'roles' | 'from' | 'until' | 'reason'> & { readonly facts: DelegationFacts }>;
/** End a delegation before its time; `until` is its last day. */
export type EndDelegation = Command<'EndDelegation', {
  readonly number: number; readonly until: CalendarDate; readonly reason: string; readonly facts: Pick<DelegationFacts, 'callersPost'>;
}>;

type Period = { readonly from: CalendarDate; readonly until: CalendarDate };

const overlap = (one: Period, other: Period): boolean => one.from <= other.until && other.from <= one.until;

const requireOwner = ({ postId, unitId }: Pick<Delegation, 'postId' | 'unitId'>, callersPost: PostRecord | null, caller: Caller): void => {
  if (caller.ownPostId !== undefined) refuse('deputy-acts-only');
  const heads = callersPost?.kind === 'head' && callersPost.unitId === unitId;
  if (caller.postId !== postId && !heads) refuse('not-yours-to-delegate', 'postId', { postId });
};

/** Whether work of a post passes, by delegations of the period, into another post's hands. */
const passesTo = (delegations: readonly Delegation[], postId: string, wanted: string, period: Period): boolean => {
  const reached = new Set([postId]);
  for (const from of reached) {
    for (const one of delegations) if (one.postId === from && overlap(one, period)) reached.add(one.deputyPostId);
  }
  return reached.has(wanted);
};

const requireRoom = (delegations: readonly Delegation[], said: DelegateWork['data']): void => {
  const { postId, deputyPostId } = said;
  const then = delegations.find((one) => one.postId === postId && overlap(one, said));
  if (then) refuse('post-delegated-then', 'from', { postId, from: then.from, until: then.until });
  if (passesTo(delegations, deputyPostId, postId, said)) refuse('delegation-circle', 'deputyPostId', { postId, deputyPostId });
};

const requirePeriod = ({ from, until }: Period, today: CalendarDate): void => {
  requireDay(from, 'from');
  requireDay(until, 'until');
  if (until < from) refuse('delegation-period-wrong', 'until');
  if (from < today) refuse('access-in-the-past', 'from', { today });
};

/** Who would act for whom; refuses another unit's officer, an empty post, and oneself. */
const partiesOf = ({ postId, deputyPostId, from, facts: { post, deputyPost } }: DelegateWork['data']): Pick<Delegation, 'unitId' | 'holderId' | 'deputyId'> => {
  const { unitId } = post ?? refuse('post-unknown', 'postId', { postId });
  const deputy = deputyPost ?? refuse('post-unknown', 'deputyPostId', { postId: deputyPostId });
  if (deputy.unitId !== unitId) refuse('deputy-of-other-unit', 'deputyPostId', { postId, deputyPostId });
  const { officerId: deputyId } = holdingOn(deputy, from) ?? refuse('deputy-not-in-post', 'deputyPostId', { deputyPostId, from });
  const holderId = (post && holdingOn(post, from)?.officerId) ?? null;
  if (deputyPostId === postId || deputyId === holderId) refuse('delegation-to-self', 'deputyPostId');
  return { unitId, holderId, deputyId };
};

export const delegateWork = ({ data }: DelegateWork, { delegations }: Access, caller: Caller): readonly WorkDelegated[] => {
  const { postId, deputyPostId, roles, from, until, reason, facts } = data;
  const parties = partiesOf(data);
  requireOwner({ postId, unitId: parties.unitId }, facts.callersPost, caller);
  const delegation = { postId, deputyPostId, ...parties, roles, from, until, reason };
  if (delegations.some(({ number: _, ...known }) => sameData(known, delegation))) return [];
  requirePeriod(data, localDate(caller.now));
  requireReason(reason);
  roles.forEach((role, index) => {
    if (!caller.roles.includes(role)) refuse('role-not-yours', `roles[${index}]`, { role });
  });
  requireRoom(delegations, data);
  return [{ type: 'WorkDelegated', data: { number: delegations.length + 1, ...delegation } }];
};

export const endDelegation = ({ data }: EndDelegation, { delegations }: Access, caller: Caller): readonly DelegationEnded[] => {
  const { number, until, reason, facts } = data;
  const delegation = delegations.find((one) => one.number === number) ?? refuse('delegation-unknown', undefined, { number });
  requireOwner(delegation, facts.callersPost, caller);
  requireDay(until, 'until');
  requireReason(reason);
  if (until === delegation.until) return [];
  if (until > delegation.until) refuse('delegation-over', 'until', { until: delegation.until });
  const today = localDate(caller.now);
  if (until < dayBefore(today)) refuse('access-in-the-past', 'until', { today });
  return [{ type: 'DelegationEnded', data: { number, until, reason } }];
};
