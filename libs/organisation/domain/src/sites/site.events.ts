import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** What kind of concrete place a site is: what is looked for there follows from it. */
export type SiteType =
  | 'market' | 'station' | 'hospital' | 'school-surroundings' | 'old-housing' | 'main-road' | 'back-lane' | 'urban-rural-fringe'
  | 'construction-site' | 'shopfront' | 'notice-board' | 'advertising' | 'park' | 'public-toilet' | 'idle-oilfield' | 'other';

/** Degrees (WGS 84), north and east positive. */
export type SitePoint = { readonly latitude: Decimal; readonly longitude: Decimal };

/** What a site is from a day on. */
export type SiteVersion = {
  readonly name: LocalisedText;
  readonly siteType: SiteType;
  readonly point: SitePoint;
  /** Where it is, in words; empty where nothing more is known. */
  readonly address: string;
  /** The smallest area known: grid, village, town, district or city. */
  readonly areaUnitId: string;
  /** Who owns or runs it: a unit, or a party outside the tree. */
  readonly ownerUnitId: string;
  readonly validFrom: CalendarDate;
};

/** A site entered the register of sites; it is shared with those tenants in whose area it lies. */
export type SiteRegistered = Event<'SiteRegistered', { readonly site: SiteVersion; readonly readers: readonly string[] }>;

/** From a day on a site has another name, type, place or owner; what it was before stays. */
export type SiteChanged = Event<'SiteChanged', { readonly site: SiteVersion; readonly readers: readonly string[]; readonly reason: string }>;

/** A site ceased to exist; `closedOn` is its last day. */
export type SiteClosed = Event<'SiteClosed', { readonly closedOn: CalendarDate; readonly reason: string }>;

/** What happens to one site: streams `site-<tenant>_<number>`. */
export type SiteEvent = SiteRegistered | SiteChanged | SiteClosed;
