import fc from 'fast-check';
import { add, apportion, compare, divide, equals, isDecimal, round, sum } from './index.js';

const cents = fc.integer({ min: 0, max: 10_000_000 }).map((n) => round(divide(String(n), '100'), 2));

describe('exact decimals', () => {
  it('add what floating point cannot', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
  });

  it('round halves to even', () => {
    expect(round('87.445', 2)).toBe('87.44');
    expect(round('87.455', 2)).toBe('87.46');
  });

  it('refuse anything but plain decimal text', () => {
    for (const text of ['1e3', ' 1', '1.', '.5', 'NaN', '', '１']) expect(isDecimal(text)).toBe(false);
    expect(() => add('1e3', '1')).toThrow(RangeError);
  });

  it('apportion a total so that the parts sum exactly to it, whatever the weights', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 40 }), (total, weights) => {
        const parts = apportion(total, weights.map(String), 2);
        expect(equals(sum(parts), total)).toBe(true);
        expect(parts.every((part) => compare(part, '0') >= 0)).toBe(true);
      }),
    );
  });
});
