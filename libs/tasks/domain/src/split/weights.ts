import { compare, equals, isDecimal, sum, type Decimal } from '@zeren/kernel';

/** What the weights of siblings sum to. */
export const FULL_WEIGHT: Decimal = '100';

export const isPositive = (value: string): boolean => isDecimal(value) && compare(value, '0') > 0;

/** The sum where it is not exactly 100; undefined where it is. */
export const wrongSum = (weights: readonly Decimal[]): Decimal | undefined => {
  const total = sum(weights);
  return equals(total, FULL_WEIGHT) ? undefined : total;
};
