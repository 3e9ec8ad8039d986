import { neutralised, ProblemError, UNPACKED_LIMIT } from '@zeren/http';
import { columnLetter } from '@zeren/kernel';
import { parseSplitTable } from '@zeren/tasks-domain';
import { aCitySplit, aRow } from '@zeren/tasks-domain/testing';
import ExcelJS from 'exceljs';
import { readSplitSheet } from './spreadsheet-reader.js';
import { writeSplitWorkbook } from './spreadsheet-writer.js';
import { archive, workbook } from '../testing/workbook.sample.js';

const refusalOf = (file: Buffer): string => {
  try {
    readSplitSheet(file);
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
  return 'none';
};

/** The sound split's workbook after a change in Excel. */
const edited = async (change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeSplitWorkbook(aCitySplit(), [2013, 2014], 'zh')).buffer as ArrayBuffer);
  change(book.getWorksheet('任务分解') as ExcelJS.Worksheet);
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('the workbook of a split', () => {
  it('reads back as it was written, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const table = parseSplitTable(readSplitSheet(await writeSplitWorkbook(aCitySplit(), [2013, 2014], language)));
      expect(table).toMatchObject({ rows: aCitySplit(), errors: [] });
    }
  });

  it('is a template without rows, and offers the choices where there are any', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeSplitWorkbook([], [2013], 'en')).buffer as ArrayBuffer);
    const sheet = book.getWorksheet('Split') as ExcelJS.Worksheet;
    expect(sheet.getCell('P2').dataValidation).toMatchObject({ type: 'list', formulae: ['"at-least,at-most,range,boolean"'] });
    expect(sheet.getRow(1).values).toContain('2013 target');
    expect(parseSplitTable(readSplitSheet(await writeSplitWorkbook([], [2013], 'en'))).errors).toMatchObject([{ code: 'sheet-empty' }]);
  });

  it('holds no text that a spreadsheet would take for a formula, and reads it back whole', async () => {
    const [root] = aCitySplit() as [ReturnType<typeof aRow>];
    const row = { ...root, name: { zh: '=HYPERLINK("http://x","y")', en: '@SUM(A1)' } };
    const file = await writeSplitWorkbook([row], [2013, 2014], 'zh');
    const lines = readSplitSheet(file);
    expect([...(lines[1]?.cells.values() ?? [])].map(({ text }) => text)).toEqual(expect.arrayContaining(['\'=HYPERLINK("http://x","y")', '\'@SUM(A1)']));
    expect(parseSplitTable(lines).rows).toEqual([row]);
    expect(['+1+1', '-1+1', '\tx', '-5.5', 'plain'].map(neutralised)).toEqual(['\'+1+1', '\'-1+1', '\'\tx', '-5.5', 'plain']);
  });

  it('with merged cells is refused, naming them', async () => {
    expect(refusalOf(await edited((sheet) => sheet.mergeCells('A2:A3')))).toBe('sheet-merged');
  });

  it('with a hidden row, a formula, a date of Excel\'s own: each is seen for what it is', async () => {
    const file = await edited((sheet) => {
      sheet.getRow(3).hidden = true;
      sheet.getCell('M4').value = { formula: 'A1+1', result: 39.5 };
      sheet.getCell('S2').value = new Date(Date.UTC(2014, 11, 31));
    });
    const { rows, errors } = parseSplitTable(readSplitSheet(file));
    expect(errors.map(({ row, column, code }) => [`${column}${row}`, code])).toEqual([['3', 'row-hidden'], ['M4', 'cell-formula']]);
    expect(rows[0]?.deadline).toBe('2014-12-31T15:59:59.000Z');
  });

  it('whose numbers are stored with more digits than shown is read as shown', () => {
    const cell = (value: string) => readSplitSheet(workbook(`<sheetData><row r="1"><c r="A1"><v>${value}</v></c></row></sheetData>`))[0]?.cells.get(0)?.text;
    expect(['60.100000000000001', '0.30000000000000004', '1E-3', '100', '1e-7'].map(cell)).toEqual(['60.1', '0.3', '0.001', '100', '0.0000001']);
  });

  it.each<[string, Buffer, string]>([
    ['no archive', Buffer.from('任务,权重\n1,2\n'), 'spreadsheet-invalid'],
    ['nothing', Buffer.alloc(0), 'spreadsheet-invalid'],
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]), 'spreadsheet-invalid'],
    ['another archive', archive([['word/document.xml', '<w/>']]), 'spreadsheet-invalid'],
    ['an archive cut short', workbook('<sheetData/>').subarray(0, 300), 'spreadsheet-invalid'],
    ['a directory that lies', Buffer.concat([Buffer.alloc(10), Buffer.from('504b050600000000ffffffff00000000ffffff000000', 'hex')]), 'spreadsheet-invalid'],
    ['another sheet', workbook('<sheetData/>', 'Sheet1'), 'sheet-missing'],
    ['text that never ends', workbook('<row><c'.repeat(200_000)), 'spreadsheet-invalid'],
    ['a bomb', workbook(Buffer.alloc(UNPACKED_LIMIT + 1, 0x20)), 'spreadsheet-too-large'],
  ])('that is %s is refused', (_, file, code) => {
    expect(refusalOf(file)).toBe(code);
  });

  it('with a million empty rows is read in seconds, and none of them is kept', async () => {
    const book = await writeSplitWorkbook(aCitySplit(), [2013, 2014], 'zh');
    const lines = readSplitSheet(book);
    const asXml = lines.map(({ number, cells }) => `<row r="${number}">${[...cells].map(([column, { text }]) =>
      `<c r="${columnLetter(column)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('');
    const empty = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 10}" spans="1:23"/>`).join('');
    const file = workbook(`<worksheet><sheetData>${asXml}${empty}</sheetData></worksheet>`);
    const begun = performance.now();
    expect(parseSplitTable(readSplitSheet(file)).rows).toEqual(aCitySplit());
    expect(performance.now() - begun).toBeLessThan(10_000);
  }, 60_000);

  it('of 10,000 tasks is written and read', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => aRow({ key: `r${index}`, supportingUnitIds: [] }));
    const file = await writeSplitWorkbook(rows, [2013, 2014], 'zh');
    const begun = performance.now();
    expect(parseSplitTable(readSplitSheet(file)).rows).toEqual(rows);
    expect(performance.now() - begun).toBeLessThan(15_000);
  }, 120_000);
});
