import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import { localDate, type Confinement } from '@zeren/organisation-domain';
import { InvalidCursor, ReadModel, type Page } from '@zeren/read-model';
import { figures, ratesOf, type CountedRequest, type Counts, type FigureDimension, type FigureLine, type FigureTable } from '@zeren/requests-domain';
import { AreaTrees, type AreaTree } from './area-tree.js';
import { areasQuestion, countQuestion, isOfHandlings, listQuestion, type AreaGroups, type FigureFilter, type FigureQuestion, type ListPlace } from './figure-question.js';
import type { CountedQuery, FiguresQuery } from './figures.bodies.js';
import { figuresTables } from './figures.tables.js';

type Line = Counts & { readonly key: string; readonly medianMinutes: number | null };
type Listed = CountedRequest & { readonly rowId: string };

const lineOf = ({ key, medianMinutes, ...counted }: Line): FigureLine => {
  const counts = Object.fromEntries(figures.map((figure) => [figure, counted[figure]])) as Counts;
  return { key, counts, rates: ratesOf(counts), medianMinutes };
};

const countedOf = ({ rowId: _, ...counted }: Listed): CountedRequest => counted;

const cursorOf = ({ filedAt, ownerTenantId, rowId }: Listed): string => Buffer.from(JSON.stringify([filedAt, ownerTenantId, rowId])).toString('base64url');

const placeOf = (cursor: string): ListPlace => {
  try {
    const [filedAt, ownerTenantId, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof filedAt === 'string' && !Number.isNaN(Date.parse(filedAt)) && typeof ownerTenantId === 'string' && typeof id === 'string') return { filedAt, ownerTenantId, id };
  } catch {
    throw new InvalidCursor();
  }
  throw new InvalidCursor();
};

type Within = { readonly unitIds: readonly string[] | undefined; readonly areaUnitId: string | undefined };

/** What is asked for, as far as the reader may ask: a town's command centre in its own area, whoever else is kept to its own units of these alone. */
const withinOwn = ({ unitId, areaUnitId }: FiguresQuery, reader: Caller, kept: Confinement | undefined): Within => {
  if (!kept) return { unitIds: unitId === undefined ? undefined : [unitId], areaUnitId };
  if (!kept.isCentre) return { unitIds: kept.unitIds, areaUnitId };
  const isOutside = areaUnitId !== undefined && !kept.unitIds.includes(areaUnitId);
  return { unitIds: isOutside ? [] : unitId === undefined ? undefined : [unitId], areaUnitId: isOutside ? reader.unitId : areaUnitId ?? reader.unitId };
};

/** Counts requests and what units did with them; each figure is counted by the condition that also lists what it counted. */
@Injectable()
export class FiguresReader {
  constructor(private readonly readModel: ReadModel, private readonly trees: AreaTrees) {}

  async table(reader: Caller, query: FiguresQuery, after?: bigint): Promise<FigureTable> {
    const asked = await this.asked(reader, query, after);
    const [lines, [total]] = await Promise.all([this.ask<Line>(reader, countQuestion(asked, true)), this.ask<Line>(reader, countQuestion(asked, false))]);
    return { now: reader.now, by: query.by, of: isOfHandlings(query.by, asked.filter) ? 'handlings' : 'requests', lines: lines.map(lineOf), total: lineOf(total as Line) };
  }

  async counted(reader: Caller, query: CountedQuery, after?: bigint): Promise<Page<CountedRequest>> {
    const { figure, key, limit, cursor } = query;
    const asked = await this.asked(reader, query, after);
    const found = await this.ask<Listed>(reader, listQuestion(asked, { figure, key, limit, after: cursor === undefined ? undefined : placeOf(cursor) }));
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items: items.map(countedOf), ...(found.length > limit && last && { next: cursorOf(last) }) };
  }

  /** Areas are those of the last day that is looked at: a reorganisation counts what was filed before with the area of now. */
  private async asked(reader: Caller, query: FiguresQuery, after: bigint | undefined) {
    if (after !== undefined) await Promise.all(figuresTables.map((table) => this.readModel.waitFor(table, after)));
    const tree = await this.trees.of(reader, query.until ?? localDate(reader.now));
    const { filter, areas } = await this.placed(reader, query, tree);
    return { readerTenantId: reader.tenantId, filter, now: reader.now, by: query.by, areas };
  }

  private async placed(reader: Caller, query: FiguresQuery, tree: AreaTree): Promise<{ readonly filter: FigureFilter; readonly areas: AreaGroups }> {
    const { by, from, until, matterCode, channel, kind, integration } = query;
    const { unitIds, areaUnitId } = withinOwn(query, reader, tree.confinementOf(reader));
    const filter = { from, until, unitIds, matterCode, channel, kind, integration };
    if (areaUnitId === undefined && by !== 'area') return { filter, areas: { areas: [], groups: [] } };
    const found = await this.areas(reader, filter, by);
    const areas = areaUnitId === undefined ? tree.groupsOfAll(reader.tenantId, found) : tree.groupsBelow(areaUnitId, found);
    return { filter: { ...filter, areaUnitIds: areas.areas }, areas };
  }

  private async areas(reader: Caller, filter: FigureFilter, by: FigureDimension): Promise<readonly string[]> {
    return (await this.ask<{ readonly id: string }>(reader, areasQuestion(reader.tenantId, filter, by))).map(({ id }) => id);
  }

  private ask<Row>({ tenantId }: Caller, { text, values }: FigureQuestion): Promise<Row[]> {
    return this.readModel.inTenant(tenantId, (manager) => manager.query<Row[]>(text, values));
  }
}
