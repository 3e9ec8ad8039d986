import { Injectable } from '@nestjs/common';
import { notFound, ViewReader } from '@zeren/http';
import { isDecimal, parsePublicId, type Caller } from '@zeren/kernel';
import { InvalidCursor, ReadModel, type Page, type Where } from '@zeren/read-model';
import { Confinements, isInstant } from '@zeren/organisation-domain';
import type { TaskRow } from '@zeren/tasks-domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { isWorkOf, workOf, workOfParameters } from './confinement.js';
import { lampIs, lampParameters } from './lamp-condition.js';
import type { TaskOrder, TaskQuery } from './tasks.bodies.js';
import { countsUnder, IntegrationCut } from './integration-cut.js';
import { taskBoardTable } from '../tasks.tables.js';
import { workCondition } from './work-conditions.js';

type SortColumn = 'deadline' | 'weight' | 'searchText' | 'indicatorCode';

const columns: Readonly<Record<string, SortColumn>> = {
  deadline: 'deadline', weight: 'weight', name: 'searchText', indicatorCode: 'indicatorCode',
};
const castTo: Readonly<Record<SortColumn, string>> = { deadline: 'timestamptz', weight: 'numeric', searchText: 'text', indicatorCode: 'text' };
const isText = (): boolean => true;
const holds: Readonly<Record<SortColumn, (value: string) => boolean>> = { deadline: isInstant, weight: isDecimal, searchText: isText, indicatorCode: isText };

const orderOf = (sort: TaskOrder): { readonly column: SortColumn; readonly descending: boolean } => ({
  column: columns[sort.replace('-', '')] as SortColumn, descending: sort.startsWith('-'),
});

/** What the board is asked for by equality. */
const whereOf = ({ campaignId, splitId, indicatorCode, unitId, parentTaskId, status, level, origin, decision }: TaskQuery): Where<TaskRow> => ({
  ...(campaignId !== undefined && { campaignId }),
  ...(splitId !== undefined && { splitId }),
  ...(indicatorCode !== undefined && { indicatorCode }),
  ...(unitId !== undefined && { unitId }),
  ...(parentTaskId === undefined ? {} : parentTaskId === 'none' ? { isTop: true } : { parentTaskId }),
  ...(status !== undefined && { status }),
  ...(level !== undefined && { level }),
  ...(origin !== undefined && { originKind: origin }),
  ...(decision !== undefined && { decision }),
});

