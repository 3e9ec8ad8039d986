import type { Role } from '@zeren/kernel';
import { holdsOn } from '../calendar-date.js';
import type { CalendarDate, Holding, PostRecord } from '../organisation.events.js';
import type { AccessEvent, Delegation, RoleChange } from './access.events.js';

/** Whether a post has a role from a day on. */
export type RoleRecord = RoleChange & { readonly held: boolean };

/** What a tenant has laid down of its posts' roles and of whose work is in whose hands, oldest first. */
export type Access = { readonly roles: readonly RoleRecord[]; readonly delegations: readonly Delegation[] };

export const noAccess: Access = { roles: [], delegations: [] };

export const evolveAccess = (access: Access, event: AccessEvent): Access => {
  switch (event.type) {
    case 'RoleGranted': return { ...access, roles: [...access.roles, { ...event.data, held: true }] };
    case 'RoleWithdrawn': return { ...access, roles: [...access.roles, { ...event.data, held: false }] };
    case 'WorkDelegated': return { ...access, delegations: [...access.delegations, event.data] };
    case 'DelegationEnded': {
      const { number, until } = event.data;
      return { ...access, delegations: access.delegations.map((one) => (one.number === number ? { ...one, until } : one)) };
    }
  }
};

/** The last change of a post's role that has begun on a day; undefined where only the token speaks. */
export const roleRecordOn = ({ roles }: Access, postId: string, role: Role, day: CalendarDate): RoleRecord | undefined =>
  roles.filter((one) => one.postId === postId && one.role === role && one.from <= day).at(-1);

/** The roles in which somebody acts in a post: those that are brought, less what was withdrawn from the post, and what it was granted. */
export const rolesIn = (access: Access, postId: string, brought: readonly Role[], day: CalendarDate): readonly Role[] => {
  const changed = access.roles.filter((one) => one.postId === postId).map(({ role }) => role);
  if (changed.length === 0) return brought;
  return [...new Set([...brought, ...changed])].filter((role) => roleRecordOn(access, postId, role, day)?.held ?? brought.includes(role));
};

/** Who held a post on a day; undefined where nobody did. */
export const holdingOn = ({ holdings }: Pick<PostRecord, 'holdings'>, day: CalendarDate): Holding | undefined =>
  holdings.find((holding) => holdsOn(holding, day));

/** The delegation by which a deputy's own post does another post's work on a day. */
export const delegationOn = ({ delegations }: Access, postId: string, deputyPostId: string, day: CalendarDate): Delegation | undefined =>
  delegations.find((one) => one.postId === postId && one.deputyPostId === deputyPostId && holdsOn(one, day));
