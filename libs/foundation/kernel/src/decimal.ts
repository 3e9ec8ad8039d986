import BigJs from 'big.js';

/**
 * An exact decimal as its plain text: `"99.99"`, `"-0.5"`, `"100"`. It is what events, rows and responses carry;
 * no amount, share, weight or score ever passes through a floating-point number.
 */
export type Decimal = string;

/** Decimal places kept by a division that does not end; halves round to even. */
export const DIVISION_PLACES = 20;

const Exact = BigJs();
Exact.DP = DIVISION_PLACES;
Exact.RM = Exact.roundHalfEven;
Exact.PE = 1_000;
Exact.NE = -1_000;
Exact.strict = false;

/** True for plain decimal text: optional sign, digits, optional fraction; no exponent, no spaces. */
export const isDecimal = (text: unknown): text is Decimal => typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text);

const exact = (value: Decimal) => {
  if (!isDecimal(value)) throw new RangeError(`Not a plain decimal: ${value}`);
  return new Exact(value);
};
const plain = (value: BigJs): Decimal => {
  const text = value.toFixed();
  return text === '-0' ? '0' : text;
};

const total = (values: readonly BigJs[]): BigJs => values.reduce((sofar, value) => sofar.plus(value), new Exact(0));

export const add = (a: Decimal, b: Decimal): Decimal => plain(exact(a).plus(exact(b)));
export const subtract = (a: Decimal, b: Decimal): Decimal => plain(exact(a).minus(exact(b)));
export const multiply = (a: Decimal, b: Decimal): Decimal => plain(exact(a).times(exact(b)));
/** Throws where `b` is zero. Rounds half to even at {@link DIVISION_PLACES}. */
export const divide = (a: Decimal, b: Decimal): Decimal => plain(exact(a).div(exact(b)));
export const sum = (values: readonly Decimal[]): Decimal => plain(total(values.map(exact)));
/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Decimal, b: Decimal): number => exact(a).cmp(exact(b));
export const equals = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0;
export const lesser = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);
/** Rounded half to even, with exactly `places` decimals: `round("87.445", 2)` is `"87.44"`. */
export const round = (value: Decimal, places: number): Decimal => exact(value).toFixed(places, Exact.roundHalfEven);
/** The shortest text of the value: `normalise("1.500")` is `"1.5"`. */
export const normalise = (value: Decimal): Decimal => plain(exact(value));

/**
 * Divides a whole in proportion to weights so that the parts sum exactly to it: each part is rounded down to `places`,
 * and what remains goes, one last unit at a time, to the parts that lost most (largest remainder; ties to the first).
 */
export const apportion = (whole: Decimal, weights: readonly Decimal[], places: number): Decimal[] => {
  const [amount, shares] = [exact(whole), weights.map(exact)];
  const all = total(shares);
  if (all.lte(0)) throw new RangeError('Weights must sum to more than zero');
  const unit = new Exact(10).pow(-places);
  const quotas = shares.map((share) => amount.times(share).div(all));
  const parts = quotas.map((quota) => quota.round(places, Exact.roundDown));
  let rest = amount.minus(total(parts));
  const order = quotas
    .map((quota, index) => ({ index, lost: quota.minus(parts[index] as BigJs).abs() }))
    .sort((a, b) => b.lost.cmp(a.lost) || a.index - b.index);
  const step = rest.lt(0) ? unit.times(-1) : unit;
  for (const { index } of order) {
    if (rest.abs().lt(unit)) break;
    parts[index] = (parts[index] as BigJs).plus(step);
    rest = rest.minus(step);
  }
  parts[order[0]?.index ?? 0] = (parts[order[0]?.index ?? 0] as BigJs).plus(rest);
  return parts.map(plain);
};
