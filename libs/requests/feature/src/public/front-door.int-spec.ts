import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { photoFromPhone } from '@zeren/file-store/testing';
import { get, post, type HttpRequest } from '@zeren/http/testing';
import type { FilingAnswer, FollowedRequest, PublicArea, PublicMatter, PublicRequest, PublicSite, RequestPhoto, RequestRow, SimilarRequest } from '@zeren/requests-domain';
import { CITY, DISTRICT, LIGHTS, startCity, type City } from '../testing/city.sample.js';

const at = (path: string): string => `/api/v1/public/${CITY}/${path}`;
const place = { areaUnitId: '511902001001', point: { latitude: '31.858000', longitude: '106.747000' } };
const filing = (said: object = {}): HttpRequest => post(at('requests'), { subject: '北门市场路灯不亮', matterCode: LIGHTS, place, disclosure: 'anonymous', ...said });
type Listed<T> = { readonly items: readonly T[] };

describe('the front door', () => {
  let city: City;
  const file = (said: object = {}) => city.done<FilingAnswer>(filing(said));
  const follow = ({ receipt, secret }: FilingAnswer, after: string) => city.done<FollowedRequest>(get(at(`receipts/${receipt}?secret=${secret}&after=${after}`)));
  const photo = async (bytes: Buffer, mediaType = 'image/jpeg') =>
    fetch(`${city.house.url}${at(`photos?mediaType=${mediaType}`)}`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'Content-Type': 'application/octet-stream' } });

  beforeAll(async () => {
    city = await startCity();
  }, 120_000);
  afterAll(() => city?.stop(), 60_000);

  it('opens without an account: its classes, its areas from the city down to the village, and what its city calls the levels', async () => {
    const { items: matters } = await city.done<Listed<PublicMatter>>(get(at('matters')));
    expect(matters.map(({ code, kind }) => [code, kind])).toEqual([[LIGHTS, 'citizen'], ['D01-01', 'dispute']]);
    const below = async (parent: string) => (await city.done<Listed<PublicArea>>(get(at(`areas?parent=${parent}`)))).items.map(({ unitId, hasAreas }) => [unitId, hasAreas]);
    expect(await below(CITY)).toEqual([[DISTRICT, true]]);
    expect(await below('511902001')).toEqual([['511902001001', true]]);
    await city.house.record(`tenant-platform_${CITY}`, { type: 'TenantRegistered', data: {
      tenantId: CITY, name: { zh: '巴中市', en: 'Bazhong' }, kind: 'city', parentTenantId: null, timeZone: 'Asia/Shanghai', levels: [{ zh: '市', en: 'City' }, { zh: '区县', en: 'District' }],
    } });
    expect(await city.done(get(`/api/v1/public/${DISTRICT}`))).toEqual({
      tenantId: DISTRICT, name: { zh: '巴州区', en: '巴州区' }, levels: [{ zh: '市', en: 'City' }, { zh: '区县', en: 'District' }], tileUrl: null, tileAttribution: null,
    });
    await city.house.http.given().when(get('/api/v1/public/999999/matters')).thenRefused(404, 'not-found');
    expect((await city.house.http.send(get('/openapi.json'))).body).toMatchObject({ paths: { '/api/v1/public/{tenantId}/requests': {} } });
  });

  it('files once, however often it is sent with one key, and tells the same receipt and secret', async () => {
    const key = randomUUID();
    const first = await city.done<FilingAnswer>(filing().with('Idempotency-Key', key));
    const again = await city.done<FilingAnswer>(filing().with('Idempotency-Key', key));
    expect(again).toEqual(first);
    await city.house.http.given().when(filing({ subject: '别的事' }).with('Idempotency-Key', key)).thenRefused(422, 'idempotency-key-reused');
    await city.house.http.given().when(filing().with('Idempotency-Key', 'short')).thenRefused(400, 'key-guessable');
  });

  it('is followed by receipt and secret from being received to the answer, rated once and taken up again', async () => {
    const filed = await file();
    expect(await follow(filed, filed.position)).toMatchObject({ state: 'received', subject: '北门市场路灯不亮', areaName: { zh: '北门社区' }, canRate: false });
    const told = await city.answer(filed.id);
    expect(await follow(filed, told)).toMatchObject({ state: 'answered', answer: '已修复', outcome: 'solved', unitName: { zh: '巴州区路灯所' }, canRate: true, satisfied: null });
    const by = at(`receipts/${filed.receipt}`);
    const rated = await city.done(post(`${by}/rating`, { secret: filed.secret, satisfied: false, words: '第二天又坏了' }));
    await city.house.http.given().when(post(`${by}/rating`, { secret: filed.secret, satisfied: true })).thenRefused(409, 'rated-already');
    expect(await follow(filed, rated.position)).toMatchObject({ canRate: false, satisfied: false, canReopen: true });
    const reopened = await city.done(post(`${by}/reopening`, { secret: filed.secret, reason: '第二天又坏了' }));
    expect(await follow(filed, reopened.position)).toMatchObject({ state: 'accepted', answer: null, canRate: false });
  });

  it('opens to nobody with another secret, and does not tell a wrong one from an unknown receipt', async () => {
    const { receipt } = await file();
    for (const path of [`receipts/${receipt}?secret=wrong`, 'receipts/20130301-aaaaaaa?secret=wrong']) {
      await city.house.http.given().when(get(at(path))).thenRefused(404, 'not-found');
    }
  });

  it('suggests what is open, of the same class and nearby, and keeps whoever meets with the same there', async () => {
    const filed = await file({ subject: '东门路灯不亮', place: { ...place, point: { latitude: '31.900000', longitude: '106.700000' } } });
    const accepted = await city.done(post(`/api/v1/requests/${filed.id}/acceptance`, { matterCode: LIGHTS }).as(city.tokens.hotline));
    await follow(filed, accepted.position);
    const near = (latitude: string) => city.done<Listed<SimilarRequest>>(get(at(`similar?matterCode=${LIGHTS}&areaUnitId=${CITY}&latitude=${latitude}&longitude=106.700000`)));
    expect((await near('31.900900')).items).toMatchObject([{ id: filed.id, subject: '东门路灯不亮', state: 'accepted', askedBy: 1 }]);
    expect((await near('31.910000')).items).toEqual([]);
    const joined = await file({ subject: '我家门口也不亮', sameAs: filed.id });
    expect(await follow(joined, joined.position)).toMatchObject({ isMerged: true, subject: '东门路灯不亮' });
    const told = await city.done(post(`/api/v1/requests/${filed.id}/dispatch`, {}).as(city.tokens.hotline));
    expect(await follow(joined, told.position)).toMatchObject({ state: 'in-hand', isMerged: true });
  });

  describe('tells of sites', () => {
    const named = (zh: string, en: string) => ({ zh, en });
    const site = { name: named('北门市场', 'North Gate Market'), siteType: 'market', point: { latitude: '31.858000', longitude: '106.747000' }, address: '', areaUnitId: '511902001001', ownerUnitId: CITY, validFrom: '2012-01-01' };
    const keep = (number: string, said: object) =>
      city.house.record(`site-${CITY}_${number}`, { type: 'SiteRegistered', data: { site: { ...site, ...said }, readers: [DISTRICT] } }, { sharedWith: [DISTRICT] });
    const seen = async (query: string, tenantId = CITY) =>
      (await city.done<Listed<PublicSite>>(get(`/api/v1/public/${tenantId}/sites?${query}`))).items.map(({ siteId }) => siteId);

    beforeAll(async () => {
      await keep('BZ-1', {});
      await keep('BZ-2', { name: named('在建工地', 'Building yard'), siteType: 'construction-site' });
      await keep('BZ-4', { name: named('明年的市场', 'Next year\'s market'), validFrom: '2014-01-01' });
      const last = await keep('BZ-3', { name: named('西门市场', 'West Gate Market'), areaUnitId: '511902002', point: { latitude: '31.900000', longitude: '106.700000' } });
      await seen(`after=${last}`);
    });

    it('to which anybody comes, in the frame of a map, in an area or under a name: what they are called and where they are, no more', async () => {
      const { items } = await city.done<Listed<PublicSite>>(get(at('sites?search=North')));
      expect(items).toEqual([{ siteId: `${CITY}_BZ-1`, name: site.name, siteType: 'market', point: site.point, areaUnitIds: [DISTRICT, '511902001', '511902001001'] }]);
      expect(await seen('')).toEqual([`${CITY}_BZ-1`, `${CITY}_BZ-3`]);
      expect(await seen('areaUnitId=511902001')).toEqual([`${CITY}_BZ-1`]);
      expect(await seen('south=31.89&north=31.91&west=106.6&east=106.8')).toEqual([`${CITY}_BZ-3`]);
      expect(await seen('search=%25')).toEqual([]);
      expect(await seen('', DISTRICT)).toEqual([`${CITY}_BZ-1`, `${CITY}_BZ-3`]);
      await city.house.http.given().when(get(at('sites?south=31.89'))).thenRefused(400, 'validation-failed', 'north');
    });

    it('and takes one for the place of what is asked, but none it does not know, nor a point outside the territory', async () => {
      const filed = await file({ place: { ...place, siteId: `${CITY}_BZ-1` } });
      const row = await city.read<RequestRow>(`/api/v1/requests/${filed.id}?after=${filed.position}`);
      expect(row.request.content.place.siteId).toBe(`${CITY}_BZ-1`);
      for (const siteId of [`${CITY}_BZ-9`, `${CITY}_BZ-4`]) await city.house.http.given().when(filing({ place: { ...place, siteId } })).thenRefused(409, 'site-unknown', 'place.siteId');
      await city.house.http.given().when(filing({ place: { ...place, point: { latitude: '41.119000', longitude: '122.071000' } } })).thenRefused(409, 'site-far', 'place.point');
    });
  });

  it('shows anybody what was asked once it is accepted: not what is a dispute, asked in confidence or not yet accepted', async () => {
    const hidden = [await file({ subject: '保密的事', disclosure: 'confidential', contact: { phone: '13812345678' } }), await file({ subject: '邻里噪声', kind: 'dispute' })];
    await file({ subject: '未受理的事' });
    let last = '';
    for (const { id } of hidden) ({ position: last } = await city.done(post(`/api/v1/requests/${id}/acceptance`, { matterCode: LIGHTS }).as(city.tokens.hotline)));
    const { items } = await city.done<Listed<PublicRequest>>(get(`${at('requests')}?after=${last}`));
    expect(items.map(({ subject }) => subject)).toContain('东门路灯不亮');
    for (const subject of ['保密的事', '邻里噪声', '未受理的事']) expect(items.map((each) => each.subject)).not.toContain(subject);
    expect(JSON.stringify(items)).not.toMatch(/receipt|secret|requester|words|sealed/i);
  });

  it('takes photos in by what they are, without anything but the picture, and files them by name', async () => {
    const sent = await photo(await photoFromPhone());
    const taken = (await sent.json()) as RequestPhoto;
    expect(taken).toMatchObject({ mediaType: 'image/jpeg', takenAt: '2013-03-01T01:30:00.000Z', point: { latitude: '31.858000' } });
    const { id, position } = await file({ photos: [taken.hash] });
    const row = await city.read<RequestRow>(`/api/v1/requests/${id}?after=${position}`);
    expect(row.request.content.photos).toEqual([taken]);
    const shown = await city.house.http.send(get(`/api/v1/requests/${id}/photos/${taken.hash}`).as(city.tokens.hotline));
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
    for (const other of [city.tokens.town, city.tokens.grid]) await city.house.http.given().when(get(`/api/v1/requests/${id}/photos/${taken.hash}`).as(other)).thenRefused(404, 'not-found');
  });

  it('refuses a photo of 50 MB, one that is none and one that was never sent, and loses nothing of what was written', async () => {
    const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
    expect(await codeOf(await photo(Buffer.alloc(50 * 1024 * 1024)))).toEqual([413, 'file-too-large']);
    expect(await codeOf(await photo(Buffer.from('<html><script>alert(1)</script></html>')))).toEqual([422, 'file-type-differs']);
    await city.house.http.given().when(filing({ photos: ['0'.repeat(64)] })).thenRefused(409, 'photo-unknown', 'photos[0]');
  });

  it('removes photos that were sent and for a day never filed, and none that is named, also at the same moment', async () => {
    const clock = (at: string): void => city.house.setClock(`2013-${at}:00.000Z`);
    const send = async (width: number) => (await (await photo(await photoFromPhone({ width }))).json()) as RequestPhoto;
    const isStored = ({ hash }: RequestPhoto): boolean => existsSync(join(process.env['ZEREN_DATA'] ?? '', 'request-photos', CITY, hash.slice(0, 2), hash));
    clock('04-01T02:00');
    const [named, unfiled, late] = [await send(65), await send(66), await send(67)];
    await file({ photos: [named.hash] });
    clock('04-02T03:00');
    const other = await send(68);
    expect([named, unfiled, late].map(isStored)).toEqual([true, true, true]);
    await file({ photos: [other.hash] });
    const [filed] = await Promise.all([city.house.http.send(filing({ photos: [late.hash] })), send(69)]);
    expect(isStored(late)).toBe(filed.status === 201);
    for (let width = 70; isStored(unfiled) && width < 120; width += 1) await send(width);
    expect([named, unfiled, other].map(isStored)).toEqual([true, false, true]);
    await city.house.http.given().when(filing({ photos: [unfiled.hash] })).thenRefused(409, 'photo-unknown', 'photos[0]');
    clock('03-01T02:00');
  });

  it('takes HTML and scripts as text, and keeps telephone numbers out of what anybody can read', async () => {
    const subject = '<script>alert(1)</script> & "路灯"';
    const filed = await file({ subject });
    expect(await follow(filed, filed.position)).toMatchObject({ subject });
    await city.house.http.given().when(filing({ subject: '路灯不亮，回电13812345678' })).thenRefused(409, 'text-holds-phone', 'subject');
  });

  it('leaves urgency and places elsewhere to the administration', async () => {
    await city.house.http.given().when(filing({ urgentReason: '很急' })).thenRefused(400, 'validation-failed', 'urgentReason');
    await city.house.http.given().when(filing({ place: { areaUnitId: '370404' } })).thenRefused(409, 'place-outside');
    await city.house.http.given().when(filing({ matterCode: 'E99-99' })).thenRefused(409, 'matter-unknown');
  });

  describe('as Open311 GeoReport v2', () => {
    const georeport = (path: string) => city.house.http.send(get(`/open311/v2/${path}`));
    const rowsOf = async (path: string) => (await georeport(path)).body as Record<string, unknown>[];
    const posted = (fields: Readonly<Record<string, string>>, format = 'json') =>
      fetch(`${city.house.url}/open311/v2/requests.${format}`, { method: 'POST', body: new URLSearchParams({ jurisdiction_id: CITY, ...fields }) });
    let key: string;

    beforeAll(async () => {
      ({ key } = await city.done<{ key: string }>(post('/api/v1/open311-keys', { name: '市民应用' }).as(city.tokens.office)));
    });

    it('tells in XML and JSON where it is, which services there are and what each asks', async () => {
      const discovery = await georeport('discovery.xml');
      expect(discovery.headers['content-type']).toBe('text/xml; charset=utf-8');
      expect(discovery.text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<discovery>.*<endpoint><specification>http:\/\/wiki\.open311\.org\/GeoReport_v2</);
      expect(await rowsOf(`services.json?jurisdiction_id=${CITY}`)).toMatchObject([{ service_code: LIGHTS, service_name: '路灯不亮', group: '市政设施', metadata: true, type: 'realtime' }, {}]);
      expect((await georeport(`services/${LIGHTS}.json?jurisdiction_id=${CITY}`)).body).toMatchObject({
        service_code: LIGHTS, attributes: [{ code: 'area', datatype: 'singlevaluelist', values: [{ key: DISTRICT, name: '巴州区' }] }, { code: 'disclosure' }],
      });
    });

    it('files a form post with a registered key, sealed like everybody\'s, which is then taken in, handled and read like any other', async () => {
      const answered = await posted({ api_key: key, service_code: LIGHTS, lat: '31.858', long: '106.747', 'attribute[area]': '511902001', description: '桥头路灯不亮', first_name: '清', phone: '13812345678' });
      const [filed] = (await answered.json()) as { service_request_id: string; service_notice: string }[];
      expect([answered.status, filed?.service_notice]).toEqual([201, expect.stringMatching(/^回执号 \d{8}-\w{7}，查询码 \w{10}$/)]);
      const id = filed?.service_request_id ?? '';
      const after = answered.headers.get('zeren-position');
      const row = await city.read<RequestRow>(`/api/v1/requests/${id}?after=${after}`);
      expect(row).toMatchObject({ channel: 'open311', subject: '桥头路灯不亮', areaUnitId: '511902001', request: { content: { disclosure: 'open' } } });
      await city.done(get(`${at('requests')}?after=${after}`));
      expect(await rowsOf(`requests/${id}.json?jurisdiction_id=${CITY}`)).toMatchObject([{ status: 'open', description: null, lat: null, service_code: LIGHTS }]);
      const told = await city.answer(id, '已换灯');
      await city.read(`/api/v1/requests/${id}?after=${told}`);
      await city.done(get(`${at('requests')}?after=${told}`));
      const [shown] = await rowsOf(`requests.json?jurisdiction_id=${CITY}&service_code=${LIGHTS}&status=closed`);
      expect(shown).toMatchObject({
        service_request_id: id, status: 'closed', status_notes: '已换灯', agency_responsible: '巴州区路灯所', lat: 31.858, long: 106.747, address: '东城街道', requested_datetime: '2013-03-01T02:00:00Z',
      });
      expect((await georeport(`requests/${id}.xml?jurisdiction_id=${CITY}`)).text).toContain(`<service_requests><request><service_request_id>${id}</service_request_id><status>closed</status>`);
      expect(await rowsOf(`tokens/${id}.json?jurisdiction_id=${CITY}`)).toEqual([{ service_request_id: id, token: id }]);
      expect(JSON.stringify(shown)).not.toMatch(/13812345678|清/);
    });

    it('lays a point that names no area into that of the site next to it, keeps an address and a link as words, and fetches nothing', async () => {
      const fields = { api_key: key, service_code: LIGHTS, lat: '31.8581', long: '106.7472', address_string: '北门巷口', media_url: 'http://127.0.0.1:9/picture.jpg', description: '巷口路灯不亮' };
      const answered = await posted(fields);
      const [filed] = (await answered.json()) as { service_request_id: string }[];
      const id = filed?.service_request_id ?? '';
      const row = await city.read<RequestRow>(`/api/v1/requests/${id}?after=${answered.headers.get('zeren-position')}`);
      expect(row).toMatchObject({ subject: '巷口路灯不亮', areaUnitId: '511902001001', request: { content: { photos: [] } } });
      const { items } = await city.read<{ items: { words: string }[] }>(`/api/v1/requests/${id}/requesters?purpose=answer`);
      expect(items[0]?.words).toBe('巷口路灯不亮\n北门巷口\nhttp://127.0.0.1:9/picture.jpg');
      const refusal = async (said: Readonly<Record<string, string>>) => (await posted({ ...fields, ...said })).status;
      expect(await Promise.all([refusal({ lat: '41.119', long: '122.071' }), refusal({ long: '' }), refusal({ media_url: 'file:///etc/passwd' })])).toEqual([409, 400, 400]);
    });

    it('shows the photos that came with an answer, page by page, and whatever is asked by id', async () => {
      const filed = await file({ subject: '有照片的答复', matterCode: LIGHTS, photos: [] });
      const { id } = filed;
      const sent = await fetch(`${city.house.url}/api/v1/request-photos?mediaType=image/jpeg`, {
        method: 'POST', body: new Uint8Array(await photoFromPhone()), headers: { 'Content-Type': 'application/octet-stream', Authorization: `Bearer ${city.tokens.lighting}` },
      });
      const taken = (await sent.json()) as RequestPhoto;
      const told = await city.answer(id, '已换灯泡', [taken.hash]);
      await city.done(get(`${at('requests')}?after=${told}`));
      const [shown] = await rowsOf(`requests.json?jurisdiction_id=${CITY}&service_request_id=${id}&status=open&start_date=2012-01-01&end_date=2012-01-02`);
      expect(shown).toMatchObject({ service_request_id: id, media_url: `${city.house.url}/api/v1/public/${CITY}/requests/${id}/photos/${taken.hash}` });
      expect(await follow(filed, told)).toMatchObject({ publicId: id, photos: [taken.hash] });
      const picture = await fetch(String(shown?.['media_url']));
      expect([picture.status, picture.headers.get('content-type'), (await picture.arrayBuffer()).byteLength]).toEqual([200, 'image/jpeg', taken.size]);
      await city.house.http.given().when(get(at(`requests/${id}/photos/${'0'.repeat(64)}`))).thenRefused(404, 'not-found');
      const pages = await Promise.all([1, 2, 3].map((page) => rowsOf(`requests.json?jurisdiction_id=${CITY}&page_size=1&page=${page}`)));
      expect(new Set(pages.map(([one]) => one?.['service_request_id'])).size).toBe(3);
      expect((await georeport(`requests.json?jurisdiction_id=${CITY}&page_size=1001`)).status).toBe(400);
      expect((await georeport(`requests.json?jurisdiction_id=${CITY}&start_date=2013-01-01T00:00:00`)).status).toBe(400);
    });

    it('refuses in its own form, in XML and JSON: no key, no place, no such service or city, and a span of more than 90 days', async () => {
      const refusal = async (fields: Readonly<Record<string, string>>) => {
        const answered = await posted(fields);
        return [answered.status, ...((await answered.json()) as { code: number; description: string }[]).map(({ code, description }) => `${code} ${description.split(':')[0]}`)];
      };
      expect(await refusal({ service_code: LIGHTS, lat: '31.8', long: '106.7' })).toEqual([403, '403 open311-key-wrong']);
      expect(await refusal({ api_key: `${key}x`, service_code: LIGHTS, lat: '31.8', long: '106.7' })).toEqual([403, '403 open311-key-wrong']);
      expect(await refusal({ api_key: key, service_code: LIGHTS })).toEqual([400, '400 open311-place-missing']);
      expect(await refusal({ api_key: key, service_code: 'E99-99', lat: '31.8', long: '106.7' })).toEqual([404, '404 open311-service-unknown']);
      expect(await refusal({ api_key: key, service_code: LIGHTS, lat: 'north', long: '106.7' })).toEqual([400, '400 validation-failed']);
      const span = await georeport(`requests.xml?jurisdiction_id=${CITY}&start_date=2013-01-01T00:00:00Z&end_date=2013-04-02T00:00:00Z`);
      expect([span.status, span.text]).toEqual([400, expect.stringContaining('<errors><error><code>400</code><description>open311-span: 一次最多查询 90 天')]);
      expect((await georeport(`requests.json?jurisdiction_id=${CITY}&start_date=2013-01-01T00:00:00Z&end_date=2013-04-01T00:00:00Z`)).status).toBe(200);
      expect((await georeport('services.json')).body).toMatchObject([{ code: 400, description: expect.stringContaining('open311-jurisdiction-missing') as unknown }]);
      expect((await georeport('services.xml?jurisdiction_id=999999')).text).toContain('<error><code>404</code>');
    });

    it('opens to no key that was revoked, nor to one of another tenant', async () => {
      const { items } = await city.read<Listed<{ keyId: string; name: string }>>('/api/v1/open311-keys', 'office');
      expect(items).toMatchObject([{ name: '市民应用', revokedAt: null }]);
      const fields = { api_key: key, service_code: LIGHTS, lat: '31.8', long: '106.7' };
      expect((await posted({ ...fields, jurisdiction_id: DISTRICT })).status).toBe(403);
      await city.done(post(`/api/v1/open311-keys/${items[0]?.keyId}/revocation`).as(city.tokens.office));
      expect((await posted(fields)).status).toBe(403);
    });
  });
});
