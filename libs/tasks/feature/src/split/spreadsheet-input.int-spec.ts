import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { columnLetter } from '@zeren/kernel';
import { tasksRefusals, type SplitProgressRow, type SplitRow } from '@zeren/tasks-domain';
import { aCampaign, aCitySplit, aDistrictRow, annualTargetsOf, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import ExcelJS from 'exceljs';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';
import { readSplitSheet } from './spreadsheet-reader.js';
import { writeSplitWorkbook } from './spreadsheet-writer.js';
import { workbook } from '../testing/workbook.sample.js';

const said = { titleZh: '任务分解', titleEn: 'Split', kind: 'routine', from: '2013-01-01', until: '2014-12-31', deepestLevel: '3' };
const READ_WITHIN_MS = 15_000;

type DryRun = { readonly rows: number; readonly errors: readonly { readonly row: number; readonly column: string; readonly code: string }[] };

/** The sound split's workbook after a change in Excel. */
const edited = async (change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeSplitWorkbook(aCitySplit(), [2013, 2014], 'zh')).buffer as ArrayBuffer);
  change(book.getWorksheet('任务分解') as ExcelJS.Worksheet);
  return Buffer.from(await book.xlsx.writeBuffer());
};

const shares = (own: string, other: string): SplitRow[] => [
  aCitySplit()[0] as SplitRow,
  aDistrictRow(DISTRICT, { weight: '60.5', annualTargets: annualTargetsOf(own) }),
  aDistrictRow(OTHER_DISTRICT, { weight: '39.5', annualTargets: annualTargetsOf(other) }),
];

