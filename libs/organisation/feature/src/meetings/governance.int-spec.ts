import { get, post, startHouse, type House } from '@zeren/http/testing';
import { organisationRefusals } from '@zeren/organisation-domain';
import { OrganisationModule, organisationTables } from '../index.js';

const SINCE = '1993-07-05';
const text = (zh: string, en = zh) => ({ zh, en });
const tenant = (tenantId: string, kind: 'city' | 'district', parentTenantId: string | null) =>
  ({ tenantId, name: text(tenantId), kind, parentTenantId, levels: ['市', '县区', '镇街', '村社区', '网格'].map((zh) => text(zh)), timeZone: 'Asia/Shanghai' });
const unit = (unitId: string, kind: string, level: number | null, parentUnitId: string | null) =>
  ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom: SINCE });
const leader = (unitId: string, kind = 'head') => ({ postId: `${unitId}.${kind}`, unitId, name: text(kind), kind, validFrom: SINCE });
type Row = { readonly id: string; readonly ownerTenantId: string; readonly revision: number };

describe('leaders, groups, meetings and delegation over HTTP', () => {
  let house: House;
  const tokens: Record<string, string> = {};
  const as = (who: string) => tokens[who] as string;
  const commit = async (path: string, body: object, who = 'city') => {
    const answer = await house.http.send(post(`/api/v1/${path}`, body).as(as(who)));
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string; position: string };
  };
  const items = async <R extends Row>(path: string, who = 'city'): Promise<readonly R[]> => {
    const answer = await house.http.send(get(`/api/v1/${path}`).as(as(who)));
    if (answer.status === 503) return items(path, who);
    expect(answer.status).toBe(200);
    return (answer.body as { items: readonly R[] }).items;
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'platform', modules: [OrganisationModule], tables: organisationTables, refusals: organisationRefusals });
    const people = {
      operator: { tenantId: 'platform', roles: ['operator'] },
      city: { tenantId: '511900', unitId: '511900-creation-office', roles: ['city-office'] },
      bazhou: { tenantId: '511902', unitId: '511902-creation-office', roles: ['district-office'] },
      town: { tenantId: '511902', unitId: '511902001', roles: ['officer'] },
      enyang: { tenantId: '511903', unitId: '511903-creation-office', roles: ['district-office'] },
      stranger: { tenantId: '211100', unitId: '211100-creation-office', roles: ['city-office'] },
    } as const;
    for (const [name, caller] of Object.entries(people)) tokens[name] = await house.tokenFor(caller);
    await commit('tenants', tenant('511900', 'city', null), 'operator');
    for (const id of ['511902', '511903']) await commit('tenants', tenant(id, 'district', '511900'), 'operator');
    await commit('organisation/units', {
      units: [
        unit('511900', 'government', 1, null), unit('511900-creation-office', 'office', 1, '511900'), unit('511900-urban-management', 'department', 1, '511900'),
        unit('511902', 'district', 2, '511900'), unit('511903', 'district', 2, '511900'), unit('511902001', 'town', 3, '511902'), unit('511900-x-railway', 'external-party', null, null),
      ],
    });
    await commit('organisation/posts', { posts: [leader('511900'), leader('511900', 'deputy'), leader('511900-urban-management'), leader('511900-urban-management', 'officer')], holders: [] });
    await commit('organisation/posts', { posts: [leader('511902')], holders: [] }, 'bazhou');
    await commit('organisation/posts', { posts: [leader('511903')], holders: [] }, 'enyang');
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  const assignment = { postId: '511900.deputy', target: { kind: 'area', id: '511902001' }, duty: '背街小巷', from: '2013-02-01', document: '市委办〔2013〕8号', reason: '分片包保' };

  it('tells who answers for a place on a day, nearest first, to both tenants and nobody else', async () => {
    await commit('leader-assignments', { ...assignment, postId: '511900.head', target: { kind: 'area', id: '511902' } });
    const { position } = await commit('leader-assignments', assignment);
    const answering = (who: string, on: string) => items<Row & { postId: string }>(`leader-assignments/answering?unitId=511902001&on=${on}&after=${position}`, who);
    for (const who of ['city', 'bazhou']) expect((await answering(who, '2013-03-01')).map(({ postId }) => postId)).toEqual(['511900.deputy', '511900.head']);
    expect(await answering('city', '2013-01-31')).toEqual([]);
    expect(await answering('enyang', '2013-03-01')).toEqual([]);
    expect(await answering('stranger', '2013-03-01')).toEqual([]);
  });

  it('ends an assignment, and the register of an earlier day still shows it', async () => {
    const [row] = await items('leader-assignments?postId=511900.deputy');
    const path = `/api/v1/leader-assignments/511900_${row?.id ?? ''}/end`;
    const ending = { until: '2013-02-28', reason: '分工调整' };
    await house.http.given().when(post(path, ending).as(as('stranger'))).thenRefused(404, 'not-found');
    await house.http.given().when(post(path, ending).as(as('bazhou'))).thenRefused(403, 'role-not-allowed');
    const { position } = await commit(path.slice('/api/v1/'.length), ending);
    expect(await items(`leader-assignments?postId=511900.deputy&after=${position}`)).toEqual([]);
    expect(await items('leader-assignments?postId=511900.deputy&on=2013-02-28', 'bazhou')).toMatchObject([{ validUntil: '2013-02-28', endReason: '分工调整' }]);
  });

  it('pages through assignments without missing or repeating one', async () => {
    for (const code of ['tea', 'pear', 'walnut']) {
      await commit('leader-assignments', { ...assignment, target: { kind: 'chain', id: code, name: text(code) }, from: '2013-03-01' });
    }
    const { position } = await commit('leader-assignments', { ...assignment, target: { kind: 'enterprise', id: '511900-x-railway' }, from: '2013-03-01' });
    const all = (await items(`leader-assignments?limit=200&after=${position}`)).map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { body } = await house.http.send(get(`/api/v1/leader-assignments?limit=2${cursor && `&cursor=${cursor}`}`).as(as('city'))) as { body: { items: Row[]; next?: string } };
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next;
    }
    expect(seen).toEqual(all);
    await house.http.given().when(get('/api/v1/leader-assignments?cursor=bm8').as(as('city'))).thenRefused(400, 'malformed-cursor');
  });

  it('founds a leading group with its office and members, which the districts it was sent to see', async () => {
    const { id } = await commit('leading-groups', { name: text('五创联动领导小组'), purpose: '统筹五项创建', document: '市委〔2013〕1号', foundedOn: '2013-01-04', sharedWith: ['511902'] });
    await commit(`leading-groups/${id}/bodies`, { body: 'office', kind: 'office', name: text('办公室'), hostUnitId: '511900-creation-office', from: '2013-01-04', document: '市委〔2013〕1号' });
    const member = { body: 'group', postId: '511900.head', role: 'head', from: '2013-01-04', document: '市委〔2013〕1号' };
    await commit(`leading-groups/${id}/members`, member);
    await house.http.given().when(post(`/api/v1/leading-groups/${id}/members`, { ...member, postId: '511903.head', role: 'member' }).as(as('city')))
      .thenRefused(409, 'group-not-circulated', 'postId');
    const { position } = await commit(`leading-groups/${id}/members`, { ...member, postId: '511902.head', role: 'member' });
    await house.http.given().when(get(`/api/v1/leading-groups/${id}?after=${position}`).as(as('bazhou')))
      .then({ status: 200, body: { bodies: [{ body: 'office' }], members: [{ postId: '511900.head' }, { postId: '511902.head', unitId: '511902' }] } });
    await house.http.given().when(get(`/api/v1/leading-groups/${id}`).as(as('enyang'))).thenRefused(404, 'not-found');
    await house.http.given().when(post(`/api/v1/leading-groups/${id}/members/511902.head/release`, { body: 'group', until: '2013-02-01', reason: '调整' }).as(as('bazhou'))).thenRefused(403, 'role-not-allowed');
  });

  it('calls a meeting, holds it, and shows its decisions to the sides that were called', async () => {
    const agenda = [{ number: 1, subject: '两岸整治' }];
    const { id } = await commit('meetings', {
      title: text('联席会议'), plannedOn: '2013-03-01', place: '一会议室', chairPostId: '511900.head', agenda, invitedPostIds: ['511900.head', '511902.head'],
    });
    const attendance = [{ postId: '511900.head', presence: 'present' }, { postId: '511902.head', presence: 'represented', representedBy: '511902.officer' }];
    const decision = { number: 1, agendaItem: 1, text: '清理主城段', leadUnitId: '511902', dueOn: '2013-06-30' };
    const minutes = { heldOn: '2013-03-01', minutesNumber: '纪要〔2013〕1号', attendance, decisions: [decision] };
    await house.http.given().when(post(`/api/v1/meetings/${id}/minutes`, { ...minutes, decisions: [{ ...decision, leadUnitId: '511903' }] }).as(as('city')))
      .thenRefused(409, 'decision-unit-not-called', 'decisions[0].leadUnitId');
    const { position } = await commit(`meetings/${id}/minutes`, minutes);
    for (const who of ['city', 'bazhou']) {
      expect(await items(`meetings?status=held&after=${position}`, who)).toMatchObject([{ minutesNumber: '纪要〔2013〕1号', decisions: [{ number: 1, leadTenantId: '511902' }] }]);
    }
    await house.http.given().when(get(`/api/v1/meetings/${id}`).as(as('enyang'))).thenRefused(404, 'not-found');
  });

  it('delegates downward: offered by the higher, taken by the lower, in force for both until it is taken back', async () => {
    const offer = {
      fromUnitId: '511900-urban-management', toUnitId: '511902', powers: [{ name: text('占道经营处罚') }], resources: { postIds: ['511900-urban-management.officer'], money: '120000.50', vehicles: 2 },
      from: '2013-03-01', document: '市政府〔2013〕6号',
    };
    await house.http.given().when(post('/api/v1/devolutions', { ...offer, resources: { postIds: [], vehicles: 0 } }).as(as('city'))).thenRefused(409, 'devolution-without-resources', 'withoutResources');
    await house.http.given().when(post('/api/v1/devolutions', { ...offer, powers: [{ matterCode: 'E99-99', name: text('其他') }] }).as(as('city'))).thenRefused(409, 'devolution-matter-unknown', 'powers[0].matterCode');
    const { id } = await commit('devolutions', offer);
    await house.http.given().when(post(`/api/v1/devolutions/${id}/acceptance`, {}).as(as('enyang'))).thenRefused(404, 'not-found');
    await house.http.given().when(post(`/api/v1/devolutions/${id}/acceptance`, {}).as(as('town'))).thenRefused(409, 'devolution-not-receiver');
    const { position } = await commit(`devolutions/${id}/acceptance`, { note: '已承接' }, 'bazhou');
    for (const who of ['city', 'bazhou']) {
      expect(await items(`devolutions?on=2013-03-01&after=${position}`, who)).toMatchObject([{ status: 'accepted', toTenantId: '511902', resources: { money: '120000.50' } }]);
    }
    expect(await items('devolutions?on=2013-02-28')).toEqual([]);
    const recall = await commit(`devolutions/${id}/recall`, { until: '2013-12-31', reason: '机构改革', document: '市政府〔2013〕60号' });
    expect(await items(`devolutions?on=2014-01-01&after=${recall.position}`, 'bazhou')).toEqual([]);
    expect(await items('devolutions?on=2013-12-31', 'bazhou')).toMatchObject([{ status: 'recalled' }]);
    expect(await items('devolutions', 'stranger')).toEqual([]);
  });

  it('calls the four integrations as the tenant does, its districts too', async () => {
    const { position } = await commit('integrations/old-new/name', { name: text('守正创新', 'Old and new'), document: '市委办〔2013〕5号' });
    const named = async (who: string) => (await items<Row & { code: string; name: { zh: string } }>(`integrations?after=${position}`, who)).map(({ code, name }) => [code, name.zh]);
    expect(await named('bazhou')).toEqual(await named('city'));
    expect(await named('city')).toContainEqual(['old-new', '守正创新']);
    expect(await named('stranger')).not.toContainEqual(['old-new', '守正创新']);
    expect((await items<Row & { code: string }>('integrations', 'bazhou')).find(({ code }) => code === 'old-new')).toMatchObject({ document: '市委办〔2013〕5号', namedBy: '511900' });
  });

  it('cuts what came up to a centre by the four integrations under which it counts', async () => {
    const raise = (id: string, integrations: object) => commit('escalations', { about: { kind: 'task', id: `511902_${id}`, title: '背街小巷', ...integrations }, reason: '跨县区' }, 'bazhou');
    await raise('plain', {});
    const { position } = await raise('classified', { integrations: ['problem-goal', 'old-new'] });
    const cut = async (query: string, who = 'city') => (await items<Row & { about: { id: string } }>(`escalations?${query}&after=${position}`, who)).map(({ about }) => about.id);
    expect(await cut('direction=up&integration=old-new')).toEqual(['511902_classified']);
    expect(await cut('direction=own&integration=problem-goal', 'bazhou')).toEqual(['511902_classified']);
    expect(await cut('direction=up&integration=party-smart')).toEqual([]);
    expect(await cut('direction=up')).toHaveLength(2);
  });
});
