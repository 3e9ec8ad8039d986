import { post } from '@zeren/http/testing';
import { CITY, citySplit, DISTRICT, openCity, result, splitBody, type City } from './city.js';
import { type Product, START_WITHIN, startProduct } from './product.js';

const office = `${CITY}.city-office`;
const districtOffice = `${DISTRICT}.district-office`;

describe('commands', () => {
  let product: Product;
  let city: City;

  const eventsOf = async (type: string, subject?: string) =>
    (await product.recorded()).filter((event) => event.type === type && (subject === undefined || event.stream.endsWith(`-${subject}`)));
  const send = (account: string, path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    product.send(account, Object.entries(headers).reduce((request, [name, value]) => request.with(name, value), post(path, body)));
  const told = ({ status, body, headers }: Awaited<ReturnType<typeof send>>) =>
    ({ status, body: body as unknown, etag: headers['etag'] as unknown, position: headers['zeren-position'] as unknown, location: headers['location'] as unknown });

  beforeAll(async () => {
    product = await startProduct();
    city = await openCity(product);
    await product.clock('2013-06-20T02:00:00.000Z');
  }, START_WITHIN);

  afterAll(() => product?.remove(), 60_000);

  describe('sent twice with one key', () => {
    it('create once, and are answered alike', async () => {
      const before = (await eventsOf('SplitDrafted')).length;
      const first = await send(office, '/api/v1/splits', splitBody, { 'Idempotency-Key': 'create-1' });
      const again = await send(office, '/api/v1/splits', splitBody, { 'Idempotency-Key': 'create-1' });
      expect(first.status).toBe(201);
      expect(told(again)).toEqual(told(first));
      expect(await eventsOf('SplitDrafted')).toHaveLength(before + 1);
    });

    it('create once when they come all at the same time', async () => {
      const before = (await eventsOf('SplitDrafted')).length;
      const answers = await Promise.all(Array.from({ length: 12 }, () => send(office, '/api/v1/splits', splitBody, { 'Idempotency-Key': 'create-2' })));
      expect(new Set(answers.map((answer) => JSON.stringify(told(answer)))).size).toBe(1);
      expect(answers[0]?.status).toBe(201);
      expect(await eventsOf('SplitDrafted')).toHaveLength(before + 1);
    });

    it('are the first answer again, also after others have changed the same thing', async () => {
      const task = city.taskId('CLN-01-01');
      const accept = () => send(districtOffice, `/api/v1/tasks/${task}/acceptance`, {}, { 'Idempotency-Key': 'accept-1' });
      const first = await accept();
      await product.done(districtOffice, post(`/api/v1/tasks/${task}/results`, result('60.25')));
      expect(told(await accept())).toEqual(told(first));
      expect(await eventsOf('TaskAccepted', task)).toHaveLength(1);
    });

    it('with another body are refused, and a body that means the same is no other', async () => {
      const { title, ...rest } = splitBody;
      const first = await send(office, '/api/v1/splits', { title, ...rest }, { 'Idempotency-Key': 'create-3' });
      const reordered = await send(office, '/api/v1/splits', { ...rest, title }, { 'Idempotency-Key': 'create-3' });
      expect(told(reordered)).toEqual(told(first));
      const other = await send(office, '/api/v1/splits', { ...splitBody, deepestLevel: 2 }, { 'Idempotency-Key': 'create-3' });
      expect([other.status, (other.body as { code: string }).code]).toEqual([422, 'idempotency-key-reused']);
    });

    it('of different actors have nothing to do with each other', async () => {
      const [mine, theirs] = await Promise.all([office, districtOffice].map((account) => send(account, '/api/v1/splits', splitBody, { 'Idempotency-Key': 'create-4' })));
      expect([mine?.status, theirs?.status]).toEqual([201, 201]);
      expect((mine?.body as { id: string }).id).not.toBe((theirs?.body as { id: string }).id);
    });
  });

  it('done already are answered as done, and nothing more is recorded', async () => {
    const task = city.taskId('CLN-01-02');
    const first = await send(districtOffice, `/api/v1/tasks/${task}/acceptance`, {});
    const again = await send(districtOffice, `/api/v1/tasks/${task}/acceptance`, {});
    expect([first.status, again.status, again.headers['etag']]).toEqual([200, 200, '"1"']);
    expect(await eventsOf('TaskAccepted', task)).toHaveLength(1);
  });

  describe('with If-Match', () => {
    const report = (task: string, value: string, ifMatch: string) =>
      send(districtOffice, `/api/v1/tasks/${task}/results`, result(value, '%'), { 'If-Match': ifMatch });

    it('hold where nothing has changed since, and tell the new revision', async () => {
      const task = city.taskId('CLN-01-02');
      const stale = await report(task, '40', '"0"');
      expect([stale.status, (stale.body as { code: string }).code]).toEqual([412, 'revision-mismatch']);
      const reported = await report(task, '40', '"1"');
      expect([reported.status, reported.headers['etag']]).toEqual([200, '"2"']);
      expect((await report(task, '40', '"9"')).status).toBe(412);
    });

    it('of several at once, one is done and the others are told that it has changed', async () => {
      const { id } = await product.done(office, post('/api/v1/splits', splitBody));
      const rows = (part: number) => send(office, `/api/v1/splits/${id}/rows`, { part, rows: [rowOfPart(part)] }, { 'If-Match': '"0"' });
      const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => rows(index + 1)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
      expect(await eventsOf('SplitRowsAdded', id)).toHaveLength(1);
    });
  });

  it('without If-Match at the same time are all done, one after the other', async () => {
    const { id } = await product.done(office, post('/api/v1/splits', splitBody));
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) =>
      send(office, `/api/v1/splits/${id}/rows`, { part: index + 1, rows: [rowOfPart(index + 1)] })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(answers.map(({ headers }) => headers['etag'] as string).sort()).toEqual(Array.from({ length: 8 }, (_, index) => `"${index + 1}"`));
  });

  const rowOfPart = (part: number) => ({ ...citySplit()[0], key: `CLN-01-01.${part}` });
});
