import type { EventStore, RawRecordedEvent } from '@zeren/event-store';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { reasonOf } from './fold.js';
import type { IdleCheckpoints } from './idle-checkpoints.js';
import { JobStopped, type Job, type Log } from './job.js';
import type { LiveFeed } from './live-feed.js';
import { pageEventOf, type PageEvent } from './page-event.js';
import { CheckpointMoved } from './progress.js';

/** Events dealt with at once when there are many. */
const PAGE = 1_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export type JobState = 'waiting for lease' | 'catching up' | 'live' | 'retrying' | 'stopped by error';

export type Surroundings = {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly feed: LiveFeed;
  readonly idle: IdleCheckpoints;
  readonly log: Log;
};

/** Keeps one job running while its lease is held: catches up by its own reading, then follows the feed. */
export class JobLoop {
  state: JobState = 'waiting for lease';
  /** The last position the job has dealt with and said so. */
  position = -1n;
  error: string | undefined;
  private running: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;

  constructor(private readonly job: Job, private readonly around: Surroundings) {}

  get name(): string {
    return this.job.progress.name;
  }

  start(): void {
    if (this.running) return;
    const stop = new AbortController();
    this.running = { stop, ended: this.run(stop.signal) };
  }

  /** Finishes the page in hand. */
  async stop(): Promise<void> {
    this.running?.stop.abort();
    await this.running?.ended;
    this.running = undefined;
    if (this.state !== 'stopped by error') this.state = 'waiting for lease';
  }

  private async run(signal: AbortSignal): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const begunAt = this.position;
      try {
        await this.follow(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (this.position > begunAt) pauseMs = FIRST_PAUSE_MS;
        if (!this.goesOnAfter(error)) return;
        await pause(pauseMs, undefined, { signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private goesOnAfter(error: unknown): boolean {
    const stopped = error instanceof JobStopped;
    this.error = reasonOf(error);
    this.state = stopped ? 'stopped by error' : 'retrying';
    if (!(error instanceof CheckpointMoved)) this.around.log(stopped ? 'a job stopped' : 'a job failed and is tried again', { job: this.name, reason: this.error });
    return !stopped;
  }

  private async follow(signal: AbortSignal): Promise<void> {
    this.position = await this.job.progress.load(this.around.dataSource);
    while (!signal.aborted) {
      const reader = this.around.feed.join(this.position);
      if (!reader) {
        await this.catchUp(signal);
        continue;
      }
      const leave = (): void => this.around.feed.leave(reader);
      signal.addEventListener('abort', leave, { once: true });
      try {
        this.state = 'live';
        this.error = undefined;
        for (let events = await reader.take(); events && !signal.aborted; events = await reader.take()) await this.deal(events, signal);
      } finally {
        signal.removeEventListener('abort', leave);
        leave();
      }
    }
  }

  private async catchUp(signal: AbortSignal): Promise<void> {
    this.state = 'catching up';
    const { store } = this.around;
    let page: RawRecordedEvent[] = [];
    const deal = async (): Promise<void> => {
      const events = page.map((raw) => pageEventOf(store, raw));
      page = [];
      await this.deal(events, signal);
    };
    for await (const raw of store.readAllRaw(this.position < 0n ? {} : { after: this.position })) {
      if (signal.aborted) return;
      page.push(raw);
      if (page.length >= PAGE) await deal();
    }
    if (page.length > 0) await deal();
  }

  private async deal(events: readonly PageEvent[], signal: AbortSignal): Promise<void> {
    for (let at = 0; at < events.length; at += PAGE) {
      const part = events.slice(at, at + PAGE);
      const to = part.at(-1)?.raw.position ?? this.position;
      const handled = part.filter(({ raw }) => this.job.handles(raw.type));
      if (handled.length > 0) await this.job.apply(handled, this.position, to, signal);
      else if (!(await this.around.idle.advance(this.name, this.position, to))) throw new CheckpointMoved(this.name, this.position);
      this.position = to;
    }
  }
}
