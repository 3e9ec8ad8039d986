import { columnLetter, plainText, type RawCell, type RawRow } from '@zeren/kernel';
import { checkSplit } from './check-split.js';
import { spreadsheetColumns, yearHeading } from './spreadsheet-columns.js';
import { cellErrorOf, dayOf, linesOf, parseSplitTable } from './spreadsheet-split.js';
import type { SplitRow } from './split.events.js';
import { aCitySplit, aCycle, CITY, cityFacts } from '../testing/samples.js';

const YEARS = [2013, 2014];
const headings = (language: 'zh' | 'en'): string[] =>
  [...spreadsheetColumns.map(({ heading }) => heading[language]), ...YEARS.flatMap((year) => [yearHeading(year, 'target')[language], yearHeading(year, 'due')[language]])];
const rawRow = (number: number, texts: readonly string[], said: Partial<RawRow> = {}): RawRow => ({
  number, isHidden: false, cells: new Map(texts.flatMap((text, column): [number, RawCell][] => (text === '' ? [] : [[column, { text, kind: 'text' }]]))), ...said,
});
const sheet = (rows: readonly SplitRow[], language: 'zh' | 'en' = 'zh'): RawRow[] => [headings(language), ...linesOf(rows, YEARS)].map((texts, index) => rawRow(index + 1, texts));

/** The sheet of the sound split with one cell changed: line 3 is the first district's. */
const withCell = (heading: string, cell: RawCell | string): RawRow[] => {
  const column = headings('zh').indexOf(heading);
  return sheet(aCitySplit()).map((row) => {
    if (row.number !== 3) return row;
    const cells = new Map(row.cells);
    cells.set(column, typeof cell === 'string' ? { text: cell, kind: 'text' } : cell);
    return { ...row, cells };
  });
};
const placesOf = (rows: readonly RawRow[]) => parseSplitTable(rows).errors.map(({ row, column, code }) => [`${column}${row}`, code]);

