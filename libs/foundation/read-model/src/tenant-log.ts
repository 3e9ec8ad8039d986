import type { DataSource } from 'typeorm';
import { CheckpointWatch } from './checkpoint-watch.js';
import { TENANT_LOG } from './projector/tenant-log-writer.js';
import { askInTenant } from './tenant-scope.js';

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

type StoredEntry = Omit<TenantLogEntry, 'index' | 'revision'> & { readonly index: string; readonly revision: string };

const PAGE = `select index, position, event_id as "eventId", type, stream, revision, recorded_at as "recordedAt", data, metadata
  from tenant_log where reader_tenant_id = $1 and index > $2 order by index limit $3`;
const INDEX = 'select index from tenant_log where reader_tenant_id = $1 and event_id = $2';
const SIZE = 'select last_index as index from tenant_log_head where reader_tenant_id = $1';

/** Per tenant, the events it owns or that are shared with it, in store order. */
export class TenantLog {
  private readonly watch: CheckpointWatch;
  private readonly sizes = new Map<string, { readonly written: bigint; readonly size: Promise<number> }>();

  constructor(private readonly dataSource: DataSource) {
    this.watch = new CheckpointWatch(dataSource);
  }

  /** Entries after an index (0 for all), at most `limit`. */
  async page(tenantId: string, afterIndex: number, limit: number): Promise<TenantLogEntry[]> {
    const rows = await askInTenant<StoredEntry>(this.dataSource, tenantId, PAGE, [tenantId, afterIndex, limit]);
    return rows.map((row) => ({ ...row, index: Number(row.index), revision: Number(row.revision) }));
  }

  /** The index of an event, or undefined where the tenant has no such event. */
  async indexOf(tenantId: string, eventId: string): Promise<number | undefined> {
    const [row] = await askInTenant<{ index: string }>(this.dataSource, tenantId, INDEX, [tenantId, eventId]);
    return row && Number(row.index);
  }

  /** How many entries the tenant has: the index of its last. */
  async size(tenantId: string): Promise<number> {
    const [row] = await askInTenant<{ index: string }>(this.dataSource, tenantId, SIZE, [tenantId]);
    return Number(row?.index ?? 0);
  }

  /** The position up to which the log is written, for all tenants. */
  position(): Promise<bigint> {
    return this.watch.positionOf(TENANT_LOG);
  }

  /** True as soon as there is an entry after the index, false where none came within `timeoutMs`. */
  async waitForNews(tenantId: string, afterIndex: number, timeoutMs: number): Promise<boolean> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const written = this.watch.lastSeen(TENANT_LOG);
      if ((await this.sizeAt(tenantId, written)) > afterIndex) return true;
      if (!(await this.watch.reached(TENANT_LOG, written + 1n, end - Date.now()))) return false;
    }
  }

  /** Asked once per tenant and position, however many wait. */
  private sizeAt(tenantId: string, written: bigint): Promise<number> {
    const known = this.sizes.get(tenantId);
    if (known?.written === written) return known.size;
    const size = this.size(tenantId);
    this.sizes.set(tenantId, { written, size });
    size.catch(() => this.sizes.delete(tenantId));
    return size;
  }
}
