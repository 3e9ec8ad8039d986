import type { SourceEvent } from './source.js';

/** An event on its way through a group. Its bytes stay in the store until it is sent. */
export type Message = {
  /** Messages are sent in this order: replayed ones first, then by place. */
  order: number;
  /** The id by which consumers acknowledge it: the event's own, or the link's where the event is linked to. */
  id: string;
  /** One of the `buckets` into which streams fall. */
  bucket: number;
  /** How often it was sent again. */
  retryCount: number;
  /** When it was last sent, in milliseconds since 1970; 0 before the first time. */
  sentAt: number;
  /** Where it is from: the stream, or the parked messages taken to be replayed. */
  origin: { place: number; position: number } | { taken: string };
};

/** Streams are pinned to consumers in so many buckets. */
export const buckets = 1_024;

export function messageOfSource({ place, position, id, pinnedBy }: SourceEvent): Message {
  return { order: place, id, bucket: bucketOf(pinnedBy), retryCount: 0, sentAt: 0, origin: { place, position } };
}

/** A parked message again, by the name under which its link is kept and by its revision in the parked stream. */
export function messageOfTaken(taken: string, revision: number, { id, pinnedBy }: { id: string; pinnedBy: string }): Message {
  return { order: revision - Number.MAX_SAFE_INTEGER, id, bucket: bucketOf(pinnedBy), retryCount: 0, sentAt: 0, origin: { taken } };
}

function bucketOf(stream: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stream.length; index++) hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}

/** Messages that wait to be sent, in order. */
export class Waiting {
  #messages: Message[] = [];

  get size(): number {
    return this.#messages.length;
  }

  /** How many were sent before, or parked. */
  get retries(): number {
    return this.#messages.filter(({ sentAt, origin }) => sentAt > 0 || 'taken' in origin).length;
  }

  /** Adds a message at its place. */
  add(message: Message): void {
    let from = 0;
    let to = this.#messages.length;
    // What was just read goes to the end, so that is looked at first.
    if (to > 0 && (this.#messages[to - 1] as Message).order <= message.order) from = to;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#messages[middle] as Message).order <= message.order) from = middle + 1;
      else to = middle;
    }
    this.#messages.splice(from, 0, message);
  }

  /** Offers each message in order until `offer` says stop. Those that were taken leave, those passed over stay. */
  offer(offer: (message: Message) => 'taken' | 'passed' | 'stop'): void {
    const passed: Message[] = [];
    let at = 0;
    try {
      for (; at < this.#messages.length; at++) {
        const message = this.#messages[at] as Message;
        const answer = offer(message);
        if (answer === 'stop') break;
        if (answer === 'passed') passed.push(message);
      }
    } finally {
      // Also when an offer failed: what was taken before must not stay.
      this.#messages = passed.concat(this.#messages.slice(at));
    }
  }
}
