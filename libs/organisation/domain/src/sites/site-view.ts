import { parseStreamName, type Decimal, type LocalisedText, type Projection, type ViewRow } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import { keysFor } from '../unit-view.js';
import type { SiteEvent, SiteType } from './site.events.js';
import { versionsAfter, type SitePeriod } from './site.js';

/** A site as it is said to be last; its id is its number. */
export type SiteRow = ViewRow & {
  readonly name: LocalisedText;
  readonly siteType: SiteType;
  readonly latitude: Decimal;
  readonly longitude: Decimal;
  readonly address: string;
  readonly areaUnitId: string;
  readonly ownerUnitId: string;
  readonly status: 'registered' | 'closed';
  readonly validFrom: CalendarDate;
  /** All it was, oldest first, each with its last day and why it replaced the one before. */
  readonly versions: readonly SitePeriod[];
};

/** The register of sites (点位), for the tenant that keeps it and those in whose area they lie. */
export const siteProjection: Projection<SiteRow, SiteEvent> = {
  name: 'site_register',
  version: 1,
  handles: ['SiteRegistered', 'SiteChanged', 'SiteClosed'],
  keys: (event) => keysFor(event, [parseStreamName(event.stream)?.id ?? '']),
  evolve: (row, event, key) => {
    if (!row && event.type === 'SiteClosed') return undefined;
    const versions = versionsAfter(row?.versions ?? [], event);
    const last = versions.at(-1);
    if (!last) return undefined;
    const { name, siteType, point, address, areaUnitId, ownerUnitId, validFrom } = last;
    return {
      ...key, name, siteType, latitude: point.latitude, longitude: point.longitude, address, areaUnitId, ownerUnitId,
      status: event.type === 'SiteClosed' ? 'closed' : 'registered', validFrom, versions,
    };
  },
};