/** `%` and `_` mean themselves in a search. */
const containing = (search: string): string => `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

type Place = readonly [value: string, ownerTenantId: string, id: string];

const cursorOf = (row: TaskRow, column: SortColumn): string =>
  Buffer.from(JSON.stringify([row[column], row.ownerTenantId, row.id] satisfies Place)).toString('base64url');

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidCursor();
  }
};

const placeOf = (cursor: string, column: SortColumn): Place => {
  const place = parsedJson(Buffer.from(cursor, 'base64url').toString());
  const isPlace = Array.isArray(place) && place.length === 3 && place.every((part) => typeof part === 'string');
  if (!isPlace || !holds[column](place[0] as string)) throw new InvalidCursor();
  return place as unknown as Place;
};

/** Pages of the task board, filtered, searched and sorted. */
@Injectable()
export class TaskBoardReader {
  constructor(
    private readonly readModel: ReadModel,
    private readonly views: ViewReader,
    private readonly cut: IntegrationCut,
    private readonly confinements: Confinements,
  ) {}

  /** Equalities alone are answered by the read model; a search, an integration, or what follows from the time, a lamp or a list of work, by a question of their own. */
  async page(caller: Caller, query: TaskQuery, after?: bigint): Promise<Page<TaskRow>> {
    const { tenantId } = caller;
    const { column, descending } = orderOf(query.sort);
    const own = await this.confinements.of(caller);
    if (own === undefined && query.search === undefined && query.lamp === undefined && query.work === undefined && query.integration === undefined) {
      return this.views.page(taskBoardTable, tenantId, query, { where: whereOf(query), order: { [column]: descending ? 'desc' : 'asc' } }, after);
    }
    if (after !== undefined) await this.readModel.waitFor(taskBoardTable, after);
    const cut = query.integration && await this.cut.parameters(tenantId, query.integration, after);
    const rows = await this.readModel.inTenant(tenantId, async (manager) => {
      const question = searched(manager, caller, query);
      if (cut) question.andWhere(countsUnder, cut);
      if (own !== undefined) question.andWhere(`(${workOf})`, workOfParameters(own));
      return inOrder(manager, tenantId, await question.getRawMany<Key>());
    });
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return rows.length > query.limit && last ? { items, next: cursorOf(last, column) } : { items };
  }

  /** A task the reader may see; 404 for any other, also where the reader is kept to its own unit's work and it is none of that. */
  async one(caller: Caller, publicId: string, after?: bigint): Promise<TaskRow> {
    const row = await this.views.one(taskBoardTable, caller.tenantId, publicId, after);
    const own = await this.confinements.of(caller);
    return own === undefined || isWorkOf(row, own) ? row : notFound();
  }

  /** Of these tasks those that the reader sees, in the order asked. */
  async seen(caller: Caller, publicIds: readonly string[]): Promise<TaskRow[]> {
    const own = await this.confinements.of(caller);
    return (await this.byIds(caller.tenantId, publicIds)).filter((row) => own === undefined || isWorkOf(row, own));
  }

  /** A tenant's rows of these tasks, in the order asked; those it does not see are left out. */
  async byIds(tenantId: string, publicIds: readonly string[]): Promise<TaskRow[]> {
    const parts = publicIds.map(parsePublicId).filter((id) => id !== undefined);
    if (parts.length === 0) return [];
    const { items } = await this.readModel.find(taskBoardTable, tenantId, {
      where: { ownerTenantId: [...new Set(parts.map((part) => part.tenantId))], id: parts.map(({ id }) => id) },
      limit: publicIds.length,
    });
    return parts.map(({ tenantId: owner, id }) => items.find((row) => row.ownerTenantId === owner && row.id === id)).filter((row) => row !== undefined);
  }
}

type Key = { readonly owner: string; readonly id: string };

/** The rows of these keys, in their order. */
const inOrder = async (manager: EntityManager, tenantId: string, keys: readonly Key[]): Promise<TaskRow[]> => {
  if (keys.length === 0) return [];
  const rows = await manager.createQueryBuilder(taskBoardTable.entity, 'task')
    .where('task.readerTenantId = :tenantId and (task.ownerTenantId, task.id) in (select * from unnest(cast(:owners as text[]), cast(:ids as text[])))', {
      tenantId, owners: keys.map(({ owner }) => owner), ids: keys.map(({ id }) => id),
    }).getMany();
  const byKey = new Map(rows.map((row) => [`${row.ownerTenantId}_${row.id}`, row]));
  return keys.map(({ owner, id }) => byKey.get(`${owner}_${id}`)).filter((row) => row !== undefined);
};

/** The keys of the rows asked for: an index answers that, and a whole row is read only where it is shown. */
const searched = (manager: EntityManager, caller: Caller, query: TaskQuery): SelectQueryBuilder<TaskRow> => {
  const { column, descending } = orderOf(query.sort);
  const question = manager.createQueryBuilder(taskBoardTable.entity, 'task').select('task.ownerTenantId', 'owner').addSelect('task.id', 'id').where({ readerTenantId: caller.tenantId, ...whereOf(query) });
  if (query.search !== undefined) question.andWhere('task.searchText like :search', { search: containing(query.search) });
  if (query.lamp !== undefined) question.andWhere(lampIs(query.lamp), lampParameters(caller.now));
  if (query.work !== undefined) {
    const { condition, parameters } = workCondition(query.work, caller);
    question.andWhere(condition, parameters);
  }
  if (query.cursor !== undefined) {
    const [value, owner, id] = placeOf(query.cursor, column);
    const compared = descending ? '<' : '>';
    question.andWhere(`(task.${column}, task.ownerTenantId, task.id) ${compared} (cast(:value as ${castTo[column]}), :owner, :id)`, { value, owner, id });
  }
  const direction = descending ? 'DESC' : 'ASC';
  return question.orderBy(`task.${column}`, direction).addOrderBy('task.ownerTenantId', direction).addOrderBy('task.id', direction).limit(query.limit + 1);
};
