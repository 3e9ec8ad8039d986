import type { ViewRow } from '@zeren/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { CheckpointWatch } from './checkpoint-watch.js';
import { InvalidCursor, ViewNotReady } from './errors.js';
import { isRefusedValue } from './projector/transaction.js';
import { RecentPages } from './recent-pages.js';
import { conditionsOf, pageQuestion, selectList, Statement, type RowQuery, type Where } from './row-query.js';
import { historyName, quoted } from './schema.js';
import { askInTenant, inTenant } from './tenant-scope.js';
import type { ViewTable } from './view-table.js';

/** One page of rows, and the cursor of the next where there is one. */
export type Page<Row> = { readonly items: readonly Row[]; readonly next?: string };

const DEFAULT_WAIT_MS = 3_000;

/** What readers see: rows of one tenant at a time, by the restricted login. */
export class ReadModel {
  private readonly watch: CheckpointWatch;
  private readonly recent: RecentPages;

  constructor(private readonly dataSource: DataSource) {
    this.watch = new CheckpointWatch(dataSource);
    this.recent = new RecentPages(this.watch);
  }

  /** One transaction that sees and touches this tenant's rows only. */
  inTenant<T>(tenantId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTenant(this.dataSource, tenantId, work);
  }

  /** Resolves when the view has folded the event at this position. Throws {@link ViewNotReady} after `timeoutMs` (3,000). */
  async waitFor(table: ViewTable, position: bigint, timeoutMs = DEFAULT_WAIT_MS): Promise<void> {
    if (!(await this.watch.reached(table.name, position, timeoutMs))) throw new ViewNotReady(table.name, position);
  }

  /**
   * A page of the reader's rows. Asked again at the same position of the view, the same page: at most 20 ms behind it,
   * and never behind a position that was waited for. It is frozen, since it is given to others too. Throws {@link InvalidCursor}.
   */
  find<Row extends ViewRow>(table: ViewTable<Row>, tenantId: string, query: RowQuery<Row>): Promise<Page<Row>> {
    const question = JSON.stringify([tenantId, table.name, query.where, Object.entries(query.order ?? {}), query.limit, query.after]);
    return this.recent.answer(table.name, question, () => this.askPage(table, tenantId, query));
  }

  private async askPage<Row extends ViewRow>(table: ViewTable<Row>, tenantId: string, query: RowQuery<Row>): Promise<Page<Row>> {
    const { text, values, cursorOf } = pageQuestion(table, tenantId, query);
    const rows = await askInTenant<Row>(this.dataSource, tenantId, text, values).catch((error: unknown) => {
      throw query.after !== undefined && isRefusedValue(error) ? new InvalidCursor() : error;
    });
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return Object.freeze(rows.length > query.limit && last ? { items, next: cursorOf(last) } : { items });
  }

  /** The reader's row of an id; of its own where no owner is named. */
  async one<Row extends ViewRow>(
    table: ViewTable<Row>, tenantId: string, { ownerTenantId = tenantId, id }: { ownerTenantId?: string; id: string },
  ): Promise<Row | undefined> {
    const [row] = await this.rows(table, tenantId, { ownerTenantId, id });
    return row;
  }

  /** The last position the view has folded; -1 before the first. */
  positionOf(table: ViewTable): Promise<bigint> {
    return this.watch.positionOf(table.name);
  }

  /**
   * The rows as they stood when the event at `position` had been folded, ordered by owner and id. Only for tables that
   * keep their history. Wait for the position first where it may be recent.
   */
  async asOf<Row extends ViewRow>(table: ViewTable<Row>, tenantId: string, position: bigint, where: Where<Row> = {}): Promise<Row[]> {
    if (!table.history) throw new TypeError(`${table.name} keeps no history`);
    const statement = new Statement();
    const conditions = conditionsOf(table, tenantId, where, statement);
    const at = `${statement.value(String(position))}::bigint`;
    const text = `select ${selectList(table)} from ${quoted(historyName(table.name))}
      where ${[...conditions, `valid_from <= ${at}`, `(valid_to is null or valid_to > ${at})`].join(' and ')}
      order by owner_tenant_id, id`;
    return askInTenant<Row>(this.dataSource, tenantId, text, statement.values);
  }

  private rows<Row extends ViewRow>(table: ViewTable<Row>, tenantId: string, where: Readonly<Record<string, unknown>>): Promise<Row[]> {
    const statement = new Statement();
    const conditions = conditionsOf(table, tenantId, where, statement);
    const text = `select ${selectList(table)} from ${quoted(table.name)} where ${conditions.join(' and ')}`;
    return askInTenant<Row>(this.dataSource, tenantId, text, statement.values);
  }
}
