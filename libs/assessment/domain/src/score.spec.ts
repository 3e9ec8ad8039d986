import { add, equals, sum } from '@zeren/kernel';
import fc from 'fast-check';
import { latestFactOf, score, totalOf, type ScoringBasis } from './score.js';
import { anInput, aScheme, env, forest } from './testing/samples.js';

const bazhou = { unitId: '511902', tenantId: '511902' };
const basis = (said: Partial<ScoringBasis> = {}): ScoringBasis => ({
  scheme: aScheme(),
  indicatorWeights: { [env]: { 'ENV-01': '70', 'ENV-02': '30' }, [forest]: { 'FOR-01': '100' } },
  period: '2013Q2',
  dueBefore: '2013-06-30T16:00:00.000Z',
  facts: [],
  ...said,
});
const forestInput = (said = {}) => anInput({ campaignId: forest, indicatorCode: 'FOR-01', ...said });

describe('a score', () => {
  it('weighs an indicator by its campaign and by its place in the campaign', () => {
    const sheet = score(basis(), [anInput(), anInput({ indicatorCode: 'ENV-02' }), forestInput()], bazhou);
    expect(sheet.lines.map((line) => [line.indicatorCode, line.weight])).toEqual([['ENV-01', '42'], ['ENV-02', '18'], ['FOR-01', '40']]);
    expect(sheet).toMatchObject({ total: '95.00', counted: 3, late: 0, rework: 0 });
  });

  it('brings the weights of what is due in the period to exactly 100', () => {
    const sheet = score(basis(), [anInput(), forestInput()], bazhou);
    expect(sheet.lines.map((line) => line.weight)).toEqual(['51.219512', '48.780488']);
  });

  it('gives the weight of an indicator that does not apply to the others', () => {
    const scheme = aScheme({ notApplicable: [{ unitId: '511902', indicatorCode: 'ENV-01', reason: { zh: '无', en: 'none' } }] });
    const sheet = score(basis({ scheme }), [anInput(), forestInput()], bazhou);
    expect(sheet.lines.map(({ weight, status }) => [weight, status])).toEqual([['0', 'not-applicable'], ['100', 'verified']]);
    expect(sheet.counted).toBe(1);
  });

  it('takes a result into the period in which it was due', () => {
    const next = anInput({ indicatorCode: 'ENV-02', dueQuarter: '2013Q3', dueAt: '2013-09-30T15:59:59.999Z' });
    expect(score(basis(), [anInput(), next], bazhou).lines).toHaveLength(1);
    expect(score(basis({ period: '2013' }), [anInput(), next], bazhou).lines).toHaveLength(2);
  });

  it('counts a missing result 0 once it was due, and not before', () => {
    const missing = anInput({ indicatorCode: 'ENV-02', status: 'pending', values: [] });
    const before = score(basis({ dueBefore: '2013-06-30T15:00:00.000Z' }), [anInput(), missing], bazhou);
    expect(before.lines[1]).toMatchObject({ weight: '0', status: 'pending', late: false });
    expect(before).toMatchObject({ total: '95.00', counted: 1 });
    const after = score(basis(), [anInput(), missing], bazhou);
    expect(after.lines[1]).toMatchObject({ weight: '30', status: 'overdue', late: true, points: '0' });
    expect(after).toMatchObject({ total: '66.50', counted: 2, late: 1 });
  });

  it.each(['reported', 'rejected'] as const)('gives nothing for a result that stands as %s when it is due', (status) => {
    const sheet = score(basis(), [anInput({ status })], bazhou);
    expect(sheet.lines[0]).toMatchObject({ status, points: '0', weight: '100', measures: [{ value: '95', points: '0' }] });
    expect(sheet.total).toBe('0.00');
  });

  it('counts a result verified before it was due', () => {
    expect(score(basis({ dueBefore: '2013-04-01T00:00:00.000Z' }), [anInput()], bazhou)).toMatchObject({ total: '95.00', counted: 1 });
  });

  it('takes off for a late report and for each rejection, never below 0', () => {
    expect(score(basis(), [anInput({ late: true, rework: 2 })], bazhou)).toMatchObject({ total: '70.00', late: 1, rework: 2 });
    expect(score(basis(), [anInput({ late: true, rework: 10 })], bazhou).total).toBe('0.00');
  });

  it('takes the mean over several metrics, a missing value being 0', () => {
    const metrics = ['a', 'b', 'c'].map((metric) => ({ metric, unit: '%', direction: 'at-least' as const, target: { metric, value: '100' } }));
    const values = [{ metric: 'a', value: '100', unit: '%' }, { metric: 'b', value: '50', unit: '%' }];
    const [line] = score(basis(), [anInput({ metrics, values })], bazhou).lines;
    expect(line?.measures.map((measure) => measure.points)).toEqual(['100', '50', '0']);
    expect(line?.points).toBe('50');
  });

  it('leads from every line to the events behind it', () => {
    expect(score(basis(), [anInput()], bazhou).lines[0]?.eventIds).toEqual(['e1', 'e2', 'e3']);
  });

  it('of a unit for which nothing counts is 0 and says that nothing counts', () => {
    expect(score(basis(), [], bazhou)).toMatchObject({ total: '0.00', counted: 0, lines: [] });
  });

  it('leaves out what other units lead and what no campaign of the scheme covers', () => {
    const others = [anInput({ unitId: '511922' }), anInput({ campaignId: '511900_hygiene' })];
    expect(score(basis(), others, bazhou).lines).toEqual([]);
  });
});

