import { Injectable } from '@nestjs/common';
import { notFound, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { confinementOf, isInstant, unitIn, type Confinement, type Integration, type Register } from '@zeren/organisation-domain';
import { InvalidCursor, ReadModel, type Page, type Where } from '@zeren/read-model';
import { actingUnits, isInside, requestLanes, rolesThatSpeak, type RequestLane, type RequestRow } from '@zeren/requests-domain';
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

/** Who takes requests in and dispatches them sees all that its tenant sees; of all others it follows from their unit. */
const seesAll = ({ roles }: Caller): boolean => roles.some((role) => rolesThatSpeak.includes(role));

/** To what a caller is kept; undefined where it sees its tenant's. */
const confinedTo = ({ registers, day }: Grounds, caller: Caller): Confinement | undefined => confinementOf(registers, caller, day);

/** Whether a request is, or came from, the work of somebody's units; in a command centre also what others do there. */
const isWorkOf = ({ leadUnitId, supportingText, areaUnitId, steps }: RequestRow, { unitIds, isCentre }: Confinement): boolean =>
  [leadUnitId, steps[0]?.unitId, ...supportingText.split(' '), ...(isCentre ? [areaUnitId] : [])].some((unitId) => unitIds.some((own) => own === unitId));

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

/** How many requests wait for what; what is overdue, or waits for an answer on a deferral, stands in a lane besides. */
export type LaneCounts = { readonly counts: Readonly<Record<RequestLane | 'overdue' | 'deferral-asked', number>> };

/** Queues of requests: filtered, searched and sorted. */
@Injectable()
export class RequestBoardReader {
  constructor(
    private readonly readModel: ReadModel,
    private readonly views: ViewReader,
    private readonly grounds: RequestGrounds,
  ) {}

  async page(caller: Caller, query: RequestQuery, after?: bigint): Promise<Page<RequestRow>> {
    const grounds = seesAll(caller) && query.areaUnitId === undefined && query.lane !== 'mine' ? undefined : await this.grounds.of(caller.tenantId, caller.now);
    const where = whereOf(caller, query, grounds);
    const own = grounds && !seesAll(caller) ? confinedTo(grounds, caller) : undefined;
    const { column, descending } = orderOf(query.sort);
    if (!isLoose(query) && own === undefined) return this.views.page(requestBoardTable, caller.tenantId, query, { where, order: { [column]: descending ? 'desc' : 'asc' } }, after);
    if (after !== undefined) await this.readModel.waitFor(requestBoardTable, after);
    const rows = await this.readModel.inTenant(caller.tenantId, (manager) => loosely(manager, caller.tenantId, { where, query, own }).getMany());
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return rows.length > query.limit && last ? { items, next: cursorOf(last, column) } : { items };
  }

  /** 404 where there is none for this reader. */
  async one(caller: Caller, id: string, after?: bigint): Promise<RequestRow> {
    const row = await this.views.one(requestBoardTable, caller.tenantId, id, after);
    const own = await this.confinement(caller);
    return own === undefined || isWorkOf(row, own) ? row : notFound();
  }

  /** How many requests wait in each lane, how many are overdue, and of how many the unit asked for a deferral. */
  async counts(caller: Caller, integration: Integration | undefined, after?: bigint): Promise<LaneCounts> {
    const { tenantId } = caller;
    const own = await this.confinement(caller);
    if (after !== undefined) await this.readModel.waitFor(requestBoardTable, after);
    const rows = await this.readModel.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder(requestBoardTable.entity, 'request')
        .select('request.lane', 'lane').addSelect('count(*)::int', 'many').addSelect('count(*) filter (where request.isOverdue)::int', 'overdue')
        .addSelect('count(*) filter (where request.isDeferralAsked)::int', 'asked')
        .where('request.readerTenantId = :tenantId', { tenantId }).groupBy('request.lane');
      if (integration !== undefined) under(question, integration);
      return (own === undefined ? question : confined(question, own)).getRawMany<{ lane: RequestLane; many: number; overdue: number; asked: number }>();
    });
    const counts = Object.fromEntries(requestLanes.map((lane) => [lane, rows.find((row) => row.lane === lane)?.many ?? 0])) as Record<RequestLane, number>;
    const sumOf = (what: 'overdue' | 'asked'): number => rows.reduce((sum, row) => sum + row[what], 0);
    return { counts: { ...counts, overdue: sumOf('overdue'), 'deferral-asked': sumOf('asked') } };
  }

  private async confinement(caller: Caller): Promise<Confinement | undefined> {
    return seesAll(caller) ? undefined : confinedTo(await this.grounds.of(caller.tenantId, caller.now), caller);
  }
}

