import { get, post, type HttpRequest } from '@zeren/http/testing';
import { CITY, DISTRICT, dispatchBody, openCity, PEER } from './city.js';
import type { Product } from './product.js';
import { GRID, openWork, TOWN, VILLAGE } from './visibility-work.js';

/** Another city, with a district of its own and an oil field outside the tree. */
export const OTHER_CITY = '211100';
export const OTHER_DISTRICT = '211103';
const SINCE = '2012-01-01';

/** Everybody who tries to see: each account once. */
export const readers = {
  city: `${CITY}.city-office`, hotline: `${CITY}.hotline`, department: `${CITY}-health.officer`, auditor: `${CITY}.auditor`, assessor: `${CITY}.assessor`,
  district: `${DISTRICT}.district-office`, districtLeader: `${DISTRICT}.leader`, town: `${TOWN}.officer`, village: `${VILLAGE}.officer`, grid: `${GRID}.officer`,
  peer: `${PEER}.district-office`, otherCity: `${OTHER_CITY}.city-office`, otherDistrict: `${OTHER_DISTRICT}.district-office`,
  oilfield: `${OTHER_CITY}-x-liaohe-oilfield.officer`, operator: 'platform.operator',
} as const;
export type Reader = keyof typeof readers;

/** Something of somebody's: how it is asked for, and to whom it is shown. To all others it is as though it were not. */
export type Thing = { readonly name: string; readonly request: HttpRequest; readonly seenBy: readonly Reader[] };

const ofTheCity = ['city', 'hotline', 'department', 'auditor'] as const;
const withoutTown = ['district', 'districtLeader'] as const;
const ofTheDistrict = [...withoutTown, 'town'] as const;
const below = ['village', 'grid'] as const;
const ofTheOtherCity = ['otherCity'] as const;

const text = (zh: string, en = zh) => ({ zh, en });
const unit = (unitId: string, kind: string, level: number | null, parentUnitId: string | null) => ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom: SINCE });
const levels = ['市', '县区', '镇街', '网格', '社区'].map((name) => text(name));

const catalogue = {
  validFrom: SINCE, document: '事项目录', defaultTerm: { value: 5, unit: 'working-day' }, majors: [{ code: 'E01', kind: 'event', name: text('市容') }],
  classes: [{ code: 'E01-01', kind: 'event', majorCode: 'E01', name: text('暴露垃圾'), filingCondition: null, stages: [], closingCondition: null, urgent: false, source: null, madeUp: false }],
};

const openOtherCity = async (product: Product): Promise<void> => {
  const tenant = { tenantId: OTHER_CITY, name: text('盘锦市'), kind: 'city', parentTenantId: null, levels, timeZone: 'Asia/Shanghai' };
  await product.done('platform.operator', post('/api/v1/tenants', tenant));
  await product.done('platform.operator', post('/api/v1/tenants', { ...tenant, tenantId: OTHER_DISTRICT, kind: 'district', parentTenantId: OTHER_CITY }));
  await product.done(readers.otherCity, post('/api/v1/organisation/units', {
    units: [unit(OTHER_CITY, 'government', 1, null), unit(OTHER_DISTRICT, 'district', 2, OTHER_CITY), unit('211103001', 'town', 3, OTHER_DISTRICT), unit('211100-x-liaohe-oilfield', 'external-party', null, null)],
  }));
};

/** The city's villages and grids, and its hotline. */
const deepen = (product: Product) => product.done(readers.city, post('/api/v1/organisation/units', {
  units: [unit(VILLAGE, 'village', 4, TOWN), unit(GRID, 'grid', 5, VILLAGE), unit(`${CITY}-hotline`, 'office', 1, CITY)],
}));

/** A request, taken on and given to a unit by hand; its public id. */
const requestFor = async (product: Product, account: string, areaUnitId: string, leadUnitId: string): Promise<string> => {
  const body = { channel: 'patrol', subject: '背街垃圾', matterCode: 'E01-01', place: { areaUnitId }, disclosure: 'anonymous', atOnce: false };
  const { id } = await product.done(account, post('/api/v1/requests', body));
  await product.done(account, post(`/api/v1/requests/${id}/acceptance`, { matterCode: 'E01-01' }));
  await product.done(account, post(`/api/v1/requests/${id}/dispatch`, { byHand: { leadUnitId, reason: '属地' } }));
  return id;
};

