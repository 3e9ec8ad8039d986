import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { parkedEvents, ProjectionRunner, ReadModel, rebuild, type RebuildOptions } from '../index.js';
import { startEngines, type Engines } from '../testing/engines.js';
import { appendToPurse, moneyAdded, purseOpened, purses } from '../testing/purse.js';

const CITY = '511900';

describe('rebuilding', () => {
  let engines: Engines;
  let reads: ReadModel;
  let runner: ProjectionRunner;
  let position: bigint;

  beforeAll(async () => {
    engines = await startEngines([purses]);
    reads = new ReadModel(engines.app);
    runner = new ProjectionRunner({ store: engines.store, dataSource: engines.projector, tables: [purses], holder: 'one', log: () => undefined });
    await runner.start();
    for (let n = 0; n < 30; n += 1) {
      await appendToPurse(engines.store, CITY, `r-${n}`, purseOpened('office'), moneyAdded('1.10'), { type: 'PurseMarked', data: { marks: { n, a: [1, { b: null }] } } });
    }
    await appendToPurse(engines.store, CITY, 'r-1', { type: 'PurseClosed', data: {} });
    await appendToPurse(engines.store, CITY, 'r-2', moneyAdded('spoilt'), moneyAdded('1'));
    position = await appendToPurse(engines.store, CITY, 'r-3', moneyAdded('2'));
    await reads.waitFor(purses, position);
  }, 60_000);
  afterAll(async () => {
    await runner.stop();
    await engines.stop();
  });

  const rebuilt = (options: Partial<RebuildOptions> = {}) =>
    rebuild({ store: engines.store, ownerUrl: engines.ownerUrl, tables: [purses], verify: true, ...options });

  const asOwner = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: engines.ownerUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  it('gives identical rows and row versions, and says how far it is', async () => {
    const shares: number[] = [];
    const reports = await rebuilt({ onProgress: ({ done }) => shares.push(done) });
    expect(reports).toEqual([{ view: 'purse_v1', rows: 29, differences: 0, examples: [], position: String(position), parked: 2 }]);
    expect(shares.at(-1)).toBe(1);
  });

  it('finds a planted difference, in a row and in its history', async () => {
    await asOwner(`update purse_v1 set balance = 1.100 where id = 'r-7'`);
    await asOwner(`delete from purse_v1 where id = 'r-8'`);
    await asOwner(`update purse_v1_history set valid_to = valid_to + 1 where id = 'r-9' and valid_to is not null`);
    const [report] = await rebuilt();
    expect(report).toMatchObject({ differences: 3, rows: 29 });
    expect(report?.examples.map(({ id }) => id)).toEqual(['r-7', 'r-8', 'r-9']);
  });

  it('puts the rebuilt view in the place of the served one while the runner goes on', async () => {
    const [report] = await rebuilt({ verify: false });
    expect(report).toMatchObject({ differences: 3, parked: 2 });
    const after = await appendToPurse(engines.store, CITY, 'r-8', moneyAdded('1'));
    await reads.waitFor(purses, after);
    expect(await reads.one(purses, CITY, { id: 'r-8' })).toMatchObject({ balance: '2.1', movements: 2 });
    expect(await reads.one(purses, '370404', { ownerTenantId: CITY, id: 'r-8' })).toBeUndefined();
    expect((await parkedEvents(engines.projector)).map(({ stream, revision }) => [stream, revision])).toEqual([['purse-511900_r-2', 3], ['purse-511900_r-2', 4]]);
    expect(await rebuilt()).toMatchObject([{ differences: 0, rows: 29 }]);
    await rebuilt({ verify: false });
  });

  it('of a view waits for another of the same view, and for no other', async () => {
    const holder = new Client({ connectionString: engines.ownerUrl });
    await holder.connect();
    const holds = (lock: 'lock' | 'unlock', view: string) => holder.query(`select pg_advisory_${lock}(1435002, hashtext($1))`, [view]);
    await holds('lock', 'another_view_v1');
    await rebuilt();
    await holds('lock', 'purse_v1');
    let done = false;
    const waiting = rebuilt().then(() => { done = true; });
    await pause(300);
    expect(done).toBe(false);
    await holds('unlock', 'purse_v1');
    await waiting;
    await holder.end();
  });

  it('compares at one position while events keep coming', async () => {
    let going = true;
    const busy = (async () => {
      while (going) await appendToPurse(engines.store, CITY, 'busy', moneyAdded('1'));
    })();
    const reports = [await rebuilt(), await rebuilt()];
    going = false;
    await busy;
    expect(reports.map(([report]) => report?.differences)).toEqual([0, 0]);
  });
});
