import fc from 'fast-check';
import { canonicalText, sameData } from './canonical.js';

describe('canonical text', () => {
  it('orders members by name, at every depth, and leaves out what is absent', () => {
    expect(canonicalText({ b: [1, undefined, { z: null, a: '市' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,null,{"a":"市","z":null}]}');
  });

  it('parses back to the same data, and data that went through JSON is the same', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const stored = JSON.parse(JSON.stringify(value)) as unknown;
      expect(JSON.parse(canonicalText(value))).toEqual(stored);
      expect(sameData(value, stored)).toBe(true);
    }));
  });

  it('tells lists in another order apart', () => {
    expect(sameData([1, 2], [2, 1])).toBe(false);
  });
});
