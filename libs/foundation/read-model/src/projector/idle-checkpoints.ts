import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** How long positions that changed nothing else are gathered. */
const GATHER_MS = 8;

type Advance = { readonly name: string; readonly from: bigint; readonly to: bigint };

const ADVANCE = `update checkpoint c set position = v.next
  from unnest($1::text[], $2::bigint[], $3::bigint[]) as v(name, old, next)
  where c.name = v.name and c.position = v.old
    and c.name in (select name from checkpoint where name = any($1) for update skip locked)
  returning c.name`;

/**
 * Moves the checkpoints of jobs that had nothing to do in a page: together in one statement, because each job would
 * otherwise pay a transaction for every event that does not concern it.
 */
export class IdleCheckpoints {
  private waiting = new Map<string, Advance & { readonly settle: (moved: boolean) => void }>();
  private working: Promise<void> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Whether the job was moved on. */
  advance(name: string, from: bigint, to: bigint): Promise<boolean> {
    return new Promise((settle) => {
      this.waiting.set(name, { name, from, to, settle });
      this.working ??= this.work();
    });
  }

  private async work(): Promise<void> {
    while (this.waiting.size > 0) {
      await pause(GATHER_MS);
      const batch = [...this.waiting.values()];
      this.waiting = new Map();
      const moved = await this.move(batch).catch(() => new Set<string>());
      for (const { name, settle } of batch) settle(moved.has(name));
    }
    this.working = undefined;
  }

  private async move(batch: readonly Advance[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<[{ name: string }[], number]>(ADVANCE, [
      batch.map(({ name }) => name), batch.map(({ from }) => String(from)), batch.map(({ to }) => String(to)),
    ]);
    return new Set(rows[0].map(({ name }) => name));
  }
}
