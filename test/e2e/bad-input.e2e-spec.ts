import { generateKeyPairSync } from 'node:crypto';
import { get, post, startIssuer, type HttpRequest, type Issuer } from '@zeren/http/testing';
import type { SplitRow } from '@zeren/tasks-domain';
import { SignJWT } from 'jose';
import { annualTargets, CITY, citySplit, contractBody, DISTRICT, draftSplit, openCity, PEER, result, splitBody, STRANGER, type City } from './city.js';
import { eventually } from './process.js';
import { type Product, START_WITHIN, startProduct } from './product.js';

const office = `${CITY}.city-office`;
const districtOffice = `${DISTRICT}.district-office`;
const CHILD = `CLN-01-01~${DISTRICT}`;

/** The refusal expected: its status, code and field, and what its sentence says in either language. */
type Refusal = { readonly status: number; readonly code: string; readonly field?: string; readonly zh: string; readonly en: string };

const changed = (key: string, change: Partial<SplitRow>): SplitRow[] => citySplit().map((row) => (row.key === key ? { ...row, ...change } : row));

describe('bad input', () => {
  let product: Product;
  let city: City;
  let issuer: Issuer;
  let contract: { id: string; fingerprint: string };

  const everything = async () => (await product.recorded()).map(({ id, stream, revision }) => `${stream} ${revision} ${id}`);

  /** Refused as expected in both languages, and nothing is recorded. */
  const refused = async (request: HttpRequest, { status, code, field, zh, en }: Refusal) => {
    const before = await everything();
    for (const [language, sentence] of [['zh-CN', zh], ['en', en]] as const) {
      const answer = await product.http.send(request.with('Accept-Language', language));
      const problem = answer.body as Record<string, unknown>;
      expect({ status: answer.status, code: problem['code'], field: problem['field'] }).toEqual({ status, code, field });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(problem['detail']).toContain(sentence);
      expect(/\p{Script=Han}/u.test(`${problem['title'] as string}${(problem['detail'] as string).replaceAll('处', '')}`)).toBe(language === 'zh-CN');
      expect(problem).toMatchObject({ type: `urn:zeren:problem:${code}`, status, instance: request.path, traceId: expect.stringMatching(/./) as string });
    }
    expect(await everything()).toEqual(before);
  };
  const as = (account: string, request: HttpRequest) => product.as(account, request);

  beforeAll(async () => {
    [product, issuer] = await Promise.all([startProduct(), startIssuer()]);
    city = await openCity(product);
    const drafted = await product.done(office, post('/api/v1/contracts', contractBody(city.splitId)));
    const { fingerprint } = await product.done<{ fingerprint: string }>(office, get(`/api/v1/contracts/${drafted.id}?after=${drafted.position}`));
    contract = { id: drafted.id, fingerprint };
    await product.done(districtOffice, post(`/api/v1/tasks/${city.taskId('CLN-01-01')}/acceptance`, {}));
  }, START_WITHIN);

  afterAll(async () => {
    await issuer?.stop();
    await product?.remove();
  }, 60_000);

  describe('in a split is refused when it is to be approved', () => {
    const split = async (rows: readonly SplitRow[], expected: Omit<Refusal, 'status'>) => {
      const id = await draftSplit(product, rows);
      await refused(await as(office, post(`/api/v1/splits/${id}/approval`, { document: '批文〔2013〕2号' })), { status: 409, ...expected });
      await refused(await as(office, post(`/api/v1/splits/${id}/publication`, {})), {
        status: 409, code: 'split-not-approved', zh: '尚未批准', en: 'not approved',
      });
    };

    it('shares that sum to 99.99', () => split(changed(CHILD, { annualTargets: annualTargets('60.24') }), {
      code: 'shares-differ', field: `rows[${CHILD}].annualTargets[2013].value`, zh: '分解合计为 99.99,须恰为上级目标 100', en: 'sum to 99.99; the parent’s target is exactly 100',
    }));

    it('weights that sum to 99.99', () => split(changed(CHILD, { weight: '60.49' }), {
      code: 'weights-not-100', field: `rows[${CHILD}].weight`, zh: '合计为 99.99,须恰为 100', en: 'sum to 99.99; they must sum to exactly 100',
    }));

    it('a second lead for one indicator', () => split([...citySplit(), { ...(citySplit()[0] as SplitRow), key: 'CLN-01-01b', unitId: `${CITY}-environment` }], {
      code: 'indicator-repeated', field: 'rows[CLN-01-01b].indicatorCode', zh: '出现多次', en: 'more than once',
    }));

    it('the lead of the parent among its children', () => split(changed(CHILD, { unitId: `${CITY}-health` }), {
      code: 'lead-of-parent', field: `rows[${CHILD}].unitId`, zh: '上级任务的牵头单位不在其子任务之列', en: 'The lead of the parent is not one of its children',
    }));

    it('rows split from each other in a circle', () => split(changed('CLN-01-01', { parentKey: CHILD }), {
      code: 'rows-form-cycle', field: 'rows[CLN-01-01].parentKey', zh: '循环分解', en: 'in a circle',
    }));

    it('a row deeper than the draft allows', () => split(changed(CHILD, { level: 4 }), {
      code: 'split-too-deep', field: `rows[${CHILD}].level`, zh: '层级 4 超过允许的最深层级 3', en: 'Level 4 is deeper than the deepest allowed, 3',
    }));

    it('a unit that nobody registered', () => split(changed(CHILD, { supportingUnitIds: [`${DISTRICT}-nobody`] }), {
      code: 'row-unit-unknown', field: `rows[${CHILD}].supportingUnitIds[0]`, zh: `组织登记中没有单位 ${DISTRICT}-nobody`, en: `The register has no unit ${DISTRICT}-nobody`,
    }));

    it('the post of another unit', () => split(changed(CHILD, { accountablePostId: `${PEER}.head` }), {
      code: 'row-post-elsewhere', field: `rows[${CHILD}].accountablePostId`, zh: `岗位 ${PEER}.head 不属于单位 ${DISTRICT}`, en: `Post ${PEER}.head is not one of unit ${DISTRICT}`,
    }));

    it('parts of the credit that sum to 100.01', () => split(changed(CHILD, { supportingUnitIds: [`${DISTRICT}-creation-office`], leadCreditShare: '80', supportingCredits: [{ unitId: `${DISTRICT}-creation-office`, share: '20.01' }] }), {
      code: 'credit-not-100', field: `rows[${CHILD}].supportingCredits`, zh: '合计为 100.01', en: 'sum to 100.01',
    }));

    it('a deadline outside the parent\'s', () => split(changed('CLN-01-01', { deadline: '2014-11-30T15:59:59.000Z' }), {
      code: 'deadline-outside-parent', field: `rows[${CHILD}].deadline`, zh: '不得晚于上级任务的期限', en: 'outside the parent’s',
    }));
  });

  it('a split deeper than the city has levels is refused', async () => {
    await refused(await as(office, post('/api/v1/splits', { ...splitBody, deepestLevel: 6 })), {
      status: 409, code: 'split-deeper-than-levels', field: 'deepestLevel', zh: '分解层级 6 超过本市的 5 级', en: 'Level 6 is deeper than the 5 levels of this city',
    });
  });

  it('a second split of the same indicators in the same cycle is refused', async () => {
    const id = await draftSplit(product, citySplit());
    await product.done(office, post(`/api/v1/splits/${id}/approval`, { document: '批文〔2013〕2号' }));
    await refused(await as(office, post(`/api/v1/splits/${id}/publication`, {})), {
      status: 409, code: 'root-already-split', field: 'indicatorCode', zh: `已由分解 ${city.splitId} 发布`, en: `published by split ${city.splitId}`,
    });
  });

  it('a revision of a settled task is refused', async () => {
    const task = city.taskId('CLN-01-02', PEER);
    await product.done(`${PEER}.district-office`, post(`/api/v1/tasks/${task}/requests`, { kind: 'closure', reason: '未获批准' }));
    await product.done(office, post(`/api/v1/tasks/${task}/requests/1/decision`, { decision: 'granted', reason: '同意' }));
    await product.done(office, post(`/api/v1/splits/${city.splitId}/revisions`, { reason: '目标调整' }));
    await product.done(office, post(`/api/v1/splits/${city.splitId}/rows`, { part: 1, rows: changed(`CLN-01-02~${PEER}`, { weight: '39.5', annualTargets: annualTargets('41') }) }));
    await refused(await as(office, post(`/api/v1/splits/${city.splitId}/approval`, { document: '批文〔2013〕3号' })), {
      status: 409, code: 'row-settled', field: `rows[CLN-01-02~${PEER}].key`, zh: '任务已经结束', en: 'has ended',
    });
    await product.done(office, post(`/api/v1/splits/${city.splitId}/revisions/abandonment`, { reason: '任务已办结' }));
  });

  it('two lead units for one task are refused', async () => {
    const { id } = await product.done(office, post('/api/v1/splits', splitBody));
    const [first, ...rest] = citySplit();
    const rows = [{ ...first, unitId: [`${CITY}-health`, `${CITY}-environment`] }, ...rest];
    await refused(await as(office, post(`/api/v1/splits/${id}/rows`, { part: 1, rows })), {
      status: 400, code: 'validation-failed', field: 'rows[0].unitId', zh: '请按所列字段更正', en: 'correct the fields listed',
    });
  });

  it('a contract without a legal basis is refused', async () => {
    await refused(await as(office, post('/api/v1/contracts', { ...contractBody(city.splitId), legalBasis: [] })), {
      status: 409, code: 'contract-without-basis', field: 'legalBasis', zh: '责任状必须写明依据', en: 'A contract needs its legal basis',
    });
  });

  it('a veto clause without a basis of its own is refused', async () => {
    const body = contractBody(city.splitId);
    const clauses = body.clauses.map((clause) => ({ ...clause, legalBasis: null }));
    await refused(await as(office, post('/api/v1/contracts', { ...body, clauses })), {
      status: 409, code: 'veto-without-basis', field: 'clauses[1].legalBasis', zh: '一票否决条款 V1', en: 'Veto clause V1',
    });
  });

  it('a signature over another version is refused', async () => {
    await refused(await as(`${DISTRICT}.leader`, post(`/api/v1/contracts/${contract.id}/signature`, { fingerprint: '0'.repeat(64) })), {
      status: 409, code: 'fingerprint-differs', field: 'fingerprint', zh: '与责任状现行版本不符', en: 'not that of the present version',
    });
  });

  it('a signature by someone not in the post on that day is refused', async () => {
    const filled = await product.done(districtOffice, post(`/api/v1/organisation/posts/${DISTRICT}.head/holder`, { officerId: `${DISTRICT}.successor`, from: '2013-02-18' }));
    const signature = post(`/api/v1/contracts/${contract.id}/signature?after=${filled.position}`, { fingerprint: contract.fingerprint });
    await eventually('the end of the leader\'s access', async () => (await product.send(`${DISTRICT}.leader`, signature)).status === 403 || undefined);
    await refused(await as(`${DISTRICT}.leader`, signature), {
      status: 403, code: 'post-not-held', zh: `${DISTRICT}.leader 并不担任岗位 ${DISTRICT}.head`, en: `does not hold post ${DISTRICT}.head on 2013-02-18`,
    });
  });

  it('a command on a task that was not shared with the caller\'s tenant is refused as if there were none', async () => {
    for (const account of [`${PEER}.district-office`, `${STRANGER}.district-office`]) {
      await refused(await as(account, post(`/api/v1/tasks/${city.taskId('CLN-01-01')}/acceptance`, {})), {
        status: 404, code: 'not-found', zh: '没有找到', en: 'nothing here',
      });
    }
  });

  it('a report in the wrong unit is refused', async () => {
    const body = { ...result('60.25', '座'), measuredOn: '2013-02-10' };
    await refused(await as(districtOffice, post(`/api/v1/tasks/${city.taskId('CLN-01-01')}/results`, body)), {
      status: 409, code: 'wrong-unit', field: 'values[0].unit', zh: '计量单位须为“处”', en: 'The unit must be “处”',
    });
  });

  it.each([
    ['for a task not yet accepted', 'CLN-01-02', {}, { code: 'task-not-accepted', zh: '尚未签收', en: 'has not been accepted' }],
    ['for a year without a target', 'CLN-01-01', { year: 2016 }, { code: 'year-without-target', field: 'year', zh: '2016 年没有目标', en: 'no target for 2016' }],
    ['measured in the future', 'CLN-01-01', { measuredOn: '2013-02-19' }, { code: 'measured-in-future', field: 'measuredOn', zh: '不得晚于今天', en: 'after today' }],
    ['without a value', 'CLN-01-01', { values: [] }, { code: 'value-missing', field: 'values', zh: '缺少', en: 'missing' }],
  ] as const)('a report %s is refused', async (...[, code, said, expected]) => {
    const body = { ...result('60.25'), measuredOn: '2013-02-10', ...said };
    await refused(await as(districtOffice, post(`/api/v1/tasks/${city.taskId(code)}/results`, body)), { status: 409, ...expected });
  });

  it('a verification by the party that reports is refused by its role', async () => {
    await refused(await as(districtOffice, post(`/api/v1/tasks/${city.taskId('CLN-01-01')}/results/2013/verification`, { verdict: 'confirmed', finding: '属实' })), {
      status: 403, code: 'role-not-allowed', zh: '您的角色不能', en: 'Your role may not',
    });
  });

  it('a stale If-Match is refused', async () => {
    const body = { ...result('60.25'), measuredOn: '2013-02-10' };
    await refused((await as(districtOffice, post(`/api/v1/tasks/${city.taskId('CLN-01-01')}/results`, body))).with('If-Match', '"0"'), {
      status: 412, code: 'revision-mismatch', zh: '您看到的是第 0 版，现为第 1 版', en: 'you saw revision 0, it is now 1',
    });
  });

  it('an If-Match that is no revision is refused', async () => {
    await refused((await as(districtOffice, post(`/api/v1/tasks/${city.taskId('CLN-01-02')}/acceptance`, {}))).with('If-Match', 'W/"x"'), {
      status: 400, code: 'malformed-if-match', field: 'If-Match', zh: '带引号的版本号', en: 'one quoted revision',
    });
  });

  it('a repeated key with another body is refused', async () => {
    const draft = (deepestLevel: number) => post('/api/v1/splits', { ...splitBody, deepestLevel }).with('Idempotency-Key', 'bad-input-1');
    expect((await product.http.send(await as(office, draft(3)))).status).toBe(201);
    await refused(await as(office, draft(2)), {
      status: 422, code: 'idempotency-key-reused', field: 'Idempotency-Key', zh: '已用于另一内容的请求', en: 'already used with another body',
    });
  });

  it.each(['/api/v1/tasks/511922_none.CLN-01-01', '/api/v1/splits/511922_none', '/api/v1/contracts/511922_none', '/api/v1/history/task-511922_none', '/api/v1/tasks/nonsense'])(
    'a foreign tenant\'s id is refused as if there were none: %s', async (path) => {
      await refused(await as(office, get(path)), { status: 404, code: 'not-found', zh: '没有找到', en: 'nothing here' });
    });

  it('an unknown field is refused, and named', async () => {
    const request = await as(office, post('/api/v1/splits', { ...splitBody, colour: 'red' }));
    await refused(request, { status: 400, code: 'validation-failed', field: 'colour', zh: '请按所列字段更正', en: 'correct the fields listed' });
    const { errors } = (await product.http.send(request.with('Accept-Language', 'en'))).body as { errors: unknown };
    expect(errors).toEqual([{ field: 'colour', code: 'unknown-field', detail: 'is not a known field' }]);
  });

  it('an unknown field deep inside a body is refused, and named by its path', async () => {
    const { id } = await product.done(office, post('/api/v1/splits', splitBody));
    const rows = citySplit().map((row, index) => (index === 1 ? { ...row, metrics: [{ ...row.metrics[0], colour: 'red' }] } : row));
    await refused(await as(office, post(`/api/v1/splits/${id}/rows`, { part: 1, rows })), {
      status: 400, code: 'validation-failed', field: 'rows[1].metrics[0].colour', zh: '请按所列字段更正', en: 'correct the fields listed',
    });
  });

  it('a query parameter nobody knows is refused', async () => {
    await refused(await as(office, get('/api/v1/tasks?colour=red')), {
      status: 400, code: 'validation-failed', field: 'colour', zh: '请按所列字段更正', en: 'correct the fields listed',
    });
  });

  describe('that is no proper request', () => {
    const raw = (body: string, type = 'application/json'): HttpRequest => post('/api/v1/splits', body).with('Content-Type', type);

    it.each([['cut off', '{"title": {"zh": "分解"'], ['not JSON at all', 'title=x'], ['with a prototype in it', '{"__proto__": {"roles": ["operator"]}}']])('is refused: JSON %s', async (_, body) => {
      await refused(await as(office, raw(body)), { status: 400, code: 'malformed-json', zh: '不是有效的 JSON', en: 'not valid JSON' });
    });

    it('is refused: another content type', async () => {
      await refused(await as(office, raw('<split/>', 'application/xml')), { status: 415, code: 'unsupported-media-type', zh: '不支持这种内容类型', en: 'content type is not supported' });
    });

    it('is refused: a body of 20 MB', async () => {
      await refused(await as(office, post('/api/v1/splits', { ...splitBody, title: { zh: 'x'.repeat(20 * 1024 * 1024), en: 'x' } })), {
        status: 413, code: 'body-too-large', zh: '超过允许的大小', en: 'larger than this route accepts',
      });
    });

    it('is refused: a body of 20 MB where large bodies are expected', async () => {
      await refused(await as(office, post('/api/v1/standards/imports', { file: 'x.json', content: { text: 'x'.repeat(20 * 1024 * 1024) } })), {
        status: 413, code: 'body-too-large', zh: '超过允许的大小', en: 'larger than this route accepts',
      });
    });
  });

  it('a standard with errors is refused whole, each with its file, path and reason', async () => {
    const content = { standard: { code: 'BAD' }, declared: { categories: 1, tasks: 2 }, missing: 0, categories: [] };
    const request = await as(office, post('/api/v1/standards/imports', { file: 'bad.json', content }));
    await refused(request, { status: 422, code: 'standard-import-refused', field: 'declared.tasks', zh: '标准文件 bad.json', en: 'The standard file bad.json' });
    const { errors } = (await product.http.send(request.with('Accept-Language', 'en'))).body as { errors: { field: string; detail: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(expect.arrayContaining(['standard.name_zh', 'declared.tasks', 'declared.categories']));
    for (const { detail } of errors) expect(detail).toMatch(/^[A-Z].*\.$/);
  });

  describe('a token', () => {
    const accept = (token: string) => post(`/api/v1/tasks/${city.taskId('CLN-01-02')}/acceptance`, {}).as(token);
    const invalid = { status: 401, code: 'token-invalid', zh: '访问令牌无效', en: 'The access token is not valid here' };
    const caller = { tenantId: DISTRICT, actorId: districtOffice, unitId: `${DISTRICT}-creation-office`, roles: ['district-office'] as const };

    it('that is missing is refused', async () => {
      await refused(post(`/api/v1/tasks/${city.taskId('CLN-01-02')}/acceptance`, {}), { status: 401, code: 'token-missing', zh: '请先登录', en: 'Sign in first' });
    });

    it.each(['x', 'a.b.c', '', 'Zm9v YmFy'])('that is none is refused: "%s"', async (token) => {
      await refused(accept(token), invalid);
    });

    it('whose claims were changed is refused', async () => {
      const [header, claims, signature] = (await product.token(`${STRANGER}.district-office`)).split('.') as [string, string, string];
      const forged = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), tenant: DISTRICT, unit: `${DISTRICT}-creation-office` };
      await refused(accept([header, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join('.')), invalid);
    });

    it('whose signature was cut off is refused, and so is one that claims to need none', async () => {
      const [header, claims] = (await product.token(districtOffice)).split('.') as [string, string];
      await refused(accept(`${header}.${claims}.`), invalid);
      const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
      await refused(accept(`${none}.${claims}.`), invalid);
    });

    it('of another issuer is refused, also where it says it is of ours', async () => {
      await refused(accept(await issuer.tokenFor(caller)), invalid);
      await refused(accept(await issuer.tokenFor(caller, { issuer: `${product.url}/oidc` })), invalid);
    });

    it('signed with a key of one\'s own under the name of ours is refused', async () => {
      const { keys } = (await (await fetch(`${product.url}/oidc/jwks`)).json()) as { keys: { kid: string; alg: string }[] };
      const { kid = '', alg = '' } = keys[0] ?? {};
      const token = await new SignJWT({ tenant: DISTRICT, unit: caller.unitId, post: '', roles: [...caller.roles] })
        .setProtectedHeader({ alg, kid, typ: 'at+jwt' }).setSubject(districtOffice).setIssuer(`${product.url}/oidc`).setAudience('zeren')
        .setIssuedAt().setExpirationTime('1h').sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
      await refused(accept(token), invalid);
    });
  });
});
