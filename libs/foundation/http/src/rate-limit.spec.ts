import { RateLimit } from './rate-limit.js';

describe('a rate limit', () => {
  const clock = { ms: 0 };
  const admitted = (limit: RateLimit, key: string, times: number) =>
    Array.from({ length: times }, () => limit.admits(key)).filter(Boolean).length;

  it('admits so many a second and no more', () => {
    expect(admitted(new RateLimit(3, () => 500), 'a', 5)).toBe(3);
  });

  it('counts each key for itself', () => {
    const limit = new RateLimit(3, () => 500);
    admitted(limit, 'a', 5);
    expect(admitted(limit, 'b', 5)).toBe(3);
  });

  it('begins anew with the next second', () => {
    const limit = new RateLimit(3, () => clock.ms);
    admitted(limit, 'a', 5);
    clock.ms = 1_000;
    expect(admitted(limit, 'a', 5)).toBe(3);
  });

  it('counts in longer windows where that is said', () => {
    const limit = new RateLimit(3, () => clock.ms, 60_000);
    clock.ms = 60_000;
    expect(admitted(limit, 'a', 5)).toBe(3);
    clock.ms = 119_999;
    expect(admitted(limit, 'a', 5)).toBe(0);
    clock.ms = 120_000;
    expect(admitted(limit, 'a', 5)).toBe(3);
  });

  it('of 0 admits everything', () => {
    expect(admitted(new RateLimit(0), 'a', 5_000)).toBe(5_000);
  });
});
