import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { TenantRegistered } from '@zeren/organisation-domain';
import { tasksRefusals } from '@zeren/tasks-domain';
import { aCampaign, aStandard, CITY, DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksTables } from '../index.js';

const named = (code: string) => ({ code, name: { zh: code, en: code } });

describe('titles, over HTTP', () => {
  let house: House;
  let office: string;
  let district: string;
  let stranger: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as { position: string };
  };
  const declared = (code: string, holds: boolean) => ({ code, holds, evidence: '证明' });
  const body = (code: string, areaUnitId: string, more: object = {}) => ({
    code, name: { zh: '环保模范城市', en: 'Model city' }, campaignId: `${CITY}_env`, areaUnitId, year: 2014,
    preconditions: [declared('ENV-P01', true)], negativeList: [declared('ENV-N01', false)], participantTenantIds: [DISTRICT], ...more,
  });
  const step = (code: string, path: string, data: object) => send(post(`/api/v1/titles/${CITY}_${code}/${path}`, data), office);
  const nomination = { on: '2014-05-01', document: '提名1号' };
  const award = { on: '2014-06-01', validUntil: '2016-12-31', document: '命名1号' };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals });
    house.setClock('2014-12-01T02:00:00.000Z');
    const token = (tenantId: string, role: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${role}`, unitId: `${tenantId}-creation-office`, roles: [role] });
    [office, district, stranger] = await Promise.all([token(CITY, 'city-office'), token(DISTRICT, 'district-office'), token('211100', 'city-office')]);
    const registered: TenantRegistered = {
      type: 'TenantRegistered', data: { tenantId: DISTRICT, name: { zh: '巴州区', en: 'Bazhou' }, kind: 'district', parentTenantId: CITY, levels: [], timeZone: 'Asia/Shanghai' },
    };
    await house.record(`tenant-platform_${DISTRICT}`, registered, { tenantId: 'platform' });
    await house.record(`standard-${CITY}_ENV.v1`, aStandard({ preconditions: [named('ENV-P01')], negativeList: [named('ENV-N01')] }), { sharedWith: [DISTRICT] });
    await house.record(`campaign-${CITY}_env`, aCampaign(), { sharedWith: [DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('an application with a precondition missing ends at once, and says which', async () => {
    const { position } = await send(post('/api/v1/titles', body('early', DISTRICT, { preconditions: [declared('ENV-P01', false)] })), office, 201);
    expect(await send(get(`/api/v1/titles/${CITY}_early?after=${position}`), district)).toMatchObject({ status: 'ended', missing: ['ENV-P01'], standardId: `${CITY}_ENV.v1` });
    await house.http.given().when(post(`/api/v1/titles/${CITY}_early/nomination`, nomination).as(office)).thenRefused(409, 'title-step');
    await house.http.given().when(post('/api/v1/titles', body('lacking', DISTRICT, { negativeList: [] })).as(office)).thenRefused(409, 'not-declared', 'negativeList');
  });

  it('a title of the whole area waits for every area\'s, is kept after its review, and is seen by those who take part alone', async () => {
    await send(post('/api/v1/titles', body('whole', CITY, { partUnitIds: [DISTRICT] })), office, 201);
    await step('whole', 'nomination', nomination);
    await house.http.given().when(post(`/api/v1/titles/${CITY}_whole/award`, award).as(office)).thenRefused(409, 'title-of-part-missing', 'partUnitIds');
    await send(post('/api/v1/titles', body('part', DISTRICT)), office, 201);
    await step('part', 'nomination', nomination);
    const { position } = await step('part', 'award', award);
    await send(get(`/api/v1/titles/${CITY}_part?after=${position}`), district);
    await step('whole', 'award', award);
    await step('whole', 'reviews', { on: '2014-11-20', verdict: 'passed', finding: '抽查合格', document: '复审1号' });
    const kept = await step('whole', 'keeping', { validUntil: '2019-12-31', document: '保留1号' });
    expect(await send(get(`/api/v1/titles?campaignId=${CITY}_env&status=awarded&after=${kept.position}`), district)).toMatchObject({ items: { length: 2 } });
    expect(await send(get(`/api/v1/titles/${CITY}_whole?after=${kept.position}`), district)).toMatchObject({ status: 'awarded', terms: 2, validUntil: '2019-12-31' });
    await house.http.given().when(get(`/api/v1/titles/${CITY}_whole`).as(stranger)).thenRefused(404, 'not-found');
    const withdrawn = await step('part', 'withdrawal', { on: '2014-11-30', reason: '重大环境事件', document: '撤销1号' });
    expect(await send(get(`/api/v1/titles/${CITY}_part?after=${withdrawn.position}`), district)).toMatchObject({ status: 'withdrawn', terms: 0 });
  });
});
