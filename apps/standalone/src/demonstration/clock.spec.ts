import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockReadFrom, DemonstrationClock } from './clock.js';

describe('the demonstration clock', () => {
  let folder: string;
  let file: string;
  let wall: number;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zeren-clock-'));
    file = join(folder, 'clock.json');
    wall = Date.parse('2026-01-01T00:00:00Z');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const clock = () => new DemonstrationClock(file, () => wall);

  it('shows the real time until it is set', () => {
    expect(clock().now()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('goes on from the time it was set to', () => {
    const set = clock();
    set.set('2013-02-01T08:00:00Z');
    wall += 1_500;
    expect(set.now()).toBe('2013-02-01T08:00:01.500Z');
  });

  it('never goes back', () => {
    const set = clock();
    set.set('2013-02-01T08:00:00Z');
    wall += 1_000;
    expect(() => set.set('2013-02-01T08:00:00Z')).toThrow(expect.objectContaining({ code: 'clock-goes-forward-only', field: 'now' }));
    expect(set.now()).toBe('2013-02-01T08:00:01.000Z');
  });

  it('goes on after a restart, the pause included', () => {
    clock().set('2013-02-01T08:00:00Z');
    wall += 60_000;
    expect(clock().now()).toBe('2013-02-01T08:01:00.000Z');
  });

  it('never goes back where the real clock does', () => {
    const set = clock();
    set.set('2013-02-01T08:00:00Z');
    wall -= 60_000;
    expect(set.now()).toBe('2013-02-01T08:00:00.000Z');
  });

  it('is the same for another process, also once it is set again', () => {
    const reader = clockReadFrom(file);
    const set = new DemonstrationClock(file);
    set.set('2013-02-01T08:00:00Z');
    expect(reader.now().slice(0, 16)).toBe('2013-02-01T08:00');
    set.set('2014-02-01T08:00:00Z');
    expect(reader.now().slice(0, 16)).toBe('2014-02-01T08:00');
  });
});
