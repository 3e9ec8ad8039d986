import { DeciderRepository } from '@zeren/event-store';
import { setTimeout as pause } from 'node:timers/promises';
import { parkedEvents, ProjectionRunner, ReadModel, replayParked, replayParkedPolicy, viewTable, type PolicyJob, type RunnerOptions, type ViewTable } from './index.js';
import { startEngines, type Engines } from './testing/engines.js';
import { appendToPurse, moneyAdded, purseOpened, purseProjection, purses, type PurseRow } from './testing/purse.js';

const CITY = '511900';
const DISTRICT = '511902';
const LEASE_SECONDS = 1;

/** The same projection under a name of its own, so that each specification has its own checkpoint. */
const purseViewNamed = (name: string, projection: Partial<typeof purseProjection> = {}, history = true): ViewTable<PurseRow> =>
  viewTable<PurseRow, never>({
    projection: { ...purseProjection, ...projection, name } as never,
    columns: {
      readerTenantId: 'text', ownerTenantId: 'text', id: 'text', holder: 'text?', balance: 'numeric', movements: 'integer',
      openedOn: 'date', lastAt: 'timestamptz', lastPosition: 'bigint', marks: 'jsonb?', rich: 'boolean',
    },
    history,
  });

// Without history, whose key would refuse a second time what the checkpoint alone must.
const shared = purseViewNamed('shared_work', {}, false);
const other = purseViewNamed('other_work');
const poisoned = purseViewNamed('poisoned');
const unstorable = purseViewNamed('unstorable', {
  evolve: (row, event, key) => {
    const next = purseProjection.evolve(row, event, key);
    return next && event.type === 'PurseOpened' && event.data.holder === 'nul' ? { ...next, holder: '\u0000' } : next;
  },
});
const idle = purseViewNamed('idle', { handles: [] });

