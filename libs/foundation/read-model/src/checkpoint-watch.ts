import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

type Waiter = { readonly name: string; readonly position: bigint; readonly settle: (reached: boolean | Error) => void };

const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 50;

/** One poller for all who wait for a job to reach a position; it asks only while somebody waits. */
export class CheckpointWatch {
  private readonly waiters = new Set<Waiter>();
  private positions = new Map<string, bigint>();
  private pauseMs = FIRST_PAUSE_MS;
  private polling = false;
  private asking: Promise<void> | undefined;
  private askedAt = -Infinity;

  constructor(private readonly dataSource: DataSource) {}

  /** True when the job has reached the position, false where it has not within `timeoutMs`. */
  async reached(name: string, position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.lastSeen(name) >= position) return true;
    return new Promise((resolve, reject) => {
      const settle = (outcome: boolean | Error): void => {
        clearTimeout(bound);
        this.waiters.delete(waiter);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const waiter: Waiter = { name, position, settle };
      const bound = setTimeout(() => settle(false), timeoutMs);
      this.waiters.add(waiter);
      this.pauseMs = FIRST_PAUSE_MS;
      if (!this.polling) void this.poll();
    });
  }

  /** The last position of a job that was seen, without asking; -1 where none was. */
  lastSeen(name: string): bigint {
    return this.positions.get(name) ?? -1n;
  }

  /** The last position of a job, asked now; -1 before its first. */
  async positionOf(name: string): Promise<bigint> {
    await this.ask();
    return this.lastSeen(name);
  }

  /** The last position of a job, asked no longer ago than `maxAgeMs`. */
  async recentPosition(name: string, maxAgeMs: number): Promise<bigint> {
    if (performance.now() - this.askedAt > maxAgeMs) await this.ask();
    return this.lastSeen(name);
  }

  private async poll(): Promise<void> {
    this.polling = true;
    while (this.waiters.size > 0) {
      try {
        await this.ask();
      } catch (error) {
        for (const waiter of [...this.waiters]) waiter.settle(error as Error);
      }
      for (const waiter of [...this.waiters]) {
        if (this.lastSeen(waiter.name) >= waiter.position) waiter.settle(true);
      }
      await pause(this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 1.5, LONGEST_PAUSE_MS);
    }
    this.polling = false;
  }

  /** One question at a time, so that an older answer never follows a newer one. */
  private ask(): Promise<void> {
    this.asking ??= this.askOnce().finally(() => { this.asking = undefined; });
    return this.asking;
  }

  private async askOnce(): Promise<void> {
    const askedAt = performance.now();
    const rows = await this.dataSource.query<{ name: string; position: string }[]>('select name, position from checkpoint');
    this.positions = new Map(rows.map(({ name, position }) => [name, BigInt(position)]));
    this.askedAt = askedAt;
  }
}
