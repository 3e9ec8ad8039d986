import fc from 'fast-check';
import { drawSample } from './draw-sample.js';

const keys = Array.from({ length: 40 }, (_, index) => `511902_s.r${String(index).padStart(2, '0')}@2013`);

describe('drawing a sample', () => {
  it('gives the same sample for the same seed and population, on any machine', () => {
    expect(drawSample('2013-Q4', 5, keys)).toEqual(drawSample('2013-Q4', 5, keys));
    expect(drawSample('2013-Q4', 5, keys).map((key) => key.slice(9, 12))).toEqual(['r10', 'r22', 'r26', 'r28', 'r36']);
  });

  it('does not depend on the order of the population, nor on doubles in it', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), fc.shuffledSubarray(keys, { minLength: 40 }), (seed, size, shuffled) => {
      expect(drawSample(seed, size, [...shuffled, ...shuffled])).toEqual(drawSample(seed, size, keys));
    }));
  });

  it('draws each once, as many as asked for, or all there are', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 0, max: 80 }), (seed, size) => {
      const drawn = drawSample(seed, size, keys);
      expect(new Set(drawn).size).toBe(Math.min(size, keys.length));
      expect(drawn.every((key) => keys.includes(key))).toBe(true);
    }));
  });

  it('draws each about equally often over many seeds', () => {
    const counts = new Map(keys.map((key) => [key, 0]));
    for (let seed = 0; seed < 4_000; seed += 1) for (const key of drawSample(String(seed), 4, keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
    // 400 expected of each; five standard deviations are 95.
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(95);
  });
});