const requestsOf = async (product: Product): Promise<readonly Thing[]> => {
  const request = (id: string) => get(`/api/v1/requests/${id}`);
  const own = await requestFor(product, readers.district, TOWN, TOWN);
  const other = await requestFor(product, readers.otherCity, '211103001', OTHER_CITY);
  return [
    { name: 'a request of the city that is with a department of its', request: request(await requestFor(product, readers.city, CITY, `${CITY}-health`)), seenBy: ofTheCity },
    { name: 'a request of the city that is with a district', request: request(await requestFor(product, readers.city, TOWN, DISTRICT)), seenBy: [...ofTheCity, ...ofTheDistrict] },
    { name: 'a request of the city that is with a grid', request: request(await requestFor(product, readers.city, VILLAGE, GRID)), seenBy: [...ofTheCity, ...ofTheDistrict, ...below] },
    { name: 'a request of a district\'s own', request: request(own), seenBy: ofTheDistrict },
    { name: 'a request of another city', request: request(other), seenBy: ofTheOtherCity },
  ];
};

const tasksOf = async (product: Product): Promise<readonly Thing[]> => {
  const city = await openCity(product);
  const { taskId } = city;
  await deepen(product);
  const task = (id: string) => get(`/api/v1/tasks/${id}`);
  const { parts: _, supportingUnitIds: __, ...alone } = dispatchBody;
  const departments = await product.done(readers.city, post('/api/v1/tasks', { ...alone, code: 'GG-02', supportingUnitIds: [], parts: [], unitId: `${CITY}-health`, accountablePostId: `${CITY}-health.head` }));
  return [
    { name: 'a task that the city dispatched to a district', request: task(taskId('CLN-01-01', DISTRICT)), seenBy: [...ofTheCity, ...withoutTown] },
    { name: 'a task that the city dispatched to another district', request: task(taskId('CLN-01-01', PEER)), seenBy: [...ofTheCity, 'peer'] },
    { name: 'a task of a department of the city', request: task(departments.id), seenBy: ofTheCity },
    ...await openWork(product, city),
  ];
};

const siteAt = (areaUnitId: string, number: string, ownerUnitId: string) => ({
  number, name: text('江北市场'), siteType: 'market', point: { latitude: '31.86', longitude: '106.75' }, address: '', areaUnitId, ownerUnitId, validFrom: '2013-02-01',
});
const whole = { entries: [{ areaUnitId: CITY, matterCode: '*', leadUnitId: CITY, supportingUnitIds: [], officerPostId: null, claim: 'block' }], reason: '一张清单' };
const leaderFor = (id: string) => ({ postId: `${CITY}.head`, target: { kind: 'area', id }, duty: '包保', from: '2013-02-01', document: '市委办〔2013〕8号', reason: '分片包保' });

const organisationOf = async (product: Product): Promise<readonly Thing[]> => {
  const site = await product.done(readers.city, post('/api/v1/sites', siteAt(TOWN, 'BZ-1', CITY)));
  const own = await product.done(readers.city, post('/api/v1/sites', siteAt(CITY, 'BZ-2', CITY)));
  const meeting = await product.done(readers.city, post('/api/v1/meetings', {
    title: text('联席会议'), plannedOn: '2013-03-01', place: '市政府', chairPostId: `${CITY}.head`, agenda: [{ number: 1, subject: '背街小巷' }], invitedPostIds: [`${CITY}.head`, `${DISTRICT}.head`],
  }));
  await product.done(readers.city, post('/api/v1/responsibility-matrix/statements', whole));
  await product.done(readers.city, post('/api/v1/leader-assignments', leaderFor(DISTRICT)));
  return [
    { name: 'a unit of the city\'s register', request: get(`/api/v1/units/${TOWN}`), seenBy: [...ofTheCity, ...ofTheDistrict, ...below, 'peer'] },
    { name: 'a unit of a district\'s own register', request: get(`/api/v1/units/${DISTRICT}-creation-office`), seenBy: [...ofTheCity, ...ofTheDistrict, ...below] },
    { name: 'a unit of another city\'s register', request: get('/api/v1/units/211103001'), seenBy: [...ofTheOtherCity, 'otherDistrict', 'oilfield'] },
    { name: 'a site of the city in a district', request: get(`/api/v1/sites/${site.id}`), seenBy: [...ofTheCity, ...ofTheDistrict, ...below] },
    { name: 'a site of the city\'s own', request: get(`/api/v1/sites/${own.id}`), seenBy: ofTheCity },
    { name: 'a joint meeting to which a district is called', request: get(`/api/v1/meetings/${meeting.id}`), seenBy: [...ofTheCity, ...ofTheDistrict, ...below] },
  ];
};

/** What the tenants have, each with those who may see it by section 3 of the domain page. */
export const openThings = async (product: Product): Promise<readonly Thing[]> => {
  const tasks = await tasksOf(product);
  await openOtherCity(product);
  await product.done(readers.city, post('/api/v1/matters/versions', catalogue));
  await product.done(readers.otherCity, post('/api/v1/matters/versions', catalogue));
  return [...tasks, ...await requestsOf(product), ...await organisationOf(product)];
};
