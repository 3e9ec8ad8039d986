import { setTimeout as pause } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { Role } from '@zeren/kernel';
import type { TenantRegistered } from '@zeren/organisation-domain';
import { tasksRefusals, type BidRow, type TaskRow } from '@zeren/tasks-domain';
import { aCampaign, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';

const districtOf = (tenantId: string): TenantRegistered => ({
  type: 'TenantRegistered',
  data: { tenantId, name: { zh: tenantId, en: tenantId }, kind: 'district', parentTenantId: CITY, levels: [], timeZone: 'Asia/Shanghai' },
});
const posting = {
  kind: 'open-bid', code: 'JB-01', title: { zh: '背街小巷改造', en: 'Back lanes' }, description: '改造背街小巷', campaignId: `${CITY}_env`, evidence: 'field',
  metric: { unit: '条', direction: 'at-least' }, closesAt: '2013-04-01T15:59:59.000Z', deadline: '2013-12-31T15:59:59.000Z', invitedTenantIds: [DISTRICT, OTHER_DISTRICT],
};
const commitment = (value: string, tenantId = DISTRICT) => ({ accountablePostId: `${tenantId}.head`, value, finishBy: '2013-11-30', plan: '分三批实施' });

describe('posted work, over HTTP', () => {
  let house: House;
  let office: string;
  let district: string;
  let otherDistrict: string;
  let stranger: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as { id: string; position: string };
  };
  const read = async <T>(path: string, token: string): Promise<T> => (await send(get(path), token)) as unknown as T;
  const refused = (path: string, body: object, token: string, code: string, status = 409) => house.http.given().when(post(path, body).as(token)).thenRefused(status, code);
  const taskOf = async (id: string, token: string): Promise<TaskRow | undefined> => {
    for (const end = Date.now() + 10_000; Date.now() < end; await pause(50)) {
      const answer = await house.http.send(get(`/api/v1/tasks/${id}.award`).as(token));
      if (answer.status === 200) return answer.body as TaskRow;
    }
    return undefined;
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    const token = (tenantId: string, role: Role) => house.tokenFor({ tenantId, actorId: tenantId, unitId: `${tenantId}-creation-office`, roles: [role] });
    [office, district, otherDistrict, stranger] = await Promise.all([
      token(CITY, 'city-office'), token(DISTRICT, 'district-office'), token(OTHER_DISTRICT, 'district-office'), token('511922', 'district-office'),
    ]);
    for (const tenantId of [DISTRICT, OTHER_DISTRICT]) await house.record(`tenant-platform_${tenantId}`, districtOf(tenantId), { tenantId: 'platform' });
    await house.record(`campaign-${CITY}_env`, aCampaign());
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('an open bid is bid for, each seeing its own, and awarded: the winner has a task with what it promised as its target', async () => {
    const { id, position } = await send(post('/api/v1/postings', { ...posting, integrations: ['problem-goal'] }), office, 201);
    const path = `/api/v1/postings/${id}`;
    await read(`${path}?after=${position}`, otherDistrict);
    await house.http.given().when(get(path).as(stranger)).thenRefused(404, 'not-found');
    await refused(`${path}/bids`, commitment('12', '511922'), stranger, 'not-found', 404);
    await send(post(`${path}/bids`, commitment('10')), district, 201);
    const mine = await send(post(`${path}/bids`, commitment('12')), district);
    const theirs = await send(post(`${path}/bids`, commitment('11', OTHER_DISTRICT)), otherDistrict, 201);

    const bids = async (token: string) => (await read<{ items: BidRow[] }>(`${path}/bids?after=${theirs.position}`, token)).items.map(({ unitId, value, round }) => [unitId, value, round]);
    expect(await bids(office)).toEqual([['511902-creation-office', '12', 2], ['511903-creation-office', '11', 1]]);
    expect(await bids(otherDistrict)).toEqual([['511903-creation-office', '11', 1]]);

    await refused(`${path}/award`, { bidId: mine.id, reason: '承诺最高' }, office, 'bidding-still-open');
    house.setClock('2013-04-02T02:00:00.000Z');
    await refused(`${path}/bids`, commitment('20', OTHER_DISTRICT), otherDistrict, 'bidding-closed');
    await refused(`${path}/award`, { bidId: `${DISTRICT}_other~u`, reason: '承诺最高' }, office, 'not-found', 404);
    await send(post(`${path}/award`, { bidId: mine.id, reason: '承诺最高' }), office);
    expect(await taskOf(id, district)).toMatchObject({
      status: 'accepted', unitId: '511902-creation-office', indicatorCode: 'JB-01', objectionUntil: null, integrations: ['problem-goal'],
      years: [{ year: 2013, dueAt: '2013-11-30T15:59:59.000Z', targets: [{ metric: 'value', value: '12' }] }],
    });
    await house.http.given().when(get(`/api/v1/tasks/${id}.award`).as(otherDistrict)).thenRefused(404, 'not-found');
  });

  it('a found problem is claimed by the unit that comes first', async () => {
    const problem = { ...posting, kind: 'problem', code: 'WT-01', metric: { unit: '', direction: 'boolean' }, closesAt: '2013-05-01T15:59:59.000Z' };
    const { id } = await send(post('/api/v1/postings', problem), office, 201);
    await send(post(`/api/v1/postings/${id}/claim`, commitment('1', OTHER_DISTRICT)), otherDistrict);
    await refused(`/api/v1/postings/${id}/claim`, commitment('1'), district, 'posting-taken');
    expect(await taskOf(id, otherDistrict)).toMatchObject({ status: 'accepted', unitId: '511903-creation-office' });
    expect(await read(`/api/v1/postings/${id}`, district)).toMatchObject({ status: 'taken', taker: { unitId: '511903-creation-office' }, taskId: `${id}.award` });
  });

  it('is of a campaign of its own', () => refused('/api/v1/postings', { ...posting, campaignId: `${CITY}_none` }, office, 'campaign-unknown'));

  it('is posted to the city\'s own districts only', () => refused('/api/v1/postings', { ...posting, closesAt: '2013-05-01T15:59:59.000Z', invitedTenantIds: ['211103'] }, office, 'participant-not-district'));
});
