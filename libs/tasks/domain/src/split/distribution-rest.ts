import { apportion, compare, isDecimal, subtract, sum, type Decimal } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import { MOST_PLACES, placesOf, valueOf, WEIGHT_PLACES } from './distribution.js';
import type { AnnualTarget, SplitRow } from './split.events.js';
import { FULL_WEIGHT, isPositive } from './weights.js';

type Parent = Pick<SplitRow, 'metrics' | 'annualTargets'>;


/** In proportion to what each has; alike where nobody has anything yet. */
const proportionsOf = (present: readonly Decimal[]): readonly Decimal[] => (present.some(isPositive) ? present : present.map(() => '1'));

/** What each of the others takes of the whole beside what was set by hand, as fine as the whole or the rest is written. */
const restOf = (whole: Decimal, byHand: readonly Decimal[], others: readonly Decimal[], places: number): readonly Decimal[] => {
  const set = sum(byHand);
  const rest = subtract(whole, set);
  if (compare(rest, '0') <= 0) refuse('rest-not-positive', undefined, { sum: set, expected: whole });
  return apportion(rest, proportionsOf(others), Math.max(places, placesOf(rest)));
};

/** Weights are above zero each: finer than usual where the rest is small. */
const restOfWeight = (byHand: readonly Decimal[], others: readonly Decimal[]): readonly Decimal[] => {
  const finer = Array.from({ length: MOST_PLACES - WEIGHT_PLACES + 1 }, (_, index) => WEIGHT_PLACES + index);
  const parts = finer.map((places) => restOf(FULL_WEIGHT, byHand, others, places)).find((of) => of.every(isPositive));
  return parts ?? refuse('rest-not-positive', undefined, { sum: sum(byHand), expected: FULL_WEIGHT });
};

const decimalOr = (text: string | undefined, other: Decimal): Decimal => (isDecimal(text) ? text : other);

const withValue = (annualTargets: readonly AnnualTarget[], year: number, metric: string, value: Decimal): readonly AnnualTarget[] =>
  annualTargets.map((annual) => (annual.year === year
    ? { ...annual, targets: annual.targets.map((target) => (target.metric === metric ? { metric, value } : target)) }
    : annual));

type Rest = { readonly whole: Decimal; readonly share: typeof restOfWeight; readonly of: (row: SplitRow) => Decimal; readonly into: (row: SplitRow, value: Decimal) => SplitRow };

const weight: Rest = { whole: FULL_WEIGHT, share: restOfWeight, of: (row) => decimalOr(row.weight, '0'), into: (row, value) => ({ ...row, weight: value }) };

const sharesOf = ({ metrics, annualTargets }: Parent): readonly Rest[] =>
  metrics.filter(({ distribution }) => distribution === 'share').flatMap(({ code }) => annualTargets.flatMap(({ year }): Rest[] => {
    const whole = valueOf(annualTargets, year, code);
    return whole === undefined ? [] : [{
      whole, share: (byHand, others) => restOf(whole, byHand, others, placesOf(whole)), of: (row) => decimalOr(valueOf(row.annualTargets, year, code), '0'),
      into: (row, value) => ({ ...row, annualTargets: withValue(row.annualTargets, year, code, value) }),
    }];
  }));

/**
 * A family balanced again: what was set by hand stays, and the other rows take what is left of the weight and of each shared
 * target, in proportion to what they had. Sums that hold are left as they are.
 */
export const distributeRest = (parent: Parent, children: readonly SplitRow[], setByHand: ReadonlySet<string>): readonly SplitRow[] => {
  const isFixed = ({ key }: SplitRow): boolean => setByHand.has(key);
  return [weight, ...sharesOf(parent)].reduce((rows, { whole, share, of, into }) => {
    if (compare(sum(rows.map(of)), whole) === 0) return rows;
    const others = rows.filter((row) => !isFixed(row));
    if (others.length === 0) refuse('rest-for-nobody');
    const parts = share(rows.filter(isFixed).map(of), others.map(of));
    const partOf = new Map(others.map(({ key }, index) => [key, parts[index] as Decimal]));
    return rows.map((row) => into(row, partOf.get(row.key) ?? of(row)));
  }, children);
};
