import { Injectable } from '@nestjs/common';
import { DomainError, parsePublicId, publicId } from '@zeren/kernel';
import { unitIn, type CalendarDate, type SitePeriod, type UnitPeriod } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { nearestSite, SITE_METRES, siteOn, TERRITORY_METRES, type PlaceSiteRow, type Point, type PublicSite } from '@zeren/requests-domain';
import type { Grounds } from '../request/request-grounds.js';
import type { PlaceBody } from '../request/request.bodies.js';
import { placeSiteTable } from './public.table.js';
import type { SitesQuery } from './public.bodies.js';

/** Of the sites that lie in a frame or bear a name, at most so many are told. */
const MOST = 200;

type KnownSite = SitePeriod & { readonly siteId: string };

/** The register of sites for whoever files: to choose one, to check what was chosen, and to find the area of a point. */
@Injectable()
export class PlaceSites {
  constructor(private readonly readModel: ReadModel) {}

  /** Open to everybody, in a frame, an area or under a name, in order of their numbers; nothing but what they are called and where they are. */
  async open(tenantId: string, grounds: Grounds, query: SitesQuery, after?: bigint): Promise<readonly PublicSite[]> {
    if (after !== undefined) await this.readModel.waitFor(placeSiteTable, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder(placeSiteTable.entity, 'row').where({ readerTenantId: tenantId, isOpen: true });
      const { south, north, west, east, areaUnitId, search } = query;
      if (south !== undefined) question.andWhere('row.latitude between :south and :north and row.longitude between :west and :east', { south, north, west, east });
      if (areaUnitId !== undefined && areaUnitId !== tenantId) question.andWhere('row.areaUnitId like :area', { area: `${literally(areaUnitId)}%` });
      if (search) question.andWhere("(row.name ->> 'zh' like :part or row.name ->> 'en' ilike :part)", { part: `%${literally(search)}%` });
      return question.orderBy('row.id').addOrderBy('row.ownerTenantId').limit(MOST).getMany();
    });
    return knownOn(rows, grounds.day).map(({ siteId, name, siteType, point, areaUnitId }) =>
      ({ siteId, name, siteType, point, areaUnitIds: areasDownTo(grounds, areaUnitId, tenantId) }));
  }

  /** Refuses a site that the register does not know on the day, and a point further away than the territory reaches. */
  async require(tenantId: string, { siteId, point }: Pick<PlaceBody, 'siteId' | 'point'>, day: CalendarDate): Promise<void> {
    if (siteId !== null) {
      const key = parsePublicId(siteId);
      const row = key && (await this.readModel.one(placeSiteTable, tenantId, { ownerTenantId: key.tenantId, id: key.id }));
      if (!row || !siteOn(row, day)) throw new DomainError('site-unknown', 'place.siteId');
    }
    if (point) await this.nearest(tenantId, point, day);
  }

  /** The site nearest to a point, where the area around it is its own; refuses a point outside the territory. Without any site nothing is known of it. */
  async nearest(tenantId: string, point: Point, day: CalendarDate): Promise<SitePeriod | undefined> {
    const rows = await this.readModel.inTenant(tenantId, (manager) =>
      manager.createQueryBuilder(placeSiteTable.entity, 'row').where({ readerTenantId: tenantId })
        .orderBy('(row.latitude - :latitude) ^ 2 + (row.longitude - :longitude) ^ 2').setParameters(point).limit(CANDIDATES).getMany());
    const nearest = nearestSite(point, knownOn(rows, day));
    if (nearest && nearest.metres > TERRITORY_METRES) throw new DomainError('site-far', 'place.point', { kilometres: TERRITORY_METRES / 1_000 });
    return nearest && nearest.metres <= SITE_METRES ? nearest.site : undefined;
  }
}

/** By degrees the order is nearly that by metres: of so many the nearest is among them. */
const CANDIDATES = 50;

/** A text as a pattern that means only itself. */
const literally = (text: string): string => text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`);

const knownOn = (rows: readonly PlaceSiteRow[], day: CalendarDate): readonly KnownSite[] =>
  rows.flatMap((row) => {
    const site = siteOn(row, day);
    return site ? [{ ...site, siteId: publicId(row.ownerTenantId, row.id) }] : [];
  });

/** The areas from right below the tenant's own down to one, as a form asks for them. */
const areasDownTo = ({ registers, day }: Grounds, areaUnitId: string, tenantId: string): readonly string[] => {
  const line: string[] = [];
  let unit: UnitPeriod | undefined = unitIn(registers, areaUnitId, day);
  while (unit && unit.unitId !== tenantId) {
    line.unshift(unit.unitId);
    unit = unit.parentUnitId === null ? undefined : unitIn(registers, unit.parentUnitId, day);
  }
  return line;
};
