import { Injectable } from '@nestjs/common';
import { notFound, ViewReader } from '@zeren/http';
import { parsePublicId, publicId, type LocalisedText } from '@zeren/kernel';
import { catalogueOn, matterClassOn, unitIn, type MatterKind, type UnitPeriod } from '@zeren/organisation-domain';
import { ReadModel, type Page } from '@zeren/read-model';
import {
  isNearby, type Point, type PublicArea, type PublicMatter, type PublicPhoto, type PublicRequest, type PublicRequestRow, type RequestKind, type SimilarRequest,
} from '@zeren/requests-domain';
import type { Grounds } from '../request/request-grounds.js';
import type { PublicRequestsQuery, SimilarQuery } from './public.bodies.js';
import { publicRequestTable } from './public.table.js';

/** Degrees that are more than the distance within which something is nearby, anywhere but at the poles. */
const SURROUNDINGS = { latitude: 0.002, longitude: 0.01 };

const SIMILAR_AT_MOST = 5;
const LOOKED_AT = 200;

const kindOf: Readonly<Record<MatterKind, RequestKind>> = { event: 'citizen', component: 'citizen', enterprise: 'enterprise', dispute: 'dispute' };

const areaKinds: readonly UnitPeriod['kind'][] = ['district', 'town', 'village', 'grid'];

/** What people without an account read: classes, areas, and requests with everything personal left out. */
@Injectable()
export class PublicReader {
  constructor(
    private readonly readModel: ReadModel,
    private readonly views: ViewReader,
  ) {}

  matters({ catalogue, day }: Grounds): readonly PublicMatter[] {
    const version = catalogueOn(catalogue, day);
    const majors = new Map(version?.majors.map(({ code, name }) => [code, name]));
    return (version?.classes ?? []).map(({ code, kind, name, majorCode }) =>
      ({ code, kind: kindOf[kind], name, majorCode, majorName: majors.get(majorCode) ?? name }));
  }

  /** The areas right below one, in the order of their codes. */
  areas(grounds: Grounds, parent: string): readonly PublicArea[] {
    return childrenOf(grounds, parent).map((unit) => areaOf(grounds, unit));
  }

  async page(tenantId: string, grounds: Grounds, { matterCode, areaUnitId, open, ...paging }: PublicRequestsQuery, after?: bigint): Promise<Page<PublicRequest>> {
    const where = { isPublic: true, ...(matterCode && { matterCode }), ...(areaUnitId && { areaUnitId }), ...(open !== undefined && { isOpen: open }) };
    const { items, ...rest } = await this.views.page(publicRequestTable, tenantId, paging, { where, order: { filedAt: 'desc' } }, after);
    return { items: items.map((row) => publicRequestOf(row, grounds)), ...rest };
  }

  /** Open requests of the same class at the same place, the latest first. */
  async similar(tenantId: string, { matterCode, areaUnitId, latitude, longitude }: SimilarQuery): Promise<readonly SimilarRequest[]> {
    const point = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null;
    const rows = await this.readModel.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder(publicRequestTable.entity, 'row')
        .where({ readerTenantId: tenantId, isPublic: true, isOpen: true, matterCode });
      if (point) {
        question.andWhere('(row.areaUnitId = :areaUnitId or (row.latitude between :south and :north and row.longitude between :west and :east))', { areaUnitId, ...around(point) });
      } else {
        question.andWhere({ areaUnitId });
      }
      return question.orderBy('row.filedAt', 'DESC').limit(LOOKED_AT).getMany();
    });
    return rows.filter((row) => isNearby({ areaUnitId, point }, row)).slice(0, SIMILAR_AT_MOST)
      .map((row) => ({ id: publicId(row.ownerTenantId, row.id), subject: row.subject, state: row.state, point: pointOf(row), askedBy: row.askedBy, filedAt: row.filedAt }));
  }

  /** A photo that came with an answer anybody may read; 404 for any other. */
  async photo(tenantId: string, requestId: string, hash: string): Promise<PublicPhoto> {
    const parts = parsePublicId(requestId);
    const row = parts?.tenantId === tenantId ? await this.readModel.one(publicRequestTable, tenantId, { ownerTenantId: tenantId, id: parts.id }) : undefined;
    return (row?.isPublic ? row.photos.find((photo) => photo.hash === hash) : undefined) ?? notFound();
  }

  /** Whether it is open and anybody may know of it. */
  async isOpenToAll(tenantId: string, requestId: string): Promise<boolean> {
    const parts = parsePublicId(requestId);
    if (parts?.tenantId !== tenantId) return false;
    const row = await this.readModel.one(publicRequestTable, tenantId, { ownerTenantId: tenantId, id: parts.id });
    return row?.isPublic === true && row.isOpen;
  }

  async withReceipt(tenantId: string, receipt: string, after?: bigint): Promise<PublicRequestRow | undefined> {
    if (after !== undefined) await this.readModel.waitFor(publicRequestTable, after);
    const { items } = await this.readModel.find(publicRequestTable, tenantId, { where: { receipt }, limit: 1 });
    return items[0];
  }
}

const around = ({ latitude, longitude }: Point): Readonly<Record<string, number>> => ({
  south: Number(latitude) - SURROUNDINGS.latitude, north: Number(latitude) + SURROUNDINGS.latitude,
  west: Number(longitude) - SURROUNDINGS.longitude, east: Number(longitude) + SURROUNDINGS.longitude,
});

const childrenOf = ({ registers, day }: Grounds, parent: string): readonly UnitPeriod[] => {
  const unitIds = new Set(registers.flatMap(({ units }) => Object.keys(units)));
  return [...unitIds].flatMap((unitId) => unitIn(registers, unitId, day) ?? [])
    .filter((unit) => unit.parentUnitId === parent && areaKinds.includes(unit.kind))
    .sort((left, right) => (left.unitId < right.unitId ? -1 : 1));
};

const areaOf = (grounds: Grounds, unit: UnitPeriod): PublicArea =>
  ({ unitId: unit.unitId, name: unit.name, level: unit.level ?? 1, hasAreas: childrenOf(grounds, unit.unitId).length > 0 });

const pointOf = ({ latitude, longitude }: PublicRequestRow): Point | null => (latitude !== null && longitude !== null ? { latitude, longitude } : null);

const nameOf = ({ registers, day }: Grounds, unitId: string | null): LocalisedText | null => (unitId === null ? null : (unitIn(registers, unitId, day)?.name ?? null));

/** Names are those of today. */
export const publicRequestOf = (row: PublicRequestRow, grounds: Grounds): PublicRequest => ({
  id: publicId(row.ownerTenantId, row.id),
  kind: row.kind,
  subject: row.subject,
  matterCode: row.matterCode,
  matterName: row.matterCode === null ? null : (matterClassOn(grounds.catalogue, row.matterCode, grounds.day)?.name ?? null),
  areaUnitId: row.areaUnitId,
  areaName: nameOf(grounds, row.areaUnitId),
  point: pointOf(row),
  state: row.state,
  unitName: nameOf(grounds, row.leadUnitId),
  askedBy: row.askedBy,
  filedAt: row.filedAt,
  answeredAt: row.answeredAt,
  dueAt: row.dueAt,
  outcome: row.outcome,
  answer: row.answer,
  photos: row.photos.map(({ hash }) => hash),
});
