import type { Delivered, PersistentReader } from './persistent-client.js';

/** What a consumer has received so far. It acknowledges nothing by itself. */
export class Inbox {
  readonly received: Delivered[] = [];
  /** The error that ended it. */
  readonly failed: Promise<Error & { type: string; streamName?: string; groupName?: string }>;
  readonly confirmed: Promise<void>;
  #arrived: (() => void)[] = [];

  /** `deal` is called with each message as it comes. */
  constructor(readonly reader: PersistentReader, deal: (delivered: Delivered, inbox: Inbox) => void = () => {}) {
    this.failed = new Promise((resolve) => { reader.on('error', (error) => { resolve(error as never); }); });
    this.confirmed = new Promise((resolve) => { reader.on('confirmation', resolve); });
    reader.on('data', (delivered) => {
      this.received.push(delivered);
      deal(delivered, this);
      for (const wake of this.#arrived.splice(0)) wake();
    });
  }

  /** The first `count` messages, once they are there. */
  async first(count: number): Promise<Delivered[]> {
    while (this.received.length < count) await new Promise<void>((resolve) => { this.#arrived.push(resolve); });
    return this.received.slice(0, count);
  }

  /** The messages from the `from`th on, once there are `count` of them. */
  async next(from: number, count: number): Promise<Delivered[]> {
    return (await this.first(from + count)).slice(from);
  }
}

/** The `n` of the events' data: tests number their events. */
export function numbersOf(delivered: readonly Delivered[]): number[] {
  return delivered.map(({ event }) => (event?.data as { n: number }).n);
}

/** Acknowledges each message as it comes. */
export function acknowledging(delivered: Delivered, { reader }: Inbox): void {
  void reader.ack(delivered);
}

/** Resolves once `holds` does. Fails after 25 seconds. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 25_000;
  while (!await holds()) {
    if (Date.now() > end) throw new Error('It did not come to pass.');
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}
