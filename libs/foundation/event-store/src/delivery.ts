import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RawRecordedEvent } from './event-store.js';
import { eventOf, type Answer } from './reading.js';

/** A page that is being filled with events of old is handed over early when nothing comes for so long, in milliseconds. */
const FILLING_MS = 25;

/** Where the store's answers come from, as they come; it can be made to wait. */
export type AnswerSource = Pick<Readable, 'on'> & { pause(): unknown; resume(): unknown; cancel(): void };

export type DeliveredPage = {
  readonly events: readonly RawRecordedEvent[];
  /** All that was recorded before the connection has now been delivered. */
  readonly caughtUp: boolean;
};

/**
 * What one connection delivers, gathered into pages. It reads one page ahead of the one being dealt with and then
 * lets the store wait. Before it has caught up it fills its pages; afterwards it hands over at once.
 */
export class Delivery {
  /** Why the connection ended; undefined where the store ended it in good order. */
  error: unknown;
  private readonly waiting: RawRecordedEvent[] = [];
  private live = false;
  private caughtUp = false;
  private ended = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly answers: AnswerSource,
    private readonly pageSize: number,
    private readonly stopping: AbortSignal,
  ) {
    answers.on('data', this.take);
    answers.on('error', this.end);
    answers.on('end', () => this.end(undefined));
    stopping.addEventListener('abort', this.stop);
    if (stopping.aborted) this.stop();
  }

  /** The next page once there is one; undefined when the connection has ended or is to stop. */
  async next(): Promise<DeliveredPage | undefined> {
    if (!this.isReady()) await this.arrival();
    if (this.live) await nextTurn();
    if (this.stopping.aborted || (this.ended && this.waiting.length === 0)) return undefined;
    const events = this.waiting.splice(0, this.pageSize);
    if (this.waiting.length < this.pageSize) this.answers.resume();
    const caughtUp = this.caughtUp && this.waiting.length === 0;
    if (caughtUp) this.caughtUp = false;
    return { events, caughtUp };
  }

  close(): void {
    this.stopping.removeEventListener('abort', this.stop);
    this.answers.cancel();
  }

  private isReady(): boolean {
    const filled = this.waiting.length >= this.pageSize || (this.live && this.waiting.length > 0);
    return filled || this.caughtUp || this.ended || this.stopping.aborted;
  }

  private async arrival(): Promise<void> {
    for (let filledBefore = 0; !this.isReady(); filledBefore = this.waiting.length) {
      await this.change();
      if (this.waiting.length > 0 && this.waiting.length === filledBefore) return;
    }
  }

  private async change(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      if (!this.live) timer = setTimeout(resolve, FILLING_MS);
    });
    clearTimeout(timer);
    this.wake = undefined;
  }

  private readonly take = (answer: Answer): void => {
    const event = eventOf(answer);
    if (event) this.waiting.push(event);
    else if (answer.hasCaughtUp()) this.live = this.caughtUp = true;
    else if (answer.hasFellBehind()) this.live = false;
    if (this.waiting.length >= 2 * this.pageSize) this.answers.pause();
    if (this.isReady()) this.wake?.();
  };

  private readonly end = (error: unknown): void => {
    this.ended = true;
    this.error ??= error;
    this.wake?.();
  };

  private readonly stop = (): void => this.wake?.();
}
