import type { RawCell, RawRow } from '@zeren/kernel';
import { readYearSheet } from './year-sheet.js';

const cell = (text: string, kind: RawCell['kind'] = 'text'): RawCell => ({ text, kind });
const row = (number: number, ...cells: readonly RawCell[]): RawRow => ({ number, isHidden: false, cells: new Map(cells.map((one, index) => [index, one])) });

describe('a year from a sheet', () => {
  it('is its days of rest and of work, whatever way the dates are written', () => {
    const reading = readYearSheet([
      row(1, cell('日期'), cell('安排')), row(2, cell('2013-02-10'), cell('放假')), row(3, cell('2013/2/9'), cell(' 休 ')),
      row(4, cell('41321', 'number'), cell('上班')), row(5, cell('２０１３．２．１７'), cell('Work')),
    ]);
    expect(reading).toEqual({ year: { year: 2013, holidays: ['2013-02-09', '2013-02-10'], makeUpWorkdays: ['2013-02-16', '2013-02-17'] }, faults: [] });
  });

  it('names each row that says no date or neither rest nor work, and takes in the others', () => {
    const { year, faults } = readYearSheet([row(2, cell('2013-02-30'), cell('放假')), row(3, cell('2013-02-09'), cell('也许')), row(4, cell('2013-02-10'), cell('放假'))]);
    expect(year.holidays).toEqual(['2013-02-10']);
    expect(faults.map((fault) => fault.row)).toEqual([2, 3]);
  });
});
