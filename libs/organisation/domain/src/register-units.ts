import { isCalendarDate } from './calendar-date.js';
import type {
  CalendarDate, RegisterDisclosed, RegisterEvent, TenantRegistered, UnitChanged, UnitDissolved, UnitPeriod, UnitsRegistered, UnitVersion,
} from './organisation.events.js';
import { refuse } from './refusals.js';
import { evolveRegister, versionsOf, type Register } from './register-state.js';

/** An event of a register holds at most so many units or posts. */
export const ROWS_PER_EVENT = 500;

/** What a register must know from outside its own stream. */
export type RegisterFacts = {
  /** The tenant as the operator registered it; null where it is not. */
  readonly tenant: TenantRegistered['data'] | null;
  /** Of the units named in the command, those that a superior register keeps within this tenant's area: all their versions. */
  readonly territory: readonly UnitPeriod[];
};

export const inParts = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / ROWS_PER_EVENT) }, (_, part) =>
    items.slice(part * ROWS_PER_EVENT, (part + 1) * ROWS_PER_EVENT));

export const requireDate = (date: CalendarDate, field: string): void => {
  if (!isCalendarDate(date)) refuse('not-a-date', field, { value: date });
};

/** Division codes nest: a district's begin with its six digits, a city's with its first four. */
export const isOwnCode = (unitId: string, { tenantId, kind }: TenantRegistered['data'] | NonNullable<Register['tenant']>): boolean =>
  unitId.startsWith(kind === 'city' ? tenantId.slice(0, 4) : tenantId);

export const isSameVersion = (a: UnitVersion, b: UnitVersion): boolean =>
  a.unitId === b.unitId && a.code === b.code && a.name.zh === b.name.zh && a.name.en === b.name.en && a.kind === b.kind
  && a.level === b.level && a.parentUnitId === b.parentUnitId && a.validFrom === b.validFrom;

export const registerUnits = (
  register: Register, units: readonly UnitVersion[], { territory }: RegisterFacts,
): readonly (UnitsRegistered | RegisterDisclosed)[] => {
  const seen = new Set<string>();
  const isNew = units.map((unit, index) => {
    const field = `units[${index}]`;
    requireDate(unit.validFrom, `${field}.validFrom`);
    if (seen.has(unit.unitId)) refuse('unit-repeated', `${field}.unitId`, { unitId: unit.unitId });
    seen.add(unit.unitId);
    if (register.tenant && !isOwnCode(unit.unitId, register.tenant)) {
      refuse('unit-outside-tenant', `${field}.unitId`, { unitId: unit.unitId });
    }
    const [first] = versionsOf(register, unit.unitId);
    if (first && !isSameVersion(first, unit)) refuse('unit-exists', `${field}.unitId`, { unitId: unit.unitId });
    return first === undefined;
  });
  const newUnits = units.filter((_, index) => isNew[index]);
  const added = inParts(highestFirst(newUnits))
    .map((part): UnitsRegistered => ({ type: 'UnitsRegistered', data: { units: part } }));
  const after = added.reduce<Register>(evolveRegister, register);
  units.forEach((unit, index) => {
    if (isNew[index]) requirePlace(after, unit, territory, `units[${index}].`);
  });
  return [...added, ...newUnits.filter(({ kind }) => kind === 'district').flatMap(({ unitId }) => disclosed(register, unitId))];
};

/** Districts come before what stands under them: from then on the register is shared with them. */
export const highestFirst = (units: readonly UnitVersion[]): readonly UnitVersion[] =>
  [...units].sort((a, b) => (a.level ?? 0) - (b.level ?? 0));

/** What a new district is shown of the register as it stood without it. */
export const disclosed = (before: Register, toTenantId: string): RegisterDisclosed[] => {
  const units = Object.values(before.units).flat().filter(({ unitId, level }) => (level ?? 0) <= 3 || unitId.startsWith(toTenantId));
  const shown = new Set(units.map(({ unitId }) => unitId));
  const posts = Object.values(before.posts).filter(({ unitId }) => shown.has(unitId));
  return [
    ...inParts(units).map((part): RegisterDisclosed => ({ type: 'RegisterDisclosed', data: { toTenantId, units: part, posts: [] } })),
    ...inParts(posts).map((part): RegisterDisclosed => ({ type: 'RegisterDisclosed', data: { toTenantId, units: [], posts: part } })),
  ];
};

export const changeUnit = (
  register: Register, unit: UnitVersion, reason: string, { territory }: RegisterFacts,
): readonly UnitChanged[] => {
  const last = requireKnown(register, unit.unitId);
  requireDate(unit.validFrom, 'validFrom');
  if (isSameVersion(last, unit)) return [];
  requireOpen(last);
  if (unit.validFrom <= last.validFrom) {
    refuse('version-not-later', 'validFrom', { unitId: unit.unitId, validFrom: last.validFrom });
  }
  const changed: UnitChanged = { type: 'UnitChanged', data: { unit, previousValidFrom: last.validFrom, reason } };
  const after = evolveRegister(register, changed);
  requirePlace(after, unit, territory, '');
  if (openChildren(after, unit.unitId).some((child) => !levelFits(child, unit))) {
    refuse('unit-level-wrong', 'level', { unitId: unit.unitId });
  }
  return [changed];
};

