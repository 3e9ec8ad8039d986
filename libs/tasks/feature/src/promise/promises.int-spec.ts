import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { UnitsRegistered } from '@zeren/organisation-domain';
import { tasksRefusals, type PromiseListRow, type ShownPromises } from '@zeren/tasks-domain';
import { aTaskPublished, CITY, DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksTables } from '../index.js';

const taskId = `${CITY}_s.green`;
const promise = { code: 'MS-01', text: { zh: '新建公共绿地 60 处', en: 'Sixty new public greens' }, metric: 'value', target: '60', dueOn: '2013-12-31', taskId };
const body = { year: 2013, title: { zh: '民生实事', en: 'Promises' }, approval: { authority: '市人大', document: '巴人发〔2013〕1号' }, promises: [promise] };

describe('promises to the public, over HTTP', () => {
  let house: House;
  let office: string;
  let stranger: string;

  const send = async <T = { id: string; position: string }>(request: HttpRequest, token: string, status = 200): Promise<T> => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as T;
  };
  const open = (path: string) => house.http.send(get(`/api/v1/promises/${path}`));

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals });
    house.setClock('2013-06-30T02:00:00.000Z');
    const token = (tenantId: string) => house.tokenFor({ tenantId, actorId: `${tenantId}.city-office`, unitId: `${tenantId}-creation-office`, roles: ['city-office'] });
    [office, stranger] = await Promise.all([token(CITY), token('211100')]);
    const units: UnitsRegistered = {
      type: 'UnitsRegistered', data: { units: [{ unitId: DISTRICT, code: DISTRICT, name: { zh: '巴州区', en: 'Bazhou' }, kind: 'district', level: 2, parentUnitId: CITY, validFrom: '2012-01-01' }] },
    };
    await house.record(`organisation-${CITY}_register`, { type: 'RegisterOpened', data: { tenantId: CITY, kind: 'city', parentTenantId: null, levels: [] } });
    await house.record(`organisation-${CITY}_register`, units);
    await house.record(`task-${taskId}`, aTaskPublished(), { sharedWith: [DISTRICT] });
    await house.record(`task-${taskId}`, { type: 'TaskAccepted', data: { unitId: DISTRICT } }, { sharedWith: [DISTRICT] });
    const reported = { year: 2013, values: [{ metric: 'value', value: '45', unit: '处' }], measuredOn: '2013-06-20', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: DISTRICT, note: '内部备注' };
    await house.record(`task-${taskId}`, { type: 'ResultReported', data: reported }, { sharedWith: [DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('are published once and then open to anybody, without officers, posts or notes', async () => {
    expect((await open(`${CITY}/2013`)).status).toBe(404);
    const { position } = await send(post('/api/v1/promise-lists', body), office, 201);
    await send(get(`/api/v1/promise-lists?after=${position}`), office);
    const answer = await open(`${CITY}/2013`);
    const shown = answer.body as ShownPromises;
    expect(shown).toMatchObject({ approval: { document: '巴人发〔2013〕1号' }, promises: [{ leadName: { zh: '巴州区' }, stage: 'reported', value: '45', percent: '75.0', lamp: 'green', dueOn: '2013-12-31' }] });
    for (const hidden of ['内部备注', '.head', taskId, DISTRICT]) expect(answer.text).not.toContain(hidden);
    await house.http.given().when(post('/api/v1/promise-lists', { ...body, title: { zh: '另', en: 'Other' } }).as(office)).thenRefused(409, 'promises-published', 'year');
  });

  it('of no tenant, no year or another year are not there', async () => {
    expect(await Promise.all([`${CITY}/2012`, '211100/2013', '999999/2013', `${CITY}%27/2013`].map(async (path) => (await open(path)).status))).toEqual([404, 404, 404, 404]);
    expect((await open(`${CITY}/next`)).status).toBe(400);
  });

  it('are amended with a reason that is public; what they said before stays to be read', async () => {
    const { position } = await send(post(`/api/v1/promise-lists/${CITY}_2013/amendments`, { promise: { ...promise, target: '50' }, reason: '选址调整', document: '巴人发〔2013〕9号' }), office);
    expect(await send<PromiseListRow>(get(`/api/v1/promise-lists/${CITY}_2013?after=${position}`), office)).toMatchObject({ promises: [{ target: '50', earlier: [{ target: '60' }] }] });
    expect((await open(`${CITY}/2013`)).body).toMatchObject({ promises: [{ target: '50', percent: '90.0', earlier: [{ target: '60', on: '2013-06-30', reason: '选址调整' }] }] });
  });

  it('are made and managed by their own city alone, for tasks it dispatched itself', async () => {
    await house.http.given().when(get(`/api/v1/promise-lists/${CITY}_2013`).as(stranger)).thenRefused(404, 'not-found');
    await house.http.given().when(post(`/api/v1/promise-lists/${CITY}_2013/amendments`, { promise, reason: 'x', document: 'x' }).as(stranger)).thenRefused(404, 'not-found');
    await house.http.given().when(post('/api/v1/promise-lists', body).as(stranger)).thenRefused(409, 'promise-task-unknown', 'promises[0].taskId');
  });
});
