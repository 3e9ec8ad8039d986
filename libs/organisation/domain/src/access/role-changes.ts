import { isOutsideParty, type Caller, type Command, type Role } from '@zeren/kernel';
import { isCalendarDate, localDate } from '../calendar/local-time.js';
import type { CalendarDate, PostRecord, TenantKind } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import type { RoleGranted, RoleWithdrawn } from './access.events.js';
import type { Access } from './access-state.js';

type RoleSaid = {
  readonly postId: string;
  readonly role: Role;
  readonly from: CalendarDate;
  readonly reason: string;
  /** The post as the register has it, and what kind of tenant it is. */
  readonly facts: { readonly post: PostRecord | null; readonly tenantKind: TenantKind };
};
/** Give a post a role, from a day on. */
export type GrantRole = Command<'GrantRole', RoleSaid>;
/** Take a role from a post, from a day on, also one that its holder's token carries. */
export type WithdrawRole = Command<'WithdrawRole', RoleSaid>;

/** The office of the other kind of tenant, the platform's own role and those of outside parties are no tenant's to give. */
const isGrantable = (role: Role, kind: TenantKind): boolean =>
  role !== 'operator' && role !== (kind === 'city' ? 'district-office' : 'city-office') && !isOutsideParty({ roles: [role] });

export const requireDay = (date: CalendarDate, field: string): void => {
  if (!isCalendarDate(date)) refuse('not-a-date', field, { value: date });
};

export const requireReason = (reason: string): void => {
  if (reason.trim() === '') refuse('access-reason-required', 'reason');
};

export const changeRole = ({ type, data }: GrantRole | WithdrawRole, { roles }: Access, caller: Caller): readonly (RoleGranted | RoleWithdrawn)[] => {
  const { postId, role, from, reason, facts } = data;
  const { unitId } = facts.post ?? refuse('post-unknown', 'postId', { postId });
  if (caller.ownPostId !== undefined) refuse('deputy-acts-only');
  if (postId === caller.postId) refuse('access-of-own-post', 'postId');
  if (!isGrantable(role, facts.tenantKind)) refuse('role-not-grantable', 'role', { role });
  requireDay(from, 'from');
  requireReason(reason);
  const last = roles.filter((one) => one.postId === postId && one.role === role).at(-1);
  const held = type === 'GrantRole';
  if (last?.held === held && last.from <= from) return [];
  const today = localDate(caller.now);
  if (from < today) refuse('access-in-the-past', 'from', { today });
  if (last && from <= last.from) refuse('role-change-not-later', 'from', { role, from: last.from });
  const change = { postId, unitId, role, from, reason };
  return [held ? { type: 'RoleGranted', data: change } : { type: 'RoleWithdrawn', data: change }];
};
