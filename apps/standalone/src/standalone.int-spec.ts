import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { get, put, specifyHttp, startIssuer } from '@zeren/http/testing';

const root = join(__dirname, '..', '..', '..');
const built = join(root, 'dist', 'standalone', 'main.js');
const START_WITHIN = 120_000;

type Running = { readonly process: ChildProcess; readonly output: () => string; readonly exit: Promise<number | null> };
type Urls = { readonly eventStoreUrl: string; readonly databaseUrl: string };

const run = (environment: Record<string, string>): Running => {
  const child = spawn(process.execPath, [built], { env: { ...process.env, ZEREN_DEMO: 'off', LOG_LEVEL: 'warn', ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  return { process: child, output: () => output, exit: new Promise((resolve) => child.once('exit', resolve)) };
};

const ready = async (running: Running): Promise<void> => {
  const end = Date.now() + START_WITHIN;
  while (!running.output().includes('Zeren is ready: ')) {
    if (running.process.exitCode !== null || Date.now() > end) throw new Error(`Not ready: ${running.output()}`);
    await pause(50);
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { port } = new URL(url.replace(/^esdb/, 'http'));
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const eventually = async (holds: () => Promise<boolean>, withinMs = 20_000): Promise<boolean> => {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(100)) if (await holds()) return true;
  return false;
};

describe('the standalone', () => {
  let data: string;
  let port: number;
  let origin: string;
  let running: Running;

  const tokenOf = async (account: string, secret = 'zeren-demo'): Promise<Response> =>
    fetch(`${origin}/oidc/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  const accessToken = async (account: string): Promise<string> =>
    ((await (await tokenOf(account)).json()) as { access_token: string }).access_token;
  const urls = (): Urls => JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as Urls;

  beforeAll(async () => {
    if (!existsSync(built)) throw new Error('Build first: npm run build');
    data = await mkdtemp(join(tmpdir(), 'zeren-standalone-'));
    port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    running = run({ PORT: String(port), ZEREN_DATA: data });
    await ready(running);
  }, START_WITHIN);

  afterAll(async () => {
    running?.process.kill('SIGTERM');
    await running?.exit;
    await rm(data, { recursive: true, force: true });
  }, 60_000);

  it('says where it is, who may sign in and what to try', () => {
    expect(running.output()).toContain(`Zeren is ready: ${origin}\n`);
    expect(running.output()).toContain('511900.city-office');
    expect(running.output()).toContain('Three things to try');
  });

  it('keeps its secrets for its owner alone', () => {
    for (const name of ['signing-key', 'cookie-key', 'issuer-jwks.json']) {
      expect(statSync(join(data, 'secrets', name)).mode & 0o077).toBe(0);
    }
  });

  it('lets a program act as a demonstration account, with its tenant, post, unit and roles in the token', async () => {
    const token = await accessToken('511922.district-office');
    const claims = JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString()) as unknown;
    expect(claims).toMatchObject({
      aud: 'zeren', iss: `${origin}/oidc`, sub: '511922.district-office', tenant: '511922',
      unit: '511922-creation-office', post: '511922-creation-office.head', roles: ['district-office'],
    });
    expect((await tokenOf('511922.district-office', 'wrong')).status).toBe(401);
  });

  it('signs in with code and PKCE: one choice of a post, no password, no question of consent', async () => {
    const cookies = new Map<string, string>();
    const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
      const response = await fetch(new URL(url, origin), {
        redirect: 'manual',
        headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] as string).split(/=(.*)/s);
        cookies.set(name, value);
      }
      return response;
    };
    const location = (response: Response): string => response.headers.get('location') as string;
    const verifier = randomBytes(32).toString('base64url');
    const question = new URLSearchParams({
      client_id: 'console', redirect_uri: `${origin}/callback`, response_type: 'code', scope: 'openid', state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
    });
    const page = location(await visit(`/oidc/auth?${question}`));
    expect(await (await visit(page)).text()).toContain('市创城办主任');
    const resumed = await visit(location(await visit(page, { account: '511900.leader' })));
    const code = new URL(location(resumed)).searchParams.get('code') as string;
    const token = { grant_type: 'authorization_code', client_id: 'console', redirect_uri: `${origin}/callback`, code };
    expect((await visit('/oidc/token', { ...token, code_verifier: 'x'.repeat(43) })).status).toBe(400);
    const again = await visit(`/oidc/auth?${question}`);
    const fresh = new URL(location(again)).searchParams.get('code') as string;
    const answer = (await (await visit('/oidc/token', { ...token, code: fresh, code_verifier: verifier })).json()) as { access_token: string };
    const http = specifyHttp(origin);
    await http.given().when(get('/api/v1/demonstration').as(answer.access_token)).then({ status: 200 });
  });

  it('lets the operator alone set the clock of the demonstration', async () => {
    const http = specifyHttp(origin);
    const set = put('/api/v1/demonstration/clock', { now: '2013-02-01T00:00:00Z' });
    await http.given().when(set.as(await accessToken('511900.city-office'))).thenRefused(403, 'role-not-allowed');
    await http.given().when(set.as(await accessToken('platform.operator'))).then({ status: 200 });
    const state = await http.send(get('/api/v1/demonstration').as(await accessToken('511900.auditor')));
    expect((state.body as { now: string }).now).toMatch(/^2013-02-01T00:0/);
  });

  it('serves the console for every address of a browser, and problems below /api', async () => {
    const page = await fetch(`${origin}/tasks/511900_split.ECO-01-01~511922`, { headers: { Accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const nothing = await fetch(`${origin}/api/v1/nothing`, { headers: { Accept: 'text/html' } });
    expect([nothing.status, nothing.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  it('refuses a second copy on its folder, in one line', async () => {
    const second = run({ PORT: String(await freePort()), ZEREN_DATA: data });
    expect(await second.exit).toBe(1);
    expect(second.output()).toBe(
      `The data folder ${data} is in use by another copy of Zeren: stop it, or choose another folder with ZEREN_DATA=<folder>\n`,
    );
  }, START_WITHIN);

  it('refuses a port in use, in one line', async () => {
    const second = run({ PORT: String(port), ZEREN_DATA: join(data, 'other') });
    expect(await second.exit).toBe(1);
    expect(second.output()).toBe(`Port ${port} is in use: stop what uses it, or choose another with PORT=<port>\n`);
  }, START_WITHIN);

  it('has neither the issuer nor the clock of the demonstration in production', async () => {
    const issuer = await startIssuer();
    const { databaseUrl, eventStoreUrl } = urls();
    const other = await freePort();
    const production = run({
      PORT: String(other), ZEREN_DATA: join(data, 'production'), ZEREN_MODE: 'production',
      OIDC_ISSUER: issuer.url, DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl,
    });
    try {
      await ready(production);
      const http = specifyHttp(`http://127.0.0.1:${other}`);
      const operator = await issuer.tokenFor({ tenantId: 'platform', roles: ['operator'] });
      await http.given().when(put('/api/v1/demonstration/clock', { now: '2013-02-01T00:00:00Z' }).as(operator)).thenRefused(404, 'not-found');
      await http.given().when(get('/oidc/.well-known/openid-configuration')).thenRefused(404, 'not-found');
      await http.given().when(get('/api/v1/tenants').as(operator)).then({ status: 200 });
    } finally {
      production.process.kill('SIGTERM');
      expect(await production.exit).toBe(0);
      await issuer.stop();
    }
  }, START_WITHIN);

  it('recovers what it kept after its supervisor was killed', async () => {
    const before = urls();
    running.process.kill('SIGKILL');
    await running.exit;
    expect(await eventually(async () => !(await answers(before.eventStoreUrl)) && !(await answers(origin)))).toBe(true);
    running = run({ PORT: String(port), ZEREN_DATA: data });
    await ready(running);
    const state = await specifyHttp(origin).send(get('/api/v1/demonstration').as(await accessToken('511900.auditor')));
    expect((state.body as { now: string }).now).toMatch(/^2013-02-01T/);
  }, START_WITHIN);

  it('stops everything it started when it is told to', async () => {
    const { databaseUrl, eventStoreUrl } = urls();
    running.process.kill('SIGINT');
    expect(await running.exit).toBe(0);
    expect(await Promise.all([databaseUrl, eventStoreUrl, origin].map(answers))).toEqual([false, false, false]);
  }, 60_000);
});
