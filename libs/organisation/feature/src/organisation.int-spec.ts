import { get, post, startHouse, type House } from '@zeren/http/testing';
import { organisationRefusals } from '@zeren/organisation-domain';
import { OrganisationModule, organisationTables } from './index.js';

const SINCE = '1993-07-05';
const text = (zh: string, en = zh) => ({ zh, en });
const levels = ['市', '县区', '镇街', '村社区', '网格'].map((zh) => text(zh));
const city = { tenantId: '511900', name: text('巴中市', 'Bazhong'), kind: 'city', parentTenantId: null, levels, timeZone: 'Asia/Shanghai' };
const district = (tenantId: string, zh: string) =>
  ({ ...city, tenantId, name: text(zh), kind: 'district', parentTenantId: '511900' });
const unit = (unitId: string, zh: string, said: object = {}) =>
  ({ unitId, code: unitId, name: text(zh), kind: 'district', level: 2, parentUnitId: '511900', validFrom: SINCE, ...said });
const town = (unitId: string, zh: string, said: object = {}) => unit(unitId, zh, { kind: 'town', level: 3, parentUnitId: '511902', ...said });

describe('organisation over HTTP', () => {
  let house: House;
  const tokens: Record<string, string> = {};

  const commit = async (path: string, body: object, token = tokens['city']) => {
    const answer = await house.http.send(post(`/api/v1/${path}`, body).as(token as string));
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string; revision: number; position: string };
  };
  const ids = async (path: string, token = tokens['city']): Promise<string[]> => {
    const answer = await house.http.send(get(`/api/v1/${path}`).as(token as string));
    if (answer.status === 503) return ids(path, token);
    expect(answer.status).toBe(200);
    return (answer.body as { items: { unitId: string }[] }).items.map(({ unitId }) => unitId);
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'platform', modules: [OrganisationModule], tables: organisationTables, refusals: organisationRefusals });
    const people = {
      operator: { tenantId: 'platform', actorId: 'platform.operator', roles: ['operator'] },
      city: { tenantId: '511900', actorId: '511900.city-office', unitId: '511900-creation-office', postId: '511900-creation-office.head', roles: ['city-office'] },
      bazhou: { tenantId: '511902', actorId: '511902.district-office', roles: ['district-office'] },
      enyang: { tenantId: '511903', actorId: '511903.district-office', roles: ['district-office'] },
      foreign: { tenantId: '211100', actorId: '211100.city-office', roles: ['city-office'] },
      officer: { tenantId: '511900', actorId: '511900-health.officer', roles: ['officer'] },
    } as const;
    for (const [name, caller] of Object.entries(people)) tokens[name] = await house.tokenFor(caller);
    await commit('tenants', city, tokens['operator']);
    await commit('tenants', district('511902', '巴州区'), tokens['operator']);
    await commit('tenants', district('511903', '恩阳区'), tokens['operator']);
    await commit('organisation/units', {
      units: [
        unit('511900', '巴中市', { kind: 'government', level: 1, parentUnitId: null }),
        unit('511902', '巴州区'), unit('511921', '通江县'), unit('511922', '南江县'), unit('511923', '平昌县'),
        town('511903001', '登科街道'), town('511902001', '东城街道'),
        unit('511900-creation-office', '市创城办', { kind: 'office', level: 1, code: null }),
        unit('511900-x-railway', '铁路单位', { kind: 'external-party', level: null, parentUnitId: null, code: null }),
      ],
    });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('tells four districts before Enyang was split from Bazhou on 2013-01-18, and five after', async () => {
    await commit('organisation/units', { units: [unit('511903', '恩阳区', { validFrom: '2013-01-18' })] });
    const { position } = await commit('organisation/units/511903001/versions', {
      code: '511903001', name: text('登科街道'), kind: 'town', level: 3, parentUnitId: '511903', validFrom: '2013-01-18', reason: '设立恩阳区',
    });
    expect(await ids(`units?kind=district&on=2013-01-17&after=${position}`)).toEqual(['511902', '511921', '511922', '511923']);
    expect(await ids('units?kind=district&on=2013-01-18')).toEqual(['511902', '511903', '511921', '511922', '511923']);
    expect(await ids('units?parentUnitId=511902&on=2013-01-17')).toEqual(['511902001', '511903001']);
    expect(await ids('units?parentUnitId=511902')).toEqual(['511902001']);
    await house.http.given().when(get('/api/v1/units/511903001?on=2013-01-17').as(tokens['city'] as string))
      .then({ status: 200, body: { parentUnitId: '511902', validUntil: '2013-01-17' } });
  });

  it('takes the day to be the one in the calendar of the tenant', async () => {
    house.setClock('2013-01-17T15:59:59.999Z');
    expect(await ids('units?kind=district')).toHaveLength(4);
    house.setClock('2013-01-17T16:00:00.000Z');
    expect(await ids('units?kind=district')).toHaveLength(5);
    house.setClock('2013-03-01T02:00:00.000Z');
  });

  it('shows the register to the districts, also to one that came later, and to no other city', async () => {
    const bazhou = await ids('units?level=1', tokens['bazhou']);
    expect(bazhou).toEqual(['511900', '511900-creation-office']);
    expect(await ids('units?level=1', tokens['enyang'])).toEqual(bazhou);
    expect(await ids('units?level=3', tokens['enyang'])).toEqual(['511902001', '511903001']);
    expect(await ids('units', tokens['foreign'])).toEqual([]);
    await house.http.given().when(get('/api/v1/units/511902').as(tokens['foreign'] as string)).thenRefused(404, 'not-found');
  });

  it('finds units by part of a name or the beginning of an id, also outside the tree', async () => {
    expect(await ids(`units?search=${encodeURIComponent('铁路')}`)).toEqual(['511900-x-railway']);
    expect(await ids('units?search=51192')).toEqual(['511921', '511922', '511923']);
    expect(await ids('units?search=%25')).toEqual([]);
  });

  it('pages through units without missing or repeating one', async () => {
    const all = await ids('units?limit=200');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const path = `/api/v1/units?limit=3${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await house.http.send(get(path).as(tokens['city'] as string)) as { body: { items: { unitId: string }[]; next?: string } };
      seen.push(...body.items.map(({ unitId }) => unitId));
      cursor = body.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
    await house.http.given().when(get('/api/v1/units?cursor=bm8').as(tokens['city'] as string)).thenRefused(400, 'malformed-cursor');
  });

  it('keeps posts and holders by date, in a district also those of its towns', async () => {
    const head = { postId: '511902001.head', unitId: '511902001', name: text('镇街长'), kind: 'head', validFrom: SINCE };
    const office = { ...unit('511902-creation-office', '创城办'), kind: 'office', parentUnitId: '511902', code: null };
    await commit('organisation/units', { units: [office] }, tokens['bazhou']);
    await commit('organisation/posts', { posts: [head], holders: [{ postId: head.postId, officerId: 'a', from: '2012-01-01' }] }, tokens['bazhou']);
    const { position } = await commit(`organisation/posts/${head.postId}/holder`, { officerId: 'b', from: '2013-03-01' }, tokens['bazhou']);
    const holderOn = async (on: string, token = tokens['bazhou']) => {
      const { body } = await house.http.send(get(`/api/v1/posts?unitId=511902001&on=${on}&after=${position}`).as(token as string));
      return (body as { items: { holder: unknown }[] }).items.map(({ holder }) => holder);
    };
    expect(await holderOn('2013-02-28')).toEqual([{ officerId: 'a', from: '2012-01-01' }]);
    expect(await holderOn('2013-03-01')).toEqual([{ officerId: 'b', from: '2013-03-01' }]);
    expect(await holderOn('2011-12-31')).toEqual([null]);
    expect(await holderOn('2013-03-01', tokens['city'])).toEqual([{ officerId: 'b', from: '2013-03-01' }]);
    await house.http.given().when(get(`/api/v1/posts/${head.postId}?on=2013-02-28`).as(tokens['city'] as string))
      .then({ status: 200, body: { id: head.postId, unitId: '511902001', holder: { officerId: 'a', from: '2012-01-01' } } });
    await house.http.given().when(get('/api/v1/posts/511902001.deputy').as(tokens['city'] as string)).thenRefused(404, 'not-found');
    expect(await holderOn('2013-03-01', tokens['foreign'])).toEqual([]);
  });

  it('lets a district keep only its own territory', async () => {
    const head = { postId: '511921.head', unitId: '511921', name: text('县长'), kind: 'head', validFrom: SINCE };
    await house.http.given().when(post('/api/v1/organisation/posts', { posts: [head], holders: [] }).as(tokens['bazhou'] as string))
      .thenRefused(409, 'post-unit-not-effective', 'posts[0].unitId');
    await house.http.given().when(post('/api/v1/organisation/units', { units: [unit('511921', '通江县')] }).as(tokens['bazhou'] as string))
      .thenRefused(409, 'unit-outside-tenant', 'units[0].unitId');
  });

  it('tells who asks', async () => {
    await house.http.given().when(get('/api/v1/me').as(tokens['city'] as string)).then({
      status: 200,
      body: {
        tenantId: '511900', actorId: '511900.city-office', unitId: '511900-creation-office', roles: ['city-office'],
        now: '2013-03-01T02:00:00.000Z', tenantName: city.name, unitName: text('市创城办'),
      },
    });
    await house.http.given().when(get('/api/v1/me').as(tokens['operator'] as string)).then({ status: 200, body: { tenantName: null, unitName: null } });
  });

  it('lists the tenants a caller may know of', async () => {
    const tenantsOf = async (token: string | undefined) => {
      const { body } = await house.http.send(get('/api/v1/tenants').as(token as string));
      return (body as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    expect(await tenantsOf(tokens['operator'])).toEqual(['511900', '511902', '511903']);
    expect(await tenantsOf(tokens['city'])).toEqual(['511900', '511902', '511903']);
    expect(await tenantsOf(tokens['bazhou'])).toEqual(['511902']);
    await house.http.given().when(get('/api/v1/tenants/platform_511900').as(tokens['bazhou'] as string)).thenRefused(404, 'not-found');
  });

  it('takes 2,500 units at once, all or none', async () => {
    const numbered = Array.from({ length: 2_500 }, (_, n) =>
      unit(`511902${100_000 + n}`, `村${n}`, { code: null, kind: 'village', level: 4, parentUnitId: '511902001' }));
    const broken = [...numbered.slice(0, -1), { ...numbered.at(-1), parentUnitId: '511999' }];
    await house.http.given().when(post('/api/v1/organisation/units', { units: broken }).as(tokens['city'] as string))
      .thenRefused(409, 'parent-not-effective', 'units[2499].parentUnitId');
    const { position, revision } = await commit('organisation/units', { units: numbered });
    expect(revision).toBeGreaterThan(5);
    expect(await ids(`units?parentUnitId=511902001&limit=200&after=${position}`)).toHaveLength(200);
  }, 60_000);

  it.each([
    ['a time zone that does not exist', 'tenants', { ...city, timeZone: 'Mars/Olympus' }, 'operator', 400, 'validation-failed', 'timeZone'],
    ['a tenant registered by a city', 'tenants', district('511922', '南江县'), 'city', 403, 'role-not-allowed', undefined],
    ['a district of a city nobody registered', 'tenants', { ...district('511922', '南江县'), parentTenantId: '211100' }, 'operator', 409, 'tenant-parent-wrong', 'parentTenantId'],
    ['no units at all', 'organisation/units', { units: [] }, 'city', 400, 'validation-failed', 'units'],
    ['a known unit with another name', 'organisation/units', { units: [unit('511902', '巴州')] }, 'city', 409, 'unit-exists', 'units[0].unitId'],
    ['an unknown field', 'organisation/units', { units: [{ ...unit('511924', '新区'), colour: 'red' }] }, 'city', 400, 'validation-failed', 'units[0].colour'],
    ['an officer\'s hand on the register', 'organisation/units', { units: [unit('511924', '新区')] }, 'officer', 403, 'role-not-allowed', undefined],
    ['units of a tenant nobody registered', 'organisation/units', { units: [unit('211101', '盘锦')] }, 'foreign', 409, 'tenant-not-registered', undefined],
    ['the end of an unknown unit', 'organisation/units/511999/dissolution', { validUntil: '2013-03-31', reason: '撤销' }, 'city', 409, 'unit-unknown', 'unitId'],
    ['the vacancy of an unknown post', 'organisation/posts/511900.deputy/vacancy', { until: '2013-03-31' }, 'city', 409, 'post-unknown', 'postId'],
  ] as const)('refuses %s', async (...[, path, body, who, status, code, field]) => {
    await house.http.given().when(post(`/api/v1/${path}`, body).as(tokens[who] as string)).thenRefused(status, code, field);
  });

  it('refuses a day that does not exist', async () => {
    const problem = await house.http.given().when(get('/api/v1/units?on=2013-02-30').as(tokens['city'] as string)).thenRefused(400, 'not-a-date', 'on');
    expect(problem.detail).toBe('“2013-02-30”不是有效日期，应为 YYYY-MM-DD。');
  });
});
