import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { EvidenceDemand, EvidenceFigures, EvidenceRow } from '@zeren/evidence-domain';
import { get, post, type HttpRequest } from '@zeren/http/testing';
import sharp from 'sharp';
import { CITY, DISTRICT, openCity, PEER, type City } from './city.js';
import { START_WITHIN, startProduct, type Product } from './product.js';

const office = `${CITY}.city-office`;
const districtOffice = `${DISTRICT}.district-office`;
const task = 'CLN-01-02';
const table = Buffer.from('单位,绿地面积\n巴州区,60.25\n');

type Changed = { id: string; position: string };

const picture = (side = 8): Promise<Buffer> => sharp({ create: { width: side, height: side, channels: 3, background: '#336699' } }).png().toBuffer();

/** A PNG that says it is of this size, with hardly anything behind it. */
const bomb = async (side: number): Promise<Buffer> => {
  const image = await picture();
  image.writeUInt32BE(side, 16);
  image.writeUInt32BE(side, 20);
  image.writeUInt32BE(crc32(image.subarray(12, 29)), 29);
  return image;
};

/** A workbook of one part that unpacks to 256 MB. */
const packedBomb = (): Buffer => {
  const name = Buffer.from('[Content_Types].xml');
  const packed = deflateSync(Buffer.alloc(256 * 1024 * 1024)).subarray(2, -4);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(256 * 1024 * 1024, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, packed]);
};
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('evidence, from the district that files it to the city that packs it', () => {
  let product: Product;
  let city: City;
  let filed: Changed;

  const upload = (bytes: Buffer, said: Readonly<Record<string, string>> = {}): HttpRequest => {
    const query = new URLSearchParams({
      title: '绿地统计表', fileName: '绿地.csv', mediaType: 'text/csv', format: 'statistics-table', unitId: DISTRICT, ...(said['indicator'] ? {} : { taskId: city.taskId(task) }), ...said,
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

  describe('is refused in both languages, and nothing is kept or recorded:', () => {
    const kept = (): string[] => readdirSync(join(product.place.data, 'evidence'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
    const refused = async (request: HttpRequest, status: number, code: string) => {
      const before = [kept(), (await product.recorded()).length];
      for (const [language, isChinese] of [['zh-CN', true], ['en', false]] as const) {
        const answer = await product.send(districtOffice, request.with('Accept-Language', language));
        const { code: told, detail } = answer.body as { code?: string; detail?: string };
        expect([answer.status, told, /\p{Script=Han}/u.test(detail ?? '')]).toEqual([status, code, isChinese]);
      }
      expect([kept(), (await product.recorded()).length]).toEqual(before);
    };

    it.each<[string, () => Buffer | Promise<Buffer>, Readonly<Record<string, string>>, number, string]>([
      ['a program that says it is a table', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), {}, 422, 'file-type-differs'],
      ['a page that says it is a photo', () => Buffer.from('<html><script>alert(1)</script></html>'), { mediaType: 'image/png', format: 'photo' }, 422, 'file-type-differs'],
      ['an empty file', () => Buffer.alloc(0), {}, 400, 'file-empty'],
      ['a file larger than 50 MiB', () => Buffer.alloc(50 * 1024 * 1024 + 1, 'x'), {}, 413, 'file-too-large'],
      ['a broken image', async () => (await picture(400)).subarray(0, 300), { mediaType: 'image/png', format: 'photo' }, 422, 'file-image-broken'],
      ['an image that unpacks to billions of pixels', () => bomb(60_000), { mediaType: 'image/png', format: 'photo' }, 422, 'file-image-too-large'],
      ['a workbook that unpacks to hundreds of megabytes', packedBomb, { mediaType: workbook, fileName: 'a.xlsx' }, 422, 'file-type-differs'],
      ['a drawing that runs programs', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), { mediaType: 'image/svg+xml' }, 415, 'evidence-type-not-accepted'],
    ])('%s', async (_case, bytes, said, status, code) => refused(upload(await bytes(), said), status, code), 30_000);

    it('the 51st piece of a unit for an indicator', async () => {
      const one = (number: number) => upload(Buffer.from(`单位,数值\n巴州区,${number}\n`), { title: `台账 ${number}`, indicator: `${CITY}_clean:CLN-01-01` });
      for (let from = 0; from < 50; from += 10) await Promise.all(Array.from({ length: 10 }, (_, at) => product.done(districtOffice, one(from + at))));
      await refused(one(50), 409, 'evidence-too-many');
    }, 60_000);
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
