import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { get, post, specifyHttp, startIssuer, type HttpRequest, type HttpSpecification, type Issuer } from '@zeren/http/testing';
import type { Role } from '@zeren/kernel';
import { startTestPostgres, type TestPostgres } from '@zeren/read-model/testing';
import { CITY, importBody, SCHEME, schemeBody } from './city.js';
import { freePort } from './free-port.js';
import { eventually, run, stop, type Running } from './process.js';

type Service = 'platform' | 'tasks' | 'accountability' | 'projector';
type Alone = { readonly http: HttpSpecification; readonly running: Running };

const START_WITHIN = 60_000;

/** For each service a command of its own, and the read that shows what it did. */
const work: readonly { service: Service; tenantId: string; role: Role; command: HttpRequest; read: (after: string) => HttpRequest; shows: object }[] = [
  {
    service: 'platform', tenantId: 'platform', role: 'operator',
    command: post('/api/v1/tenants', {
      tenantId: CITY, name: { zh: '巴中市', en: 'Bazhong City' }, kind: 'city', parentTenantId: null, levels: [{ zh: '市', en: 'City' }], timeZone: 'Asia/Shanghai',
    }),
    read: (after) => get(`/api/v1/tenants?after=${after}`), shows: { items: [{ id: CITY }] },
  },
  {
    service: 'tasks', tenantId: CITY, role: 'city-office', command: post('/api/v1/standards/imports', { ...importBody, participantTenantIds: [] }),
    read: (after) => get(`/api/v1/standards/${CITY}_CLN.v1?after=${after}`), shows: { code: 'CLN', declaredItems: 3 },
  },
  {
    service: 'accountability', tenantId: CITY, role: 'performance-office', command: post('/api/v1/schemes', schemeBody),
    read: (after) => get(`/api/v1/schemes/${SCHEME}?after=${after}`), shows: { id: 'clean.v1' },
  },
];

describe('each service alone, on a started event store and PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zeren-alone-'));
  const positions = new Map<Service, string>();
  let issuer: Issuer;
  let postgres: TestPostgres;
  let store: Running;
  let environment: Record<string, string>;
  let last: Alone | undefined;

  const start = async (service: Service): Promise<Alone> => {
    const port = await freePort();
    const running = run(`dist/${service}/main.js`, { ...environment, PORT: String(port) });
    const http = specifyHttp(`http://127.0.0.1:${port}`);
    last = { http, running };
    await eventually(`${service} ready`, async () => {
      if (running.process.exitCode !== null) throw new Error(`${service} ended with ${running.process.exitCode}:\n${running.output()}`);
      const answer = await http.send(get('/health/ready')).catch(() => undefined);
      return answer?.status === 200 || undefined;
    }, START_WITHIN);
    return last;
  };
  const end = async (): Promise<void> => {
    const { running } = last as Alone;
    last = undefined;
    expect(await stop(running)).toBe(0);
  };
  const tokenFor = (tenantId: string, role: Role) => issuer.tokenFor({ tenantId, actorId: `${tenantId}.${role}`, roles: [role] });

  beforeAll(async () => {
    const port = await freePort();
    store = run('dist/eventstore-node/main.js', {}, ['--dir', join(folder, 'events'), '--port', String(port)]);
    [issuer, postgres] = await Promise.all([startIssuer(), startTestPostgres(), eventually('the event store', async () => store.output().includes('"ready":true') || undefined)]);
    environment = {
      EVENTSTORE_URL: `esdb://127.0.0.1:${port}?tls=false`, DATABASE_URL: postgres.url, OIDC_ISSUER: issuer.url,
      ZEREN_SIGNING_KEY: randomBytes(32).toString('base64'), ZEREN_PERSONAL_KEY: randomBytes(32).toString('base64'), ZEREN_DATA: folder,
    };
  }, START_WITHIN);

  afterEach(async () => {
    if (last) await stop(last.running);
    last = undefined;
  }, 60_000);

  afterAll(async () => {
    await Promise.all([store && stop(store), postgres?.stop(), issuer?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('the projector prepares an empty database, and says what it does', async () => {
    const { http } = await start('projector');
    const { body } = await http.given().when(get('/jobs')).then({ status: 200 });
    const jobs = (body as { name: string; state: string }[]).map(({ name }) => name);
    expect(jobs).toEqual(expect.arrayContaining(['tenant_log', 'unit_v1', 'task_board_v4', 'contract_board_v3', 'scheme_v2']));
    await end();
  }, START_WITHIN);

  it.each(work)('$service takes its commands; what it shows waits for a projector', async ({ service, tenantId, role, command, read }) => {
    const { http } = await start(service);
    const token = await tokenFor(tenantId, role);
    const answer = await http.given().when(command.as(token)).then({ status: 201, headers: { ETag: '"0"' } });
    const { position } = answer.body as { position: string };
    positions.set(service, position);
    await http.given().when(read(position).as(token)).thenRefused(503, 'view-not-ready');
    await end();
  }, START_WITHIN);

  it.each(work.filter(({ service }) => service !== 'accountability'))('$service serves nothing of the others', async ({ service, tenantId, role }) => {
    const { http } = await start(service);
    const token = await tokenFor(tenantId, role);
    for (const other of work.filter((each) => each.service !== service)) await http.given().when(other.read('0').as(token)).thenRefused(404, 'not-found');
    await end();
  }, START_WITHIN);

  it('the projector makes up for what happened without it', async () => {
    const { http } = await start('projector');
    await eventually('every job caught up', async () => {
      const { body } = await http.send(get('/jobs'));
      const reached = (body as { position: string | null }[]).every(({ position }) => BigInt(position ?? -1) >= BigInt(positions.get('accountability') ?? 0));
      return reached || undefined;
    });
    await end();
  }, START_WITHIN);

  it.each(work)('$service shows what was done, without a projector beside it', async ({ service, tenantId, role, read, shows }) => {
    const { http } = await start(service);
    await http.given().when(read(positions.get(service) ?? '').as(await tokenFor(tenantId, role))).then({ status: 200, body: shows });
    await end();
  }, START_WITHIN);

  it.each(['platform', 'tasks', 'accountability', 'projector'] as const)('%s says in one line what it was not told', async (service) => {
    const running = run(`dist/${service}/main.js`, { ...environment, EVENTSTORE_URL: '' });
    expect(await running.ended).toBe(1);
    expect(running.output()).toBe(`${service}: Set EVENTSTORE_URL: esdb://host:2113\n`);
  }, START_WITHIN);
});
