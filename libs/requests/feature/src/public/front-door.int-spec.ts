import { randomUUID } from 'node:crypto';
import { photoFromPhone } from '@zeren/file-store/testing';
import { get, post, type HttpRequest } from '@zeren/http/testing';
import type { FilingAnswer, FollowedRequest, PublicArea, PublicMatter, PublicRequest, RequestPhoto, RequestRow, SimilarRequest } from '@zeren/requests-domain';
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

  it('opens without an account: its classes, and its areas from the city down to the village', async () => {
    const { items: matters } = await city.done<Listed<PublicMatter>>(get(at('matters')));
    expect(matters.map(({ code, kind }) => [code, kind])).toEqual([[LIGHTS, 'citizen'], ['D01-01', 'dispute']]);
    const below = async (parent: string) => (await city.done<Listed<PublicArea>>(get(at(`areas?parent=${parent}`)))).items.map(({ unitId, hasAreas }) => [unitId, hasAreas]);
    expect(await below(CITY)).toEqual([[DISTRICT, true]]);
    expect(await below('511902001')).toEqual([['511902001001', false]]);
    await city.house.http.given().when(get('/api/v1/public/999999/matters')).thenRefused(404, 'not-found');
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
    await city.house.http.given().when(get(`/api/v1/requests/${id}/photos/${taken.hash}`).as(city.tokens.town)).thenRefused(404, 'not-found');
  });

  it('refuses a photo of 50 MB, one that is none and one that was never sent, and loses nothing of what was written', async () => {
    const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
    expect(await codeOf(await photo(Buffer.alloc(50 * 1024 * 1024)))).toEqual([413, 'file-too-large']);
    expect(await codeOf(await photo(Buffer.from('<html><script>alert(1)</script></html>')))).toEqual([422, 'file-type-differs']);
    await city.house.http.given().when(filing({ photos: ['0'.repeat(64)] })).thenRefused(409, 'photo-unknown', 'photos[0]');
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
});