const codes = Array.from({ length: 40 }, (_, index) => `ENV-${String(index).padStart(2, '0')}`);
const inputs = fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 40 }).chain((chosen) =>
  fc.tuple(...chosen.map((indicatorCode) =>
    fc.record({
      value: fc.integer({ min: 0, max: 2_000 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`),
      status: fc.constantFrom('pending' as const, 'reported' as const, 'verified' as const, 'rejected' as const, 'overdue' as const),
      late: fc.boolean(),
      rework: fc.integer({ min: 0, max: 3 }),
    }).map(({ value, ...said }) => anInput({ indicatorCode, values: [{ metric: 'days', value, unit: '天' }], ...said })))));
const weights = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: codes.length, maxLength: codes.length })
  .map((numbers) => ({ [env]: Object.fromEntries(codes.map((code, index) => [code, String(numbers[index])])) }));

describe('any score', () => {
  it('is the same to the byte whatever the order of its inputs', () => {
    fc.assert(fc.property(
      inputs.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))), weights,
      ([some, shuffled], indicatorWeights) => {
        const by = basis({ indicatorWeights });
        expect(JSON.stringify(score(by, shuffled, bazhou))).toBe(JSON.stringify(score(by, some, bazhou)));
      },
    ));
  });

  it('weighs what counts to exactly 100, and follows from its lines', () => {
    fc.assert(fc.property(inputs, weights, (some, indicatorWeights) => {
      const sheet = score(basis({ indicatorWeights }), some, bazhou);
      const total = sum(sheet.lines.map((line) => line.weight));
      expect(total).toBe(sheet.counted === 0 ? '0' : '100');
      expect(totalOf(sheet.lines, 2)).toBe(sheet.total);
    }));
  });

  it('never falls when one result is verified as fully reached', () => {
    fc.assert(fc.property(inputs.filter((some) => some.length > 0), weights, (some, indicatorWeights) => {
      const by = basis({ indicatorWeights });
      const better = some.map((input, index) =>
        index === 0 ? { ...input, status: 'verified' as const, values: [{ metric: 'days', value: '100', unit: '天' }], late: false, rework: 0 } : input);
      const gain = add(score(by, better, bazhou).total, `-${score(by, some, bazhou).total}`);
      expect(gain.startsWith('-') && !equals(gain, '0')).toBe(false);
    }));
  });
});

describe('what is due at a past position', () => {
  it('is told by the latest fact known there, whatever the order of the inputs', () => {
    const early = anInput({ occurredAt: '2013-04-01T00:00:00.000Z' });
    const late = anInput({ occurredAt: '2013-07-02T00:00:00.000Z' });
    expect(latestFactOf([late, early])).toBe('2013-07-02T00:00:00.000Z');
    expect(latestFactOf([early, late])).toBe('2013-07-02T00:00:00.000Z');
    expect(latestFactOf([])).toBe('');
  });
});
