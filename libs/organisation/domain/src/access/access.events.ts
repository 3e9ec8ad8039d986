import type { Event, Role } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** From when a post has a role, or no longer has it. */
export type RoleChange = {
  readonly postId: string;
  readonly unitId: string;
  readonly role: Role;
  /** The first day on which it holds. */
  readonly from: CalendarDate;
  readonly reason: string;
};

/** From a day on a post has a role, whatever its holder's token says. */
export type RoleGranted = Event<'RoleGranted', RoleChange>;

/** From a day on a post no longer has a role, whatever its holder's token says. */
export type RoleWithdrawn = Event<'RoleWithdrawn', RoleChange>;

/** A post's work in the hands of another officer of its unit, for a time. */
export type Delegation = {
  /** Counts the tenant's delegations from 1. */
  readonly number: number;
  /** The post in which the deputy acts. */
  readonly postId: string;
  readonly unitId: string;
  /** Who held that post when it was delegated: it ends with that holder's time. Null where nobody did. */
  readonly holderId: string | null;
  /** The deputy's own post, and who held it. */
  readonly deputyPostId: string;
  readonly deputyId: string;
  /** In which roles the deputy acts. */
  readonly roles: readonly Role[];
  readonly from: CalendarDate;
  /** The last day. */
  readonly until: CalendarDate;
  readonly reason: string;
};

/** A post's work was delegated to another officer of its unit for a period; it ends by itself. */
export type WorkDelegated = Event<'WorkDelegated', Delegation>;

/** A delegation ended before its time; `until` is its last day, before its first where it never began. */
export type DelegationEnded = Event<'DelegationEnded', { readonly number: number; readonly until: CalendarDate; readonly reason: string }>;

/** Who may do what in a tenant's posts: streams `access-<tenant>_access`. */
export type AccessEvent = RoleGranted | RoleWithdrawn | WorkDelegated | DelegationEnded;
