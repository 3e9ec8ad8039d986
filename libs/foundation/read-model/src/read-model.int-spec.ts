import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import {
  appUrl, createDataSource, InvalidCursor, migrate, projectorUrl, ReadModel, secureTenantTable, ViewChanged, ViewNotReady, viewTable, type Order,
} from './index.js';
import { startTestPostgres, type TestPostgres } from './testing/index.js';
import { purseProjection, purses, type PurseRow } from './testing/purse.js';

const CITY = '511900';
const DISTRICT = '511902';

class CreateNotes1700000000000 {
  name = 'CreateNotes1700000000000';
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('create table note (tenant_id text not null, body text not null)');
    for (const statement of secureTenantTable('note')) await runner.query(statement);
  }
  async down(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('drop table note');
  }
}

describe('the read model', () => {
  let postgres: TestPostgres;
  let app: DataSource;
  let projector: DataSource;
  let reads: ReadModel;
  let ownerUrl: string;

  const rows: PurseRow[] = Array.from({ length: 23 }, (_, n) => ({
    readerTenantId: CITY, ownerTenantId: n % 2 ? CITY : DISTRICT, id: `p${String(n).padStart(2, '0')}`,
    holder: n % 4 === 0 ? null : `holder ${n % 3}`, balance: `${n}.50`, movements: n % 5, openedOn: '2013-01-18',
    lastAt: `2013-03-01T02:00:00.${String(n * 40).padStart(3, '0')}Z`, lastPosition: '9007199254740993', marks: n % 2 ? { n, list: ['责任', null] } : null,
    rich: n > 10,
  }));

  const asking = async <Row>(url: string, sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return (await client.query(sql).finally(() => client.end())).rows as Row[];
  };

  beforeAll(async () => {
    postgres = await startTestPostgres();
    // An owner as a city's administrators would grant it: it may create logins, and is no superuser.
    await asking(postgres.url, `create role house login createrole password 'secret'`);
    await asking(postgres.url, 'create database house owner house');
    const url = new URL(postgres.url);
    [url.username, url.password, url.pathname] = ['house', 'secret', '/house'];
    ownerUrl = url.href;
    await Promise.all([migrate(ownerUrl, [purses], [CreateNotes1700000000000]), migrate(ownerUrl, [purses], [CreateNotes1700000000000])]);
    app = await createDataSource(appUrl(ownerUrl), [purses]).initialize();
    projector = await createDataSource(projectorUrl(ownerUrl), [purses]).initialize();
    reads = new ReadModel(app);
    await projector.getRepository(purses.entity).insert(rows.map((row) => ({ ...row })) as never);
    await projector.getRepository(purses.entity).insert({ ...rows[0], readerTenantId: DISTRICT, holder: 'theirs' } as never);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([app.destroy(), projector.destroy()]);
    await postgres.stop();
  });

  it('returns a row as it was folded, by its own reads and by TypeORM', async () => {
    const key = { ownerTenantId: CITY, id: 'p03' };
    expect(await reads.one(purses, CITY, key)).toEqual(rows[3]);
    const found = await reads.inTenant(CITY, (manager) => manager.getRepository(purses.entity).findOneByOrFail(key));
    expect({ ...found }).toEqual(rows[3]);
  });

  it('shows a tenant its own rows only, whatever it asks', async () => {
    const all = await reads.inTenant(DISTRICT, (manager) => manager.query<{ holder: string }[]>('select holder from purse_v1'));
    expect(all).toEqual([{ holder: 'theirs' }]);
    expect((await reads.find(purses, '370404', { limit: 10 })).items).toEqual([]);
    expect(await reads.inTenant(DISTRICT, (manager) => manager.query(`select 1 from purse_v1 where reader_tenant_id = '${CITY}'`))).toEqual([]);
  });

  it('shows nothing where no tenant is set, also on a connection that had one', async () => {
    await reads.inTenant(CITY, (manager) => manager.query('select 1'));
    const runners = Array.from({ length: 10 }, () => app.createQueryRunner());
    const seen = await Promise.all(runners.map((runner) => runner.query('select * from purse_v1')));
    await Promise.all(runners.map((runner) => runner.release()));
    expect(seen.flat()).toEqual([]);
    await expect(reads.find(purses, '', { limit: 1 })).rejects.toThrow('needs the tenant');
  });

  it('lets services write no view, and neither login step around row security', async () => {
    await expect(reads.inTenant(CITY, (manager) => manager.query('delete from purse_v1'))).rejects.toThrow(/permission denied/);
    await expect(reads.inTenant(CITY, (manager) => manager.query('update checkpoint set position = 9'))).rejects.toThrow(/permission denied/);
    for (const url of [appUrl(ownerUrl), projectorUrl(ownerUrl)]) {
      await expect(asking(url, 'alter table purse_v1 disable row level security')).rejects.toThrow(/must be owner/);
      await expect(asking(url, 'set row_security = off; select * from purse_v1')).rejects.toThrow(/row-level security/);
      expect(await asking(url, `select rolsuper, rolbypassrls from pg_roles where rolname = current_user`)).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    }
    expect(await asking(ownerUrl, `select relname from pg_class where relname in ('purse_v1', 'purse_v1_history', 'tenant_log', 'tenant_log_head') and relforcerowsecurity order by 1`)).toHaveLength(4);
  });

  it('refuses a row without a reader', async () => {
    await expect(projector.getRepository(purses.entity).insert({ ...rows[0], readerTenantId: '' } as never)).rejects.toThrow(/check constraint/);
  });

  it('keeps what services write to their tenant', async () => {
    await reads.inTenant(CITY, (manager) => manager.query(`insert into note values ('${CITY}', 'ours')`));
    expect(await reads.inTenant(DISTRICT, (manager) => manager.query('select * from note'))).toEqual([]);
    await expect(reads.inTenant(CITY, (manager) => manager.query(`insert into note values ('${DISTRICT}', 'forged')`))).rejects.toThrow(/row-level security/);
  });

  const orders: { order: Order<PurseRow>; by: (a: PurseRow, b: PurseRow) => number }[] = [
    { order: {}, by: () => 0 },
    { order: { movements: 'desc' }, by: (a, b) => b.movements - a.movements },
    { order: { holder: 'asc', balance: 'desc' }, by: (a, b) => byNullable(a.holder, b.holder) || Number(b.balance) - Number(a.balance) },
    { order: { holder: 'desc', movements: 'asc' }, by: (a, b) => -byNullable(a.holder, b.holder) || a.movements - b.movements },
    { order: { lastAt: 'desc', id: 'asc' }, by: (a, b) => (a.lastAt < b.lastAt ? 1 : -1) },
  ];
  const byNullable = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

  it.each(orders)('pages through every row once, ordered by $order', async ({ order, by }) => {
    const paged: PurseRow[] = [];
    let after: string | undefined;
    do {
      const page = await reads.find(purses, CITY, { order, limit: 4, ...(after !== undefined && { after }) });
      paged.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    expect(paged).toHaveLength(rows.length);
    expect(new Set(paged.map(({ id }) => id)).size).toBe(rows.length);
    for (const [at, row] of paged.entries()) if (at > 0) expect(by(paged[at - 1] as PurseRow, row)).toBeLessThanOrEqual(0);
  });

  it('finds by value, by any of several, and by null', async () => {
    const ids = async (where: object) => (await reads.find(purses, CITY, { where, limit: 50 })).items.map(({ id }) => id).sort();
    expect(await ids({ balance: '3.5', rich: false })).toEqual(['p03']);
    expect(await ids({ id: ['p01', 'p02', 'nobody'] })).toEqual(['p01', 'p02']);
    expect(await ids({ holder: null })).toEqual(['p00', 'p04', 'p08', 'p12', 'p16', 'p20']);
  });

  it('refuses a cursor it did not give out for this query', async () => {
    const { next = '' } = await reads.find(purses, CITY, { order: { movements: 'asc' }, limit: 2 });
    const forged = Buffer.from(JSON.stringify(['movements,owner_tenant_id,id', 'many', CITY, 'x'])).toString('base64url');
    for (const [after, order] of [[next, {}], ['nonsense', {}], ['', {}], [forged, { movements: 'asc' as const }]] as const) {
      await expect(reads.find(purses, CITY, { order, after, limit: 2 })).rejects.toThrow(InvalidCursor);
    }
  });

  it('waits for a position until the bound', async () => {
    await expect(reads.waitFor(purses, 5n, 50)).rejects.toThrow(ViewNotReady);
    const waiting = reads.waitFor(purses, 5n, 5_000);
    await projector.query(`update checkpoint set position = 5 where name = 'purse_v1'`);
    await waiting;
    expect(await reads.positionOf(purses)).toBe(5n);
  });

  it('never gives an older page to who has waited, nor another tenant\'s', async () => {
    const where = { id: 'p01' };
    const balance = async (): Promise<string | undefined> => (await reads.find(purses, CITY, { where, limit: 1 })).items[0]?.balance;
    expect(await balance()).toBe('1.50');
    await projector.query(`update purse_v1 set balance = 2 where id = 'p01'`);
    await projector.query(`update checkpoint set position = 6 where name = 'purse_v1'`);
    await reads.waitFor(purses, 6n);
    expect(await balance()).toBe('2');
    expect((await reads.find(purses, DISTRICT, { where, limit: 1 })).items).toEqual([]);
  });

  it('refuses a table that is not the one the code describes', async () => {
    const changed = viewTable<PurseRow, never>({
      projection: purseProjection as never,
      columns: {
        readerTenantId: 'text', ownerTenantId: 'text', id: 'text', holder: 'text?', balance: 'text', movements: 'integer',
        openedOn: 'date', lastAt: 'timestamptz', lastPosition: 'bigint', marks: 'jsonb?', rich: 'boolean',
      },
    });
    await expect(migrate(ownerUrl, [changed])).rejects.toThrow(ViewChanged);
  });

  it('reaches a page by its index', async () => {
    const plan = await reads.inTenant(CITY, async (manager) => {
      await manager.query('set local enable_seqscan = off');
      await manager.query('set local enable_bitmapscan = off');
      return manager.query<{ 'QUERY PLAN': string }[]>(
        `explain select * from purse_v1 where reader_tenant_id = '${CITY}' and holder = 'holder 1' order by owner_tenant_id, id limit 5`);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Scan using purse_v1_/);
    expect(text).toMatch(/Index Cond: .*holder/);
    expect(text).not.toMatch(/Sort/);
  });
});
