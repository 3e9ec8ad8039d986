import { setTimeout as pause } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { tasksRefusals, type SplitProgressRow, type SplitRow, type TaskRow } from '@zeren/tasks-domain';
import { aCampaign, aCitySplit, aDistrictRow, annualTargetsOf, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';

const draft = { title: { zh: '任务分解', en: 'Split' }, cycle: { kind: 'routine', from: '2013-01-01', until: '2014-12-31' }, deepestLevel: 3 };
const document = '批文〔2014〕2号';

describe('the revision of a split, over HTTP', () => {
  let house: House;
  let office: string;
  let district: string;
  let inspector: string;
  let id: string;

  const send = async <T = { id: string; position: string }>(request: HttpRequest, token: string, status = 200): Promise<T> => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as T;
  };
  const split = (path: string, body: object) => post(`/api/v1/splits/${id}/${path}`, body);
  const refused = (request: HttpRequest, token: string, code: string, field?: string) => house.http.given().when(request.as(token)).thenRefused(409, code, field);
  const progress = (after = '0') => send<SplitProgressRow>(get(`/api/v1/splits/${id}?after=${after}`), office);
  const taskId = (unitId: string) => `${id}.ENV-01-01~${unitId}`;
  const task = (unitId: string, token = office) => send<TaskRow>(get(`/api/v1/tasks/${taskId(unitId)}`), token);

  /** Asks again until it holds; views follow the events. */
  const until = async <T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> => {
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
      const answer = await ask();
      if (answer) return answer;
    }
    throw new Error(`${what} did not come about`);
  };
  const publishVersion = async (rows: readonly SplitRow[]): Promise<void> => {
    await send(split('rows', { part: 1, rows }), office);
    await send(split('approval', { document }), office);
    await send(split('publication', {}), office);
  };
  /** The district's share and the other's. */
  const shares = (own: string, other: string): SplitRow[] => [
    aCitySplit()[0] as SplitRow,
    aDistrictRow(DISTRICT, { weight: '60.5', annualTargets: annualTargetsOf(own), integrations: ['old-new'] }),
    aDistrictRow(OTHER_DISTRICT, { weight: '39.5', annualTargets: annualTargetsOf(other) }),
  ];

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    house.setClock('2013-03-01T02:00:00.000Z');
    [office, district, inspector] = await Promise.all([
      house.tokenFor({ tenantId: CITY, actorId: `${CITY}.city-office`, unitId: `${CITY}-creation-office`, roles: ['city-office'] }),
      house.tokenFor({ tenantId: DISTRICT, actorId: `${DISTRICT}.district-office`, unitId: `${DISTRICT}-creation-office`, roles: ['district-office'] }),
      house.tokenFor({ tenantId: CITY, actorId: `${CITY}.inspector`, unitId: '511900-supervision-office', roles: ['inspector'] }),
    ]);
    const only = { weights: [{ indicatorCode: 'ENV-01-01', weight: '100' }], participantTenantIds: [DISTRICT, OTHER_DISTRICT] };
    await house.record(`campaign-${CITY}_env`, aCampaign(only), { sharedWith: [DISTRICT, OTHER_DISTRICT] });
    ({ id } = await send(post('/api/v1/splits', draft), office, 201));
    await publishVersion(aCitySplit());
    await until('three tasks', async () => (await progress()).tasksPublished === 3);
    await send(post(`/api/v1/tasks/${taskId(DISTRICT)}/acceptance`, {}), district);
    house.setClock('2014-01-20T02:00:00.000Z');
    const result = { year: 2013, values: [{ metric: 'value', value: '61', unit: '处' }], measuredOn: '2013-12-20', note: '' };
    await send(post(`/api/v1/tasks/${taskId(DISTRICT)}/results`, result), district);
    await send(post(`/api/v1/tasks/${taskId(DISTRICT)}/results/2013/verification`, { verdict: 'confirmed', finding: '属实' }), inspector);
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('no deeper than the tenant\'s levels is drafted: five, where it has not said otherwise', () =>
    refused(post('/api/v1/splits', { ...draft, deepestLevel: 6 }), office, 'split-deeper-than-levels', 'deepestLevel'));

  it('begun with a reason leaves every task as it is; its rows can be read as they stand', async () => {
    const { items } = await send<{ items: SplitRow[] }>(get(`/api/v1/splits/${id}/rows`), office);
    expect(items).toEqual(aCitySplit());
    await refused(split('revisions', { reason: ' ' }), office, 'reason-required', 'reason');
    const { position } = await send(split('revisions', { reason: '口径调整' }), office);
    expect(await progress(position)).toMatchObject({ status: 'drafted', version: 2, reason: '口径调整', rows: 0, versions: [{ version: 1, rows: 3 }] });
    expect(await task(DISTRICT)).toMatchObject({ status: 'verified', years: [{ targets: [{ value: '60.25' }] }, {}] });
  });

  it('published under a document of its own, changes targets and integrations and keeps what was reported', async () => {
    await publishVersion(shares('70.25', '29.75'));
    const { versions } = await until('the revision carried out', async () => {
      const row = await progress();
      return row.versions[1]?.result ? row : undefined;
    });
    expect(versions).toMatchObject([
      { version: 1, document, result: null },
      { version: 2, reason: '口径调整', document, rows: 3, result: { published: 0, revised: 2, closed: 0, kept: 1 } },
    ]);
    const revised = await until('the task revised', async () => {
      const row = await task(DISTRICT, district);
      return row.years[0]?.targets.some((target) => 'value' in target && target.value === '70.25') ? row : undefined;
    });
    expect(revised).toMatchObject({ status: 'verified', integrations: ['old-new'], years: [{ status: 'verified', values: [{ value: '61' }] }, { status: 'pending' }] });
  });

  it('that removes a row ends its task without completion, with the reason, in the register', async () => {
    await send(split('revisions', { reason: '恩阳不再承担' }), office);
    await publishVersion([aCitySplit()[0] as SplitRow, aDistrictRow(DISTRICT, { weight: '100', annualTargets: annualTargetsOf('100') })]);
    await until('the task closed', async () => (await task(OTHER_DISTRICT)).status === 'closed');
    const { items } = await send<{ items: unknown[] }>(get('/api/v1/task-register?kind=closure'), office);
    expect(items).toMatchObject([{ taskId: taskId(OTHER_DISTRICT), status: 'granted', reason: '恩阳不再承担', answer: document }]);
  });

  it('of a settled task is refused, and the draft can be dropped', async () => {
    const closing = { kind: 'closure', reason: '未获批准' };
    await send(post(`/api/v1/tasks/${taskId(DISTRICT)}/requests`, closing), district);
    await send(post(`/api/v1/tasks/${taskId(DISTRICT)}/requests/1/decision`, { decision: 'granted', reason: '同意' }), office);
    await send(split('revisions', { reason: '再调' }), office);
    await send(split('rows', { part: 1, rows: shares('70', '30') }), office);
    await refused(split('approval', { document }), office, 'row-settled', `rows[ENV-01-01~${DISTRICT}].key`);
    const { position } = await send(split('revisions/abandonment', { reason: '任务已办结' }), office);
    expect(await progress(position)).toMatchObject({ status: 'published', version: 3, rows: 2 });
  });

  it('a row is distributed among units by a rule, and the draft is sound', async () => {
    const drafted = await send(post('/api/v1/splits', draft), office, 201);
    const path = `/api/v1/splits/${drafted.id}`;
    await send(post(`${path}/rows`, { part: 1, rows: aCitySplit().slice(0, 1) }), office);
    const units = [DISTRICT, OTHER_DISTRICT].map((unitId) => ({ unitId, unitTenantId: unitId, accountablePostId: `${unitId}.head`, level: 2 }));
    const distribution = { part: 2, parentKey: 'ENV-01-01', parentTaskId: null, rule: { kind: 'population', parts: ['669372', '594125'] }, units };
    await send(post(`${path}/distributions`, distribution), office);
    await send(post(`${path}/distributions`, distribution), office);
    const { items } = await send<{ items: SplitRow[] }>(get(`${path}/rows`), office);
    expect(items.map(({ key, weight, annualTargets }) => [key, weight, annualTargets[0]?.targets])).toEqual([
      ['ENV-01-01', '100', [{ metric: 'value', value: '100' }]],
      [`ENV-01-01~${DISTRICT}`, '52.98', [{ metric: 'value', value: '53' }]],
      [`ENV-01-01~${OTHER_DISTRICT}`, '47.02', [{ metric: 'value', value: '47' }]],
    ]);
    await refused(post(`${path}/distributions`, { ...distribution, part: 3, rule: { kind: 'fixed', parts: ['60', '39'] } }), office, 'fixed-shares-not-100', 'rule.parts');
    await house.http.given().when(post(`${path}/distributions`, { ...distribution, part: 3, parentKey: 'nothing' }).as(office)).thenRefused(404, 'not-found');
    await send(post(`${path}/approval`, { document }), office);
  });

  it('is nobody else\'s', async () => {
    for (const [path, body] of [['revisions', { reason: 'r' }], ['revisions/abandonment', { reason: 'r' }], ['publication/stop', { reason: 'r' }], ['publication/resumption', {}]] as const) {
      await house.http.given().when(split(path, body).as(district)).thenRefused(404, 'not-found');
    }
    await house.http.given().when(get(`/api/v1/splits/${id}/rows`).as(district)).thenRefused(404, 'not-found');
  });
});
