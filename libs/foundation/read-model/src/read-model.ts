import type { ViewRow } from '@zeren/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { ViewTable } from './view-table.js';

/** One page of rows, and the cursor of the next where there is one. */
export type Page<Row> = { readonly items: Row[]; readonly next?: string };

/** Equality with a value, null included, or with any of several. */
export type Where<Row> = { readonly [K in keyof Row]?: Row[K] | readonly Row[K][] };

export type Order<Row> = { readonly [K in keyof Row]?: 'asc' | 'desc' };

export type RowQuery<Row> = {
  readonly where?: Where<Row>;
  /** In order of importance; rows equal in all of it are ordered by owner and id. */
  readonly order?: Order<Row>;
  readonly limit: number;
  /** The `next` of the page before. Throws {@link InvalidCursor} for any other text. */
  readonly after?: string;
};

/** What readers see: rows of one tenant at a time, by the restricted login. */
export class ReadModel {
  constructor(private readonly dataSource: DataSource) {}

  /** One transaction that sees and touches this tenant's rows only. */
  inTenant<T>(_tenantId: string, _work: (manager: EntityManager) => Promise<T>): Promise<T> {
    throw new Error(`${this.dataSource.options.type}: not built yet`);
  }

  /** Resolves when the view has folded the event at this position. Throws {@link ViewNotReady} after `timeoutMs` (3,000). */
  waitFor(_table: ViewTable, _position: bigint, _timeoutMs?: number): Promise<void> {
    throw new Error('not built yet');
  }

  find<Row extends ViewRow>(_table: ViewTable<Row>, _tenantId: string, _query: RowQuery<Row>): Promise<Page<Row>> {
    throw new Error('not built yet');
  }

  /** The reader's row of an id; of its own where no owner is named. */
  one<Row extends ViewRow>(_table: ViewTable<Row>, _tenantId: string, _id: { ownerTenantId?: string; id: string }): Promise<Row | undefined> {
    throw new Error('not built yet');
  }

  /** The last position the view has folded; -1 before the first. */
  positionOf(_table: ViewTable): Promise<bigint> {
    throw new Error('not built yet');
  }

  /** The rows as they stood when the event at `position` had been folded. Only for tables that keep their history. */
  asOf<Row extends ViewRow>(_table: ViewTable<Row>, _tenantId: string, _position: bigint, _where?: Where<Row>): Promise<Row[]> {
    throw new Error('not built yet');
  }
}
