import { createHash, randomUUID } from 'node:crypto';
import { get, post, type HttpRequest } from '@zeren/http/testing';
import { createDataSource, rebuild } from '@zeren/read-model';
import type { FilingAnswer, FollowedRequest, RequesterEvent, RequesterShown } from '@zeren/requests-domain';
import { requestsTables } from '../index.js';
import { CITY, LIGHTS, startCity, type City } from '../testing/city.sample.js';

const PHONE = '13876543210';
const contact = { name: '马清标记', phone: PHONE, address: '北门街八十八号院标记' };
const words = '我家在标记小区，夜里很暗';
const second = '换灯之后又暗了，标记';
const marks = [contact.name, PHONE, contact.address, words, second, '标记'];
const place = { areaUnitId: '511902001001' };
type Shown = { readonly items: readonly RequesterShown[] };
type Filed = { readonly id: string; readonly position: string };

describe('who asks', () => {
  let city: City;
  let open: Filed;
  let confidential: FilingAnswer;
  let requesterId: string;

  const filing = (said: object): HttpRequest =>
    post('/api/v1/requests', { channel: 'hotline', subject: '路灯不亮', matterCode: LIGHTS, place, contact, words, ...said }).as(city.tokens.hotline);
  const looked = (id: string, person: keyof City['tokens'], purpose = 'handling') => city.read<Shown>(`/api/v1/requests/${id}/requesters?purpose=${purpose}`, person);
  const looks = async (): Promise<readonly RequesterEvent[]> => {
    const events: RequesterEvent[] = [];
    for await (const event of city.house.store.read(`requester-${requesterId}`)) if (event.type === 'RequesterLookedAt') events.push(event as RequesterEvent);
    return events;
  };
  const asOwner = async <T>(sql: string): Promise<T[]> => {
    const source = await createDataSource(city.house.databaseUrl, []).initialize();
    return source.query<T[]>(sql).finally(() => source.destroy());
  };

  /** All that is stored anywhere: each event as its bytes, each row of each table as its text. */
  const everythingStored = async (): Promise<string> => {
    const parts: string[] = [];
    for await (const event of city.house.store.readAllRaw()) parts.push(Buffer.from(event.data).toString('utf8'), Buffer.from(event.metadata).toString('utf8'));
    const tables = await asOwner<{ name: string }>(`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`);
    for (const { name } of tables) parts.push(...(await asOwner<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row));
    return parts.join('\n');
  };
  const viewsNow = (): Promise<{ row: string }[]> => asOwner('select t::text as row from request_board_v2 t order by id');

  beforeAll(async () => {
    city = await startCity();
    open = await city.done<Filed>(filing({ disclosure: 'open' }));
    confidential = await city.done<FilingAnswer>(post(`/api/v1/public/${CITY}/requests`, { subject: '有人夜间倾倒', matterCode: LIGHTS, place, contact, words, disclosure: 'confidential' }));
    const dispatched = await city.done<Filed>(post(`/api/v1/requests/${confidential.id}/acceptance`, { matterCode: LIGHTS }).as(city.tokens.hotline))
      .then(() => city.done<Filed>(post(`/api/v1/requests/${confidential.id}/dispatch`, {}).as(city.tokens.hotline)));
    await city.read(`/api/v1/requests/${confidential.id}?after=${dispatched.position}`);
    requesterId = (await looked(open.id, 'hotline')).items[0]?.keyId ?? '';
  }, 120_000);
  afterAll(() => city?.stop(), 60_000);

  it('is told in full to those who speak with the requester, and each look is recorded before it is answered', async () => {
    const before = (await looks()).length;
    expect((await looked(open.id, 'hotline', 'call-back')).items).toMatchObject([{ ...contact, words, fields: ['name', 'phone', 'address', 'words'] }]);
    expect((await looks()).slice(before)).toMatchObject([
      { data: { requestId: open.id, fields: ['name', 'phone', 'address', 'words'], purpose: 'call-back', tenantId: CITY } },
    ]);
  });

  it('is told to the unit that handles it, while it handles it, where the requester asks openly; to nobody else in the district', async () => {
    expect((await looked(open.id, 'lighting')).items).toMatchObject([{ name: contact.name, words }]);
    expect((await looks()).at(-1)).toMatchObject({ data: { tenantId: '511902', requestId: open.id } });
    const before = (await looks()).length;
    expect((await looked(open.id, 'town')).items).toMatchObject([{ name: null, phone: null, words: null, fields: [] }]);
    expect((await looks()).length).toBe(before);
  });

  it('is told to no handling unit where the requester asks in confidence, and to no auditor or inspector ever', async () => {
    expect((await looked(confidential.id, 'lighting')).items).toMatchObject([{ name: null, words: null, fields: [] }]);
    expect((await looked(confidential.id, 'hotline')).items).toMatchObject([{ name: contact.name, words }]);
    for (const person of ['auditor', 'inspector'] as const) {
      await city.house.http.given().when(get(`/api/v1/requests/${open.id}/requesters?purpose=handling`).as(city.tokens[person])).thenRefused(403, 'role-not-allowed');
    }
  });

  it('is one person under one key, found again by the number, which is stored nowhere', async () => {
    const found = await city.done<{ found: { requesterId: string; requestIds: string[] } }>(post('/api/v1/requesters/search', { phone: `+86 ${PHONE}` }).as(city.tokens.hotline));
    expect(found.found).toEqual({ requesterId, requestIds: [open.id, confidential.id] });
    expect(await city.done(post('/api/v1/requesters/search', { phone: '13800000000' }).as(city.tokens.hotline))).toEqual({ found: null });
  });

  it('stands nowhere in plain: in no event, no table, no key and no fingerprint of what was sent', async () => {
    const stored = await everythingStored();
    expect(stored).toContain('路灯不亮');
    for (const mark of marks) expect(stored).not.toContain(mark);
    const digests = [PHONE, `${CITY} ${PHONE}`].flatMap((text) => (['hex', 'base64url'] as const).map((form) => createHash('sha256').update(text).digest(form)));
    for (const digest of digests) expect(stored).not.toContain(digest);
  });

  it('is erased for good: events, views, search and page tell nothing more, and all the rest goes on', async () => {
    const { id } = await city.done<FilingAnswer>(post(`/api/v1/public/${CITY}/requests`, { subject: '另一处路灯', matterCode: LIGHTS, place, contact, words, disclosure: 'open' }));
    const told = await city.answer(id);
    await city.read(`/api/v1/requests/${id}?after=${told}`);
    const views = await viewsNow();
    expect(views.length).toBeGreaterThan(2);
    const erase = post(`/api/v1/requesters/${requesterId}/erasure`, { reason: '本人申请' });
    await city.house.http.given().when(erase.as(city.tokens.auditor)).thenRefused(403, 'role-not-allowed');
    await city.house.http.given().when(erase.as(city.tokens.lighting)).thenRefused(403, 'role-not-allowed');
    await city.done(erase.as(city.tokens.office));
    await city.done(erase.as(city.tokens.office));
    expect((await looked(open.id, 'hotline')).items).toMatchObject([{ isErased: true, name: null, phone: null, address: null, words: null }]);
    expect(await city.done(post('/api/v1/requesters/search', { phone: PHONE }).as(city.tokens.hotline))).toEqual({ found: null });
    expect(await asOwner(`select wrapped_key, phone_index from personal_key where key_id = '${requesterId}'`)).toEqual([{ wrapped_key: null, phone_index: null }]);
    const stored = await everythingStored();
    for (const mark of marks) expect(stored).not.toContain(mark);
    const followed = await city.done<FollowedRequest>(get(`/api/v1/public/${CITY}/receipts/${confidential.receipt}?secret=${confidential.secret}&after=${told}`));
    expect(followed).toMatchObject({ subject: '有人夜间倾倒', state: 'in-hand' });
    expect(await viewsNow()).toEqual(views);
  });

  it('once erased is not recorded again under the old key; the same number begins a new person', async () => {
    const again = await city.done<Filed>(filing({ subject: '另一件事', disclosure: 'open' }));
    const [shown] = (await looked(again.id, 'hotline')).items;
    expect(shown).toMatchObject({ name: contact.name, isErased: false });
    expect(shown?.keyId).not.toBe(requesterId);
  });

  it('is not sealed for a filing that is refused: no key and nobody is left of it', async () => {
    const keys = (): Promise<unknown[]> => asOwner('select key_id from personal_key');
    const before = (await keys()).length;
    const nobody = { ...contact, phone: '13900000001' };
    await city.house.http.given().when(filing({ contact: nobody, disclosure: 'open', place: { areaUnitId: '370404' } })).thenRefused(409, 'place-outside');
    await city.house.http.given().when(filing({ contact: nobody, disclosure: 'open', subject: `回电${PHONE}` })).thenRefused(409, 'text-holds-phone');
    expect((await keys()).length).toBe(before);
    expect(await city.done(post('/api/v1/requesters/search', { phone: nobody.phone }).as(city.tokens.hotline))).toEqual({ found: null });
  });

  it('is sealed anew by no repetition: it is told the first outcome, also after an erasure', async () => {
    const keys = (): Promise<unknown[]> => asOwner('select key_id, wrapped_key is null as destroyed from personal_key order by key_id');
    const caller = { ...contact, phone: '13900000002' };
    const sent = ['一', '二'].map((subject) => filing({ contact: caller, disclosure: 'open', subject }).with('Idempotency-Key', randomUUID()));
    const filed: Filed[] = [];
    for (const request of sent) filed.push(await city.done<Filed>(request));
    const [shown] = (await looked(filed[1]?.id ?? '', 'hotline')).items;
    await city.done(post(`/api/v1/requesters/${shown?.keyId}/erasure`, { reason: '本人申请' }).as(city.tokens.hotline));
    const before = await keys();
    for (const [index, request] of sent.entries()) expect(await city.done<Filed>(request)).toMatchObject({ id: filed[index]?.id, position: filed[index]?.position });
    expect(await keys()).toEqual(before);
  });

  it('leaves the history as it is: every view rebuilt from the events is the same, row by row', async () => {
    const reports = await rebuild({ store: city.house.store, ownerUrl: city.house.databaseUrl, tables: requestsTables, verify: true });
    expect(reports.map(({ view, differences, parked }) => ({ view, differences, parked }))).toEqual(reports.map(({ view }) => ({ view, differences: 0, parked: 0 })));
    expect(reports.find(({ view }) => view === 'request_board_v2')?.rows).toBeGreaterThan(3);
  });

  it('where nobody says who it is, has only words, which are the request\'s own and can be erased with it', async () => {
    const sent = filing({ disclosure: 'anonymous', subject: '匿名反映', contact: null, words: second }).with('Idempotency-Key', randomUUID());
    const filed = await city.done<Filed>(sent);
    expect((await looked(filed.id, 'hotline')).items).toMatchObject([{ requesterId: null, name: null, words: second, fields: ['words'] }]);
    await city.done(post(`/api/v1/requesters/${filed.id}/erasure`, { reason: '本人申请' }).as(city.tokens.hotline));
    expect((await looked(filed.id, 'hotline')).items).toMatchObject([{ isErased: true, words: null }]);
    expect(await city.done<Filed>(sent)).toMatchObject({ id: filed.id, position: filed.position });
  });
});
