import { once } from 'node:events';
import { connect } from 'node:net';
import { Module } from '@nestjs/common';
import { openStoreUnderTest, type StoreUnderTest } from '@zeren/event-store/testing';
import { startTestPostgres, type TestPostgres } from '@zeren/read-model/testing';
import { startService, ZerenModule, type Problem, type RunningService } from './index.js';
import { noteRefusals, NotesModule } from './notes.sample.js';
import { get, post, specifyHttp, startIssuer, type HttpSpecification, type Issuer } from './testing/index.js';

const CITY = '511900';
const DISTRICT = '511902';

describe('the edge', () => {
  let engine: StoreUnderTest;
  let postgres: TestPostgres;
  let issuer: Issuer;
  let service: RunningService;
  let http: HttpSpecification;
  let token: string;

  const start = (rateLimit = 2_000): Promise<RunningService> => {
    @Module({
      imports: [
        ZerenModule.register({
          name: 'notes', eventStoreUrl: engine.url, databaseUrl: postgres.url, issuer: issuer.url,
          tables: [], refusals: noteRefusals, logLevel: 'silent', rateLimit,
        }),
        NotesModule,
      ],
    })
    class NotesApp {}
    return startService(NotesApp, { port: 0, name: 'notes' });
  };

  beforeAll(async () => {
    [engine, postgres, issuer] = await Promise.all([openStoreUnderTest(), startTestPostgres(), startIssuer()]);
    service = await start();
    http = specifyHttp(service.url);
    token = await issuer.tokenFor({ tenantId: CITY, roles: ['city-office'] });
  }, 120_000);

  afterAll(async () => {
    await service?.stop();
    await Promise.all([engine?.stop(), postgres?.stop(), issuer?.stop()]);
  }, 60_000);

  const create = (text = 'hello') => post('/api/v1/notes', { text }).as(token);

  describe('a command', () => {
    it('that creates is answered 201 with its place, its revision and its position', async () => {
      const answer = await http.given().when(create()).then({
        status: 201,
        body: { revision: 0 },
        headers: { ETag: '"0"', 'Zeren-Position': /^\d+$/, Location: /^\/api\/v1\/notes\/511900_[a-z2-7]{16}$/ },
      });
      expect(answer.headers['location']).toBe(`/api/v1/notes/${answer.body.id}`);
      expect(answer.body.position).toBe(answer.headers['zeren-position']);
    });

    it('on what exists is answered 200 with the next revision', () =>
      http.given(create()).when(([made]) => post(`/api/v1/notes/${made?.body.id}/text`, { text: 'again' }).as(token)).then({
        status: 200,
        headers: { ETag: '"1"' },
      }));

    it('that changes nothing is answered 200 with the revision as it was', () =>
      http.given(create()).when(([made]) => post(`/api/v1/notes/${made?.body.id}/text`, { text: 'hello' }).as(token)).then({
        status: 200,
        headers: { ETag: '"0"' },
      }));

    it('refused by the decider is a 409 with its code, its field and its sentence in the language of the reader', async () => {
      const refused = { text: 'forbidden' };
      const zh = await http.given().when(post('/api/v1/notes', refused).as(token)).thenRefused(409, 'word-not-allowed', 'text');
      expect(zh.detail).toBe('不能使用“forbidden”');
      const inEnglish = post('/api/v1/notes', refused).as(token).with('Accept-Language', 'en-GB,zh;q=0.5');
      const en = await http.given().when(inEnglish).thenRefused(409, 'word-not-allowed', 'text');
      expect(en.detail).toBe('The word forbidden may not be used');
    });
  });

  describe('If-Match', () => {
    const rewrite = (id: unknown, match: string) =>
      post(`/api/v1/notes/${id}/text`, { text: 'changed' }).as(token).with('If-Match', match);

    it('that holds lets the command through', () =>
      http.given(create()).when(([made]) => rewrite(made?.body.id, '"0"')).then({ status: 200 }));

    it('that does not hold is 412 and says both revisions', async () => {
      const problem = await http.given(create()).when(([made]) => rewrite(made?.body.id, '"7"')).thenRefused(412, 'revision-mismatch');
      expect(problem.detail).toContain('7');
    });

    it('that is no revision is 400', () =>
      http.given(create()).when(([made]) => rewrite(made?.body.id, 'W/"x"')).thenRefused(400, 'malformed-if-match', 'If-Match'));

    it('is 428 where the route requires it and the request has none', () =>
      http
        .given(create())
        .when(([made]) => post(`/api/v1/notes/${made?.body.id}/careful-text`, { text: 'changed' }).as(token))
        .thenRefused(428, 'if-match-required'));
  });

  describe('Idempotency-Key', () => {
    it('with the same body gives the first answer again', async () => {
      const keyed = create('once').with('Idempotency-Key', 'k-1');
      const first = await http.send(keyed);
      const again = await http.send(keyed);
      expect([again.status, again.body, again.headers['location']]).toEqual([201, first.body, first.headers['location']]);
    });

    it('does not mind another order of the fields', async () => {
      const headers = { key: 'k-order' };
      const first = await http.send(post('/api/v1/notes', { text: 'same', remark: 'r' }).as(token).with('Idempotency-Key', headers.key));
      const again = await http.send(post('/api/v1/notes', { remark: 'r', text: 'same' }).as(token).with('Idempotency-Key', headers.key));
      expect(again.body).toEqual(first.body);
    });

    it('with another body is 422', () =>
      http
        .given(create('one').with('Idempotency-Key', 'k-2'))
        .when(create('two').with('Idempotency-Key', 'k-2'))
        .thenRefused(422, 'idempotency-key-reused', 'Idempotency-Key'));

    it('that is no plain identifier is 400', () =>
      http.given().when(create().with('Idempotency-Key', 'a b')).thenRefused(400, 'malformed-idempotency-key', 'Idempotency-Key'));
  });

  describe('a body', () => {
    const notes = (body: unknown) => post('/api/v1/notes', body).as(token);

    it('with an unknown field is refused, and the field is named', async () => {
      const problem = await http.given().when(notes({ text: 'fine', colour: 'red' })).thenRefused(400, 'validation-failed', 'colour');
      expect(problem.errors).toEqual([{ field: 'colour', code: 'unknown-field', detail: '没有这个字段' }]);
    });

    it('names every field that is wrong, with the limits that hold', async () => {
      const problem = await http
        .given()
        .when(notes({ text: 'a', remark: 3 }).with('Accept-Language', 'en'))
        .thenRefused(400, 'validation-failed');
      expect(problem.errors).toEqual([
        { field: 'text', code: 'min-length', detail: 'must have at least 2 characters' },
        { field: 'remark', code: 'is-string', detail: 'must be a text' },
      ]);
    });

    it('without a required field says that it is required, once', async () => {
      const problem = await http.given().when(notes({})).thenRefused(400, 'validation-failed', 'text');
      expect(new Set(problem.errors?.map(({ code }) => code))).toEqual(new Set(['required']));
    });

    it('that is not JSON is 400', async () => {
      const answer = await fetch(`${service.url}/api/v1/notes`, {
        method: 'POST', body: '{"text":', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      });
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'malformed-json']);
    });

    it('with a __proto__ is 400', async () => {
      const answer = await fetch(`${service.url}/api/v1/notes`, {
        method: 'POST', body: '{"text":"fine","__proto__":{"a":1}}', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      });
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'malformed-json']);
    });

    it('of another content type is 415', async () => {
      const answer = await fetch(`${service.url}/api/v1/notes`, {
        method: 'POST', body: 'text=fine', headers: { 'Content-Type': 'text/plain', Authorization: `Bearer ${token}` },
      });
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([415, 'unsupported-media-type']);
    });

    it('above 1 MiB is 413, unless the route takes more', async () => {
      const large = { text: 'x'.repeat(1_500_000) };
      await http.given().when(notes(large)).thenRefused(413, 'body-too-large');
      await http.given().when(post('/api/v1/notes/large', large).as(token)).then({ status: 201, body: { length: 1_500_000 } });
    });

    it('of 20 MB is 413', () => http.given().when(notes({ text: 'x'.repeat(20_000_000) })).thenRefused(413, 'body-too-large'));
  });

  describe('a read', () => {
    it('takes limit, cursor, position and its own filters', () =>
      http.given().when(get('/api/v1/notes?limit=10&after=42&search=lamp').as(token)).then({
        status: 200,
        body: { limit: 10, after: '42', search: 'lamp', tenant: CITY },
      }));

    it.each([
      ['limit=201', 'limit'],
      ['limit=ten', 'limit'],
      ['colour=red', 'colour'],
    ])('with ?%s is 400', (query, field) =>
      http.given().when(get(`/api/v1/notes?${query}`).as(token)).thenRefused(400, 'validation-failed', field));

    it('after what is no position is 400', () =>
      http.given().when(get('/api/v1/notes?after=-1').as(token)).thenRefused(400, 'malformed-position', 'after'));
  });

  describe('a caller', () => {
    const read = get('/api/v1/notes');

    it('without a token gets 401', async () => {
      await http.given().when(read).thenRefused(401, 'token-missing');
      expect((await http.send(read)).headers['www-authenticate']).toMatch(/^Bearer/);
    });

    it('with something that is no token gets 401', () => http.given().when(read.as('nonsense')).thenRefused(401, 'token-invalid'));

    it.each([
      ['of another issuer', { issuer: 'https://elsewhere.example' }, 'token-invalid'],
      ['for another audience', { audience: 'other' }, 'token-invalid'],
      ['of another kind', { typ: 'JWT' }, 'token-invalid'],
      ['that has expired', { expiresIn: '-1h' }, 'token-expired'],
    ])('with a token %s gets 401', async (_, options, code) => {
      await http.given().when(read.as(await issuer.tokenFor({ tenantId: CITY }, options))).thenRefused(401, code);
    });

    it('with a token signed by another key gets 401', async () => {
      const stranger = await startIssuer();
      const foreign = await stranger.tokenFor({ tenantId: CITY }, { issuer: issuer.url });
      await stranger.stop();
      await http.given().when(read.as(foreign)).thenRefused(401, 'token-invalid');
    });

    it('without the role gets 403, with it 200', async () => {
      const inspected = get('/api/v1/notes/inspected');
      await http.given().when(inspected.as(token)).thenRefused(403, 'role-not-allowed');
      const inspector = await issuer.tokenFor({ tenantId: CITY, roles: ['inspector'] });
      await http.given().when(inspected.as(inspector)).then({ status: 200, body: { seen: true } });
    });

    it('of a party from outside opens what is said to be open to it, and hides everything else', async () => {
      const assessor = await issuer.tokenFor({ tenantId: CITY, roles: ['assessor'] });
      await http.given().when(get('/api/v1/notes/assigned').as(assessor)).then({ status: 200, body: { assigned: true } });
      await http.given().when(get('/api/v1/notes/assigned').as(token)).then({ status: 200 });
      for (const hidden of [get('/api/v1/notes'), get('/api/v1/notes/inspected'), post('/api/v1/notes', { text: 'hello' })]) {
        await http.given().when(hidden.as(assessor)).thenRefused(404, 'not-found');
      }
      const inspectorToo = await issuer.tokenFor({ tenantId: CITY, roles: ['assessor', 'inspector'] });
      await http.given().when(get('/api/v1/notes').as(inspectorToo)).then({ status: 200 });
    });

    it("of another tenant gets 404 for what exists, as for what doesn't and for what is no id", async () => {
      const foreign = await issuer.tokenFor({ tenantId: DISTRICT, roles: ['district-office'] });
      const rewrite = (id: unknown) => post(`/api/v1/notes/${id}/text`, { text: 'mine now' }).as(foreign);
      await http.given(create()).when(([made]) => rewrite(made?.body.id)).thenRefused(404, 'not-found');
      await http.given().when(rewrite(`${CITY}_nothing`)).thenRefused(404, 'not-found');
      await http.given().when(rewrite('nonsense')).thenRefused(404, 'not-found');
    });

    it('above the rate gets 429 with Retry-After, and others do not notice', async () => {
      const strict = await start(5);
      const asked = specifyHttp(strict.url);
      const other = await issuer.tokenFor({ tenantId: CITY, actorId: 'somebody-else' });
      try {
        // Tokens not seen before count for their address.
        await asked.given(read.as(token)).when(read.as(other)).then({ status: 200 });
        const answers = await Promise.all(Array.from({ length: 40 }, () => asked.send(read.as(token))));
        const limited = answers.filter(({ status }) => status === 429);
        expect(limited.length).toBeGreaterThan(0);
        expect(limited[0]?.headers['retry-after']).toBe('1');
        await asked.given().when(read.as(other)).then({ status: 200 });
      } finally {
        await strict.stop();
      }
    });
  });

  describe('an answer', () => {
    it('where nothing is, is a problem in both languages', async () => {
      const zh = await http.given().when(get('/nowhere')).thenRefused(404, 'not-found');
      expect(zh).toMatchObject({ type: 'urn:zeren:problem:not-found', title: '未找到', instance: '/nowhere' });
      const en = await http.given().when(get('/nowhere').with('Accept-Language', 'en')).thenRefused(404, 'not-found');
      expect(en.title).toBe('Not found');
    });

    it('to a fault of ours is 500, tells nothing of it and carries the trace id of the request', async () => {
      const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
      const broken = get('/api/v1/notes/broken').with('traceparent', `00-${trace}-00f067aa0ba902b7-01`);
      const problem = await http.given().when(broken).thenRefused(500, 'internal-error');
      expect(problem.traceId).toBe(trace);
      expect(JSON.stringify(problem)).not.toContain('a fault of ours');
    });

    it.each([['of a read', '/health/live'], ['to what is not there', '/nowhere']])('%s is neither kept, framed nor taken for a page', async (_, path) => {
      expect((await http.send(get(path))).headers).toMatchObject({
        'cache-control': 'no-store', 'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
      });
    });

    it('carries the id of the request, taken from the client where it is a plain identifier', async () => {
      expect((await http.send(get('/health/live').with('X-Request-Id', 'abc-1'))).headers['x-request-id']).toBe('abc-1');
      expect((await http.send(get('/health/live').with('X-Request-Id', '<b>'))).headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    });
  });

  describe('operations', () => {
    it('sees the service live and ready', async () => {
      await http.given().when(get('/health/live')).then({ status: 200, body: { status: 'up' } });
      await http.given().when(get('/health/ready')).then({ status: 200, body: { status: 'up', checks: { eventStore: 'up', database: 'up' } } });
    });

    it('sees requests measured by route and status', async () => {
      await http.send(get('/health/live'));
      expect((await http.send(get('/metrics'))).text).toMatch(
        /http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d+/,
      );
    });

    it('finds every route and the shape of its body in the OpenAPI document', async () => {
      const { body } = await http.send(get('/openapi.json'));
      expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/v1/notes', '/api/v1/notes/{id}/text']));
      expect(body.components.schemas.NoteBody).toMatchObject({
        required: ['text'],
        properties: { text: { type: 'string', minLength: 2 }, remark: { type: 'string' } },
      });
    });
  });

  it('stops gracefully: what is in flight is finished, what never ends is ended, and nothing more is taken', async () => {
    const stopping = await start();
    const slow = fetch(`${stopping.url}/api/v1/notes/slow`);
    const endless = fetch(`${stopping.url}/api/v1/notes/endless`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    await stopping.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await (await slow).json()).toEqual({ finished: true });
    expect(await (await endless).json()).toEqual({ ended: 'by the stop' });
    await expect(fetch(`${stopping.url}/health/live`)).rejects.toThrow();
  });

  it('stops after it was asked whether it is ready', async () => {
    await http.send(create());
    const stopping = await start();
    await specifyHttp(stopping.url).given().when(get('/health/ready')).then({ status: 200 });
    // By then the store has also said that there is no more, which a read left unfinished would never hear.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const began = performance.now();
    await stopping.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is not held up in stopping by connections on which nothing was asked', async () => {
    const stopping = await start();
    const { hostname, port } = new URL(stopping.url);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    const closed = once(silent, 'close');
    const began = performance.now();
    await stopping.stop();
    await closed;
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
