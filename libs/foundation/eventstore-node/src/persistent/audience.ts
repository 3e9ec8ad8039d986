import type { Consumer } from './consumer.js';
import { buckets } from './message.js';
import type { StrategyName } from './settings.js';

/** The consumers of a group, and which of them a message goes to. */
export class Audience {
  readonly #consumers: Consumer[] = [];
  /** Whose turn it is. */
  #turn = 0;
  /** To whom each bucket is pinned, as far as that has been asked since consumers last came or went. */
  #pinned: Consumer[] = [];

  constructor(private readonly strategy: StrategyName) {}

  get consumers(): readonly Consumer[] {
    return this.#consumers;
  }

  get hasRoom(): boolean {
    return this.#consumers.some(({ hasRoom }) => hasRoom);
  }

  add(consumer: Consumer): void {
    this.#consumers.push(consumer);
    this.#pinned = [];
  }

  /** Whether the consumer was there. */
  remove(consumer: Consumer): boolean {
    const at = this.#consumers.indexOf(consumer);
    if (at < 0) return false;
    this.#consumers.splice(at, 1);
    if (at < this.#turn) this.#turn--;
    this.#pinned = [];
    return true;
  }

  /** Who gets a message of this bucket now; nobody while those it may go to have no room. */
  choose(bucket: number): Consumer | undefined {
    return this.strategy === 'Pinned' ? this.#choosePinned(bucket) : this.#chooseInTurn();
  }

  #chooseInTurn(): Consumer | undefined {
    const count = this.#consumers.length;
    for (let step = 0; step < count; step++) {
      const at = (this.#turn + step) % count;
      const consumer = this.#consumers[at];
      if (!consumer?.hasRoom) continue;
      this.#turn = this.strategy === 'RoundRobin' ? at + 1 : at;
      return consumer;
    }
    return undefined;
  }

  #choosePinned(bucket: number): Consumer | undefined {
    const consumer = this.#pinned[bucket] ??= this.#owner(bucket);
    return consumer?.hasRoom ? consumer : undefined;
  }

  /** Each bucket is the consumer's whose weight for it is highest, so that few move when consumers come or go. */
  #owner(bucket: number): Consumer {
    return this.#consumers.reduce((best, consumer) => (weight(bucket, consumer) > weight(bucket, best) ? consumer : best));
  }
}

function weight(bucket: number, { number }: Consumer): number {
  let hash = Math.imul(number * buckets + bucket + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
