import type { RawRecordedEvent } from '@zeren/event-store';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { JobStopped, type Job } from './job.js';
import type { PageEvent } from './page-event.js';
import { Progress } from './progress.js';
import { inTransaction } from './transaction.js';

/** The name under which the tenant log keeps its place in the store. */
export const TENANT_LOG = 'tenant_log';

const HEADS = 'select reader_tenant_id as tenant, last_index as last from tenant_log_head where reader_tenant_id = any($1)';
const APPEND = `insert into tenant_log
  (reader_tenant_id, index, position, event_id, type, stream, revision, recorded_at, data, metadata)
  select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::timestamptz[], $9::bytea[], $10::bytea[])`;
const ADVANCE = `insert into tenant_log_head (reader_tenant_id, last_index) select * from unnest($1::text[], $2::bigint[])
  on conflict (reader_tenant_id) do update set last_index = excluded.last_index`;

/** Lists every event for each tenant that may read it. What it cannot attribute stops it: a log with a hole is none. */
export class TenantLogWriter implements Job {
  readonly progress = new Progress(TENANT_LOG);

  constructor(private readonly dataSource: DataSource) {}

  readonly handles = (): boolean => true;

  readonly apply = async (events: readonly PageEvent[], from: bigint, to: bigint): Promise<void> => {
    const entries = events.flatMap(({ raw }) => readersOf(raw).map((tenant) => ({ tenant, raw })));
    const tenants = [...new Set(entries.map(({ tenant }) => tenant))];
    await inTransaction(this.dataSource, async (client) => {
      await this.progress.move(client, from, to);
      const last = await lastIndexes(client, tenants);
      const indexes = entries.map(({ tenant }) => {
        const index = (last.get(tenant) ?? 0) + 1;
        last.set(tenant, index);
        return index;
      });
      const raws = entries.map(({ raw }) => raw);
      await client.query({
        name: 'tenant-log-append',
        text: APPEND,
        values: [
          entries.map(({ tenant }) => tenant),
          indexes,
          raws.map(({ position }) => String(position)),
          raws.map(({ id }) => id),
          raws.map(({ type }) => type),
          raws.map(({ stream }) => stream),
          raws.map(({ revision }) => revision),
          raws.map(({ recordedAt }) => recordedAt),
          raws.map(({ data }) => data),
          raws.map(({ metadata }) => metadata),
        ],
      });
      await client.query(ADVANCE, [tenants, tenants.map((tenant) => last.get(tenant))]);
    });
  };
}

const lastIndexes = async (client: ClientBase, tenants: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await client.query<{ tenant: string; last: string }>(HEADS, [tenants]);
  return new Map(rows.map(({ tenant, last }) => [tenant, Number(last)]));
};

/** Owner first, then those it is shared with, from the metadata alone. */
const readersOf = (raw: RawRecordedEvent): string[] => {
  const metadata = metadataOf(raw);
  const { tenantId, sharedWith = [] } = metadata as { tenantId?: unknown; sharedWith?: unknown };
  const readers = Array.isArray(sharedWith) ? [tenantId, ...(sharedWith as unknown[])] : [undefined];
  if (!readers.every((reader): reader is string => typeof reader === 'string' && reader !== '')) {
    throw new JobStopped(`${raw.stream} revision ${raw.revision} does not say whose it is`);
  }
  return [...new Set(readers)];
};

const metadataOf = (raw: RawRecordedEvent): object => {
  try {
    return Object(JSON.parse(raw.metadata.toString())) as object;
  } catch {
    throw new JobStopped(`${raw.stream} revision ${raw.revision} has no readable metadata`);
  }
};
