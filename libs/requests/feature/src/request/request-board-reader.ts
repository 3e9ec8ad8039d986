import { Injectable } from '@nestjs/common';
import { ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { isInstant, unitIn, type Register } from '@zeren/organisation-domain';
import { InvalidCursor, ReadModel, type Page, type Where } from '@zeren/read-model';
import { actingUnits, isInside, requestLanes, type RequestLane, type RequestRow } from '@zeren/requests-domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { requestBoardTable } from './request.tables.js';
import type { AskedLane, RequestOrder, RequestQuery } from './request.bodies.js';
import { RequestGrounds, type Grounds } from './request-grounds.js';

type SortColumn = 'orderAt' | 'filedAt';

const orderOf = (sort: RequestOrder): { readonly column: SortColumn; readonly descending: boolean } =>
  ({ column: sort.endsWith('filedAt') ? 'filedAt' : 'orderAt', descending: sort.startsWith('-') });

const RECEIPT = /^\d{8}-[a-z2-7]{7}$/;

/** `%` and `_` mean themselves in a search. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const isLane = (lane: AskedLane): lane is RequestLane => (requestLanes as readonly string[]).includes(lane);

const unitsOf = (registers: readonly Register[]): readonly string[] => [...new Set(registers.flatMap(({ units }) => Object.keys(units)))];

/** An area and all that lies below it on the day. */
const areasWithin = (grounds: Grounds, areaUnitId: string): readonly string[] => [
  areaUnitId,
  ...unitsOf(grounds.registers).filter((unitId) => unitId !== areaUnitId && unitIn(grounds.registers, unitId, grounds.day) && isInside(grounds, unitId, areaUnitId)),
];

/** What an index cannot tell by equality. */
const isLoose = ({ search, integration, supportingUnitId }: RequestQuery): boolean =>
  (search !== undefined && !RECEIPT.test(search)) || integration !== undefined || supportingUnitId !== undefined;

type Place = readonly [value: string, ownerTenantId: string, id: string];

const cursorOf = (row: RequestRow, column: SortColumn): string =>
  Buffer.from(JSON.stringify([row[column], row.ownerTenantId, row.id] satisfies Place)).toString('base64url');

const placeOf = (cursor: string): Place => {
  const text = Buffer.from(cursor, 'base64url').toString();
  try {
    const place = JSON.parse(text) as unknown;
    if (Array.isArray(place) && place.length === 3 && place.every((part) => typeof part === 'string') && isInstant(place[0] as string)) return place as unknown as Place;
  } catch {
    throw new InvalidCursor();
  }
  throw new InvalidCursor();
};

/** Queues of requests: filtered, searched and sorted. */
@Injectable()
export class RequestBoardReader {
  constructor(
    private readonly readModel: ReadModel,
    private readonly views: ViewReader,
    private readonly grounds: RequestGrounds,
  ) {}

  async page(caller: Caller, query: RequestQuery, after?: bigint): Promise<Page<RequestRow>> {
    const where = await this.whereOf(caller, query);
    const { column, descending } = orderOf(query.sort);
    if (!isLoose(query)) return this.views.page(requestBoardTable, caller.tenantId, query, { where, order: { [column]: descending ? 'desc' : 'asc' } }, after);
    if (after !== undefined) await this.readModel.waitFor(requestBoardTable, after);
    const rows = await this.readModel.inTenant(caller.tenantId, (manager) => loosely(manager, caller.tenantId, where, query).getMany());
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return rows.length > query.limit && last ? { items, next: cursorOf(last, column) } : { items };
  }

  /** How many requests wait in each lane, and how many are overdue. */
  async counts({ tenantId }: Caller, after?: bigint): Promise<{ readonly counts: Readonly<Record<RequestLane | 'overdue', number>> }> {
    if (after !== undefined) await this.readModel.waitFor(requestBoardTable, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) => manager.createQueryBuilder(requestBoardTable.entity, 'request')
      .select('request.lane', 'lane').addSelect('count(*)::int', 'many').addSelect('count(*) filter (where request.isOverdue)::int', 'overdue')
      .where({ readerTenantId: tenantId }).groupBy('request.lane').getRawMany<{ lane: RequestLane; many: number; overdue: number }>());
    const counts = Object.fromEntries(requestLanes.map((lane) => [lane, rows.find((row) => row.lane === lane)?.many ?? 0])) as Record<RequestLane, number>;
    return { counts: { ...counts, overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0) } };
  }

  /** What is asked for by equality. */
  private async whereOf(caller: Caller, { status, lane, unitId, areaUnitId, matterCode, kind, channel, overdue, search }: RequestQuery): Promise<Where<RequestRow>> {
    const needsGrounds = areaUnitId !== undefined || lane === 'mine';
    const grounds = needsGrounds ? await this.grounds.of(caller.tenantId, caller.now) : undefined;
    return {
      ...(lane !== undefined && laneWhere(lane, caller, grounds)),
      ...(unitId !== undefined && { leadUnitId: unitId }),
      ...(areaUnitId !== undefined && grounds && { areaUnitId: areasWithin(grounds, areaUnitId) }),
      ...equalities({ status, matterCode, kind, channel }),
      ...(overdue !== undefined && { isOverdue: overdue }),
      ...(search !== undefined && RECEIPT.test(search) && { receipt: search }),
    };
  }
}

const equalities = (said: Readonly<Record<string, string | undefined>>): Where<RequestRow> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Where<RequestRow>;

const laneWhere = (lane: AskedLane, { unitId }: Caller, grounds: Grounds | undefined): Where<RequestRow> => {
  if (isLane(lane)) return { lane };
  if (lane === 'overdue') return { isOverdue: true };
  return { lane: 'in-hand', leadUnitId: grounds ? actingUnits(grounds, unitId) : [unitId] };
};

const loosely = (manager: EntityManager, tenantId: string, where: Where<RequestRow>, query: RequestQuery): SelectQueryBuilder<RequestRow> => {
  const { column, descending } = orderOf(query.sort);
  const question = manager.createQueryBuilder(requestBoardTable.entity, 'request').where('request.readerTenantId = :tenantId', { tenantId });
  for (const [property, value] of Object.entries(where)) {
    if (Array.isArray(value)) question.andWhere(`request.${property} = any(:${property})`, { [property]: value });
    else question.andWhere(`request.${property} = :${property}`, { [property]: value });
  }
  const { search, integration, supportingUnitId, cursor } = query;
  if (search !== undefined && !RECEIPT.test(search)) question.andWhere('request.subject ilike :search', { search: containing(search) });
  if (integration !== undefined) question.andWhere('request.integrationText like :integration', { integration: containing(` ${integration} `) });
  if (supportingUnitId !== undefined) question.andWhere('request.supportingText like :supporting', { supporting: containing(` ${supportingUnitId} `) });
  if (cursor !== undefined) {
    const [value, owner, id] = placeOf(cursor);
    question.andWhere(`(request.${column}, request.ownerTenantId, request.id) ${descending ? '<' : '>'} (cast(:value as timestamptz), :owner, :id)`, { value, owner, id });
  }
  const direction = descending ? 'DESC' : 'ASC';
  return question.orderBy(`request.${column}`, direction).addOrderBy('request.ownerTenantId', direction).addOrderBy('request.id', direction).limit(query.limit + 1);
};
