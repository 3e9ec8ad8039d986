import { readWorkbook } from '@zeren/http';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { matrixColumns, matrixSheetNames, matterCatalogueDecider, organisationRefusals, readMatrixSheet, type MatrixRow } from '@zeren/organisation-domain';
import ExcelJS from 'exceljs';
import { OrganisationModule, organisationPolicies, organisationTables } from '../index.js';
import { writeMatrixWorkbook } from './matrix-workbook.js';

const text = (zh: string) => ({ zh, en: zh });
const levels = ['市', '县区', '镇街', '村社区', '网格'].map(text);
const tenant = (tenantId: string, kind: 'city' | 'district') =>
  ({ tenantId, name: text(tenantId), kind, parentTenantId: kind === 'city' ? null : '511900', levels, timeZone: 'Asia/Shanghai' });
const unit = (unitId: string, kind: string, level: number | null, parentUnitId: string | null) =>
  ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom: '2000-01-01' });
const classOf = (code: string, stages: readonly object[] = []) =>
  ({ code, kind: 'event', majorCode: code.slice(0, 3), name: text(code), filingCondition: null, stages, closingCondition: null, urgent: false, source: null, madeUp: false });
const catalogueBody = {
  validFrom: '2013-01-01', document: '城管〔2012〕18号', defaultTerm: { value: 5, unit: 'working-day' }, arbitrationTerm: { value: 3, unit: 'working-day' }, majors: ['E01', 'E02'].map((code) => ({ code, kind: 'event', name: text(code) })),
  classes: [classOf('E01-01', [{ code: '1', name: text('处置'), term: { value: 4, unit: 'working-hour' } }]), classOf('E01-02'), classOf('E02-01')],
};
const entry = (areaUnitId: string, matterCode: string, leadUnitId: string, claim = 'block') => ({ areaUnitId, matterCode, claim, leadUnitId, supportingUnitIds: [], officerPostId: null });

