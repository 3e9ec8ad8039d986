/**
 * On whose behalf something happens. The tenant is decided first and never optional;
 * `now` (UTC, ISO 8601) is the only clock a decision may read.
 */
export type Caller = {
  readonly tenantId: string;
  readonly actorId: string;
  readonly postId: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  readonly now: string;
  /** The caller's own post where it acts in another's, whose work is delegated to it. */
  readonly ownPostId?: string;
};

/** Named bundles of permissions; a token carries those its holder has in its tenant. */
export const roles = [
  'operator', 'city-office', 'district-office', 'officer', 'leader', 'inspector',
  'performance-office', 'assessor', 'auditor', 'integrator', 'hotline',
] as const;
export type Role = (typeof roles)[number];

/** Roles of parties from outside the administration, who see nothing but what was assigned to them. */
const partyRoles: readonly Role[] = ['assessor'];

/** Whether somebody is a party from outside and nothing else. */
export const isOutsideParty = (holder: Pick<Caller, 'roles'>): boolean => holder.roles.length > 0 && holder.roles.every((role) => partyRoles.includes(role));

/** Whether somebody runs the platform and is nothing else: who manages tenants and sees no business data. */
export const isOperator = ({ roles: held }: Pick<Caller, 'roles'>): boolean => held.length > 0 && held.every((role) => role === 'operator');
