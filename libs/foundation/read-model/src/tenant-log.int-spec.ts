import { ProjectionRunner, TenantLog, type JobStatus } from './index.js';
import { startEngines, type Engines } from './testing/engines.js';
import { appendToPurse, moneyAdded, purseOpened } from './testing/purse.js';

const CITY = '511900';
const DISTRICT = '511902';
const PEER = '511903';

describe('the tenant log', () => {
  let engines: Engines;
  let log: TenantLog;
  let runner: ProjectionRunner;

  beforeAll(async () => {
    engines = await startEngines([]);
    log = new TenantLog(engines.app);
    runner = new ProjectionRunner({ store: engines.store, dataSource: engines.projector, tables: [], tenantLog: true, holder: 'one', log: () => undefined });
    await runner.start();
  }, 60_000);
  afterAll(async () => {
    await runner.stop();
    await engines.stop();
  });

  it('lists for each tenant, in store order and without gaps, what it owns and what is shared with it', async () => {
    await appendToPurse(engines.store, CITY, 'a', purseOpened('office'), { ...moneyAdded('1'), sharedWith: [DISTRICT] });
    await appendToPurse(engines.store, DISTRICT, 'b', purseOpened('office'));
    const last = await appendToPurse(engines.store, CITY, 'a', { ...moneyAdded('2'), sharedWith: [DISTRICT, CITY] });
    expect(await log.waitForNews(CITY, 2, 5_000)).toBe(true);
    const listed = async (tenant: string) => (await log.page(tenant, 0, 10)).map(({ index, stream, revision }) => [index, stream, revision]);
    expect(await listed(CITY)).toEqual([[1, 'purse-511900_a', 0], [2, 'purse-511900_a', 1], [3, 'purse-511900_a', 2]]);
    expect(await listed(DISTRICT)).toEqual([[1, 'purse-511900_a', 1], [2, 'purse-511902_b', 0], [3, 'purse-511900_a', 2]]);
    expect(await listed(PEER)).toEqual([]);
    expect(await log.position()).toBe(last);
  });

  it('keeps the stored bytes of an event', async () => {
    const [entry] = await log.page(CITY, 1, 1);
    const stored = [];
    for await (const raw of engines.store.readRaw('purse-511900_a', { from: 1, limit: 1 })) stored.push(raw);
    expect(entry).toMatchObject({ index: 2, eventId: stored[0]?.id, recordedAt: stored[0]?.recordedAt, type: 'MoneyAdded' });
    expect(entry?.data.equals(stored[0]?.data ?? Buffer.alloc(0))).toBe(true);
    expect(entry?.metadata.equals(stored[0]?.metadata ?? Buffer.alloc(0))).toBe(true);
  });

  it('finds an event for the tenants that may read it, and for no other', async () => {
    const eventId = (await log.page(CITY, 0, 1))[0]?.eventId ?? '';
    expect(await log.indexOf(CITY, eventId)).toBe(1);
    expect(await log.indexOf(DISTRICT, eventId)).toBeUndefined();
    expect(await log.size(DISTRICT)).toBe(3);
  });

  it('wakes those who wait for news of their tenant, and only them', async () => {
    const [city, peer] = [log.waitForNews(CITY, 3, 5_000), log.waitForNews(PEER, 0, 400)];
    await appendToPurse(engines.store, CITY, 'a', moneyAdded('3'));
    expect(await city).toBe(true);
    expect(await peer).toBe(false);
  });

  it('stops at an event that does not say whose it is, and says so', async () => {
    const before = await log.position();
    await engines.store.append('stray-1', [{ id: crypto.randomUUID(), type: 'Stray', data: {}, metadata: {} as never }], 'any');
    await appendToPurse(engines.store, CITY, 'a', moneyAdded('4'));
    const stopped = async (): Promise<readonly JobStatus[]> => {
      while (runner.status()[0]?.state !== 'stopped by error') await new Promise((resolve) => setTimeout(resolve, 20));
      return runner.status();
    };
    expect(await stopped()).toMatchObject([{ name: 'tenant_log', error: 'JobStopped: stray-1 revision 0 does not say whose it is' }]);
    expect(await log.position()).toBe(before);
  });
});
