import type { Event, LocalisedText } from '@zeren/kernel';
import type { PopulationsRecorded, RegisterImportBegun, RegisterImported } from './onboarding/onboarding.events.js';

/** A calendar date in the tenant's time zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

export type TenantKind = 'city' | 'district';

export type UnitKind =
  | 'government' | 'office' | 'department' | 'district' | 'town' | 'village' | 'grid'
  /** Outside the tree: an oil-field company, a centrally run body, a property company. */
  | 'external-party';

/** What a unit is from a date on. Codes follow GB/T 2260 or the 12-digit statistical codes where there is one. */
export type UnitVersion = {
  readonly unitId: string;
  readonly code: string | null;
  readonly name: LocalisedText;
  readonly kind: UnitKind;
  /** 1 city, 2 district, 3 town, 4 village, 5 grid, as the city tenant's levels name them; null outside the tree. */
  readonly level: number | null;
  readonly parentUnitId: string | null;
  readonly validFrom: CalendarDate;
};

export type PostKind = 'head' | 'deputy' | 'officer';

export type Post = {
  readonly postId: string;
  readonly unitId: string;
  readonly name: LocalisedText;
  readonly kind: PostKind;
  readonly validFrom: CalendarDate;
};

/** A tenant came onto the platform: a city, or a district under a city. */
export type TenantRegistered = Event<'TenantRegistered', {
  readonly tenantId: string;
  readonly name: LocalisedText;
  readonly kind: TenantKind;
  /** The city of a district; null for a city. */
  readonly parentTenantId: string | null;
  /** Names of the levels from the top down; number and names are the tenant's own. */
  readonly levels: readonly LocalisedText[];
  /** IANA time zone of the tenant's dates. */
  readonly timeZone: string;
}>;

/**
 * A tenant began to keep its register of units and posts. A district's register is shared with its city;
 * a city's with the districts that stand in it.
 */
export type RegisterOpened = Event<'RegisterOpened', {
  readonly tenantId: string;
  readonly kind: TenantKind;
  readonly parentTenantId: string | null;
  /** How many levels the tenant has. */
  readonly levels: number;
}>;

/** Units entered the register, each from its date on. At most 500 an event. */
export type UnitsRegistered = Event<'UnitsRegistered', { readonly units: readonly UnitVersion[] }>;

/** From a date on a unit has another name, kind or parent; what it was before stays. */
export type UnitChanged = Event<'UnitChanged', {
  readonly unit: UnitVersion;
  /** From when the version that ends the day before was valid. */
  readonly previousValidFrom: CalendarDate;
  readonly reason: string;
}>;

/** A unit ceased to exist; `validUntil` is its last day. */
export type UnitDissolved = Event<'UnitDissolved', {
  readonly unitId: string;
  readonly previousValidFrom: CalendarDate;
  readonly validUntil: CalendarDate;
  readonly reason: string;
}>;

/** Posts were created in units. */
export type PostsCreated = Event<'PostsCreated', { readonly posts: readonly Post[] }>;

/** A unit's version with its last day; null while it is in force. */
export type UnitPeriod = UnitVersion & { readonly validUntil: CalendarDate | null };

export type Holding = {
  readonly officerId: string;
  readonly from: CalendarDate;
  /** Last day; null while held. */
  readonly until: CalendarDate | null;
};

export type PostRecord = Post & { readonly holdings: readonly Holding[] };

/**
 * A city's register was disclosed, as it stood, to a district that came into it later: an event is shared only with
 * those who are there when it happens. Of other districts' insides it shows nothing below the towns.
 */
export type RegisterDisclosed = Event<'RegisterDisclosed', {
  readonly toTenantId: string;
  /** At most 500 versions an event. */
  readonly units: readonly UnitPeriod[];
  readonly posts: readonly PostRecord[];
}>;

/** An officer holds a post from a date on. */
export type PostFilled = Event<'PostFilled', {
  readonly postId: string;
  readonly unitId: string;
  readonly officerId: string;
  readonly from: CalendarDate;
}>;

/** An officer no longer holds a post; `until` is the last day. */
export type PostVacated = Event<'PostVacated', {
  readonly postId: string;
  readonly unitId: string;
  readonly officerId: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}>;

/** What happens to a tenant itself: streams `tenant-platform_<tenant>`. */
export type TenantEvent = TenantRegistered;

/** What happens in a tenant's register: streams `organisation-<tenant>_register`. */
export type RegisterEvent =
  | RegisterOpened | UnitsRegistered | UnitChanged | UnitDissolved | RegisterDisclosed
  | PostsCreated | PostFilled | PostVacated | PopulationsRecorded | RegisterImportBegun | RegisterImported;
