import { createHash } from 'node:crypto';
import type { EvidenceDemand, EvidenceFigures, EvidenceRow } from '@zeren/evidence-domain';
import { get, post, type HttpRequest } from '@zeren/http/testing';
import { CITY, DISTRICT, openCity, PEER, type City } from './city.js';
import { START_WITHIN, startProduct, type Product } from './product.js';

const office = `${CITY}.city-office`;
const districtOffice = `${DISTRICT}.district-office`;
const task = 'CLN-01-02';
const table = Buffer.from('单位,绿地面积\n巴州区,60.25\n');

type Changed = { id: string; position: string };

describe('evidence, from the district that files it to the city that packs it', () => {
  let product: Product;
  let city: City;
  let filed: Changed;

  const upload = (bytes: Buffer): HttpRequest => {
    const query = new URLSearchParams({
      title: '绿地统计表', fileName: '绿地.csv', mediaType: 'text/csv', format: 'statistics-table', unitId: DISTRICT, taskId: city.taskId(task),
    });
    return post(`/api/v1/evidence?${query.toString()}`, bytes).with('Content-Type', 'application/octet-stream');
  };
  const figures = async (account: string, after: string): Promise<EvidenceFigures | undefined> =>
    (await product.done<{ items: EvidenceFigures[] }>(account, get(`/api/v1/evidence/figures?after=${after}`))).items[0];
  const fetched = async (account: string, path: string) =>
    fetch(`${product.url}${path}`, { headers: { Authorization: `Bearer ${await product.token(account)}` } });

  beforeAll(async () => {
    product = await startProduct();
    city = await openCity(product);
  }, START_WITHIN);

  afterAll(() => product?.remove(), 60_000);

  it('is missing until it is filed, and then no more, for the district and for the city', async () => {
    const { items } = await product.done<{ items: EvidenceDemand[] }>(districtOffice, get(`/api/v1/evidence/demands?unitId=${DISTRICT}&indicatorCode=${task}`));
    expect(items.map(({ unitId, formats, filed: pieces }) => [unitId, formats, pieces])).toEqual([[DISTRICT, ['statistics-table'], 0]]);
    const before = await figures(office, '0');
    filed = await product.done<Changed>(districtOffice, upload(table));
    const row = await product.done<EvidenceRow>(office, get(`/api/v1/evidence/${filed.id}?after=${filed.position}`));
    expect([row.unitId, row.hash]).toEqual([DISTRICT, createHash('sha256').update(table).digest('hex')]);
    const after = await figures(office, filed.position);
    expect([after?.required, after?.met]).toEqual([before?.required, (before?.met ?? 0) + 1]);
  });

  it('is downloaded and packed by the city, and not by a peer of the district', async () => {
    const answer = await fetched(office, `/api/v1/evidence/${filed.id}/file`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(table)).toBe(true);
    const pack = await fetched(office, `/api/v1/evidence-packs?campaignId=${CITY}_clean&indicatorCode=${task}`);
    expect([pack.status, Buffer.from(await pack.arrayBuffer()).includes(table)]).toEqual([200, true]);
    expect((await fetched(`${PEER}.district-office`, `/api/v1/evidence/${filed.id}/file`)).status).toBe(404);
  });

  it('is replayed and read by an auditor', async () => {
    const history = await product.done<{ events: { type: string }[] }>(`${CITY}.auditor`, get(`/api/v1/history/evidence-${filed.id}`));
    expect(history.events.map(({ type }) => type)).toEqual(['EvidenceFiled']);
    expect((await fetched(`${CITY}.auditor`, `/api/v1/evidence/${filed.id}/file`)).status).toBe(200);
  });

  it('is still there, byte for byte, after the product was killed', async () => {
    await product.leave();
    product.running.process.kill('SIGKILL');
    await product.running.ended;
    product = await startProduct(product.place);
    const answer = await fetched(office, `/api/v1/evidence/${filed.id}/file`);
    expect([answer.status, Buffer.from(await answer.arrayBuffer()).equals(table)]).toEqual([200, true]);
  }, START_WITHIN);
});
