import { parseStreamName, readersOf, type Decimal, type LocalisedText, type Projection, type RowKey } from '@zeren/kernel';
import { isOpenToPublic, versionsAfter, type CalendarDate, type SiteEvent, type SitePeriod, type SiteType } from '@zeren/organisation-domain';
import { metresBetween, type Point } from './similar.js';

/** A site of the register as the place of requests; its id is its number. What it is on a day its versions tell. */
export type PlaceSiteRow = RowKey & {
  /** What it is said to be last: by this it is searched. */
  readonly name: LocalisedText;
  readonly siteType: SiteType;
  readonly areaUnitId: string;
  /** Degrees (WGS 84). */
  readonly latitude: Decimal;
  readonly longitude: Decimal;
  /** Whether it is of a type that people without an account are told of. */
  readonly isOpen: boolean;
  readonly versions: readonly SitePeriod[];
};

/** The register of sites, as those who take requests in look into it: each tenant's own, and those in its area. */
export const placeSiteProjection: Projection<PlaceSiteRow, SiteEvent> = {
  name: 'place_site',
  version: 1,
  handles: ['SiteRegistered', 'SiteChanged', 'SiteClosed'],
  keys: (event) => readersOf(event).map((readerTenantId) => (
    { readerTenantId, ownerTenantId: event.metadata.tenantId, id: parseStreamName(event.stream)?.id ?? '' })),
  evolve: (row, event, key) => {
    if (!row && event.type === 'SiteClosed') return undefined;
    const versions = versionsAfter(row?.versions ?? [], event);
    const last = versions.at(-1);
    if (!last) return undefined;
    const { name, siteType, areaUnitId, point: { latitude, longitude } } = last;
    return { ...key, name, siteType, areaUnitId, latitude, longitude, isOpen: isOpenToPublic(siteType), versions };
  },
};

/** What a site is on a day; undefined before its first and after its last. */
export const siteOn = ({ versions }: Pick<PlaceSiteRow, 'versions'>, day: CalendarDate): SitePeriod | undefined =>
  versions.find(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil));

/** Within how many metres a point is taken for one of the area of a site. */
export const SITE_METRES = 2_000;

/** No city reaches further from every one of its sites: a point that does is none of its own. */
export const TERRITORY_METRES = 100_000;

/** The site nearest to a point, and how far it is; undefined where there are none. */
export const nearestSite = <Site extends Pick<SitePeriod, 'point'>>(point: Point, sites: readonly Site[]): { readonly site: Site; readonly metres: number } | undefined => {
  let nearest: { readonly site: Site; readonly metres: number } | undefined;
  for (const site of sites) {
    const metres = metresBetween(point, site.point);
    if (!nearest || metres < nearest.metres) nearest = { site, metres };
  }
  return nearest;
};