const workbookOf = async (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(matrixSheetNames[0]);
  sheet.addRow(matrixColumns.map(({ heading }) => heading.zh));
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('matters and matrix over HTTP', () => {
  let house: House;
  const tokens: Record<string, string> = {};

  const send = async <T>(request: HttpRequest, who = 'city', status = 200): Promise<T> => {
    const answer = await house.http.send(request.as(tokens[who] as string));
    if (answer.status === 503) return send(request, who, status);
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as T;
  };
  const matrixPath = '/api/v1/responsibility-matrix';
  const upload = (file: Buffer, dryRun: boolean) =>
    post(`${matrixPath}/spreadsheet?reason=${encodeURIComponent('首次发布')}&from=2013-02-01&dryRun=${dryRun}`, file).with('Content-Type', 'application/octet-stream').with('Accept-Language', 'zh');
  type Counted = { readonly matrixVersion: number; readonly area: { readonly total: object }; readonly parts: readonly { readonly unitId: string; readonly total: object; readonly byMajor: readonly object[] }[] };
  const map = (who = 'city', query = '') => send<Counted>(get(`/api/v1/responsibility-map${query}`), who);
  const counts = (cells: number, vacuums: number, overlaps: number) => ({ cells, vacuums, overlaps });

  beforeAll(async () => {
    house = await startHouse({ name: 'platform', modules: [OrganisationModule], tables: organisationTables, refusals: organisationRefusals }, { policies: organisationPolicies.filter(({ name }) => name === 'organisation-share-with-districts') });
    house.setClock('2013-03-01T02:00:00.000Z');
    const people = {
      operator: { tenantId: 'platform', actorId: 'platform.operator', roles: ['operator'] },
      city: { tenantId: '511900', actorId: '511900.city-office', roles: ['city-office'] },
      bazhou: { tenantId: '511902', actorId: '511902.district-office', roles: ['district-office'] },
      officer: { tenantId: '511900', actorId: '511900.officer', roles: ['officer'] },
      newcomer: { tenantId: '511904', actorId: '511904.district-office', roles: ['district-office'] },
      foreign: { tenantId: '211100', actorId: '211100.city-office', roles: ['city-office'] },
    } as const;
    for (const [name, caller] of Object.entries(people)) tokens[name] = await house.tokenFor(caller);
    await send(post('/api/v1/tenants', tenant('511900', 'city')), 'operator', 201);
    await send(post('/api/v1/tenants', tenant('511902', 'district')), 'operator', 201);
    await send(post('/api/v1/tenants', tenant('211100', 'city')), 'operator', 201);
    await send(post('/api/v1/organisation/units', {
      units: [
        unit('511900', 'government', 1, null), unit('511900-urban', 'department', 1, '511900'), unit('511900-housing', 'department', 1, '511900'), unit('511902', 'district', 2, '511900'),
        unit('511903', 'district', 2, '511900'), unit('511902001', 'town', 3, '511902'), unit('511902001001', 'village', 4, '511902001'), unit('511902001002', 'village', 4, '511902001'),
        unit('511903001', 'town', 3, '511903'), unit('511903001001', 'village', 4, '511903001'),
      ],
    }), 'city', 201);
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('lays down one catalogue for the city and its districts, with its versions; another city has its own', async () => {
    await send(post('/api/v1/matters/versions', catalogueBody), 'city', 201);
    type Reading = { readonly catalogue: { readonly version: number; readonly classes: readonly { readonly limits: string }[] } | null; readonly versions: readonly object[] };
    const reading = await send<Reading>(get('/api/v1/matters'), 'bazhou');
    expect(reading.catalogue?.classes.map(({ limits }) => limits)).toEqual(['published', 'default', 'default']);
    expect(reading.versions).toEqual([{ version: 1, validFrom: '2013-01-01', document: '城管〔2012〕18号', classes: 3 }]);
    expect((await send<Reading>(get('/api/v1/matters?on=2012-12-31'))).catalogue).toBeNull();
    expect(await send<Reading>(get('/api/v1/matters'), 'foreign')).toEqual({ catalogue: null, versions: [] });
    await house.http.given().when(post('/api/v1/matters/versions', catalogueBody).as(tokens['bazhou'] as string)).thenRefused(409, 'matters-of-the-city');
    await house.http.given().when(post('/api/v1/matters/versions', catalogueBody).as(tokens['officer'] as string)).thenRefused(403, 'role-not-allowed');
  });

  it('takes the whole matrix from a workbook after a dry run that names each wrong cell; all of it or nothing; the same again changes nothing', async () => {
    const sound = [['511900', '市', 'E01', '', '块', '511900-urban', '', '511902', ''], ['511902001', '', 'E01-02', '', '块', '511902001', '', '', ''], ['511902001', '', 'E01-02', '', '条', '511900-housing', '', '', '']];
    const wrong = await workbookOf([...sound, ['211103', '', 'E09', '', '块', '211100-urban', '', '', ''], sound[0] as string[]]);
    const { errors } = await send<{ errors: readonly { row: number; column: string; code: string }[] }>(upload(wrong, true));
    expect(errors.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual(['A5 matrix-area-outside', 'C5 matrix-matter-unknown', 'F5 matrix-unit-outside', 'C6 matrix-rows-overlap']);
    await house.http.given().when(upload(wrong, false).as(tokens['city'] as string)).thenRefused(422, 'matrix-sheet-wrong', 'A5');
    expect(await send<{ total: number }>(get(matrixPath))).toMatchObject({ total: 0 });
    const right = await workbookOf(sound);
    expect(await send(upload(right, true))).toEqual({ rows: 3, added: 3, ended: 0, errors: [] });
    await send(upload(right, false), 'city', 201);
    await send(upload(right, false));
    expect(await send(get(`${matrixPath}/versions`))).toMatchObject({ total: 1, items: [{ version: 1, cause: 'import', reason: '首次发布', added: 3 }] });
    expect(await send<{ items: readonly { rowId: string }[] }>(get(`${matrixPath}?claim=line`), 'bazhou')).toMatchObject({ total: 1, items: [{ rowId: '1.3', validFrom: '2013-02-01' }] });
  });

  it('gives the rows in force as a workbook with the names of what the codes stand for', async () => {
    const file = await house.http.send(get(`${matrixPath}/spreadsheet`).as(tokens['city'] as string));
    expect({ status: file.status, name: file.headers['content-disposition'] }).toEqual({ status: 200, name: 'attachment; filename="responsibility-matrix-2013-03-01.xlsx"' });
    const said = { ...entry('511902001', 'E01-02', '511900-housing', 'line'), supportingUnitIds: ['511902', '511900-urban'], officerPostId: '511900-housing.head' } as const;
    const row: MatrixRow = { ...said, claim: 'line', rowId: '1.1', validFrom: '2013-01-01', validUntil: null };
    const book = await writeMatrixWorkbook([row], { registers: [], catalogue: matterCatalogueDecider.initialState }, '2013-02-01', 'en');
    expect(readMatrixSheet(readWorkbook(book).sheet(matrixSheetNames) ?? []).entries).toEqual([said]);
  });

  it('counts every village against every class, for the city the whole and for a district its own part, and opens each count to its cells', async () => {
    const whole = await map();
    expect(whole).toMatchObject({ matrixVersion: 1, area: { total: counts(9, 3, 2) } });
    expect(whole.parts.map(({ unitId, total, byMajor }) => [unitId, total, byMajor])).toEqual([
      ['511902', counts(6, 2, 2), [counts(4, 0, 2), counts(2, 2, 0)]], ['511903', counts(3, 1, 0), [counts(2, 0, 0), counts(1, 1, 0)]],
    ]);
    expect((await map('bazhou')).parts.map(({ unitId }) => unitId)).toEqual(['511902001']);
    expect(await send(get('/api/v1/responsibility-map/cells?areaUnitId=511902&matterCode=E01&why=overlap&limit=1'), 'bazhou')).toMatchObject({
      total: 2, items: [{ areaUnitId: '511902001001', matterCode: 'E01-02', claimantUnitIds: ['511902001', '511900-housing'] }],
    });
    expect(await send(get('/api/v1/responsibility-map/cells'))).toMatchObject({ total: 5 });
    await house.http.given().when(get('/api/v1/responsibility-map?areaUnitId=511903').as(tokens['bazhou'] as string)).thenRefused(404, 'not-found');
    await house.http.given().when(get('/api/v1/responsibility-map/cells?areaUnitId=511903').as(tokens['foreign'] as string)).thenRefused(404, 'not-found');
  });

  it('refers a cell to arbitration within the working days that the city has laid down; the ruling is a new version with its reason, and the map follows at once', async () => {
    const cell = { areaUnitId: '511902001', matterCode: 'E02-01' };
    await send(post(`${matrixPath}/referrals`, { ...cell, reason: '背街小巷无人管' }), 'bazhou');
    expect(await send(get(`${matrixPath}/referrals?open=true`))).toMatchObject({ total: 1, items: [{ ...cell, why: 'vacuum', arbitrateBy: { term: { value: 3, unit: 'working-day' }, provisional: true } }] });
    const ruling = { ...cell, leadUnitId: '511902001', supportingUnitIds: ['511900-urban'], officerPostId: null, reason: '属地兜底', document: '裁定〔2013〕1号' };
    await house.http.given().when(post(`${matrixPath}/rulings`, { ...ruling, areaUnitId: '511903' }).as(tokens['bazhou'] as string)).thenRefused(409, 'matrix-of-the-city');
    await send(post(`${matrixPath}/rulings`, ruling), 'bazhou');
    expect(await send(get(`${matrixPath}/referrals?open=true`))).toMatchObject({ total: 0 });
    expect(await send(get(`${matrixPath}/versions?limit=1`))).toMatchObject({ items: [{ version: 2, cause: 'ruling', reason: '属地兜底', cell }] });
    expect(await send(get(`${matrixPath}/owner?areaUnitId=511902001002&matterCode=E02-01`))).toMatchObject({ kind: 'owned', lead: '511902001', row: { rowId: '2.1', validFrom: '2013-03-01' } });
    expect(await map()).toMatchObject({ matrixVersion: 2, area: { total: counts(9, 1, 2) } });
    expect(await map('city', '?on=2013-02-28')).toMatchObject({ area: { total: counts(9, 3, 2) } });
  });

  it('changes single rows, and states the whole anew; each is a version', async () => {
    await send(post(`${matrixPath}/changes`, { entries: [entry('511903', 'E02', '511903')], endedRowIds: ['1.3'], reason: '职责调整', from: '2013-04-01' }));
    expect(await map('city', '?on=2013-04-01')).toMatchObject({ matrixVersion: 3, area: { total: counts(9, 0, 0) } });
    await house.http.given().when(post(`${matrixPath}/changes`, { entries: [], endedRowIds: ['9.9'], reason: '职责调整' }).as(tokens['city'] as string)).thenRefused(409, 'matrix-row-unknown', 'endedRowIds[0]');
    await send(post(`${matrixPath}/statements`, { entries: [entry('511900', '*', '511900-urban')], reason: '机构改革', from: '2013-05-01' }));
    expect(await map('city', '?on=2013-05-01')).toMatchObject({ matrixVersion: 4, area: { total: counts(9, 0, 0) } });
    expect(await send(get(`${matrixPath}?on=2013-05-01`))).toMatchObject({ total: 1 });
    await house.http.given().when(post(`${matrixPath}/statements`, { entries: [], reason: 'x' }).as(tokens['bazhou'] as string)).thenRefused(403, 'role-not-allowed');
  });

  it('holds at once in a district that is set up after it was published: it rules on its own area before the next version', async () => {
    await send(post('/api/v1/organisation/units', {
      units: [unit('511904', 'district', 2, '511900'), unit('511904001', 'town', 3, '511904'), unit('511904001001', 'village', 4, '511904001')],
    }));
    await send(post('/api/v1/tenants', tenant('511904', 'district')), 'operator', 201);
    const ruling = { areaUnitId: '511904001', matterCode: 'E02-01', leadUnitId: '511904001', supportingUnitIds: [], officerPostId: null, reason: '属地', document: null };
    const ruled = async (): Promise<number> => (await house.http.send(post(`${matrixPath}/rulings`, ruling).as(tokens['newcomer'] as string))).status;
    for (const end = Date.now() + 5_000; await ruled() !== 200 && Date.now() < end;) await new Promise((later) => { setTimeout(later, 50); });
    expect(await send(get(`${matrixPath}/owner?areaUnitId=511904001001&matterCode=E02-01`), 'newcomer')).toMatchObject({ kind: 'owned', lead: '511904001' });
    expect((await send<{ catalogue: { version: number } }>(get('/api/v1/matters'), 'newcomer')).catalogue.version).toBe(1);
    await house.http.given().when(post(`${matrixPath}/rulings`, { ...ruling, areaUnitId: '511903' }).as(tokens['newcomer'] as string)).thenRefused(409, 'matrix-of-the-city');
  });
});
