import type { Store } from '../storage/store.js';
import type { GroupNumbers } from './settings.js';

/** Timers that are set for longer fire at once. */
export const longestTimer = 2 ** 31 - 1;

type Limits = Pick<GroupNumbers, 'checkpointAfter' | 'minCheckpointCount' | 'maxCheckpointCount'>;

/**
 * How far a group has come. The checkpoint never passes an event that is neither acknowledged nor parked, in
 * whatever order they are; what is kept of it is never ahead of that.
 */
export class Progress {
  /** The place that is kept as the checkpoint; undefined before the first one. */
  checkpoint: number | undefined;
  /** The open places in order, each with the place considered before it. */
  readonly #open = new Map<number, number>();
  #considered: number;
  #settled = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;

  constructor(
    private readonly store: Store, private readonly keptName: string,
    private readonly after: number, private readonly limits: Limits,
  ) {
    const kept = store.log.kept(keptName);
    this.checkpoint = kept && Number(kept.toString('utf8'));
    this.#considered = this.checkpoint ?? after;
  }

  /** The place up to which everything is settled, -1 for none. */
  get done(): number {
    const first = this.#open.values().next();
    return first.done ? this.#considered : first.value;
  }

  /** How many places are open. */
  get open(): number {
    return this.#open.size;
  }

  /** An event has been read that is to be settled. */
  opened(place: number): void {
    this.#open.set(place, this.#considered);
    this.#considered = place;
  }

  /** Everything up to here has been read, and the last of it need not be settled. */
  passed(place: number): void {
    if (place <= this.#considered) return;
    this.#considered = place;
    this.#count();
  }

  settled(place: number): void {
    if (this.#open.delete(place)) this.#count();
  }

  /** Keeps the checkpoint where it is now, unless it is kept already. */
  async close(): Promise<void> {
    await this.#writing;
    clearTimeout(this.#timer);
    await this.#store();
  }

  #count(): void {
    this.#settled++;
    if (this.#settled >= this.limits.maxCheckpointCount) this.#write();
    else this.#awaitTime();
  }

  #awaitTime(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#settled >= this.limits.minCheckpointCount) this.#write();
    }, Math.min(this.limits.checkpointAfter, longestTimer)).unref();
  }

  #write(): void {
    this.#writing ??= this.#keepUp().finally(() => { this.#writing = undefined; });
  }

  /** Writes once, and again for what was settled meanwhile. */
  async #keepUp(): Promise<void> {
    let stored = await this.#store();
    while (stored && this.#settled >= this.limits.maxCheckpointCount) stored = await this.#store();
    if (stored && this.#settled > 0) this.#awaitTime();
  }

  /** Whether there was something to keep, and it is kept. */
  async #store(): Promise<boolean> {
    const { done } = this;
    if (done <= (this.checkpoint ?? this.after)) return false;
    const settled = this.#settled;
    try {
      await this.store.writer.submit((batch) => { batch.keep(this.keptName, Buffer.from(String(done))); });
      this.checkpoint = done;
      this.#settled -= settled;
      return true;
    } catch {
      // An older checkpoint only means that more is sent again; the next occasion tries anew.
      return false;
    }
  }
}
