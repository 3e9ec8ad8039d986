import { Injectable } from '@nestjs/common';
import { ViewReader, type PageQuery } from '@zeren/http';
import type { RowKey } from '@zeren/kernel';
import { isInstant, type Integration } from '@zeren/organisation-domain';
import { InvalidCursor, ReadModel, type Page, type ViewTable, type Where } from '@zeren/read-model';
import type { SelectQueryBuilder } from 'typeorm';
import { taskBoardTable } from '../tasks.tables.js';
import { IntegrationCut } from './integration-cut.js';

/** A board in the order it is read in. `counts`: which of its rows, by the alias `entry`, count under an integration. */
export type CutBoard<Row extends RowKey> = {
  readonly table: ViewTable<Row>;
  readonly order: keyof Row & string;
  readonly descending: boolean;
  readonly counts: (question: SelectQueryBuilder<Row>) => string;
};

type CutQuery = PageQuery & { readonly integration?: Integration };
type Place = readonly [value: string, ownerTenantId: string, id: string];

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidCursor();
  }
};

const typeOf = <Row extends RowKey>({ table, order }: CutBoard<Row>): string => table.columns.find(({ property }) => property === order)?.type ?? 'text';

const placeOf = <Row extends RowKey>(cursor: string, board: CutBoard<Row>): Place => {
  const place = parsedJson(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(place) || place.length !== 3 || !place.every((part) => typeof part === 'string')) throw new InvalidCursor();
  if (typeOf(board) === 'timestamptz' && !isInstant(place[0] as string)) throw new InvalidCursor();
  return place as unknown as Place;
};

const cursorOf = <Row extends RowKey>(row: Row, { order }: CutBoard<Row>): string =>
  Buffer.from(JSON.stringify([row[order], row.ownerTenantId, row.id])).toString('base64url');

/** The reads of a board whose rows are no tasks themselves; its pages as a whole, or cut by one of the four integrations. */
@Injectable()
export class CutBoards extends ViewReader {
  constructor(private readonly boards: ReadModel, private readonly cut: IntegrationCut) {
    super(boards);
  }

  async pageOf<Row extends RowKey>(board: CutBoard<Row>, tenantId: string, query: CutQuery, where: Where<Row>, after?: bigint): Promise<Page<Row>> {
    const { table, order, descending } = board;
    const { integration, limit } = query;
    if (integration === undefined) return this.page(table, tenantId, query, { where, order: { [order]: descending ? 'desc' : 'asc' } as never }, after);
    if (after !== undefined) await Promise.all([table, taskBoardTable].map((read) => this.boards.waitFor(read, after)));
    const under = await this.cut.parameters(tenantId, integration, after);
    const rows = await this.boards.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder<Row>(table.entity, 'entry').where('entry.readerTenantId = :tenantId', { tenantId });
      for (const [property, value] of Object.entries(where)) question.andWhere(`entry.${property} = ${Array.isArray(value) ? `any(:${property})` : `:${property}`}`, { [property]: value });
      question.andWhere(board.counts(question), under);
      return inOrder(question, board, query).limit(limit + 1).getMany();
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: cursorOf(last, board) } : { items };
  }
}

/** From the place on at which the page before ended. */
const inOrder = <Row extends RowKey>(question: SelectQueryBuilder<Row>, board: CutBoard<Row>, { cursor }: CutQuery): SelectQueryBuilder<Row> => {
  const { order, descending } = board;
  if (cursor !== undefined) {
    const [value, owner, id] = placeOf(cursor, board);
    question.andWhere(`(entry.${order}, entry.ownerTenantId, entry.id) ${descending ? '<' : '>'} (cast(:value as ${typeOf(board)}), :owner, :id)`, { value, owner, id });
  }
  const direction = descending ? 'DESC' : 'ASC';
  return question.orderBy(`entry.${order}`, direction).addOrderBy('entry.ownerTenantId', direction).addOrderBy('entry.id', direction);
};