const until = async (holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> => {
  for (const end = Date.now() + withinMs; !(await holds()); await pause(20)) {
    if (Date.now() > end) throw new Error('It did not come about in time');
  }
};

describe('the projection runner', () => {
  let engines: Engines;
  let reads: ReadModel;
  const running = new Set<ProjectionRunner>();
  const logged: string[] = [];

  beforeAll(async () => {
    engines = await startEngines([purses, shared, other, poisoned, unstorable, idle]);
    reads = new ReadModel(engines.app);
  }, 60_000);
  afterEach(async () => {
    for (const runner of running) await runner.stop();
    running.clear();
  });
  afterAll(() => engines.stop());

  const runnerOf = (holder: string, options: Partial<RunnerOptions>): ProjectionRunner => {
    const runner = new ProjectionRunner({
      store: engines.store, dataSource: engines.projector, tables: [], holder, leaseSeconds: LEASE_SECONDS,
      log: (message, details) => logged.push(`${message} ${JSON.stringify(details)}`), ...options,
    });
    running.add(runner);
    return runner;
  };

  it('folds what was recorded before it starts and what is recorded while it runs', async () => {
    await appendToPurse(engines.store, CITY, 'a', purseOpened('office'), moneyAdded('1.50'));
    await runnerOf('one', { tables: [purses, idle] }).start();
    const position = await appendToPurse(engines.store, CITY, 'a', moneyAdded('2.25'));
    await reads.waitFor(purses, position);
    const row = await reads.one(purses, CITY, { id: 'a' });
    expect(row).toMatchObject({ holder: 'office', balance: '3.75', movements: 2, lastPosition: String(position) });
    await reads.waitFor(idle, position);
    expect(await reads.positionOf(idle)).toBeGreaterThanOrEqual(position);
  });

  it('goes on from its checkpoint after a restart', async () => {
    const first = runnerOf('one', { tables: [purses] });
    await first.start();
    await reads.waitFor(purses, await appendToPurse(engines.store, CITY, 'b', purseOpened('office'), moneyAdded('1')));
    await first.stop();
    const missed = await appendToPurse(engines.store, CITY, 'b', moneyAdded('2'));
    await runnerOf('one', { tables: [purses] }).start();
    await reads.waitFor(purses, missed);
    expect(await reads.one(purses, CITY, { id: 'b' })).toMatchObject({ balance: '3', movements: 2 });
  });

  it('keeps every version of a row, also those within one page', async () => {
    const events = [purseOpened('office'), moneyAdded('1'), moneyAdded('0'), moneyAdded('5')];
    const positions: bigint[] = [];
    for (const event of events) positions.push(await appendToPurse(engines.store, CITY, 'versions', event));
    const closed = await appendToPurse(engines.store, CITY, 'versions', { type: 'PurseClosed', data: {} });
    await runnerOf('one', { tables: [purses] }).start();
    await reads.waitFor(purses, closed);
    const balances = await Promise.all(positions.map(async (position) => (await reads.asOf(purses, CITY, position, { id: 'versions' }))[0]?.balance));
    expect(balances).toEqual(['0', '1', '1', '6']);
    expect(await reads.asOf(purses, CITY, closed, { id: 'versions' })).toEqual([]);
    expect(await reads.one(purses, CITY, { id: 'versions' })).toBeUndefined();
  });

  it('gives each reader its own row, and none to a reader of nothing', async () => {
    const position = await appendToPurse(engines.store, CITY, 'seen', { ...purseOpened('office'), sharedWith: [DISTRICT] }, moneyAdded('9'));
    await runnerOf('one', { tables: [purses] }).start();
    await reads.waitFor(purses, position);
    expect(await reads.one(purses, CITY, { id: 'seen' })).toMatchObject({ balance: '9' });
    expect(await reads.one(purses, DISTRICT, { ownerTenantId: CITY, id: 'seen' })).toMatchObject({ balance: '0' });
    expect(await reads.one(purses, '370404', { ownerTenantId: CITY, id: 'seen' })).toBeUndefined();
  });

  it('never applies an event twice, although two runners believe they hold the same work', async () => {
    const runners = [runnerOf('same', { tables: [shared] }), runnerOf('same', { tables: [shared] })];
    const appended: Promise<bigint>[] = [];
    await Promise.all(runners.map((runner) => runner.start()));
    for (let round = 0; round < 100; round += 1) {
      appended.push(appendToPurse(engines.store, CITY, `twice-${round % 5}`, moneyAdded('1')));
      await pause(2);
    }
    const last = (await Promise.all(appended)).reduce((a, b) => (a > b ? a : b));
    await reads.waitFor(shared, last, 10_000);
    const { items } = await reads.find(shared, CITY, { where: { id: [0, 1, 2, 3, 4].map((n) => `twice-${n}`) }, limit: 10 });
    expect(items.map(({ movements }) => movements)).toEqual([20, 20, 20, 20, 20]);
  });

  it('shares the work evenly between runners', async () => {
    const tables = [shared, other];
    const runners = [runnerOf('first', { tables }), runnerOf('second', { tables })];
    for (const runner of runners) await runner.start();
    await until(() => runners.every((runner) => runner.status().filter(({ state }) => state === 'live').length === 1));
    await runners[0]?.stop();
    await until(() => runners[1]?.status().every(({ state }) => state === 'live') ?? false);
  });

  it('waits for the lease of a runner that died, then takes its work over', async () => {
    await engines.projector.query(`insert into lease (name, holder, until) values ($1, 'dead', now() + interval '1.5 seconds')`, [other.name]);
    const runner = runnerOf('heir', { tables: [other] });
    await runner.start();
    expect(runner.status()).toMatchObject([{ name: other.name, state: 'waiting for lease' }]);
    await until(() => runner.status()[0]?.state === 'live');
  });

  it('parks the stream of an event it cannot fold, in order, and goes on with the others', async () => {
    await runnerOf('one', { tables: [poisoned] }).start();
    await appendToPurse(engines.store, CITY, 'bad', purseOpened('office'));
    await appendToPurse(engines.store, CITY, 'bad', moneyAdded('not a number'));
    await appendToPurse(engines.store, CITY, 'bad', moneyAdded('7'));
    const last = await appendToPurse(engines.store, CITY, 'good', purseOpened('office'), moneyAdded('7'));
    await reads.waitFor(poisoned, last);
    expect(await reads.one(poisoned, CITY, { id: 'bad' })).toMatchObject({ balance: '0', movements: 0 });
    expect(await reads.one(poisoned, CITY, { id: 'good' })).toMatchObject({ balance: '7' });
    const parked = (await parkedEvents(engines.projector)).filter(({ job }) => job === poisoned.name);
    expect(parked.map(({ stream, revision }) => [stream, revision])).toEqual([['purse-511900_bad', 1], ['purse-511900_bad', 2]]);
    expect(parked[0]?.reason).toBe('RangeError: Not a plain decimal: not a number');

    const stream = 'purse-511900_bad';
    const still = await replayParked(poisoned, { store: engines.store, dataSource: engines.projector, stream });
    expect(still).toEqual({ replayed: 0, left: 2, reason: 'RangeError: Not a plain decimal: not a number' });
    const mended = purseViewNamed('poisoned', {
      evolve: (row, event, key) => (event.type === 'MoneyAdded' && event.data.amount === 'not a number' ? row : purseProjection.evolve(row, event, key)),
    });
    expect(await replayParked(mended, { store: engines.store, dataSource: engines.projector, stream })).toEqual({ replayed: 2, left: 0 });
    const after = await appendToPurse(engines.store, CITY, 'bad', moneyAdded('1'));
    await reads.waitFor(poisoned, after);
    expect(await reads.one(poisoned, CITY, { id: 'bad' })).toMatchObject({ balance: '8', movements: 2 });
  });

  it('parks an event whose value the database refuses', async () => {
    for (let n = 0; n < 10; n += 1) await appendToPurse(engines.store, CITY, `nul-${n}`, purseOpened(n === 6 ? 'nul' : 'office'));
    const last = await appendToPurse(engines.store, CITY, 'nul-0', moneyAdded('3'));
    await runnerOf('one', { tables: [unstorable] }).start();
    await reads.waitFor(unstorable, last, 10_000);
    const { items } = await reads.find(unstorable, CITY, { where: { id: Array.from({ length: 10 }, (_, n) => `nul-${n}`) }, limit: 20 });
    expect(items.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9].map((n) => `nul-${n}`));
    const parked = (await parkedEvents(engines.projector)).filter(({ job, stream }) => job === unstorable.name && stream.includes('nul-'));
    expect(parked.map(({ stream }) => stream)).toEqual(['purse-511900_nul-6']);
  });

  it('hands events to a policy in order, tries again, and parks what fails for good', async () => {
    const seen: string[] = [];
    let failures = 2;
    const policy: PolicyJob = {
      name: 'greeter',
      handles: ['PurseOpened'],
      handle: (event) => {
        if (event.stream.endsWith('hopeless')) return Promise.reject(new Error('never'));
        if (event.stream.endsWith('flaky') && (failures -= 1) >= 0) return Promise.reject(new Error('not now'));
        seen.push(event.stream);
        return Promise.resolve();
      },
    };
    const after = await appendToPurse(engines.store, CITY, 'before-policy', moneyAdded('1'));
    await engines.projector.query('insert into checkpoint (name, position) values ($1, $2)', ['policy:greeter', String(after)]);
    await runnerOf('one', { policies: [policy] }).start();
    for (const id of ['p1', 'flaky', 'hopeless', 'p2']) await appendToPurse(engines.store, CITY, id, purseOpened('office'));
    await until(() => seen.length === 3);
    expect(seen).toEqual(['purse-511900_p1', 'purse-511900_flaky', 'purse-511900_p2']);
    const parked = (await parkedEvents(engines.projector)).filter(({ job }) => job === 'policy:greeter');
    expect(parked).toMatchObject([{ stream: 'purse-511900_hopeless', revision: 0, reason: 'Error: never' }]);
    const context = { store: engines.store, repository: new DeciderRepository(engines.store), database: engines.projector };
    const mended: PolicyJob = { ...policy, handle: (event) => Promise.resolve(void seen.push(event.stream)) };
    const replay = { store: engines.store, dataSource: engines.projector, stream: 'purse-511900_hopeless' };
    expect(await replayParkedPolicy(mended, context, replay)).toEqual({ replayed: 1, left: 0 });
    expect(seen.at(-1)).toBe('purse-511900_hopeless');
  }, 20_000);
});
