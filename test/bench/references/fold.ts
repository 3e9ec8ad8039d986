import { Client } from 'pg';
import { tally, TENANT, type Reported, type TallyRow } from '../tally.js';
import type { RecordedEvent } from '@zeren/kernel';

const PAGE = 500;
const TABLE = `create table tally (reader_tenant_id text, owner_tenant_id text, id text, reports integer, total integer, note text,
  primary key (reader_tenant_id, owner_tenant_id, id));
  create table progress (name text primary key, position bigint); insert into progress values ('tally', -1)`;
const SELECT = `select id, reports, total, note from tally where reader_tenant_id = $1 and owner_tenant_id = $1 and id = any($2)`;
const UPSERT = `insert into tally select $1, $1, * from unnest($2::text[], $3::integer[], $4::integer[], $5::text[])
  on conflict (reader_tenant_id, owner_tenant_id, id) do update set reports = excluded.reports, total = excluded.total, note = excluded.note`;

/** Folds events that are in memory already, 500 at a time: one read, one UNNEST upsert and the checkpoint in one transaction. */
export class FoldReference {
  private position = 0;

  private constructor(private readonly client: Client) {}

  static async open(databaseUrl: string): Promise<FoldReference> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(TABLE);
    return new FoldReference(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async fold(events: readonly RecordedEvent<Reported>[]): Promise<void> {
    for (let at = 0; at < events.length; at += PAGE) await this.page(events.slice(at, at + PAGE));
  }

  private async page(events: readonly RecordedEvent<Reported>[]): Promise<void> {
    const { client } = this;
    await client.query('begin');
    const ids = [...new Set(events.flatMap((event) => tally.keys(event).map(({ id }) => id)))];
    const found = await client.query<TallyRow>({ name: 'found', text: SELECT, values: [TENANT, ids] });
    const rows = new Map(found.rows.map((row) => [row.id, row]));
    for (const event of events) {
      for (const key of tally.keys(event)) {
        const row = tally.evolve(rows.get(key.id), event, key);
        if (row) rows.set(key.id, row);
      }
    }
    const written = [...rows.values()];
    await client.query({
      name: 'upsert', text: UPSERT,
      values: [TENANT, written.map(({ id }) => id), written.map(({ reports }) => reports), written.map(({ total }) => total), written.map(({ note }) => note)],
    });
    await client.query(`update progress set position = $1 where name = 'tally'`, [(this.position += events.length)]);
    await client.query('commit');
  }
}
