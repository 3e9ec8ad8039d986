import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { evidenceRefusals, type EvidenceDemand, type EvidenceFigures, type EvidenceRow } from '@zeren/evidence-domain';
import { bombOf, newFolder, photoFromPhone, startS3 } from '@zeren/file-store/testing';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import ExcelJS from 'exceljs';
import { EvidenceModule, evidenceTables, fileRefusals } from './index.js';

const CAMPAIGN = '511900_env';
const taskId = (code: string, unitId = '511902') => `511900_split.${code}~${unitId}`;
const text = (zh: string, en = zh) => ({ zh, en });
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const pdf = (said: string) => Buffer.from(`%PDF-1.7\n% ${said}\n%%EOF\n`);

type Answer = Awaited<ReturnType<House['http']['send']>>;
type Changed = { id: string; revision: number; position: string };
type Said = Readonly<Record<string, string | readonly string[]>>;

type Kept = { readonly files: () => string[]; readonly path: (hash: string) => string; stop(): Promise<void> };

/** The embedded store. */
const localStore = (data: string): Kept => {
  process.env['ZEREN_DATA'] = data;
  const files = () => everyFileIn(join(data, 'evidence')).filter((path) => !path.includes('incoming'));
  return { files, path: (hash) => files().find((path) => path.endsWith(hash)) as string, stop: async () => undefined };
};

/** A real S3-compatible server. */
const s3Store = async (data: string): Promise<Kept> => {
  process.env['ZEREN_DATA'] = data;
  const { directory, environment, stop } = await startS3();
  Object.assign(process.env, environment);
  const files = () => everyFileIn(directory).filter((path) => path.endsWith('_object'));
  return {
    files,
    path: (hash) => files().find((path) => path.includes(hash)) as string,
    stop: async () => {
      delete process.env['S3_ENDPOINT'];
      await stop();
    },
  };
};

const everyFileIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

