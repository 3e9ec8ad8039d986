import { fold } from '@zeren/kernel';
import { emptyMatrix, evolveRegister, matrixDecider, openCells, ownerOf, responsibilityMap, type MatrixCommand, type MatrixEntry, type MatrixEvent, type ResponsibilityMatrix } from '../index.js';
import { aCatalogue, aCityRegister, aDistrictRegister, anEntry, facts } from './city.sample.js';

const day = '2013-02-01';
const codes = ['E01-01', 'E01-02', 'E02-01'];
const matrixOf = (entries: readonly MatrixEntry[], before: readonly MatrixEvent[] = []): ResponsibilityMatrix => fold<ResponsibilityMatrix, MatrixCommand, MatrixEvent>(matrixDecider, [...before, {
  type: 'MatrixVersionPublished',
  data: {
    version: before.length + 1, cause: 'import', from: '2013-01-01', reason: '发布', document: null, ended: [], cell: null, districtTenantIds: [],
    added: entries.map((entry, index) => ({ ...entry, rowId: `1.${index + 1}`, validFrom: '2013-01-01', validUntil: null })),
  },
}]);
const { registers } = facts;
const leadOf = (matrix: ResponsibilityMatrix, area: string, code: string, on = day): string => {
  const owner = ownerOf(matrix, registers, area, code, on);
  return owner.kind === 'owned' ? owner.lead : owner.kind;
};
const map = (matrix: ResponsibilityMatrix, on = day) => responsibilityMap(matrix, registers, aCatalogue, on);
const counts = (cells: number, vacuums: number, overlaps: number) => ({ cells, vacuums, overlaps });

describe('who answers for a class in an area', () => {
  it('is the row of the nearest area, down to the grid; it holds below until a nearer one', () => {
    const matrix = matrixOf([anEntry(), anEntry({ areaUnitId: '511902001', matterCode: '*', leadUnitId: '511902001' })]);
    expect(leadOf(matrix, '511903001001', 'E01-01')).toBe('511900-urban');
    expect(leadOf(matrix, '511902001001-g1', 'E01-01')).toBe('511902001');
  });

  it('is, within one area, the row of the very class before that of its major class before that of all', () => {
    const matrix = matrixOf([anEntry({ matterCode: '*', leadUnitId: '511902' }), anEntry(), anEntry({ matterCode: 'E01-02', leadUnitId: '511900-housing' })]);
    expect(codes.map((code) => leadOf(matrix, '511902001001', code))).toEqual(['511900-urban', '511900-housing', '511902']);
  });

  it('comes with the supporting units, the accountable post and the row that decided', () => {
    const entry = anEntry({ supportingUnitIds: ['511902'], officerPostId: '511900-urban.head' });
    expect(ownerOf(matrixOf([entry]), registers, '511902001', 'E01-01', day)).toEqual({
      kind: 'owned', lead: '511900-urban', supporting: ['511902'], officerPostId: '511900-urban.head', row: { ...entry, rowId: '1.1', validFrom: '2013-01-01', validUntil: null },
    });
  });

  it('is nobody where no row says so: a vacuum', () => {
    expect(leadOf(matrixOf([anEntry()]), '511902001', 'E02-01')).toBe('vacuum');
    expect(leadOf(matrixOf([anEntry()]), '211103', 'E01-01')).toBe('vacuum');
    expect(leadOf(matrixOf([anEntry()]), '511902001', 'E01-01', '2012-12-31')).toBe('vacuum');
  });

  it('is contested where line and block name different units equally near: an overlap; not where they name the same', () => {
    const line = (leadUnitId: string) => anEntry({ claim: 'line', leadUnitId });
    expect(leadOf(matrixOf([anEntry(), line('511900-housing')]), '511902001', 'E01-01')).toBe('overlap');
    expect(leadOf(matrixOf([anEntry(), line('511900-urban')]), '511902001', 'E01-01')).toBe('511900-urban');
    expect(leadOf(matrixOf([anEntry({ areaUnitId: '511902', leadUnitId: '511902' }), line('511900-housing')]), '511902001', 'E01-01')).toBe('511902');
  });

  it('follows the tree of the day: a town that moved to another district is under that one\'s rows', () => {
    const matrix = matrixOf([anEntry({ areaUnitId: '511902', leadUnitId: '511902' }), anEntry({ areaUnitId: '511903', leadUnitId: '511903' })]);
    expect([leadOf(matrix, '511903001001', 'E01-01', '2013-01-17'), leadOf(matrix, '511903001001', 'E01-01', '2013-01-18')]).toEqual(['511902', '511903']);
  });

  it('is nobody once the unit named was dissolved', () => {
    const after = evolveRegister(aCityRegister, { type: 'UnitDissolved', data: { unitId: '511900-urban', previousValidFrom: '2000-01-01', validUntil: '2013-06-30', reason: '撤并' } });
    const on = (today: string) => ownerOf(matrixOf([anEntry()]), [after, aDistrictRegister], '511902001', 'E01-01', today).kind;
    expect([on('2013-06-30'), on('2013-07-01')]).toEqual(['owned', 'vacuum']);
  });
});

describe('the map of vacuums and overlaps', () => {
  const contested = matrixOf([anEntry(), anEntry({ areaUnitId: '511902001', matterCode: 'E01-02', leadUnitId: '511902001' }), anEntry({ areaUnitId: '511902001', matterCode: 'E01-02', claim: 'line', leadUnitId: '511900-housing' })]);

  it('holds every village against every class, counted by district, town and major class', () => {
    const { total, areas } = map(contested);
    expect(total).toEqual(counts(9, 3, 2));
    expect(areas.get('511902')?.total).toEqual(counts(6, 2, 2));
    expect(areas.get('511902001')?.byMajor.get('E01')).toEqual(counts(4, 0, 2));
    expect(areas.get('511903')?.byMajor.get('E02')).toEqual(counts(1, 1, 0));
    expect(areas.get('511900')?.total).toEqual(total);
  });

  it('opens to the very cells, as many as are counted, with those who claim them', () => {
    const cells = openCells(map(contested), codes, () => true);
    expect(cells).toHaveLength(5);
    expect(cells[0]).toEqual({ areaUnitId: '511902001001', matterCode: 'E01-02', why: 'overlap', claimantUnitIds: ['511902001', '511900-housing'] });
    expect(openCells(map(contested), codes, (village, code) => village === '511903001001' && code.startsWith('E02'))).toEqual([
      { areaUnitId: '511903001001', matterCode: 'E02-01', why: 'vacuum', claimantUnitIds: [] },
    ]);
  });

  it('says of each cell what the walk up from it says', () => {
    const { villages } = map(contested);
    for (const [village, { owners }] of villages) {
      codes.forEach((code, index) => expect(owners[index]).toEqual(ownerOf(contested, registers, village, code, day)));
    }
    expect(villages.size).toBe(3);
  });

  it('is that of the day it is asked for, and of an empty matrix all vacuum', () => {
    expect(map(contested, '2013-01-17').areas.has('511903')).toBe(false);
    expect(map(emptyMatrix).total).toEqual(counts(9, 9, 0));
  });
});
