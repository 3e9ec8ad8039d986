import { get, post } from '@zeren/http/testing';
import { type Product, START_WITHIN, startProduct } from './product.js';
import { CITY, DISTRICT } from './city.js';
import { filesNaming } from './person-trace.js';
import { openThings, readers, type Reader, type Thing } from './visibility.js';
import { TOWN } from './visibility-work.js';

const everybody = Object.keys(readers) as Reader[];

describe('what a reader sees across tenants', () => {
  let product: Product;
  let things: readonly Thing[];

  /** Whether a reader sees a thing; whoever does not is told that there is nothing. */
  const sees = async (reader: Reader, { request }: Thing): Promise<boolean> => {
    const { status } = await product.send(readers[reader], request);
    if (status !== 200 && status !== 404) throw new Error(`${reader}: ${request.path} was answered ${status}`);
    return status === 200;
  };
  const listed = async (reader: Reader, path: string): Promise<number> => {
    const answer = await product.send(readers[reader], get(path));
    return answer.status === 200 ? (answer.body as { items: unknown[] }).items.length : 0;
  };

  beforeAll(async () => {
    product = await startProduct();
    things = await openThings(product);
    const last = (await product.recorded()).at(-1);
    await product.send(readers.city, get(`/api/v1/requests?after=${last?.position ?? 0n}`));
  }, START_WITHIN);

  afterAll(() => product?.remove(), 60_000);

  it('is exactly what section 3 says, tried with every pair of reader and thing; all else is as though it were not', async () => {
    const seen = await Promise.all(things.map(async (thing) => {
      const who = await Promise.all(everybody.map(async (reader) => ((await sees(reader, thing)) ? [reader] : [])));
      return { name: thing.name, seenBy: who.flat() };
    }));
    expect(seen).toEqual(things.map(({ name, seenBy }) => ({ name, seenBy: everybody.filter((reader) => seenBy.includes(reader)) })));
  }, 60_000);

  it.each([['/api/v1/requests', { city: 3, district: 3, town: 3, village: 1, grid: 1, peer: 0, otherCity: 1, otherDistrict: 0, oilfield: 0 }],
    ['/api/v1/tasks?limit=200', { city: 10, district: 6, town: 2, village: 1, grid: 0, peer: 3, otherCity: 0, oilfield: 0 }],
    ['/api/v1/evidence', { city: 2, district: 2, town: 1, village: 0, grid: 0, peer: 0 }],
    ['/api/v1/evidence/demands?state=all', { city: 10, district: 6, town: 2, village: 1, grid: 0, peer: 3 }],
    ['/api/v1/surveys', { city: 1, district: 1, town: 0, village: 0, grid: 0, peer: 0 }],
    ['/api/v1/contracts', { city: 1, district: 1, town: 0, village: 0, grid: 0, peer: 0 }],
    ['/api/v1/projects', { city: 1, district: 0, town: 0, village: 0, grid: 0, peer: 0 }],
    ['/api/v1/duty-lists', { city: 0, district: 2, town: 1, village: 0, grid: 0, peer: 0 }],
    // What is laid down, or posted, for everybody in a tenant is the same for all of its officers.
    ['/api/v1/sites', { city: 2, district: 1, town: 1, village: 1, grid: 1, peer: 0 }],
    ['/api/v1/campaigns', { city: 1, district: 1, town: 1, village: 1, grid: 1, peer: 1 }],
    ['/api/v1/leader-assignments', { city: 1, district: 1, peer: 0, otherCity: 0 }],
    ['/api/v1/responsibility-matrix', { city: 1, district: 1, peer: 1, otherCity: 0, otherDistrict: 0 }],
    ['/api/v1/meetings', { city: 1, district: 1, peer: 0, otherCity: 0 }],
  ] as const)('is the same in the lists: %s', async (path, expected) => {
    const counted = await Promise.all((Object.keys(expected) as Reader[]).map(async (reader) => [reader, await listed(reader, path)] as const));
    expect(Object.fromEntries(counted)).toEqual(expected);
  });

  it('names the application of the reader\'s level', async () => {
    const kindOf = async (reader: Reader) => (await product.done<{ application: { kind: string } }>(readers[reader], get('/api/v1/me'))).application.kind;
    const kinds = await Promise.all((['city', 'department', 'district', 'town', 'village', 'grid', 'oilfield', 'assessor', 'operator'] as const).map(kindOf));
    expect(kinds).toEqual(['city', 'department', 'district', 'town', 'village', 'grid', 'external', 'party', 'platform']);
  });

  it('goes up with what is escalated, and no further', async () => {
    const shown = async (reader: Reader) => (await product.done<{ items: { about: { title: string } }[] }>(readers[reader], get('/api/v1/escalations'))).items.map(({ about }) => about.title);
    const about = { kind: 'task', id: `${DISTRICT}_own`, title: '界河整治' };
    const { position } = await product.done(readers.district, post('/api/v1/escalations', { about, reason: '跨县区' }));
    await product.send(readers.city, get(`/api/v1/escalations?after=${position}`));
    expect([await shown('city'), await shown('district'), await shown('peer'), await shown('otherCity')]).toEqual([['界河整治'], [], [], []]);
  });

  it('is of a person only what was told on record: in no file of the product does it stand in plain, before an erasure or after it', async () => {
    const contact = { name: '向标记', phone: '13912345678', address: '后街标记巷七号' };
    const said = { subject: '标记路灯不亮', matterCode: 'E01-01', place: { areaUnitId: TOWN }, disclosure: 'open', contact, words: '标记院子夜里很暗' };
    const { body } = await product.http.send(post(`/api/v1/public/${CITY}/requests`, said));
    const { id } = body as { id: string };
    const told = await product.done<{ items: { name: string; keyId: string }[] }>(readers.hotline, get(`/api/v1/requests/${id}/requesters?purpose=handling`));
    expect(told.items).toMatchObject([contact]);
    const personal = [contact.name, contact.phone, contact.address, said.words];
    expect(filesNaming(product.place.data, [said.subject])).not.toEqual([]);
    expect(filesNaming(product.place.data, personal)).toEqual([]);
    await product.done(readers.hotline, post(`/api/v1/requesters/${told.items[0]?.keyId ?? ''}/erasure`, { reason: '本人要求' }));
    const after = await product.done<{ items: { name: string | null; isErased: boolean }[] }>(readers.hotline, get(`/api/v1/requests/${id}/requesters?purpose=handling`));
    expect(after.items).toMatchObject([{ name: null, isErased: true }]);
    expect(filesNaming(product.place.data, personal)).toEqual([]);
  }, 60_000);
});
