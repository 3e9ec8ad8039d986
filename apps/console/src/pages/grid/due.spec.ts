import { groupOf, presentOf } from './due.js';

describe("the grid officer's list", () => {
  it('tells what is late, what is due today by the local day, and what is due later', () => {
    const now = '2013-05-06T02:00:00.000Z';
    expect(groupOf({ dueAt: '2013-05-06T01:59:59.000Z' }, now)).toBe('overdue');
    expect(groupOf({ dueAt: '2013-05-06T15:59:00.000Z' }, now)).toBe('today');
    expect(groupOf({ dueAt: '2013-05-06T16:01:00.000Z' }, now)).toBe('later');
    expect(groupOf({ dueAt: null }, now)).toBe('later');
  });

  it("goes by the service's clock without a network, not by the phone's", () => {
    const read = { now: '2013-05-06T02:00:00.000Z', at: '2026-01-01T00:00:00.000Z' };
    expect(presentOf(read, Date.parse('2026-01-01T01:30:00.000Z'))).toBe('2013-05-06T03:30:00.000Z');
    expect(presentOf(read, Date.parse('2025-01-01T00:00:00.000Z'))).toBe(read.now);
  });
});
