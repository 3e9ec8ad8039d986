import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { admitPostHolder, organisationRefusals } from '@zeren/organisation-domain';
import ExcelJS from 'exceljs';
import { OrganisationModule, organisationTables } from '../index.js';

const CITY = '511900';
const DISTRICT = '511902';
const HEALTH = `${CITY}-health`;
const text = (zh: string) => ({ zh, en: zh });
const levels = ['市', '县区', '镇街', '村社区', '网格'].map(text);
const tenant = (tenantId: string, parentTenantId: string | null) =>
  ({ tenantId, name: text(tenantId), kind: parentTenantId === null ? 'city' : 'district', parentTenantId, levels, timeZone: 'Asia/Shanghai' });
const unit = (unitId: string, kind: string, level: number, parentUnitId: string | null) =>
  ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom: '2012-01-01' });
const postOf = (unitId: string, name: string, kind: string) => ({ postId: `${unitId}.${name}`, unitId, name: text(name), kind, validFrom: '2012-01-01' });

const people = {
  operator: { tenantId: 'platform', actorId: 'platform.operator', roles: ['operator'] },
  office: { tenantId: CITY, actorId: `${CITY}.city-office`, unitId: `${CITY}-creation-office`, postId: `${CITY}-creation-office.head`, roles: ['city-office'] },
  head: { tenantId: CITY, actorId: `${HEALTH}.leader`, unitId: HEALTH, postId: `${HEALTH}.head`, roles: ['leader', 'officer'] },
  officer: { tenantId: CITY, actorId: `${HEALTH}.officer`, unitId: HEALTH, postId: `${HEALTH}.officer`, roles: ['officer'] },
  successor: { tenantId: CITY, actorId: `${HEALTH}.successor`, unitId: HEALTH, postId: `${HEALTH}.officer`, roles: ['officer'] },
  district: { tenantId: DISTRICT, actorId: `${DISTRICT}.district-office`, roles: ['district-office'] },
} as const;
type Person = keyof typeof people;

