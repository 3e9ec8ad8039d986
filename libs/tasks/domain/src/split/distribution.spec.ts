import { sum } from '@zeren/kernel';
import fc from 'fast-check';
import { checkSplit } from './check-split.js';
import { balancesOf, distribute, placesOf, proportionsOf, sharesOf, weightsFor, type Distributable, type DistributionRule } from './distribution.js';
import { aCycle, annualTargetsOf, aRow, CITY, cityFacts, DISTRICT, OTHER_DISTRICT } from '../testing/samples.js';

const { key: _, ...root } = aRow({ supportingUnitIds: [] });
const parent: Distributable = { ...root, parentKey: 'ENV-01-01', parentTaskId: null };
const units = [DISTRICT, OTHER_DISTRICT].map((unitId) => ({ unitId, unitTenantId: unitId, accountablePostId: `${unitId}.head`, level: 2 }));
const valuesOf = (rule: DistributionRule, of: Distributable = parent) =>
  distribute(of, units, rule).map(({ annualTargets, weight }) => [annualTargets[0]?.targets[0], weight]);
const threshold: Distributable = { ...parent, metrics: parent.metrics.map((metric) => ({ ...metric, distribution: 'threshold' })), annualTargets: annualTargetsOf('40') };

describe('a target is distributed', () => {
  it('to each alike: what does not divide goes to the first', () => {
    expect(valuesOf({ kind: 'equal', parts: [] }, { ...parent, annualTargets: annualTargetsOf('101') })).toEqual([
      [{ metric: 'value', value: '51' }, '50'], [{ metric: 'value', value: '50' }, '50'],
    ]);
  });

  it('by population, in whole numbers where the target is one, weights in hundredths', () => {
    expect(valuesOf({ kind: 'population', parts: ['669372', '594125'] })).toEqual([[{ metric: 'value', value: '53' }, '52.98'], [{ metric: 'value', value: '47' }, '47.02']]);
  });

  it('by fixed shares that are 100 in all, at the precision of the target', () => {
    expect(valuesOf({ kind: 'fixed', parts: ['60.25', '39.75'] }, { ...parent, annualTargets: annualTargetsOf('100.00') }))
      .toEqual([[{ metric: 'value', value: '60.25' }, '60.25'], [{ metric: 'value', value: '39.75' }, '39.75']]);
    expect(() => valuesOf({ kind: 'fixed', parts: ['60', '39'] })).toThrow('fixed-shares-not-100');
  });

  it('to everyone whole where it is a threshold, whatever the rule', () => {
    for (const rule of [{ kind: 'everyone', parts: [] }, { kind: 'equal', parts: [] }, { kind: 'fixed', parts: ['70', '30'] }] as const) {
      expect(valuesOf(rule, threshold).map(([target]) => target)).toEqual([{ metric: 'value', value: '40' }, { metric: 'value', value: '40' }]);
    }
    expect(() => valuesOf({ kind: 'everyone', parts: [] })).toThrow('rule-not-for-shares');
  });

  it('to some unit, and with a part above zero for each', () => {
    expect(() => distribute(parent, [], { kind: 'equal', parts: [] })).toThrow('units-required');
    for (const parts of [['1'], ['1', '0'], ['1', '-1'], ['1', 'many'], ['1', '1', '1']]) {
      expect(() => valuesOf({ kind: 'population', parts })).toThrow('part-required');
    }
  });

  it('so that the rows are a sound split', () => {
    const rows = [aRow({ supportingUnitIds: [] }), ...distribute(parent, units, { kind: 'population', parts: ['3', '4'] })];
    expect(checkSplit(rows, { tenantId: CITY, cycle: aCycle, deepestLevel: 3 }, cityFacts)).toEqual([]);
  });
});

describe('the integrations of a task', () => {
  it('go with it to everyone it is shared out among', () => {
    const rows = distribute({ ...parent, integrations: ['old-new'] }, units, { kind: 'equal', parts: [] });
    expect(rows.map(({ integrations }) => integrations)).toEqual([['old-new'], ['old-new']]);
    expect(distribute(parent, units, { kind: 'equal', parts: [] })[0]).not.toHaveProperty('integrations');
  });
});

describe('what is said of one unit alone', () => {
  it('stays with it: the credit for the parent is not its children\'s, and the ground of a town\'s work is each town\'s own', () => {
    const said = { ...parent, leadCreditShare: '80', supportingCredits: [{ unitId: '511900-water', share: '20' }], dutyItem: 'J-09' };
    const [first, second] = distribute(said, units.map((unit, index) => (index === 0 ? { ...unit, dutyItem: 'J-01' } : unit)), { kind: 'equal', parts: [] });
    expect(first).toMatchObject({ dutyItem: 'J-01' });
    expect(Object.keys(second ?? {})).not.toEqual(expect.arrayContaining(['dutyItem']));
    expect(first).not.toHaveProperty('supportingCredits');
    expect(first).not.toHaveProperty('leadCreditShare');
  });
});

describe('any distribution', () => {
  const decimals = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => (places === 0 ? String(digits) : String(digits).padStart(places + 1, '0').replace(new RegExp(`(\\d{${places}})$`), '.$1')));
  const populations = fc.array(fc.integer({ min: 1, max: 3_000_000 }).map(String), { minLength: 1, maxLength: 150 });

  it('has shares that sum exactly to the target, at its precision, none below zero', () => {
    fc.assert(fc.property(decimals, populations, (target, parts) => {
      const shares = sharesOf(target, proportionsOf({ kind: 'population', parts }, parts.length));
      expect(Number(sum([sum(shares), `-${target}`]))).toBe(0);
      expect(shares.every((share) => placesOf(share) <= placesOf(target) && !share.startsWith('-'))).toBe(true);
    }));
  });

  it('has weights that sum exactly to 100, each above zero', () => {
    fc.assert(fc.property(populations, (parts) => {
      const weights = weightsFor(parts);
      expect(sum(weights)).toBe('100');
      expect(weights.every((weight) => Number(weight) > 0)).toBe(true);
    }));
  });
});

describe('the balance of a family of rows', () => {
  it('says each sum against what it must be', () => {
    const children = distribute(parent, units, { kind: 'equal', parts: [] });
    expect(balancesOf(parent, children).every(({ holds }) => holds)).toBe(true);
    const off = children.map((row, index) => (index === 0 ? { ...row, weight: '49.99', annualTargets: annualTargetsOf('51') } : row));
    expect(balancesOf(parent, off)).toEqual([
      { what: 'weight', year: null, metric: null, sum: '99.99', expected: '100', holds: false },
      { what: 'share', year: 2013, metric: 'value', sum: '101', expected: '100', holds: false },
      { what: 'share', year: 2014, metric: 'value', sum: '101', expected: '100', holds: false },
    ]);
  });

  it('takes what is not yet a number for nothing, and asks no sum of a threshold', () => {
    const [first] = distribute(threshold, units.slice(0, 1), { kind: 'everyone', parts: [] });
    expect(balancesOf(threshold, [{ ...(first as NonNullable<typeof first>), weight: '' }])).toMatchObject([{ what: 'weight', sum: '0', holds: false }]);
  });
});
