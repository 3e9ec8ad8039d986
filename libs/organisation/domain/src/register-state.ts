import { dayBefore, holdsOn } from './calendar-date.js';
import type { RegisterImportBegun } from './onboarding/onboarding.events.js';
import { populationsWith, type Populations } from './onboarding/population-state.js';
import type { CalendarDate, Holding, Post, PostRecord, RegisterEvent, RegisterOpened, UnitPeriod, UnitVersion } from './organisation.events.js';

/** A tenant's register: every unit with all its versions, every post with all its holders, oldest first. */
export type Register = {
  /** Whose register it is; null until it is opened. */
  readonly tenant: RegisterOpened['data'] | null;
  readonly units: Readonly<Record<string, readonly UnitPeriod[]>>;
  readonly posts: Readonly<Record<string, PostRecord>>;
  readonly populations: Populations;
  /** The import of more than one append holds that is being carried through; null where none is. */
  readonly importing: Pick<RegisterImportBegun['data'], 'importId' | 'lapsesAt'> | null;
};

export const emptyRegister: Register = { tenant: null, units: {}, posts: {}, populations: {}, importing: null };

/** All versions of a unit, oldest first; none where the register does not know it. */
export const versionsOf = (register: Register, unitId: string): readonly UnitPeriod[] =>
  Object.hasOwn(register.units, unitId) ? (register.units[unitId] ?? []) : [];

/** What a unit was on a day; undefined where it did not exist then. */
export const unitOn = (register: Register, unitId: string, day: CalendarDate): UnitPeriod | undefined =>
  versionsOf(register, unitId).find((version) => holdsOn({ from: version.validFrom, until: version.validUntil }, day));

/** All units that existed on a day. */
export const unitsOn = (register: Register, day: CalendarDate): readonly UnitPeriod[] =>
  Object.keys(register.units).flatMap((unitId) => unitOn(register, unitId, day) ?? []);

/** Units that are a district on a day or at any time after it. */
export const districtsFrom = (register: Register, day: CalendarDate): readonly string[] =>
  Object.keys(register.units).filter((unitId) =>
    versionsOf(register, unitId).some(({ kind, validUntil }) => kind === 'district' && (validUntil === null || validUntil >= day)));

/** Whether a unit stood under another (or was it) on a day. */
export const isWithin = (register: Register, unitId: string, above: string, day: CalendarDate): boolean => {
  let unit = unitOn(register, unitId, day);
  while (unit && unit.unitId !== above) unit = unit.parentUnitId === null ? undefined : unitOn(register, unit.parentUnitId, day);
  return unit !== undefined;
};

export const postOf = (register: Register, postId: string): PostRecord | undefined =>
  Object.hasOwn(register.posts, postId) ? register.posts[postId] : undefined;

const endLast = (versions: readonly UnitPeriod[], validUntil: CalendarDate): readonly UnitPeriod[] =>
  versions.map((version, index) => (index === versions.length - 1 ? { ...version, validUntil } : version));

const withHoldings = (
  register: Register, postId: string, change: (holdings: readonly Holding[]) => readonly Holding[],
): Register => {
  const post = postOf(register, postId);
  return post ? { ...register, posts: { ...register.posts, [postId]: { ...post, holdings: change(post.holdings) } } } : register;
};

const firstVersions = (units: readonly UnitVersion[]): Register['units'] =>
  Object.fromEntries(units.map((unit) => [unit.unitId, [{ ...unit, validUntil: null }]]));

const vacantPosts = (posts: readonly Post[]): Register['posts'] =>
  Object.fromEntries(posts.map((post) => [post.postId, { ...post, holdings: [] }]));

export const evolveRegister = (register: Register, event: RegisterEvent): Register => {
  switch (event.type) {
    case 'RegisterOpened':
      return { ...register, tenant: event.data };
    case 'UnitsRegistered':
      return { ...register, units: { ...register.units, ...firstVersions(event.data.units) } };
    case 'UnitChanged': {
      const { unit } = event.data;
      const before = endLast(versionsOf(register, unit.unitId), dayBefore(unit.validFrom));
      return { ...register, units: { ...register.units, [unit.unitId]: [...before, { ...unit, validUntil: null }] } };
    }
    case 'UnitDissolved': {
      const { unitId, validUntil } = event.data;
      return { ...register, units: { ...register.units, [unitId]: endLast(versionsOf(register, unitId), validUntil) } };
    }
    case 'RegisterDisclosed':
      return register;
    case 'PostsCreated':
      return { ...register, posts: { ...register.posts, ...vacantPosts(event.data.posts) } };
    case 'PostFilled': {
      const { postId, officerId, from } = event.data;
      return withHoldings(register, postId, (holdings) => [...holdings, { officerId, from, until: null }]);
    }
    case 'PopulationsRecorded':
      return { ...register, populations: populationsWith(register.populations, event.data.populations) };
    case 'RegisterImportBegun': {
      const { importId, lapsesAt } = event.data;
      return { ...register, importing: { importId, lapsesAt } };
    }
    case 'RegisterImported':
      return { ...register, importing: null };
    case 'PostVacated': {
      const { postId, from, until } = event.data;
      return withHoldings(register, postId, (holdings) => holdings.map((holding) => (holding.from === from ? { ...holding, until } : holding)));
    }
  }
};
