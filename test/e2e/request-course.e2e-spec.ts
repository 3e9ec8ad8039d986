import { setTimeout as pause } from 'node:timers/promises';
import { get, post } from '@zeren/http/testing';
import sharp from 'sharp';
import { START_WITHIN, startProduct, type Product } from './product.js';

type History = {
  readonly events: readonly { type: string; position: string; actor: { actorId: string }; before: { status: string }; after: { status: string } }[];
};
type Row = { readonly request: { readonly status: string; readonly content: { readonly photos: readonly unknown[] } } };

const SINCE = '2012-01-01';
const text = (zh: string) => ({ zh, en: zh });
const unit = (unitId: string, kind: string, level: number, parentUnitId: string | null) => ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom: SINCE });
const rubbish = {
  validFrom: SINCE, document: '城管〔2012〕18号', defaultTerm: { value: 5, unit: 'working-day' }, majors: [{ code: 'E01', kind: 'event', name: text('市容环境') }],
  classes: [{
    code: 'E01-03', kind: 'event', majorCode: 'E01', name: text('暴露垃圾'), filingCondition: null, stages: [{ code: '1', name: text('清理'), term: { value: 4, unit: 'working-hour' } }],
    closingCondition: text('清理干净'), urgent: false, source: 'CJ/T 315-2009', madeUp: false,
  }],
};
const picture = (): Promise<Buffer> => sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } }).png().toBuffer();

/** Cities that order the levels below the town differently: whoever asks names the place, whoever is in charge is a grid. */
const cities = [
  { name: 'Bazhong, whose grids are parts of villages', city: '511900', district: '511902', town: '511902001', grid: '511902001001-g01', place: '511902001001-g01', lowest: [unit('511902001001', 'village', 4, '511902001'), unit('511902001001-g01', 'grid', 5, '511902001001')] },
  { name: 'Panjin, whose grids stand above the communities', city: '211100', district: '211103', town: '211103001', grid: '211103001-g01', place: '211103001001', lowest: [unit('211103001-g01', 'grid', 4, '211103001'), unit('211103001001', 'village', 5, '211103001-g01')] },
] as const;

let product: Product;

beforeAll(async () => {
  product = await startProduct();
}, START_WITHIN);

afterAll(() => product?.remove(), 60_000);

describe.each(cities)('a request filed on a phone in $name', ({ city, district, town, grid, place, lowest }) => {
  let id = '';
  let receipt = '';
  let secret = '';

  const [office, hotline, officer] = [`${city}.city-office`, `${city}.hotline`, `${grid}.officer`];
  const step = (account: string, path: string, body: object = {}) => product.done(account, post(`/api/v1/requests/${id}/${path}`, body));
  const seen = (account: string, after: string) => product.done<Row>(account, get(`/api/v1/requests/${id}?after=${after}`));

  const isOpen = async (tenantId: string) => (await product.recorded()).some(({ type, stream }) => type === 'RegisterOpened' && stream === `organisation-${tenantId}_register`);

  const openCity = async (): Promise<void> => {
    const levels = ['市', '县区', '镇街', '四级', '五级'].map(text);
    await product.done('platform.operator', post('/api/v1/tenants', { tenantId: city, name: text(city), kind: 'city', parentTenantId: null, levels, timeZone: 'Asia/Shanghai' }));
    await product.done('platform.operator', post('/api/v1/tenants', { tenantId: district, name: text(district), kind: 'district', parentTenantId: city, levels, timeZone: 'Asia/Shanghai' }));
    const units = [unit(city, 'government', 1, null), unit(`${city}-hotline`, 'office', 1, city), unit(district, 'district', 2, city), unit(town, 'town', 3, district), ...lowest];
    await product.done(office, post('/api/v1/organisation/units', { units }));
    while (!(await isOpen(district))) await pause(100);
    await product.done(office, post('/api/v1/matters/versions', rubbish));
    const entries = [{ areaUnitId: place, matterCode: 'E01', leadUnitId: grid, supportingUnitIds: [], officerPostId: null, claim: 'block' }];
    await product.done(office, post('/api/v1/responsibility-matrix/statements', { entries, reason: '网格责任' }));
  };

  const photoOf = async (account: string): Promise<string> =>
    (await product.done<{ hash: string }>(account, post('/api/v1/request-photos?mediaType=image/png', await picture()).with('Content-Type', 'application/octet-stream'))).hash;

  beforeAll(openCity, START_WITHIN);

  it('reaches the grid officer whom the matrix names', async () => {
    const { body } = await product.http.send(post(`/api/v1/public/${city}/requests`, { subject: '巷口垃圾成堆', matterCode: 'E01-03', place: { areaUnitId: place }, disclosure: 'anonymous' }));
    ({ id, receipt, secret } = body as { id: string; receipt: string; secret: string });
    await step(hotline, 'acceptance', { matterCode: 'E01-03' });
    const { position } = await step(hotline, 'dispatch');
    const { items } = await product.done<{ items: Row[] }>(officer, get(`/api/v1/requests?lane=in-hand&after=${position}`));
    expect(items.map(({ request }) => request.status)).toEqual(['dispatched']);
  });

  it('is handled on the spot with a photo, verified by others, told, rated and closed', async () => {
    await step(officer, 'taking');
    const { position } = await step(officer, 'report', { outcome: 'solved', answer: '已清运', photos: [await photoOf(officer)] });
    expect((await seen(officer, position)).request.status).toBe('reported');
    await step(hotline, 'verification', { note: '现场核查' });
    await step(hotline, 'feedback', { way: 'page' });
    const path = `/api/v1/public/${city}/receipts/${receipt}`;
    const rated = await product.http.send(post(`${path}/rating`, { secret, satisfied: true }));
    expect(rated.status).toBe(200);
    const closed = await step(hotline, 'closure', { reason: null });
    expect((await product.http.send(get(`${path}?secret=${secret}&after=${closed.position}`))).body).toMatchObject({ state: 'ended', outcome: 'solved', satisfied: true });
  });

  it('replays whole: each step with who took it and the state before and after, and as of any earlier one', async () => {
    const path = `/api/v1/history/request-${id}`;
    const { events } = await product.done<History>(`${city}.auditor`, get(path));
    expect(events.map(({ type }) => type)).toEqual([
      'RequestFiled', 'RequestAccepted', 'RequestDisclosed', 'RequestDispatched', 'RequestTaken', 'HandlingReported', 'HandlingVerified', 'AnswerFedBack', 'AnswerRated', 'RequestClosed',
    ]);
    for (const [index, { before }] of events.entries()) expect(before).toEqual(index === 0 ? { status: 'none' } : events[index - 1]?.after);
    expect(events[5]?.actor.actorId).toBe(officer);
    const then = await product.done<History>(`${city}.auditor`, get(`${path}?until=${events[4]?.position ?? ''}`));
    expect(then.events).toEqual(events.slice(0, 5));
  });
});