describe('a table of a split as offices fill it in, over HTTP', () => {
  let house: House;
  let office: string;
  let district: string;

  const send = async <T>(request: HttpRequest, status = 200): Promise<T> => {
    const answer = await house.http.send(request.as(office));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as T;
  };
  const upload = (file: Buffer, query: Record<string, string>) =>
    post(`/api/v1/split-spreadsheets?${new URLSearchParams(query).toString()}`, file).with('Content-Type', 'application/octet-stream').with('Accept-Language', 'zh');
  const dryRun = (file: Buffer) => send<DryRun>(upload(file, { ...said, dryRun: 'true' }));
  const fileOf = (rows: readonly SplitRow[]) => writeSplitWorkbook(rows, [2013, 2014], 'zh');
  const rowsOf = async (id: string, version?: number) => (await send<{ items: SplitRow[] }>(get(`/api/v1/splits/${id}/rows${version === undefined ? '' : `?version=${version}`}`))).items;
  const drafted = async (): Promise<string> => (await send<{ id: string }>(post('/api/v1/splits', {
    title: { zh: '任务分解', en: 'Split' }, cycle: { kind: 'routine', from: said.from, until: said.until }, deepestLevel: 3,
  }), 201)).id;

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    [office, district] = await Promise.all([
      house.tokenFor({ tenantId: CITY, actorId: `${CITY}.city-office`, unitId: `${CITY}-creation-office`, roles: ['city-office'] }),
      house.tokenFor({ tenantId: DISTRICT, actorId: `${DISTRICT}.district-office`, unitId: `${DISTRICT}-creation-office`, roles: ['district-office'] }),
    ]);
    await house.record(`campaign-${CITY}_env`, aCampaign({ participantTenantIds: [DISTRICT, OTHER_DISTRICT] }), { sharedWith: [DISTRICT, OTHER_DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it.each<[string, (sheet: ExcelJS.Worksheet) => void, string, string]>([
    ['a hidden row', (sheet) => { sheet.getRow(3).hidden = true; }, '3', 'row-hidden'],
    ['a formula', (sheet) => { sheet.getCell('M3').value = { formula: 'SUM(1,2)', result: 60.5 }; }, 'M3', 'cell-formula'],
    ['an error for a value', (sheet) => { sheet.getCell('M3').value = { error: '#DIV/0!' }; }, 'M3', 'cell-error'],
    ['a date that is none', (sheet) => { sheet.getCell('S3').value = '2014年2月30日'; }, 'S3', 'cell-date'],
    ['a number in words', (sheet) => { sheet.getCell('Y3').value = '六十'; }, 'Y3', 'cell-number'],
    ['a cell left empty', (sheet) => { sheet.getCell('H3').value = null; }, 'H3', 'cell-required'],
    ['weights that do not sum', (sheet) => { sheet.getCell('M3').value = 60; }, 'M3', 'weights-not-100'],
    ['a due date after the parent\'s', (sheet) => { sheet.getCell('Z3').value = '2014-01-31'; }, 'Z3', 'deadline-outside-parent'],
  ])('with %s is told so at its cell, and nothing is drafted', async (_, change, place, code) => {
    const { errors } = await dryRun(await edited(change));
    expect(errors.map(({ row, column, code: told }) => [`${column}${row}`, told])).toContainEqual([place, code]);
  });

  it('with merged cells is refused as a whole, naming them', async () => {
    const file = await edited((sheet) => sheet.mergeCells('A2:A3'));
    await house.http.given().when(upload(file, { ...said, dryRun: 'true' }).as(office)).thenRefused(422, 'sheet-merged', 'A2:A3');
  });

  it('with dates as text and full-width digits is taken for what it means', async () => {
    const file = await edited((sheet) => {
      sheet.getCell('S2').value = '2014年12月31日';
      sheet.getCell('S3').value = '2014/12/31';
      sheet.getCell('S4').value = new Date(Date.UTC(2014, 11, 31));
      sheet.getCell('M3').value = '６０．５';
      sheet.getCell('Y3').value = '６０．２５';
    });
    expect(await dryRun(file)).toEqual({ rows: 3, errors: [] });
  });

  it('with a million empty rows is read in seconds', async () => {
    const lines = readSplitSheet(await fileOf(aCitySplit()));
    const filled = lines.map(({ number, cells }) => `<row r="${number}">${[...cells].map(([column, { text }]) =>
      `<c r="${columnLetter(column)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('');
    const empty = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 10}" spans="1:23"/>`).join('');
    const begun = performance.now();
    expect(await dryRun(workbook(`<worksheet><sheetData>${filled}${empty}</sheetData></worksheet>`))).toEqual({ rows: 3, errors: [] });
    expect(performance.now() - begun).toBeLessThan(READ_WITHIN_MS);
  }, 60_000);

  it('becomes a draft that is there already, changed and unchanged rows alike, and the same file again changes nothing', async () => {
    const id = await drafted();
    expect(await rowsOf(id)).toEqual([]);
    await send(post(`/api/v1/splits/${id}/rows`, { part: 1, rows: [...aCitySplit(), aDistrictRow('511921')] }));
    const file = await fileOf(shares('70', '30'));
    const first = await send<{ revision: number }>(upload(file, { splitId: id }));
    expect(await rowsOf(id)).toEqual(shares('70', '30'));
    expect((await send<{ revision: number }>(upload(file, { splitId: id }))).revision).toBe(first.revision);
    await house.http.given().when(upload(file, { splitId: id }).as(district)).thenRefused(404, 'not-found');
  });

  it('is set right by hand, approved, and no table changes it then', async () => {
    const id = await drafted();
    await send(post(`/api/v1/splits/${id}/rows`, { part: 1, rows: shares('70', '31') }));
    const [root, own, other] = shares('70', '30');
    await send(post(`/api/v1/splits/${id}/rows/changes`, { rows: [other, aDistrictRow('511921')], removed: [own?.key] }));
    expect(await rowsOf(id)).toEqual([root, other, aDistrictRow('511921')]);
    const { revision } = await send<{ revision: number }>(post(`/api/v1/splits/${id}/rows/changes`, { rows: [own], removed: [aDistrictRow('511921').key] }));
    const stale = post(`/api/v1/splits/${id}/rows/changes`, { rows: [], removed: [own?.key] }).with('If-Match', `"${revision - 1}"`);
    await house.http.given().when(stale.as(office)).thenRefused(412, 'revision-mismatch');
    const { position } = await send<{ position: string }>(post(`/api/v1/splits/${id}/approval`, { document: '批文〔2013〕1号' }));
    expect(await send<SplitProgressRow>(get(`/api/v1/splits/${id}?after=${position}`))).toMatchObject({ status: 'approved', rows: 3 });
    await house.http.given().when(upload(await fileOf(aCitySplit()), { splitId: id, dryRun: 'true' }).as(office)).thenRefused(409, 'split-closed');
    await house.http.given().when(post(`/api/v1/splits/${id}/rows/reset`, { to: 'nothing' }).as(office)).thenRefused(409, 'split-closed');
  });

  it('of a revision is held against the version in force, whose rows are at hand, and both can be read', async () => {
    const id = await drafted();
    await send(post(`/api/v1/splits/${id}/rows`, { part: 1, rows: aCitySplit() }));
    await send(post(`/api/v1/splits/${id}/approval`, { document: '批文〔2013〕1号' }));
    await send(post(`/api/v1/splits/${id}/publication`, {}));
    await send(post(`/api/v1/splits/${id}/revisions`, { reason: '口径调整' }));
    const { position } = await send<{ position: string }>(post(`/api/v1/splits/${id}/rows/reset`, { to: 'rows-in-force' }));
    expect(await send<SplitProgressRow>(get(`/api/v1/splits/${id}?after=${position}`))).toMatchObject({ status: 'drafted', version: 2, rows: 3 });
    const file = await fileOf(shares('70', '30'));
    expect(await send<DryRun>(upload(file, { splitId: id, dryRun: 'true' }))).toEqual({ rows: 3, errors: [] });
    await send(upload(file, { splitId: id }));
    expect([await rowsOf(id, 1), await rowsOf(id, 2)]).toEqual([aCitySplit(), shares('70', '30')]);
    await house.http.given().when(get(`/api/v1/splits/${id}/rows?version=3`).as(office)).thenRefused(404, 'not-found');
  });

  it('stands in a list by state and in the order asked', async () => {
    const listed = async (query: string) => (await send<{ items: SplitProgressRow[] }>(get(`/api/v1/splits?${query}`))).items;
    expect((await listed('status=approved')).map(({ status }) => status)).toEqual(['approved']);
    const rows = (await listed('sort=-rows')).map((split) => split.rows);
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
    await house.http.given().when(get('/api/v1/splits?sort=hash').as(office)).thenRefused(400, 'validation-failed');
  });
});
