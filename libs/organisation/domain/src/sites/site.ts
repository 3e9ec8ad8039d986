import { compare, sameData, type Command, type Decider } from '@zeren/kernel';
import { dayBefore } from '../calendar-date.js';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { requireDate } from '../register-units.js';
import type { SiteChanged, SiteClosed, SiteEvent, SitePoint, SiteRegistered, SiteVersion } from './site.events.js';

/** What the register of units says of a site, on its version's first day. */
export type SiteFacts = {
  /** Whether the area lies in the tenant's territory, and whether the owner exists. */
  readonly hasArea: boolean;
  readonly hasOwner: boolean;
  /** Tenants besides the owner in whose area it lies. */
  readonly readers: readonly string[];
};

export type RegisterSite = Command<'RegisterSite', { readonly number: string; readonly site: SiteVersion; readonly facts: SiteFacts }>;
/** From `site.validFrom` on the site is as said; what it was before stays. */
export type ChangeSite = Command<'ChangeSite', { readonly site: SiteVersion; readonly reason: string; readonly facts: SiteFacts }>;
export type CloseSite = Command<'CloseSite', { readonly closedOn: CalendarDate; readonly reason: string }>;
export type SiteCommand = RegisterSite | ChangeSite | CloseSite;

/** A version with its last day, and why it replaced the one before; null in both while it is the last, or the first. */
export type SitePeriod = SiteVersion & { readonly validUntil: CalendarDate | null; readonly reason: string | null };

export type Site =
  | { readonly status: 'none' }
  | { readonly status: 'registered' | 'closed'; readonly versions: readonly SitePeriod[]; readonly readers: readonly string[] };

type KnownSite = Exclude<Site, { readonly status: 'none' }>;

/** What a version says, without what came of it later. */
const said = ({ name, siteType, point, address, areaUnitId, ownerUnitId, validFrom }: SiteVersion): SiteVersion =>
  ({ name, siteType, point, address, areaUnitId, ownerUnitId, validFrom });

const lastOf = ({ versions }: KnownSite): SitePeriod => versions.at(-1) as SitePeriod;

/** China lies between these degrees. */
const bounds = { south: '3', north: '54', west: '73', east: '136' };

const requirePoint = ({ latitude, longitude }: SitePoint): void => {
  const within = (value: string, low: string, high: string): boolean => compare(value, low) >= 0 && compare(value, high) <= 0;
  const isThere = within(latitude, bounds.south, bounds.north) && within(longitude, bounds.west, bounds.east);
  if (!isThere) refuse('site-point-wrong', 'point', { latitude, longitude });
};

const requireSound = (site: SiteVersion, { hasArea, hasOwner }: SiteFacts): void => {
  const { areaUnitId, ownerUnitId, validFrom: on } = site;
  requireDate(on, 'validFrom');
  requirePoint(site.point);
  if (!hasArea) refuse('site-area-unknown', 'areaUnitId', { areaUnitId, on });
  if (!hasOwner) refuse('site-owner-unknown', 'ownerUnitId', { ownerUnitId, on });
};

const requireOpen = (state: Site): KnownSite => {
  if (state.status === 'none') return refuse('site-unknown');
  const { validUntil } = lastOf(state);
  if (state.status === 'closed') refuse('site-closed', undefined, { closedOn: validUntil ?? '' });
  return state;
};

const register = ({ number, site, facts }: RegisterSite['data'], state: Site): readonly SiteRegistered[] => {
  if (state.status !== 'none') {
    return state.versions.some((version) => sameData(said(version), said(site))) ? [] : refuse('site-exists', 'number', { number });
  }
  requireSound(site, facts);
  return [{ type: 'SiteRegistered', data: { site: said(site), readers: facts.readers } }];
};

const change = ({ site, reason, facts }: ChangeSite['data'], state: Site): readonly SiteChanged[] => {
  const last = lastOf(requireOpen(state));
  if (sameData(said(last), said(site))) return [];
  if (reason.trim() === '') refuse('site-reason-missing', 'reason');
  requireSound(site, facts);
  if (site.validFrom <= last.validFrom) refuse('site-version-not-later', 'validFrom', { validFrom: last.validFrom });
  return [{ type: 'SiteChanged', data: { site: said(site), readers: facts.readers, reason } }];
};

const close = ({ closedOn, reason }: CloseSite['data'], state: Site): readonly SiteClosed[] => {
  requireDate(closedOn, 'closedOn');
  if (state.status === 'closed' && lastOf(state).validUntil === closedOn) return [];
  const last = lastOf(requireOpen(state));
  if (reason.trim() === '') refuse('site-reason-missing', 'reason');
  if (closedOn < last.validFrom) refuse('site-version-not-later', 'closedOn', { validFrom: last.validFrom });
  return [{ type: 'SiteClosed', data: { closedOn, reason } }];
};

const decide = (command: SiteCommand, state: Site): readonly SiteEvent[] => {
  switch (command.type) {
    case 'RegisterSite':
      return register(command.data, state);
    case 'ChangeSite':
      return change(command.data, state);
    case 'CloseSite':
      return close(command.data, state);
  }
};

/** The versions after an event, each ending the day before the next begins. */
export const versionsAfter = (versions: readonly SitePeriod[], event: SiteEvent): readonly SitePeriod[] => {
  const ending = (validUntil: CalendarDate): readonly SitePeriod[] =>
    versions.map((version, index) => (index === versions.length - 1 ? { ...version, validUntil } : version));
  switch (event.type) {
    case 'SiteRegistered':
      return [{ ...event.data.site, validUntil: null, reason: null }];
    case 'SiteChanged':
      return [...ending(dayBefore(event.data.site.validFrom)), { ...event.data.site, validUntil: null, reason: event.data.reason }];
    case 'SiteClosed':
      return ending(event.data.closedOn);
  }
};

const evolve = (state: Site, event: SiteEvent): Site => {
  const before = state.status === 'none' ? { versions: [], readers: [] } : state;
  const versions = versionsAfter(before.versions, event);
  if (event.type === 'SiteClosed') return { ...before, status: 'closed', versions };
  return { status: 'registered', versions, readers: [...new Set([...before.readers, ...event.data.readers])] };
};

/** A concrete place: its stream is its tenant's, shared with the tenants in whose area it lies or lay. */
export const siteDecider: Decider<Site, SiteCommand, SiteEvent> = {
  category: 'site',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (state) => (state.status === 'none' ? [] : state.readers),
};