/** What is asked for by equality. */
const whereOf = (caller: Caller, { status, lane, unitId, areaUnitId, matterCode, kind, channel, overdue, search }: RequestQuery, grounds: Grounds | undefined): Where<RequestRow> => ({
  ...(lane !== undefined && laneWhere(lane, caller, grounds)),
  ...(unitId !== undefined && { leadUnitId: unitId }),
  ...(areaUnitId !== undefined && grounds && { areaUnitId: areasWithin(grounds, areaUnitId) }),
  ...equalities({ status, matterCode, kind, channel }),
  ...(overdue !== undefined && { isOverdue: overdue }),
  ...(search !== undefined && RECEIPT.test(search) && { receipt: search }),
});

/** Those alone that count under an integration. */
const under = (question: SelectQueryBuilder<RequestRow>, integration: Integration): SelectQueryBuilder<RequestRow> =>
  question.andWhere('request.integrationText like :integration', { integration: containing(` ${integration} `) });

const confined = (question: SelectQueryBuilder<RequestRow>, { unitIds, isCentre }: Confinement): SelectQueryBuilder<RequestRow> =>
  question.andWhere(`(request.leadUnitId = any(:own) or string_to_array(request.supportingText, ' ') && cast(:own as text[])${isCentre ? ' or request.areaUnitId = any(:own)' : ''})`, { own: unitIds });

const equalities = (said: Readonly<Record<string, string | undefined>>): Where<RequestRow> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Where<RequestRow>;

const laneWhere = (lane: AskedLane, { unitId }: Caller, grounds: Grounds | undefined): Where<RequestRow> => {
  if (isLane(lane)) return { lane };
  if (lane === 'overdue') return { isOverdue: true };
  if (lane === 'deferral-asked') return { isDeferralAsked: true };
  return { lane: 'in-hand', leadUnitId: grounds ? actingUnits(grounds, unitId) : [unitId] };
};

type Question = { readonly where: Where<RequestRow>; readonly query: RequestQuery; readonly own: Confinement | undefined };

const loosely = (manager: EntityManager, tenantId: string, { where, query, own }: Question): SelectQueryBuilder<RequestRow> => {
  const { column, descending } = orderOf(query.sort);
  const question = manager.createQueryBuilder(requestBoardTable.entity, 'request').where('request.readerTenantId = :tenantId', { tenantId });
  for (const [property, value] of Object.entries(where)) {
    if (Array.isArray(value)) question.andWhere(`request.${property} = any(:${property})`, { [property]: value });
    else question.andWhere(`request.${property} = :${property}`, { [property]: value });
  }
  if (own !== undefined) confined(question, own);
  const { search, integration, supportingUnitId, cursor } = query;
  if (search !== undefined && !RECEIPT.test(search)) question.andWhere('request.subject ilike :search', { search: containing(search) });
  if (integration !== undefined) under(question, integration);
  if (supportingUnitId !== undefined) question.andWhere('request.supportingText like :supporting', { supporting: containing(` ${supportingUnitId} `) });
  if (cursor !== undefined) {
    const [value, owner, id] = placeOf(cursor);
    question.andWhere(`(request.${column}, request.ownerTenantId, request.id) ${descending ? '<' : '>'} (cast(:value as timestamptz), :owner, :id)`, { value, owner, id });
  }
  const direction = descending ? 'DESC' : 'ASC';
  return question.orderBy(`request.${column}`, direction).addOrderBy('request.ownerTenantId', direction).addOrderBy('request.id', direction).limit(query.limit + 1);
};
