import { compare, DomainError } from '@zeren/kernel';
import fc from 'fast-check';
import { balancesOf, distribute } from './distribution.js';
import { distributeRest } from './distribution-rest.js';
import type { SplitRow } from './split.events.js';
import { annualTargetsOf, aRow } from '../testing/samples.js';

const root = aRow();
const five = distribute(root, ['511902', '511903', '511921', '511922', '511923'].map((unitId) => ({ unitId, unitTenantId: unitId, accountablePostId: `${unitId}.head`, level: 2 })), { kind: 'equal', parts: [] });
const [first] = five as [SplitRow];
const shown = (rows: readonly SplitRow[]) => rows.map(({ weight, annualTargets }) => [weight, ...annualTargets.map(({ targets: [target] }) => (target && 'value' in target ? target.value : ''))]);
const changed = (said: Partial<SplitRow>) => [{ ...first, ...said }, ...five.slice(1)];
const refusal = (decide: () => unknown): string | undefined => {
  try {
    decide();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
};

describe('the rest of a distribution', () => {
  it('goes to the rows that were not set by hand, in proportion to what they had, and every sum holds', () => {
    const rows = changed({ weight: '40', annualTargets: annualTargetsOf('30.5') });
    expect(balancesOf(root, rows).every(({ holds }) => holds)).toBe(false);
    const balanced = distributeRest(root, rows, new Set([first.key]));
    expect(shown(balanced)).toEqual([['40', '30.5', '30.5'], ['15', '17.4', '17.4'], ['15', '17.4', '17.4'], ['15', '17.4', '17.4'], ['15', '17.3', '17.3']]);
    expect(balancesOf(root, balanced).every(({ holds }) => holds)).toBe(true);
  });

  it('leaves a sum alone that holds', () => {
    expect(distributeRest(root, five, new Set())).toBe(five);
    expect(distributeRest(root, changed({ weight: '40' }), new Set([first.key])).map(({ annualTargets }) => annualTargets)).toEqual(five.map(({ annualTargets }) => annualTargets));
  });

  it('is refused where nothing is left, and where nobody is left to take it', () => {
    expect(refusal(() => distributeRest(root, changed({ weight: '100' }), new Set([first.key])))).toBe('rest-not-positive');
    expect(refusal(() => distributeRest(root, changed({ weight: '100.5' }), new Set([first.key])))).toBe('rest-not-positive');
    expect(refusal(() => distributeRest(root, changed({ weight: '40' }), new Set(five.map(({ key }) => key))))).toBe('rest-for-nobody');
  });

  it('of any change that leaves something balances exactly', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 9_949 }), fc.integer({ min: 0, max: 2 }), (weight, share, places) => {
      const rows = changed({ weight: (weight / 1_000).toFixed(3), annualTargets: annualTargetsOf((share / 100).toFixed(places)) });
      const balanced = distributeRest(root, rows, new Set([first.key]));
      expect(balancesOf(root, balanced).every(({ holds }) => holds)).toBe(true);
      expect(balanced.every((row) => compare(row.weight, '0') > 0)).toBe(true);
    }));
  });
});