describe('the table of a split', () => {
  it('reads back as it was written, under headings of either language', () => {
    expect(parseSplitTable(sheet(aCitySplit()))).toMatchObject({ rows: aCitySplit(), errors: [] });
    expect(parseSplitTable(sheet(aCitySplit(), 'en')).rows).toEqual(aCitySplit());
  });

  it('has a line for each metric of a task, ranges with their ends, and a moment whole that is not the end of a day', () => {
    const [root] = aCitySplit() as [SplitRow];
    const row: SplitRow = {
      ...root,
      metrics: [...root.metrics, { code: 'ph', unit: '', direction: 'range', distribution: 'threshold' }, { code: 'met', unit: '', direction: 'boolean', distribution: 'threshold', thresholdUnpublished: true }],
      annualTargets: root.annualTargets.map((annual) => ({ ...annual, dueAt: `${annual.year}-06-30T03:00:00.000Z`, targets: [...annual.targets, { metric: 'ph', low: '6.5', high: '8.5' }, { metric: 'met', value: '1' }] })),
    };
    expect(sheet([row])).toHaveLength(4);
    expect(parseSplitTable(sheet([row])).rows).toEqual([row]);
  });

  it('holds who is credited and on what ground of duty, and is complete without', () => {
    const [root, ...districts] = aCitySplit() as [SplitRow, ...SplitRow[]];
    const said = { supportingUnitIds: ['511900-water', '511900-urban'], leadCreditShare: '60', supportingCredits: [{ unitId: '511900-water', share: '30' }, { unitId: '511900-urban', share: '10' }], dutyItem: 'A-1', admissionDocument: '准入〔2013〕1号' };
    const rows = [{ ...root, ...said }, ...districts];
    expect(parseSplitTable(sheet(rows)).rows).toEqual(rows);
    const optional = spreadsheetColumns.flatMap(({ isOptional }, index) => (isOptional ? [index] : []));
    const without = sheet(rows).map((row) => ({ ...row, cells: new Map([...row.cells].filter(([column]) => !optional.includes(column))) }));
    expect(parseSplitTable(without)).toMatchObject({ rows: [{ ...root, supportingUnitIds: said.supportingUnitIds }, ...districts], errors: [] });
    expect(placesOf(withCell('配合记功份额(单位=%,分号隔开)', '511900-water'))).toEqual([['U3', 'cell-number']]);
  });

  it('names integrations by their codes, semicolons between; an empty cell leaves them to the campaign', () => {
    const [root, ...districts] = aCitySplit() as [SplitRow, ...SplitRow[]];
    const rows: SplitRow[] = [{ ...root, integrations: ['party-smart', 'problem-goal'] }, ...districts];
    expect(parseSplitTable(sheet(rows))).toMatchObject({ rows, errors: [] });
    expect(parseSplitTable(sheet(rows)).rows[1]).not.toHaveProperty('integrations');
    expect(parseSplitTable(withCell('四个融合(分号隔开)', 'problem-goal； ｐａｒｔｙ－ｓｍａｒｔ;problem-goal')).rows[1]?.integrations).toEqual(['party-smart', 'problem-goal']);
    expect(placesOf(withCell('四个融合(分号隔开)', 'party-smart;fifth'))).toEqual([['X3', 'cell-choice']]);
  });

  it('takes full-width digits and dates as text for what they mean', () => {
    expect(parseSplitTable(withCell('权重', '６０．５')).rows[1]?.weight).toBe('60.5');
    expect(parseSplitTable(withCell('2013 目标', '1,060.25')).rows[1]?.annualTargets[0]?.targets).toEqual([{ metric: 'value', value: '1060.25' }]);
    expect(plainText('　ＥＮＶ－０１ ')).toBe('ENV-01');
    for (const text of ['2014-06-30', '2014/6/30', '2014.6.30', '2014年6月30日', '２０１４－０６－３０', '41820', '2014-06-30 00:00:00']) expect(dayOf(text)).toBe('2014-06-30');
    expect(parseSplitTable(withCell('任务期限', '2014年12月31日')).rows[1]?.deadline).toBe('2014-12-31T15:59:59.000Z');
  });

  it.each<[string, RawRow[], string, string]>([
    ['a formula', withCell('权重', { text: '60.5', kind: 'formula' }), 'M3', 'cell-formula'],
    ['an error for a value', withCell('权重', { text: '#REF!', kind: 'error' }), 'M3', 'cell-error'],
    ['a number that is none', withCell('权重', '六十'), 'M3', 'cell-number'],
    ['a target that is no number', withCell('2013 目标', '约60'), 'Y3', 'cell-number'],
    ['a date that is none', withCell('任务期限', '2014-02-30'), 'S3', 'cell-date'],
    ['a choice there is not', withCell('方向', '至少'), 'P3', 'cell-choice'],
    ['a cell left empty', withCell('牵头单位', ' '), 'H3', 'cell-required'],
    ['a hidden row', sheet(aCitySplit()).map((row) => (row.number === 3 ? { ...row, isHidden: true } : row)), '3', 'row-hidden'],
    ['a key used twice', withCell('行键', 'ENV-01-01~511903').concat(rawRow(9, linesOf(aCitySplit(), YEARS)[0] ?? [])), 'A9', 'row-key-repeated'],
    ['a heading missing', sheet(aCitySplit()).map((row) => (row.number === 1 ? rawRow(1, headings('zh').filter((heading) => heading !== '权重')) : row)), '1', 'sheet-column-missing'],
    ['no year', sheet(aCitySplit()).map((row) => (row.number === 1 ? rawRow(1, headings('zh').slice(0, spreadsheetColumns.length)) : row)), '1', 'sheet-years-missing'],
    ['no task', sheet([]), '1', 'sheet-empty'],
    ['nothing at all', [], '1', 'sheet-empty'],
  ])('with %s is refused at its cell', (_, rows, place, code) => {
    expect(placesOf(rows)).toContainEqual([place, code]);
  });

  it('names every error, not only the first', () => {
    const rows = sheet(aCitySplit()).map((row) => (row.number === 1 ? row : { ...row, cells: new Map(row.cells).set(12, { text: 'x', kind: 'text' as const }) }));
    expect(placesOf(rows)).toEqual([['M2', 'cell-number'], ['M3', 'cell-number'], ['M4', 'cell-number']]);
  });

  it('that breaks a rule of splits is told so at its cell', () => {
    const facts = (rows: readonly RawRow[]) => {
      const table = parseSplitTable(rows);
      const violations = checkSplit(table.rows, { tenantId: CITY, cycle: aCycle, deepestLevel: 3 }, cityFacts);
      return violations.map((violation) => cellErrorOf(violation, table)).map(({ row, column, code, details }) => [`${column}${row}`, code, details['field']]);
    };
    expect(facts(withCell('权重', '60'))).toEqual([['M3', 'weights-not-100', 'weight']]);
    expect(facts(withCell('2014 目标', '60'))).toEqual([['AA3', 'shares-differ', 'annualTargets[2014].value']]);
    expect(facts(withCell('2013 期限', '2015-01-31'))).toEqual([['Z3', 'due-after-deadline', 'annualTargets[2013].dueAt'], ['Z3', 'deadline-outside-parent', 'annualTargets[2013].dueAt']]);
    expect(facts(withCell('计量单位', '公里'))).toEqual([['N3', 'metric-differs', 'metrics[value]']]);
    expect(facts(withCell('层级', '4'))).toEqual([['L3', 'split-too-deep', 'level']]);
  });

  it('has its columns lettered as a spreadsheet letters them', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