describe.each([['a local folder', localStore], ['an S3-compatible store', s3Store]])('evidence over HTTP, kept in %s', (_, startStore) => {
  const data = newFolder();
  let house: House;
  let kept: Kept;
  let last = 0n;
  const tokens = {} as Record<'district' | 'town' | 'city' | 'stranger' | 'leader', string>;

  beforeAll(async () => {
    process.env['EVIDENCE_MAX_BYTES'] = String(1024 * 1024);
    process.env['EVIDENCE_MAX_FILES'] = '3';
    process.env['EVIDENCE_MAX_PIXELS'] = '1000000';
    kept = await startStore(data);
    house = await startHouse({ name: 'platform', modules: [EvidenceModule], tables: evidenceTables, refusals: { ...evidenceRefusals, ...fileRefusals } });
    const office = (tenantId: string, role: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${role}`, unitId: `${tenantId}-creation-office`, roles: [role] });
    [tokens.district, tokens.town, tokens.city, tokens.stranger, tokens.leader] = await Promise.all([
      office('511902', 'district-office'),
      house.tokenFor({ tenantId: '511902', actorId: '511902101.officer', unitId: '511902101', roles: ['officer'] }),
      office('511900', 'city-office'), office('511922', 'district-office'),
      house.tokenFor({ tenantId: '511902', actorId: '511902.leader', unitId: '511902', roles: ['leader'] }),
    ]);
    const shared = { sharedWith: ['511902'] };
    const codes = ['ENV-01', 'ENV-02', 'ENV-03', 'ENV-04', 'ENV-05', 'ENV-06'];
    await house.record('campaign-511900_env', {
      type: 'CampaignOpened', data: { name: text('环保模范城市', 'Model city'), standardId: '511900_ENV.v1', leadUnitId: '511900', weights: codes.map((indicatorCode) => ({ indicatorCode, weight: '10' })), participantTenantIds: ['511902'] },
    }, shared);
    await house.record('organisation-511902_register', {
      type: 'UnitsRegistered',
      data: { units: [{ unitId: '511902', code: '511902', name: text('巴州区', 'Bazhou'), kind: 'district', level: 2, parentUnitId: '511900', validFrom: '2012-01-01' }] },
    }, { sharedWith: ['511900'] });
    for (const [code, evidence] of [['ENV-01', 'field'], ['ENV-02', 'document'], ['ENV-03', 'statistics'], ['ENV-06', 'statistics']] as const) {
      last = await house.record(`task-${taskId(code)}`, {
        type: 'TaskPublished',
        data: {
          campaignId: CAMPAIGN, indicatorCode: code, name: text(`指标${code}`, code), evidence, unitId: '511902', supportingUnitIds: ['511902101'],
          level: 2, deadline: '2014-12-31T15:59:59.000Z',
        },
      }, shared);
    }
  }, 120_000);

  afterAll(async () => {
    await house?.stop();
    await kept?.stop();
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  const upload = (bytes: Buffer, said: Said = {}, token = tokens.district): HttpRequest => {
    const query = new URLSearchParams();
    const all: Said = { title: '处理厂出水口', fileName: '出水口.jpg', mediaType: 'image/jpeg', format: 'photo', unitId: '511902', taskId: taskId('ENV-01'), after: String(last), ...said };
    for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) if (one !== '') query.append(name, String(one));
    return post(`/api/v1/evidence?${query.toString()}`, bytes).as(token).with('Content-Type', 'application/octet-stream');
  };
  /** As a client does: where a view is not yet there, it asks again. */
  const patiently = async (request: HttpRequest): Promise<Answer> => {
    const answer = await house.http.send(request);
    return answer.status === 503 && answer.body.code === 'view-not-ready' ? patiently(request) : answer;
  };
  const done = async (request: HttpRequest): Promise<Changed> => {
    const answer = await patiently(request);
    expect([answer.status < 300, answer.text]).toEqual([true, expect.anything()]);
    last = BigInt((answer.body as Changed).position) > last ? BigInt((answer.body as Changed).position) : last;
    return answer.body as Changed;
  };
  const read = async <Body>(path: string, token = tokens.district): Promise<Body> => {
    const answer = await patiently(get(`${path}${path.includes('?') ? '&' : '?'}after=${last}`).as(token));
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return answer.body as Body;
  };
  const row = (id: string, token = tokens.district) => read<EvidenceRow>(`/api/v1/evidence/${id}`, token);
  const fetched = (path: string, token = tokens.district, headers: Record<string, string> = {}) =>
    fetch(`${house.url}${path}`, { headers: { Authorization: `Bearer ${token}`, ...headers } });
  const isNothingBegun = () => expect(readdirSync(join(data, 'evidence', 'incoming'))).toEqual([]);

  describe('a photo', () => {
    let id: string;

    it('is filed with hash, place and time, and without anything else that was in it', async () => {
      ({ id } = await done(upload(await photoFromPhone(), { placeAndTime: 'true' })));
      const filed = await row(id);
      expect(filed).toMatchObject({
        unitId: '511902', format: 'photo', status: 'filed', mediaType: 'image/jpeg', fileName: '出水口.jpg', capturedAt: '2013-03-01T01:30:00.000Z',
        latitude: '31.858000', longitude: '106.747000', capturedFrom: 'file', filedBy: '511902.district-office',
        credits: [{ campaignId: CAMPAIGN, indicatorCode: 'ENV-01', taskId: taskId('ENV-01') }],
      });
      const stored = readFileSync(kept.path(filed.hash));
      expect([sha256(stored), stored.length, stored.includes('Owner')]).toEqual([filed.hash, filed.size, false]);
      isNothingBegun();
    });

    it('comes back byte for byte, in ranges, and not again where it is known', async () => {
      const { hash, size } = await row(id);
      const path = `/api/v1/evidence/${id}/file`;
      const whole = await fetched(path);
      const bytes = Buffer.from(await whole.arrayBuffer());
      expect([whole.status, sha256(bytes), whole.headers.get('etag'), whole.headers.get('content-length')]).toEqual([200, hash, `"${hash}"`, String(size)]);
      expect(whole.headers.get('content-disposition')).toBe("attachment; filename=\"___.jpg\"; filename*=UTF-8''%E5%87%BA%E6%B0%B4%E5%8F%A3.jpg");
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
      const part = await fetched(path, tokens.district, { Range: 'bytes=10-19' });
      expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))]).toEqual([206, `bytes 10-19/${size}`, true]);
      expect((await fetched(path, tokens.district, { Range: `bytes=${size}-` })).status).toBe(416);
      expect((await fetched(path, tokens.district, { 'If-None-Match': `"${hash}"` })).status).toBe(304);
    });

    it('is seen by the owner of the campaign, and by no other tenant', async () => {
      expect((await row(id, tokens.city)).id).toBe(id.split('_')[1]);
      expect((await fetched(`/api/v1/evidence/${id}/file`, tokens.city)).status).toBe(200);
      expect((await fetched(`/api/v1/evidence/${id}/file`, tokens.stranger)).status).toBe(404);
      expect(await read('/api/v1/evidence', tokens.stranger)).toEqual({ items: [] });
      for (const token of [tokens.stranger, tokens.city]) {
        const answer = await house.http.send(post(`/api/v1/evidence/${id}/withdrawal`, { reason: '不是我的' }).as(token));
        expect([answer.status, answer.body.code]).toEqual(token === tokens.city ? [409, 'evidence-unit-not-yours'] : [404, 'not-found']);
      }
    });

    it('sent again with its key is one, also in the store; with other bytes the key is refused', async () => {
      const [first, other] = await Promise.all([photoFromPhone({ width: 70 }), photoFromPhone({ width: 80 })]);
      const after = String(last);
      const keyed = (bytes: Buffer) => upload(bytes, { taskId: '', indicator: `${CAMPAIGN}:ENV-04`, after }).with('Idempotency-Key', 'photo-1');
      const before = kept.files().length;
      const filed = await done(keyed(first));
      expect(await done(keyed(first))).toEqual(filed);
      expect(kept.files().length).toBe(before + 1);
      await house.http.given().when(keyed(other)).thenRefused(422, 'idempotency-key-reused');
    });

    it('filed again by the unit is a new reference to the one file', async () => {
      const before = kept.files().length;
      const again = await done(upload(await photoFromPhone(), { taskId: taskId('ENV-02'), title: '同一张' }));
      expect([again.id === id, (await row(again.id)).hash, kept.files().length]).toEqual([false, (await row(id)).hash, before]);
      const referred = await done(post(`/api/v1/evidence/${id}/references`, { title: '引用', format: 'photo', unitId: '511902', taskIds: [taskId('ENV-03')], indicators: [] }).as(tokens.district));
      expect([(await row(referred.id)).reusedFrom, kept.files().length]).toEqual([id, before]);
    });
  });

  describe('is refused, and nothing is left behind:', () => {
    it.each<[string, () => Buffer | Promise<Buffer>, Said, number, string]>([
      ['a file too large', () => Buffer.alloc(1024 * 1024 + 1), {}, 413, 'file-too-large'],
      ['an empty file', () => Buffer.alloc(0), {}, 400, 'file-empty'],
      ['a program called a photo', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), {}, 422, 'file-type-differs'],
      ['a type that is not accepted', () => Buffer.from('<svg/>'), { mediaType: 'image/svg+xml' }, 415, 'evidence-type-not-accepted'],
      ['a broken image', async () => (await photoFromPhone({ width: 500, height: 500 })).subarray(0, 900), {}, 422, 'file-image-broken'],
      ['an image of too many pixels', () => bombOf(40_000), { mediaType: 'image/png' }, 422, 'file-image-too-large'],
      ['an unknown task', () => photoFromPhone(), { taskId: '511900_split.NO~1' }, 409, 'evidence-task-unknown'],
      ['an unknown campaign', () => photoFromPhone(), { taskId: '', indicator: '511900_no:ENV-01' }, 409, 'evidence-campaign-unknown'],
      ['an unknown indicator', () => photoFromPhone(), { taskId: '', indicator: `${CAMPAIGN}:ENV-99` }, 409, 'evidence-indicator-unknown'],
      ['no subject', () => photoFromPhone(), { taskId: '' }, 409, 'evidence-without-subject'],
      ['another unit’s', () => photoFromPhone(), { unitId: '511903' }, 409, 'evidence-unit-not-yours'],
      ['a document called a photo', () => pdf('x'), { mediaType: 'application/pdf' }, 409, 'evidence-format-unfit'],
      ['a photo without place and time where these are the evidence', () => bombOf(8), { mediaType: 'image/png', placeAndTime: 'true' }, 422, 'evidence-image-without-place-and-time'],
      ['place and time stated and read', () => photoFromPhone(), { placeAndTime: 'true', latitude: '1', longitude: '2' }, 422, 'evidence-place-and-time-twice'],
      ['a title that is not there', () => photoFromPhone(), { title: '' }, 400, 'validation-failed'],
    ])('%s', async (_case, bytes, said, status, code) => {
      const before = kept.files().length;
      await house.http.given().when(upload(await bytes(), said)).thenRefused(status, code);
      expect(kept.files().length).toBe(before);
      isNothingBegun();
    });

    it('one more than a unit may have for an indicator', async () => {
      const one = (n: number) => upload(pdf(`report ${n}`), { mediaType: 'application/pdf', fileName: 'r.pdf', format: 'explanatory-report', taskId: '', unitId: '511902101', indicator: `${CAMPAIGN}:ENV-02` }, tokens.town);
      for (const n of [1, 2, 3]) await done(one(n));
      const refused = await patiently(one(4));
      expect([refused.status, refused.body.code]).toEqual([409, 'evidence-too-many']);
    });

    it('one more than a unit may have for an indicator, however many are sent at once; what is withdrawn makes room', async () => {
      const one = (n: number) => upload(pdf(`at once ${n}`), { mediaType: 'application/pdf', fileName: 'r.pdf', format: 'issued-document', taskId: '', unitId: '511902101', indicator: `${CAMPAIGN}:ENV-05` }, tokens.town);
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => patiently(one(n))));
      expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([...Array(3).fill([201, undefined]), ...Array(3).fill([409, 'evidence-too-many'])]);
      const filed = answers.filter(({ status }) => status === 201).map(({ body }) => body as unknown as Changed);
      last = filed.reduce((most, { position }) => (BigInt(position) > most ? BigInt(position) : most), last);
      await done(post(`/api/v1/evidence/${filed[0]?.id ?? ''}/withdrawal`, { reason: '重复' }).as(tokens.town));
      await done(one(7));
      const refused = await patiently(one(8));
      expect([refused.status, refused.body.code]).toEqual([409, 'evidence-too-many']);
    });

    it('a form that is not among those the standard names', async () => {
      last = await house.record('standard-511900_ENV.v1', {
        type: 'StandardPublished', data: { categories: [{ indicators: [{ code: 'ENV-05' }, { code: 'ENV-06', formats: ['photo', 'issued-document'] }] }] },
      }, { sharedWith: ['511902'] });
      const report = { mediaType: 'application/pdf', fileName: 'r.pdf', format: 'explanatory-report', taskId: taskId('ENV-06') };
      const refused = await patiently(upload(pdf('report'), report));
      expect([refused.status, refused.body.code]).toEqual([409, 'evidence-form-not-accepted']);
      const demanded = async () => (await read<{ items: EvidenceDemand[] }>(`/api/v1/evidence/demands?campaignId=${CAMPAIGN}&indicatorCode=ENV-06&state=all`)).items;
      expect(await demanded()).toEqual([expect.objectContaining({ formats: ['photo', 'issued-document'], filed: 0 })]);
      await done(upload(pdf('issued'), { ...report, format: 'issued-document' }));
      expect(await demanded()).toEqual([expect.objectContaining({ filed: 1, unfit: 0 })]);
    });

    it('a body that is no file, and one by somebody who files nothing', async () => {
      await house.http.given().when(post('/api/v1/evidence?title=a&fileName=a.pdf&mediaType=application/pdf&format=photo', {}).as(tokens.district)).thenRefused(400, 'file-body-missing');
      await house.http.given().when(upload(pdf('x'), {}, tokens.leader)).thenRefused(403, 'role-not-allowed');
      await house.http.given().when(post('/api/v1/evidence/511902_aaaa/withdrawal', Buffer.from('x')).as(tokens.district).with('Content-Type', 'application/octet-stream')).thenRefused(415, 'unsupported-media-type');
    });

    it('a connection that is cut in the middle of the file', async () => {
      const before = kept.files().length;
      const { path, headers } = upload(Buffer.alloc(0), { mediaType: 'application/pdf', fileName: 'a.pdf', format: 'issued-document' });
      const sending = httpRequest(`${house.url}${path}`, { method: 'POST', headers: { ...headers, 'Content-Length': '500000' } });
      sending.on('error', () => undefined);
      sending.write(Buffer.alloc(100_000));
      while (readdirSync(join(data, 'evidence', 'incoming')).length === 0) await pause(10);
      sending.destroy();
      for (let tries = 0; tries < 200 && readdirSync(join(data, 'evidence', 'incoming')).length > 0; tries += 1) await pause(10);
      isNothingBegun();
      expect(kept.files().length).toBe(before);
    });
  });

  describe('on file', () => {
    let report: Changed;

    it('counts for a further indicator without being sent again, is withdrawn with a reason, and is superseded by a better piece', async () => {
      report = await done(upload(pdf('report'), { mediaType: 'application/pdf', fileName: '../x/报告.pdf', format: 'explanatory-report', title: '报告', taskId: '', indicator: `${CAMPAIGN}:ENV-04` }));
      const credited = await done(post(`/api/v1/evidence/${report.id}/credits?after=${last}`, { taskIds: [taskId('ENV-02')], indicators: [] }).as(tokens.district));
      expect([credited.revision, (await row(report.id)).credits.map(({ indicatorCode }) => indicatorCode)]).toEqual([1, ['ENV-04', 'ENV-02']]);
      expect((await row(report.id)).fileName).toBe('报告.pdf');
      const better = await done(upload(pdf('better'), { mediaType: 'application/pdf', fileName: 'b.pdf', format: 'explanatory-report', title: '更好', taskId: '', indicator: [`${CAMPAIGN}:ENV-04`, `${CAMPAIGN}:ENV-02`] }));
      await done(post(`/api/v1/evidence/${report.id}/supersession`, { byEvidenceId: better.id, reason: '数字更正' }).as(tokens.district).with('If-Match', '"1"'));
      expect(await row(report.id)).toMatchObject({ status: 'superseded', supersededBy: better.id, reason: '数字更正' });
      expect((await fetched(`/api/v1/evidence/${report.id}/file`)).status).toBe(200);
      const list = await read<{ items: EvidenceRow[] }>(`/api/v1/evidence?campaignId=${CAMPAIGN}&indicatorCode=ENV-04`);
      expect(list.items.map(({ title }) => title)).toEqual(expect.arrayContaining(['更好']));
      expect(list.items.map(({ id }) => `511902_${id}`)).not.toContain(report.id);
    });

    it('is listed in pages, sorted, without a gap or a double', async () => {
      const all = await read<{ items: EvidenceRow[] }>('/api/v1/evidence?limit=200&sort=-filedAt');
      const paged: string[] = [];
      for (let cursor = ''; ;) {
        const page = await read<{ items: EvidenceRow[]; next?: string }>(`/api/v1/evidence?limit=2&sort=-filedAt${cursor}`);
        paged.push(...page.items.map(({ id }) => id));
        if (!page.next) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(paged).toEqual(all.items.map(({ id }) => id));
      await house.http.given().when(get('/api/v1/evidence?cursor=WzEsMl0').as(tokens.district)).thenRefused(400, 'malformed-cursor');
    });
  });

  describe('what is missing', () => {
    it('is what tasks demand and nothing accepted is filed for, by unit and indicator', async () => {
      const demands = async (query: string, token = tokens.district) => (await read<{ items: EvidenceDemand[] }>(`/api/v1/evidence/demands?campaignId=${CAMPAIGN}&${query}`, token)).items;
      const missing = await demands('state=missing');
      expect(missing.map(({ indicatorCode, unitId, formats, filed, unfit }) => [indicatorCode, unitId, formats, filed, unfit]))
        .toEqual([['ENV-03', '511902', ['statistics-table'], 0, 1]]);
      expect((await demands('state=met')).map(({ indicatorCode }) => indicatorCode)).toEqual(['ENV-01', 'ENV-02', 'ENV-06']);
      expect((await demands('state=all&sort=-indicatorCode', tokens.city)).map(({ indicatorCode }) => indicatorCode)).toEqual(['ENV-06', 'ENV-03', 'ENV-02', 'ENV-01']);
      expect(await demands('state=all', tokens.stranger)).toEqual([]);
    });

    it('is exported as a workbook in the reader’s language, whole, with nothing a spreadsheet takes for a formula', async () => {
      last = await house.record(`task-${taskId('ENV-01')}`.replace('split', 'later'), {
        type: 'TaskPublished', data: { campaignId: CAMPAIGN, indicatorCode: 'ENV-04', name: text('=1+1 提高绿地率'), evidence: 'statistics', unitId: '511902', supportingUnitIds: [], level: 2, deadline: '2014-06-30T15:59:59.000Z' },
      }, { sharedWith: ['511902'] });
      await read('/api/v1/evidence/figures');
      const answer = await fetched(`/api/v1/evidence-demands/spreadsheet?campaignId=${CAMPAIGN}&sort=deadline&after=${last}`, tokens.district, { 'accept-language': 'en' });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await answer.arrayBuffer()) as never);
      const lines = workbook.worksheets[0]?.getSheetValues().slice(1).map((line) => (line as string[]).slice(1)) ?? [];
      expect(lines[0]?.slice(0, 5)).toEqual(['Campaign', 'Indicator', 'Task', 'Unit', 'Code of the unit']);
      expect(lines.slice(1).map((line) => [line[0], line[1], line[2], line[3], line[10]])).toEqual([
        ['Model city', 'ENV-04', "'=1+1 提高绿地率", 'Bazhou', '2014-06-30'], ['Model city', 'ENV-03', 'ENV-03', 'Bazhou', '2014-12-31'],
      ]);
      await house.record(`task-${taskId('ENV-01')}`.replace('split', 'later'), { type: 'TaskVoided', data: { reason: '取消' } }, { sharedWith: ['511902'] });
    });

    it('says where the unit has on file for another campaign what proves it too', async () => {
      const shared = { sharedWith: ['511902'] };
      await house.record('campaign-511900_eco', {
        type: 'CampaignOpened',
        data: { name: text('生态市', 'Ecological city'), standardId: '511900_ECO.v1', leadUnitId: '511900', weights: [{ indicatorCode: 'ECO-01', weight: '100' }], participantTenantIds: ['511902'] },
      }, shared);
      await house.record('measure-511900_sewage', {
        type: 'MeasureDefined',
        data: { indicators: [{ standardId: '511900_ENV.v1', indicatorCode: 'ENV-02', relation: 'same' }, { standardId: '511900_ECO.v1', indicatorCode: 'ECO-01', relation: 'same' }] },
      }, shared);
      last = await house.record(`task-${taskId('ECO-01')}`, {
        type: 'TaskPublished',
        data: {
          campaignId: '511900_eco', indicatorCode: 'ECO-01', name: text('污水处理率', 'Sewage'), evidence: 'document', unitId: '511902', supportingUnitIds: [],
          level: 2, deadline: '2014-12-31T15:59:59.000Z',
        },
      }, shared);
      const demands = async () => (await read<{ items: EvidenceDemand[] }>('/api/v1/evidence/demands?campaignId=511900_eco&state=all')).items;
      const [demand] = await demands();
      expect([demand?.filed, demand?.servedBy.length]).toEqual([0, 1]);
      await done(post(`/api/v1/evidence/${demand?.servedBy[0] ?? ''}/credits?after=${last}`, { taskIds: [taskId('ECO-01')], indicators: [] }).as(tokens.district));
      expect((await demands()).map(({ filed, servedBy }) => [filed, servedBy])).toEqual([[1, []]]);
    });

    it('filed for one campaign from then on counts at once for the other that measures the same', async () => {
      const { id } = await done(upload(pdf('sewage'), { mediaType: 'application/pdf', fileName: 's.pdf', format: 'explanatory-report', taskId: taskId('ECO-01') }));
      expect((await row(id)).credits.map(({ campaignId, indicatorCode }) => [campaignId, indicatorCode])).toEqual([['511900_eco', 'ECO-01'], [CAMPAIGN, 'ENV-02']]);
    });

    it('is counted for each campaign', async () => {
      const { items } = await read<{ items: EvidenceFigures[] }>('/api/v1/evidence/figures', tokens.city);
      expect(items).toEqual([expect.objectContaining({ campaignId: '511900_eco', required: 1, met: 1 }), {
        campaignId: CAMPAIGN, name: text('环保模范城市', 'Model city'), required: 4, met: 3, missing: 1, indicators: 6, indicatorsWithout: 0,
      }]);
    });
  });

  describe('the pack', () => {
    const pack = async (token = tokens.city) => {
      const answer = await fetched(`/api/v1/evidence-packs?campaignId=${CAMPAIGN}&indicatorCode=ENV-04&after=${last}`, token);
      return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), name: answer.headers.get('content-disposition') };
    };

    it('of an indicator holds its files with an index, the same bytes every time', async () => {
      const [first, again] = [await pack(), await pack()];
      expect([first.status, first.name, again.bytes.equals(first.bytes)]).toEqual([200, expect.stringContaining('evidence-511900_env-ENV-04.zip'), true]);
      const content = first.bytes.toString('latin1');
      expect(content.startsWith('PK')).toBe(true);
      const index = JSON.parse(first.bytes.toString('utf8', first.bytes.indexOf('{\n'), first.bytes.indexOf('\n}\n') + 2)) as { count: number; evidence: { path: string; sha256: string; title: string; unitName: { zh: string } }[] };
      expect(index.count).toBe(2);
      expect(index.evidence.map(({ title }) => title).sort()).toEqual(['处理厂出水口', '更好']);
      for (const { path, sha256: hash, unitName } of index.evidence) {
        expect(first.bytes.includes(path)).toBe(true);
        expect(first.bytes.includes(readFileSync(kept.path(hash)))).toBe(true);
        expect(unitName.zh).toBe('巴州区');
      }
    });

    it('of a campaign holds its surveys, trainings and experiences too, with the files that go with them', async () => {
      const sheet = await done(upload(pdf('sign-in sheet'), { mediaType: 'application/pdf', fileName: '签到表.pdf', format: 'issued-document', taskId: taskId('ECO-01'), title: '签到表' }));
      const about = { unitId: '511902', campaignId: CAMPAIGN, title: '业务培训', evidenceIds: [sheet.id] };
      await done(post(`/api/v1/trainings?after=${last}`, { ...about, heldOn: '2013-02-12', attendance: [{ unitId: '511902101', invited: 4, attended: 3 }] }).as(tokens.district));
      const { id } = await done(post(`/api/v1/trainings?after=${last}`, { ...about, title: '误登', heldOn: '2013-02-13', attendance: [{ unitId: '511902101', invited: 1, attended: 1 }] }).as(tokens.district));
      await done(post(`/api/v1/trainings/${id}/withdrawal`, { reason: '误登' }).as(tokens.district));
      const answer = await fetched(`/api/v1/evidence-packs?campaignId=${CAMPAIGN}&after=${last}`, tokens.city);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const index = JSON.parse(bytes.toString('utf8', bytes.indexOf('{\n'), bytes.indexOf('\n}\n') + 2)) as { records: unknown[]; evidence: { evidenceId: string; indicatorCode: string | null; path: string; sha256: string }[] };
      expect(index.records).toEqual([expect.objectContaining({ kind: 'training', title: '业务培训', figures: { invited: 4, attended: 3 }, evidenceIds: [sheet.id] })]);
      const packed = index.evidence.find(({ evidenceId }) => evidenceId === sheet.id);
      const own = packed?.indicatorCode === null ? /^records\/\d+_511902_签到表\.pdf$/ : /^ENV-02\/\d+_511902_签到表\.pdf$/;
      expect(packed?.path).toMatch(own);
      expect(bytes.includes(readFileSync(kept.path(packed?.sha256 ?? '')))).toBe(true);
      expect(bytes.includes('records.csv')).toBe(true);
    });

    it('of another tenant is not found', async () => {
      expect((await pack(tokens.stranger)).status).toBe(404);
    });
  });

  describe('a stored file', () => {
    it('that was changed or is gone is told as such and never served', async () => {
      const { id } = await done(upload(pdf('to be changed'), { mediaType: 'application/pdf', fileName: 'c.pdf', format: 'issued-document', taskId: '', indicator: `${CAMPAIGN}:ENV-01` }));
      const { hash } = await row(id);
      const path = kept.path(hash);
      const bytes = readFileSync(path);
      writeFileSync(path, Buffer.concat([bytes.subarray(0, -2), Buffer.from('!!')]));
      await house.http.given().when(get(`/api/v1/evidence/${id}/file`).as(tokens.district)).thenRefused(500, 'file-changed');
      rmSync(path);
      await house.http.given().when(get(`/api/v1/evidence/${id}/file`).as(tokens.district)).thenRefused(500, 'file-missing');
      await done(upload(pdf('to be changed'), { mediaType: 'application/pdf', fileName: 'c.pdf', format: 'issued-document', taskId: '', indicator: `${CAMPAIGN}:ENV-03` }));
      expect((await fetched(`/api/v1/evidence/${id}/file`)).status).toBe(200);
    });
  });
});
