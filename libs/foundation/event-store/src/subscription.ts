import type { EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import { clientError, isRefusal } from './availability.js';
import { Delivery } from './delivery.js';
import type { RawRecordedEvent, SubscribeOptions, Subscription } from './event-store.js';
import { openSubscription } from './reading.js';

const PAGE_SIZE = 1_000;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/** A subscription to everything after a position, in stored bytes. */
export const subscribeRaw = (client: EventStoreDBClient, options: SubscribeOptions<RawRecordedEvent>): Subscription =>
  new AllSubscription(client, options);

class AllSubscription implements Subscription {
  readonly failed: Promise<never>;
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private reached: bigint | undefined;
  private failedAttempts = 0;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly options: SubscribeOptions<RawRecordedEvent>,
  ) {
    this.reached = options.after;
    const running = this.run();
    this.ended = running.catch(() => undefined);
    this.failed = new Promise((_, reject) => running.catch(reject));
    // Whoever does not watch for failures must not thereby end the process.
    this.failed.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const delivery = await this.connect();
      if (delivery) await this.handOver(delivery);
      if (!this.stopping.signal.aborted) await this.pause();
    }
  }

  /** A connection from where the last page ended, or undefined where there is none at present. */
  private async connect(): Promise<Delivery | undefined> {
    try {
      const answers = await openSubscription(this.client, this.reached);
      return new Delivery(answers, this.options.pageSize ?? PAGE_SIZE, this.stopping.signal);
    } catch (error) {
      return this.disconnected(error);
    }
  }

  /** Hands over page after page until the connection ends. */
  private async handOver(delivery: Delivery): Promise<void> {
    try {
      for (let page = await delivery.next(); page !== undefined; page = await delivery.next()) {
        this.failedAttempts = 0;
        if (page.events.length > 0) await this.options.onPage(page.events);
        this.reached = page.events.at(-1)?.position ?? this.reached;
        if (page.caughtUp) this.options.onCaughtUp?.();
      }
    } finally {
      delivery.close();
    }
    if (delivery.error !== undefined) this.disconnected(delivery.error);
  }

  private disconnected(thrown: unknown): undefined {
    const error = clientError(thrown);
    if (isRefusal(error)) throw error;
  }

  private async pause(): Promise<void> {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** this.failedAttempts, LONGEST_WAIT_MS);
    this.failedAttempts += 1;
    await delay(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