describe('calendar and access over HTTP', () => {
  let house: House;
  const tokens = new Map<string, string>();

  const send = async (who: Person, request: HttpRequest) => {
    const answer = await house.http.send(request.as(tokens.get(who) ?? ''));
    if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body as Record<string, unknown> & { position: string };
  };
  const refused = (who: Person, request: HttpRequest, status: number, code: string, field?: string) =>
    house.http.given().when(request.as(tokens.get(who) ?? '')).thenRefused(status, code, field);
  const me = (who: Person, actingIn?: string) => {
    const request = get('/api/v1/me');
    return send(who, actingIn === undefined ? request : request.with('Zeren-Acting-Post', actingIn));
  };
  /** A new hour: what was believed of a caller is asked again. */
  const clock = (now: string) => house.setClock(now);

  beforeAll(async () => {
    house = await startHouse({ name: 'platform', modules: [OrganisationModule], tables: organisationTables, refusals: organisationRefusals, admission: admitPostHolder });
    for (const [name, caller] of Object.entries(people)) tokens.set(name, await house.tokenFor(caller));
    for (const one of [tenant(CITY, null), tenant(DISTRICT, CITY)]) await send('operator', post('/api/v1/tenants', one));
    const units = [unit(CITY, 'government', 1, null), unit(DISTRICT, 'district', 2, CITY), unit(`${CITY}-creation-office`, 'office', 1, CITY), unit(HEALTH, 'department', 1, CITY)];
    await send('office', post('/api/v1/organisation/units', { units }));
    const office = unit(`${DISTRICT}-creation-office`, 'office', 2, DISTRICT);
    await send('district', post('/api/v1/organisation/units', { units: [office] }));
    const posts = [postOf(`${CITY}-creation-office`, 'head', 'head'), postOf(HEALTH, 'head', 'head'), postOf(HEALTH, 'officer', 'officer')];
    const holders = posts.map(({ postId }, index) => ({ postId, officerId: [people.office, people.head, people.officer][index]?.actorId, from: '2012-01-01' }));
    await send('office', post('/api/v1/organisation/posts', { posts, holders }));
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a city publishes a year and its hours; its district goes by them until it publishes its own', async () => {
    const year = { year: 2013, holidays: ['2013-02-11'], makeUpWorkdays: ['2013-02-16'], document: '放假安排的通知' };
    await send('office', post('/api/v1/calendar/years', year));
    await send('office', post('/api/v1/calendar/hours', { hours: [{ from: '09:00', until: '17:00' }], document: '作息通知' }));
    expect(await send('district', get('/api/v1/calendar'))).toMatchObject({ years: [{ year: 2013, version: 1, by: 'city' }], hours: [{ from: '09:00', until: '17:00' }], hoursBy: 'city' });
    await send('district', post('/api/v1/calendar/years', { ...year, makeUpWorkdays: [] }));
    expect(await send('district', get('/api/v1/calendar'))).toMatchObject({ years: [{ makeUpWorkdays: [], by: 'tenant' }], hoursBy: 'city' });
    expect(await send('office', get('/api/v1/calendar'))).toMatchObject({ years: [{ makeUpWorkdays: ['2013-02-16'], by: 'tenant' }], hoursBy: 'tenant' });
    await refused('office', post('/api/v1/calendar/years', { ...year, makeUpWorkdays: ['2013-02-11'] }), 409, 'rest-and-work', 'makeUpWorkdays[0]');
    await refused('officer', post('/api/v1/calendar/years', year), 403, 'role-not-allowed');
  });

  it('a workbook is read as a year, row by row, and publishes nothing', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('工作日历');
    sheet.addRows([['日期', '安排'], [new Date('2014-01-01T00:00:00.000Z'), '放假'], ['2014-01-26', '上班'], ['2014-02-30', '放假']]);
    const file = Buffer.from(await workbook.xlsx.writeBuffer());
    const reading = await send('office', post('/api/v1/calendar/readings', file).with('Content-Type', 'application/octet-stream'));
    expect(reading).toMatchObject({ year: { year: 2014, holidays: ['2014-01-01'], makeUpWorkdays: ['2014-01-26'] }, faults: [{ row: 4 }] });
    expect(await send('office', get('/api/v1/calendar'))).toMatchObject({ years: [{ year: 2013 }] });
  });

  it('a post\'s work is delegated: the deputy acts in it, both are recorded, and it ends by itself', async () => {
    clock('2013-03-04T01:00:00.000Z');
    const body = { postId: `${HEALTH}.head`, deputyPostId: `${HEALTH}.officer`, roles: ['leader'], from: '2013-03-04', until: '2013-03-05', reason: '外出学习' };
    await refused('officer', post('/api/v1/access/delegations', body), 409, 'not-yours-to-delegate', 'postId');
    const { position } = await send('head', post('/api/v1/access/delegations', body));
    await refused('head', post('/api/v1/access/delegations', { ...body, until: '2013-03-08' }), 409, 'post-delegated-then', 'from');
    expect(await send('office', get(`/api/v1/access/delegations?unitId=${HEALTH}&after=${position}`))).toMatchObject({ items: [{ number: 1, deputyId: people.officer.actorId, endReason: null }] });
    expect(await send('officer', get('/api/v1/access/delegated-to-me'))).toMatchObject({ items: [{ postId: `${HEALTH}.head` }] });
    expect(await me('officer', `${HEALTH}.head`)).toMatchObject({ postId: `${HEALTH}.head`, roles: ['leader'], ownPostId: `${HEALTH}.officer`, actorId: people.officer.actorId });
    await refused('officer', post('/api/v1/access/delegations', { ...body, from: '2013-03-06', until: '2013-03-06' }).with('Zeren-Acting-Post', `${HEALTH}.head`), 409, 'deputy-acts-only');
    clock('2013-03-06T01:00:00.000Z');
    await refused('officer', get('/api/v1/me').with('Zeren-Acting-Post', `${HEALTH}.head`), 403, 'post-not-delegated');
    expect(await me('officer')).toMatchObject({ postId: `${HEALTH}.officer`, roles: ['officer'] });
  });

  it('a role is granted to a post from a day on, and withdrawn again, whatever the token says', async () => {
    const year = post('/api/v1/calendar/years', { year: 2012, holidays: [], makeUpWorkdays: [], document: '通知' });
    const change = (from: string) => ({ role: 'city-office', from, reason: '代管日历' });
    await send('office', post(`/api/v1/access/posts/${HEALTH}.officer/roles`, change('2013-03-07')));
    await refused('officer', year, 403, 'role-not-allowed');
    clock('2013-03-07T01:00:00.000Z');
    await send('officer', year);
    const { position } = await send('office', post(`/api/v1/access/posts/${HEALTH}.officer/role-withdrawals`, change('2013-03-08')));
    clock('2013-03-08T01:00:00.000Z');
    await refused('officer', year, 403, 'role-not-allowed');
    expect(await send('head', get(`/api/v1/access/role-changes?postId=${HEALTH}.officer&after=${position}`))).toMatchObject({
      items: [{ role: 'city-office', held: false, from: '2013-03-08' }, { held: true, from: '2013-03-07', actorId: people.office.actorId }],
    });
    await refused('office', post(`/api/v1/access/posts/${people.office.postId}/roles`, change('2013-03-08')), 409, 'access-of-own-post', 'postId');
    await refused('officer', post(`/api/v1/access/posts/${HEALTH}.head/roles`, change('2013-03-08')), 403, 'role-not-allowed');
  });

  it('access ends with the post: the predecessor is out and the successor in from the successor\'s first day', async () => {
    await refused('successor', get('/api/v1/me'), 403, 'post-not-held');
    await send('office', post(`/api/v1/organisation/posts/${HEALTH}.officer/holder`, { officerId: people.successor.actorId, from: '2013-03-11' }));
    expect(await me('officer')).toMatchObject({ actorId: people.officer.actorId });
    clock('2013-03-11T01:00:00.000Z');
    await refused('officer', get('/api/v1/me'), 403, 'post-not-held');
    expect(await me('successor')).toMatchObject({ actorId: people.successor.actorId });
  });

  it('an operator of the platform manages tenants and finds nothing else', async () => {
    expect(await send('operator', get('/api/v1/tenants'))).toMatchObject({ items: [{}, {}] });
    for (const path of ['units', 'posts', 'calendar', 'access/delegations', 'access/role-changes']) await refused('operator', get(`/api/v1/${path}`), 404, 'not-found');
  });
});
