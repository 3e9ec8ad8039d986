import type { PageEvent } from '../projector/page-event.js';

export type RebuildProgress = {
  readonly events: number;
  readonly eventsPerSecond: number;
  /** Share of the store's positions passed, 0 to 1. */
  readonly done: number;
  /** An estimate by the positions still to pass. */
  readonly secondsLeft: number;
};

/** Says how far a rebuild has come. */
export class ProgressMeter {
  private readonly begun = Date.now();
  private events = 0;

  constructor(private readonly target: bigint, private readonly onProgress: ((progress: RebuildProgress) => void) | undefined) {}

  passed(page: readonly PageEvent[]): void {
    this.events += page.length;
    const seconds = Math.max((Date.now() - this.begun) / 1_000, 0.001);
    const done = this.target > 0n ? Number(page.at(-1)?.raw.position ?? 0n) / Number(this.target) : 1;
    this.onProgress?.({
      events: this.events,
      eventsPerSecond: Math.round(this.events / seconds),
      done,
      secondsLeft: done > 0 ? Math.round((seconds * (1 - done)) / done) : 0,
    });
  }
}
