import type { DataSource } from 'typeorm';

/** One event a tenant may read, at its place in that tenant's own order, in the stored bytes. */
export type TenantLogEntry = {
  /** 1 for the tenant's first event, without gaps: also how many entries there are up to here. */
  readonly index: number;
  /** Position in the store, decimal text. */
  readonly position: string;
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  /** The store's clock, UTC, ISO 8601. */
  readonly recordedAt: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
};

/** Per tenant, the events it owns or that are shared with it, in store order. */
export class TenantLog {
  constructor(private readonly dataSource: DataSource) {}

  /** Entries after an index (0 for all), at most `limit`. */
  page(_tenantId: string, _afterIndex: number, _limit: number): Promise<TenantLogEntry[]> {
    throw new Error(`${this.dataSource.options.type}: not built yet`);
  }

  /** The index of an event, or undefined where the tenant has no such event. */
  indexOf(_tenantId: string, _eventId: string): Promise<number | undefined> {
    throw new Error('not built yet');
  }

  /** How many entries the tenant has: the index of its last. */
  size(_tenantId: string): Promise<number> {
    throw new Error('not built yet');
  }

  /** True as soon as there is an entry after the index, false where none came within `timeoutMs`. */
  waitForNews(_tenantId: string, _afterIndex: number, _timeoutMs: number): Promise<boolean> {
    throw new Error('not built yet');
  }
}
