import type { RawCell, RawRow } from '@zeren/kernel';
import { cellErrorOfFault, matrixColumns, matrixFaults, readMatrixSheet } from '../index.js';
import { facts } from './city.sample.js';

const cell = (text: string): RawCell => ({ text, kind: 'text' });
const row = (number: number, cells: readonly (string | RawCell)[]): RawRow =>
  ({ number, isHidden: false, cells: new Map(cells.flatMap((one, index) => (one === '' ? [] : [[index, typeof one === 'string' ? cell(one) : one]]))) });
const heading = row(1, matrixColumns.map(({ heading: { zh } }) => zh));
const line = (number: number, ...[area = '511902', matter = 'E01-01', claim = '块', lead = '511902', supporting = '', post = '']: readonly (string | RawCell)[]): RawRow =>
  row(number, [area, '巴州区', matter, '', claim, lead, '', supporting, post]);
const faultsOf = (rows: readonly RawRow[]) => {
  const sheet = readMatrixSheet(rows);
  return matrixFaults(sheet.entries, [], facts, '2013-02-01').map((fault) => cellErrorOfFault(fault, sheet));
};

describe('a matrix from a sheet', () => {
  it('is read by its headings, in either language and any order; codes in lists are parted by any usual sign', () => {
    expect(readMatrixSheet([heading, line(3, '511902', 'E01', '条', '511900-urban', '511902001、511900-housing', '511900-urban.head')]).entries).toEqual([{
      areaUnitId: '511902', matterCode: 'E01', claim: 'line', leadUnitId: '511900-urban', supportingUnitIds: ['511902001', '511900-housing'], officerPostId: '511900-urban.head',
    }]);
    expect(readMatrixSheet([row(1, ['Lead unit code', 'Line or block', 'Matter code', 'Area code']), row(2, ['511902', 'BLOCK', '*', '511902'])]).entries).toEqual([
      { areaUnitId: '511902', matterCode: '*', claim: 'block', leadUnitId: '511902', supportingUnitIds: [], officerPostId: null },
    ]);
  });

  it('says of each cell that cannot be read why: row and column', () => {
    const { errors, entries } = readMatrixSheet([heading, line(2, ''), line(3, '511902', 'E01', '横'), line(4, '511902', 'E01', { text: '块', kind: 'formula' }), { ...line(5), isHidden: true }]);
    expect(errors.map((error) => [error.row, error.column, error.code])).toEqual([[2, 'A', 'cell-required'], [3, 'E', 'cell-choice'], [4, 'E', 'cell-formula'], [5, '', 'row-hidden']]);
    expect(entries).toEqual([]);
  });

  it('without a needed column is not read at all', () => {
    expect(readMatrixSheet([row(1, ['区划代码', '事项代码', '条块']), line(2)]).errors.map(({ code, text }) => [code, text.en]))
      .toEqual([['sheet-column-missing', 'The column “Lead unit code” is missing; use the template.']]);
    expect(readMatrixSheet([]).errors.map(({ row, code }) => [row, code])).toEqual(Array.from({ length: 4 }, () => [1, 'sheet-column-missing']));
  });

  it('says of each row that the matrix would refuse why, all at once: an overlap, an unknown class, a place or a unit outside the tenant', () => {
    const told = faultsOf([heading, line(2), line(4), line(5, '211103'), line(6, '511903', 'E99'), line(7, '511902001', 'E01', '块', '211100')]);
    expect(told.map((error) => [error.row, error.column, error.code])).toEqual([
      [4, 'C', 'matrix-rows-overlap'], [5, 'A', 'matrix-area-outside'], [6, 'C', 'matrix-matter-unknown'], [7, 'F', 'matrix-unit-outside'],
    ]);
    expect(told[0]?.text.en).toContain('see 2');
  });
});
