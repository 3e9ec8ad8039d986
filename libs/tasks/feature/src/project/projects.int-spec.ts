import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { Role } from '@zeren/kernel';
import { tasksRefusals } from '@zeren/tasks-domain';
import { aCampaign, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';

const project = {
  code: 'XM-01', name: { zh: '污水处理厂', en: 'Sewage works' }, campaignId: `${CITY}_env`, indicatorCode: 'ENV-01-01', unitId: DISTRICT, investment: '1000',
  annualPlans: [{ year: 2013, amount: '1000' }],
  funding: [{ source: 'budget', amount: '600' }, { source: 'consolidated', amount: '400', tiedUse: '管网' }], startsOn: '2013-01-01', endsOn: '2013-12-31',
};
const investment = (amount: string, said: object = {}) => ({ year: 2013, source: 'budget', use: '土建', amount, measuredOn: '2013-02-15', ...said });

describe('projects, over HTTP', () => {
  let house: House;
  let city: string;
  let district: string;
  let otherDistrict: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as { id: string; position: string };
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    const token = (tenantId: string, role: Role) => house.tokenFor({ tenantId, actorId: tenantId, unitId: `${tenantId}-creation-office`, roles: [role] });
    [city, district, otherDistrict] = await Promise.all([token(CITY, 'city-office'), token(DISTRICT, 'district-office'), token(OTHER_DISTRICT, 'district-office')]);
    await house.record(`campaign-${CITY}_env`, aCampaign({ participantTenantIds: [DISTRICT, OTHER_DISTRICT] }), { sharedWith: [DISTRICT, OTHER_DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a district\'s project is seen by its city, not by its peers; investment is added up exactly, above the plan where it is', async () => {
    const refused = (path: string, body: object, code: string, field?: string) => house.http.given().when(post(path, body).as(district)).thenRefused(409, code, field);
    await refused('/api/v1/projects', { ...project, indicatorCode: 'ENV-99' }, 'indicator-unknown', 'indicatorCode');
    await refused('/api/v1/projects', { ...project, funding: [{ source: 'budget', amount: '999.99' }] }, 'funding-differs', 'funding');
    const { id } = await send(post('/api/v1/projects', project), district, 201);
    const path = `/api/v1/projects/${id}`;
    await refused(`${path}/investments`, investment('1', { source: 'consolidated' }), 'use-tied', 'use');
    await send(post(`${path}/investments`, investment('1500.55')), district);
    await send(post(`${path}/investments`, investment('149.45', { source: 'consolidated', use: '管网' })), district);
    const corrected = await send(post(`${path}/investments/1/correction`, { amount: '1400.55', reason: '重复计入' }), district);
    expect(await send(get(`${path}?after=${corrected.position}`), city)).toMatchObject({ completed: '1550', progress: '155.00', readerTenantId: CITY, ownerTenantId: DISTRICT });
    const finished = await send(post(`${path}/completion`, { finishedOn: '2013-02-20' }), district);
    expect(await send(get(`/api/v1/projects/figures?year=2013&after=${finished.position}`), city)).toEqual({
      year: 2013, projects: 1, finished: 1, planned: '1000', completed: '1550', progress: '155.00',
      bySource: [{ source: 'budget', completed: '1400.55' }, { source: 'consolidated', completed: '149.45' }],
    });
    await house.http.given().when(get(path).as(otherDistrict)).thenRefused(404, 'not-found');
    expect(await send(get('/api/v1/projects'), otherDistrict)).toEqual({ items: [] });
  });
});
