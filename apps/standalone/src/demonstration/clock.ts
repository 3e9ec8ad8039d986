import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '@zeren/http';
import { DomainError } from '@zeren/kernel';

type Setting = { readonly set: string; readonly at: string };

/**
 * The demonstration's clock: the time it was last set to, plus what has passed since. It goes forward only and is
 * kept in a file, so that it goes on after a restart and other processes of the standalone read the same time.
 */
export class DemonstrationClock implements Clock {
  private setting: Setting | undefined;

  constructor(
    private readonly file: string,
    private readonly wall: () => number = Date.now,
  ) {
    this.refresh();
  }

  now(): string {
    return this.setting ? new Date(this.time(this.setting)).toISOString() : new Date(this.wall()).toISOString();
  }

  /** Whether the clock was ever set; before, it shows the real time. */
  get isSet(): boolean {
    return this.setting !== undefined;
  }

  /** Refuses `clock-goes-forward-only` for a time before the one it shows. */
  set(now: string): void {
    const time = Date.parse(now);
    if (this.setting && time < this.time(this.setting)) throw new DomainError('clock-goes-forward-only', 'now', { now: this.now() });
    this.setting = { set: new Date(time).toISOString(), at: new Date(this.wall()).toISOString() };
    writeFileSync(`${this.file}.unfinished`, JSON.stringify(this.setting));
    renameSync(`${this.file}.unfinished`, this.file);
  }

  /** Reads the time another process has set. */
  refresh(): void {
    try {
      this.setting = JSON.parse(readFileSync(this.file, 'utf8')) as Setting;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  private time({ set, at }: Setting): number {
    return Date.parse(set) + Math.max(0, this.wall() - Date.parse(at));
  }
}

/** The same clock as another process sees it: read anew at each look. */
export const clockReadFrom = (file: string): Clock => {
  const clock = new DemonstrationClock(file);
  return {
    now: () => {
      clock.refresh();
      return clock.now();
    },
  };
};
