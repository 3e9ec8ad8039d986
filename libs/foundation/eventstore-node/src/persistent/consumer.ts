import type { MayRead } from '../streams/event-message.js';
import type { Outgoing } from '../streams/outgoing.js';
import type { Refusal } from '../streams/refusal.js';
import type { Message } from './message.js';
import { Rate, Timings } from './statistics.js';

/** Who reads from a group, and how it wants to be served. */
export type ConsumerDetails = {
  /** The address it calls from. */
  from: string;
  user: string;
  connectionName: string;
  bufferSize: number;
  structuredIds: boolean;
  /** Whether it may read a stream, or $all, now. */
  mayRead: MayRead;
};

/** The connection of a consumer: where its messages go, and how it is told that there will be no more. */
export type Connection = { outgoing: Outgoing; end(refusal: Refusal): void };

/** One reader of a group. It has no more messages in flight than it asked for, and gets them as fast as it reads. */
export class Consumer {
  readonly inFlight = new Set<Message>();
  readonly rate = new Rate();
  readonly timings = new Timings();
  #congested = false;

  /** `number` tells it from the group's other consumers; `roomAgain` is called when it reads again after it did not. */
  constructor(
    readonly number: number,
    readonly details: ConsumerDetails,
    private readonly connection: Connection,
    private readonly roomAgain: () => void,
  ) {}

  get hasRoom(): boolean {
    return !this.#congested && this.inFlight.size < this.details.bufferSize;
  }

  send(message: Message, bytes: Buffer): void {
    message.sentAt = Date.now();
    this.inFlight.add(message);
    this.rate.total++;
    this.#waitFor(this.connection.outgoing.send(bytes));
  }

  /** What was sent goes out. */
  flush(): void {
    if (!this.#congested) this.#waitFor(this.connection.outgoing.flush());
  }

  /** The message in flight with this id, the oldest first; it is in flight no longer. */
  take(id: string): Message | undefined {
    for (const message of this.inFlight) {
      if (message.id !== id) continue;
      this.inFlight.delete(message);
      this.timings.add(Date.now() - message.sentAt);
      return message;
    }
    return undefined;
  }

  /** Tells it that there will be no more messages, and why. */
  end(refusal: Refusal): void {
    this.connection.end(refusal);
  }

  #waitFor(full: Promise<void> | undefined): void {
    if (!full) return;
    this.#congested = true;
    void full.then(() => {
      this.#congested = false;
      this.roomAgain();
    });
  }
}
