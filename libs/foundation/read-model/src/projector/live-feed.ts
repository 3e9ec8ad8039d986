import type { EventStore, Subscription } from '@zeren/event-store';
import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from './fold.js';
import type { Log } from './job.js';
import { pageEventOf, type PageEvent } from './page-event.js';

/** Events a reader may be behind before the feed waits for it. */
const ROOM = 4_000;
/** How long the feed waits for a slow reader before it goes on without it. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 1_000;

/** One reader's part of the feed: what has come since it last looked. */
export class FeedReader {
  private events: PageEvent[] = [];
  private wake: (() => void) | undefined;
  private left = false;

  /** `onTaken` tells the feed that there is room again. */
  constructor(private readonly onTaken: () => void) {}

  get hasRoom(): boolean {
    return this.events.length < ROOM;
  }

  push(events: readonly PageEvent[]): void {
    this.events.push(...events);
    this.wake?.();
  }

  /** Ends what {@link take} gives, once the reader has what is already there. */
  leave(): void {
    this.left = true;
    this.wake?.();
    this.onTaken();
  }

  /** All that has come, as soon as there is any; undefined when the feed has gone on without this reader. */
  async take(): Promise<readonly PageEvent[] | undefined> {
    while (this.events.length === 0 && !this.left) await new Promise<void>((resolve) => { this.wake = resolve; });
    if (this.events.length === 0) return undefined;
    const taken = this.events;
    this.events = [];
    this.onTaken();
    return taken;
  }
}

/** One subscription for all jobs of a process. */
export class LiveFeed {
  /** The last position handed to the readers. */
  position = -1n;
  private readonly readers = new Set<FeedReader>();
  private subscription: Subscription | undefined;
  private stopped = false;
  private roomMade: (() => void) | undefined;

  constructor(private readonly store: EventStore, private readonly log: Log) {}

  /** Hands out what comes after the position. */
  start(after: bigint): void {
    this.position = after;
    this.subscribe();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const reader of this.readers) this.leave(reader);
    await this.subscription?.stop();
  }

  /** A reader that has all up to `after`, or undefined where the feed is ahead of that. */
  join(after: bigint): FeedReader | undefined {
    if (this.position > after || this.stopped) return undefined;
    const reader = new FeedReader(() => this.roomMade?.());
    this.readers.add(reader);
    return reader;
  }

  leave(reader: FeedReader): void {
    this.readers.delete(reader);
    reader.leave();
  }

  private subscribe(): void {
    this.subscription = this.store.subscribe({
      raw: true,
      after: this.position < 0n ? undefined : this.position,
      onPage: async (raws) => {
        const events = raws.map((raw) => pageEventOf(this.store, raw));
        for (const reader of this.readers) reader.push(events);
        this.position = raws.at(-1)?.position ?? this.position;
        await this.room();
      },
    });
    this.subscription.failed.catch((error: unknown) => void this.subscribeAgain(error));
  }

  private async subscribeAgain(error: unknown): Promise<void> {
    if (this.stopped) return;
    this.log('the subscription ended and is opened again', { reason: reasonOf(error) });
    await pause(RETRY_MS);
    if (!this.stopped) this.subscribe();
  }

  /** Waits until all readers have room. One that makes none in time is left behind: it catches up by its own reading. */
  private async room(): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while ([...this.readers].some((reader) => !reader.hasRoom) && Date.now() < end) {
      await new Promise<void>((resolve) => {
        const bound = setTimeout(resolve, end - Date.now());
        this.roomMade = () => {
          clearTimeout(bound);
          resolve();
        };
      });
    }
    for (const reader of this.readers) if (!reader.hasRoom) this.leave(reader);
  }
}
