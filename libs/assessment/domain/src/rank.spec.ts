import fc from 'fast-check';
import { assess, rank } from './rank.js';
import { anInput, aScheme, env } from './testing/samples.js';

const standing = (unitId: string, total: string, late = 0, rework = 0) =>
  ({ unitId, tenantId: unitId, total, counted: 10, late, rework });
const ranks = (...sheets: ReturnType<typeof standing>[]) =>
  rank(sheets, 'late-then-rework-then-shared').map((sheet) => [sheet.unitId, sheet.rank]);

describe('a ranking', () => {
  it('puts the highest total first, compared as numbers', () => {
    expect(ranks(standing('a', '9.50'), standing('b', '87.40'), standing('c', '100.00'))).toEqual([['c', 1], ['b', 2], ['a', 3]]);
  });

  it('breaks equal totals by fewer late results, then by fewer rejections', () => {
    expect(ranks(standing('a', '80.00', 2, 0), standing('b', '80.00', 1, 3), standing('c', '80.00', 1, 2)))
      .toEqual([['c', 1], ['b', 2], ['a', 3]]);
  });

  it('shares a rank where all is equal and skips as many after it', () => {
    expect(ranks(standing('d', '70.00'), standing('b', '80.00'), standing('a', '80.00'), standing('c', '90.00')))
      .toEqual([['c', 1], ['a', 2], ['b', 2], ['d', 4]]);
  });

  it('is the same whatever the order of the units', () => {
    const sheet = fc.record({ total: fc.constantFrom('80.00', '80.50', '9.00'), late: fc.nat(2), rework: fc.nat(2) });
    fc.assert(fc.property(
      fc.array(sheet, { maxLength: 12 })
        .map((sheets) => sheets.map(({ total, late, rework }, index) => standing(`u${index}`, total, late, rework)))
        .chain((sheets) => fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length }))),
      ([sheets, shuffled]) => {
        expect(ranks(...shuffled)).toEqual(ranks(...sheets));
      },
    ));
  });
});

describe('an assessment', () => {
  const basis = {
    scheme: aScheme(),
    indicatorWeights: { [env]: { 'ENV-01': '100' } },
    period: '2013Q2',
    dueBefore: '2013-06-30T16:00:00.000Z',
    facts: [],
  };

  it('ranks every group by itself, and no unit is missing', () => {
    const groups = assess(basis, [anInput({ unitId: '511922' })]);
    expect(groups.map((group) => [group.code, group.units.map(({ standing: { unitId, rank: place, total } }) => [unitId, place, total])]))
      .toEqual([
        ['districts', [['511922', 1, '95.00'], ['511902', 2, '0.00']]],
        ['departments', [['511900-forestry', 1, '0.00']]],
      ]);
  });

  it('keeps the lines apart from the standing, which holds no inputs', () => {
    const [first] = assess(basis, [anInput()])[0]?.units ?? [];
    expect(Object.keys(first?.standing ?? {})).toEqual(['unitId', 'tenantId', 'total', 'rank', 'counted', 'late', 'rework']);
    expect(first?.lines).toHaveLength(1);
  });
});
