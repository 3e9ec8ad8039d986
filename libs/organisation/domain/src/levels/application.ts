import { isOutsideParty, type Caller, type LocalisedText, type Role } from '@zeren/kernel';
import type { TenantKind, UnitKind } from '../organisation.events.js';

/**
 * Whose application somebody works with: one for each of the five levels, one for a department's line, one for bodies
 * outside the tree, one for parties that are commissioned, one for the platform's operator.
 */
export type ApplicationKind = 'city' | 'district' | 'department' | 'town' | 'village' | 'grid' | 'external' | 'party' | 'platform';

/** The three command centres. */
export type CommandCentre = 'city' | 'district' | 'town';

/** How far somebody's work lists reach: the tenant, its unit with all below it, what it was commissioned with, nothing. */
export type Scope = 'tenant' | 'subtree' | 'assignment' | 'none';

/** What an application is made of. */
export type Way =
  | 'cockpit' | 'command-centre' | 'work' | 'standards' | 'splitting' | 'tasks' | 'evidence' | 'contracts' | 'rankings'
  | 'requests' | 'grid' | 'responsibility' | 'governance' | 'organisation' | 'mock-assessments' | 'tenants';

export type Application = {
  readonly kind: ApplicationKind;
  /** The unit's level, 1 the topmost; null outside the tree. */
  readonly level: number | null;
  /** What the tenant calls that level. */
  readonly levelName: LocalisedText | null;
  /** The command centre in which somebody works; null where it is none. */
  readonly centre: CommandCentre | null;
  readonly scope: Scope;
  /** Where it begins. */
  readonly home: Way;
  readonly ways: readonly Way[];
};

/** The holder of a token, as far as an application follows from it. */
export type ApplicationHolder = Pick<Caller, 'tenantId' | 'unitId' | 'roles'>;

/** Roles that look at the whole of their tenant, whatever their unit. */
const tenantWide: readonly Role[] = ['city-office', 'district-office', 'performance-office', 'inspector', 'auditor', 'integrator', 'hotline'];

const governing: readonly Way[] = [
  'cockpit', 'command-centre', 'work', 'standards', 'splitting', 'tasks', 'evidence', 'contracts', 'rankings', 'requests', 'responsibility',
  'governance', 'organisation',
];

const made: Readonly<Record<ApplicationKind, Pick<Application, 'centre' | 'home' | 'ways'>>> = {
  city: { centre: 'city', home: 'cockpit', ways: governing },
  district: { centre: 'district', home: 'cockpit', ways: governing },
  department: { centre: null, home: 'cockpit', ways: governing.filter((way) => way !== 'command-centre') },
  town: {
    centre: 'town', home: 'command-centre',
    ways: ['command-centre', 'work', 'tasks', 'evidence', 'contracts', 'rankings', 'requests', 'grid', 'responsibility', 'governance', 'organisation'],
  },
  // A village or a grid is never a responsible party: contracts are not among what it works with.
  village: { centre: null, home: 'work', ways: ['work', 'grid', 'tasks', 'evidence', 'requests', 'organisation'] },
  grid: { centre: null, home: 'grid', ways: ['grid', 'work', 'tasks', 'evidence'] },
  external: { centre: null, home: 'work', ways: ['work', 'tasks', 'evidence', 'contracts', 'requests'] },
  party: { centre: null, home: 'mock-assessments', ways: ['mock-assessments'] },
  platform: { centre: null, home: 'tenants', ways: ['tenants'] },
};

const kindOfUnit: Readonly<Record<UnitKind, (tenant: TenantKind) => ApplicationKind>> = {
  government: (tenant) => tenant,
  office: (tenant) => tenant,
  department: () => 'department',
  district: () => 'district',
  town: () => 'town',
  village: () => 'village',
  grid: () => 'grid',
  'external-party': () => 'external',
};

const kindOf = ({ roles }: ApplicationHolder, unit: { readonly kind: UnitKind } | undefined, tenant: TenantKind): ApplicationKind => {
  if (roles.includes('operator')) return 'platform';
  if (isOutsideParty({ roles })) return 'party';
  return unit ? kindOfUnit[unit.kind](tenant) : tenant;
};

const scopeOf = (kind: ApplicationKind, { roles, unitId, tenantId }: ApplicationHolder): Scope => {
  if (kind === 'platform') return 'none';
  if (kind === 'party') return 'assignment';
  if (confinedKinds.includes(kind)) return 'subtree';
  return unitId === tenantId || roles.some((role) => tenantWide.includes(role)) ? 'tenant' : 'subtree';
};

/** Whose readers are shown their own unit's work only, not the tenant's, whatever their role. */
const confinedKinds: readonly ApplicationKind[] = ['village', 'grid', 'external'];

/**
 * What somebody may see and do, from post, unit and level. Which level is a village's and which a grid's is the
 * tenant's own: the application follows from what the unit is, its name from what the tenant calls that level.
 *
 * @param unit as it was on the day; undefined where the register does not know it
 * @param tenant null where it is not registered
 */
export const applicationOf = (
  holder: ApplicationHolder,
  unit: { readonly kind: UnitKind; readonly level: number | null } | undefined,
  tenant: { readonly kind: TenantKind; readonly levels: readonly LocalisedText[] } | null,
): Application => {
  const kind = kindOf(holder, unit, tenant?.kind ?? 'city');
  const level = unit?.level ?? null;
  return {
    kind,
    level,
    levelName: level === null ? null : tenant?.levels[level - 1] ?? null,
    scope: scopeOf(kind, holder),
    ...made[kind],
    ...(isOperator(holder) && made[kind].ways.includes('requests') && { home: 'requests' as const }),
  };
};

/** Somebody who takes in and dispatches what is asked, and nothing else. */
const isOperator = ({ roles }: ApplicationHolder): boolean => roles.length > 0 && roles.every((role) => role === 'hotline');

/**
 * Whether somebody is kept to its own unit and what stands below it: a village's or grid's officer, a body from outside
 * the tree, and whoever works in a town without a role for the whole of its tenant.
 */
export const isConfined = ({ kind, scope }: Pick<Application, 'kind' | 'scope'>): boolean => confinedKinds.includes(kind) || (kind === 'town' && scope === 'subtree');
