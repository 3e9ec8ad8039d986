import { endOf, gapRecord, isGap, isIntactGap } from './chain.js';
import { encodeRecord } from './record.js';

describe('a gap in the chain of records', () => {
  it('leads to where the chain goes on, and is never taken for an event', () => {
    const gap = gapRecord(64, 2 ** 40);
    expect(endOf(64, gap)).toBe(2 ** 40);
    expect(isGap(gap)).toBe(true);
    const record = encodeRecord(
      { id: '', type: '', contentType: '', metadata: Buffer.alloc(0), data: Buffer.alloc(0) },
      { stream: Buffer.from('s'), revision: 0, position: 64, createdAt: 0 },
    );
    expect(isGap(record)).toBe(false);
    expect(endOf(64, record)).toBe(64 + record.length);
  });

  it('notices every single changed byte, a lost end, and another place', () => {
    const gap = gapRecord(64, 1_000);
    expect(isIntactGap(64, gap)).toBe(true);
    expect(isIntactGap(65, gap)).toBe(false);
    expect(isIntactGap(64, gap.subarray(0, -1))).toBe(false);
    for (let at = 0; at < gap.length; at++) {
      const changed = Buffer.from(gap);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isIntactGap(64, changed)).toBe(false);
    }
    expect(() => endOf(65, gap)).toThrow('position 65');
  });
});