export const dissolveUnit = (
  register: Register, unitId: string, validUntil: CalendarDate, reason: string,
): readonly UnitDissolved[] => {
  const last = requireKnown(register, unitId);
  requireDate(validUntil, 'validUntil');
  if (last.validUntil === validUntil) return [];
  requireOpen(last);
  if (validUntil < last.validFrom) refuse('version-not-later', 'validUntil', { unitId, validFrom: last.validFrom });
  if (isNeededAfter(register, unitId, validUntil)) refuse('unit-still-needed', 'validUntil', { unitId, validUntil });
  return [{ type: 'UnitDissolved', data: { unitId, previousValidFrom: last.validFrom, validUntil, reason } }];
};

const requireKnown = (register: Register, unitId: string): UnitPeriod =>
  versionsOf(register, unitId).at(-1) ?? refuse('unit-unknown', 'unitId', { unitId });

const requireOpen = ({ unitId, validUntil }: UnitPeriod): void => {
  if (validUntil !== null) refuse('unit-dissolved', 'unitId', { unitId, validUntil });
};

export const openChildren = (register: Register, unitId: string): readonly UnitPeriod[] =>
  Object.values(register.units)
    .flatMap((versions) => versions.at(-1) ?? [])
    .filter((unit) => unit.validUntil === null && unit.parentUnitId === unitId);

const isNeededAfter = (register: Register, unitId: string, day: CalendarDate): boolean => {
  const reachesBeyond = (until: CalendarDate | null) => until === null || until > day;
  return Object.values(register.units).some((versions) =>
    versions.some((unit) => unit.parentUnitId === unitId && reachesBeyond(unit.validUntil)))
    || Object.values(register.posts).some((post) =>
      post.unitId === unitId && post.holdings.some((holding) => reachesBeyond(holding.until)));
};

export const levelFits = (unit: UnitVersion, parent: UnitVersion): boolean => {
  if (unit.level === null || parent.level === null) return false;
  return unit.kind === 'office' || unit.kind === 'department' ? unit.level === parent.level : unit.level > parent.level;
};

/** A unit stands outside the tree, at its root, or under a parent that exists for as long as it does. */
export const requirePlace = (register: Register, unit: UnitVersion, territory: readonly UnitPeriod[], path: string): void => {
  const { unitId, parentUnitId } = unit;
  if (!hasPossibleLevel(register, unit)) refuse('unit-level-wrong', `${path}level`, { unitId });
  if (parentUnitId === null) return;
  const parent = parentOf(register, unit, territory);
  if (!parent) return refuse('parent-not-effective', `${path}parentUnitId`, { parentUnitId, from: unit.validFrom });
  if (!levelFits(unit, parent)) refuse('unit-level-wrong', `${path}level`, { unitId });
  if (standsAbove(register, unit)) refuse('unit-cycle', `${path}parentUnitId`, { unitId });
};

/**
 * Outside the tree neither level nor parent; inside a level, and a parent but for the tops: a city's is its own unit,
 * a district's are whatever stands directly under the district, which its city keeps.
 */
const hasPossibleLevel = ({ tenant }: Register, { unitId, kind, level, parentUnitId }: UnitVersion): boolean => {
  if (kind === 'external-party') return level === null && parentUnitId === null;
  const isCity = tenant?.kind === 'city';
  const isTop = parentUnitId === null;
  return level !== null && (!isCity || (level <= tenant.levels && isTop === (unitId === tenant.tenantId)));
};

/** The parent as it is on the unit's first day, where it exists from then on. */
const parentOf = (register: Register, unit: UnitVersion, territory: readonly UnitPeriod[]): UnitPeriod | undefined => {
  const own = versionsOf(register, unit.parentUnitId ?? '');
  const versions = own.length > 0 ? own : territory.filter(({ unitId }) => unitId === unit.parentUnitId);
  if (versions.at(-1)?.validUntil !== null) return undefined;
  return versions.findLast(({ validFrom }) => validFrom <= unit.validFrom);
};

/** Whether the unit is, on any day from its first on, among the superiors of its own parent. */
const standsAbove = (register: Register, unit: UnitVersion): boolean => {
  const open = [unit.parentUnitId];
  const met = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === unit.unitId) return true;
    if (id === null || met.has(id)) continue;
    met.add(id);
    const later = versionsOf(register, id).filter(({ validUntil }) => validUntil === null || validUntil >= unit.validFrom);
    open.push(...later.map(({ parentUnitId }) => parentUnitId));
  }
  return false;
};

/** The register is opened with its tenant, or with the first thing entered into it where that comes before. */
export const opening = (register: Register, { tenant }: Pick<RegisterFacts, 'tenant'>): readonly RegisterEvent[] => {
  if (register.tenant) return [];
  if (!tenant) return refuse('tenant-not-registered');
  const { tenantId, kind, parentTenantId, levels } = tenant;
  return [{ type: 'RegisterOpened', data: { tenantId, kind, parentTenantId, levels: levels.length } }];
};
