import type { ServerWritableStream } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import type { Packet } from '../packed-call.js';
import { lastKeyRevision } from '../storage/keys.js';
import type { Entry } from '../storage/log.js';
import type { Store } from '../storage/store.js';
import { bytesField, messageField, textField, varintField } from '../wire.js';
import { positionFields } from './answers.js';
import type { CallContext } from './context.js';
import { eventMessages, type MayRead } from './event-message.js';
import { Outgoing } from './outgoing.js';
import { allForwards, isFull, livingState, streamForwards, type Pages } from './pages.js';
import type { ReadRequest } from './read-request.js';
import { accessDenied, nodeStopping } from './refusal.js';

/**
 * Serves a subscription until its reader goes or may no longer read: confirmation, everything recorded so far, the
 * word that it has caught up, then each event as it is written. What is live is read from the log like the rest, so
 * that a slow reader costs no memory and misses nothing; one that has more than a page before it again is told that
 * it fell behind, and once more when it has caught up.
 */
export async function subscribe(
  context: CallContext, request: ReadRequest, call: ServerWritableStream<Buffer, Packet>, mayRead: MayRead,
): Promise<void> {
  const { store, figures, stopping } = context;
  const { stream } = request;
  if (stream !== undefined) livingState(store, stream);
  const news = new News();
  const outgoing = new Outgoing(call, () => { news.arrive(); });
  const wake = (): void => { news.arrive(); };
  const stopListening = store.feed.listen(stream, wake);
  stopping.addEventListener('abort', wake);
  figures.subscribers++;
  try {
    outgoing.send(messageField(2, textField(1, randomUUID())));
    await outgoing.flush();
    await new Follower(context, request, outgoing, mayRead).follow(news);
  } finally {
    figures.subscribers--;
    stopListening();
    stopping.removeEventListener('abort', wake);
  }
}

/** One subscription on its way through the log. */
class Follower {
  readonly #pages: Pages;
  readonly #message: (entry: Entry) => Buffer;
  readonly #checkpoints: Checkpoints;
  #live = false;

  constructor(
    private readonly context: CallContext,
    private readonly request: ReadRequest,
    private readonly outgoing: Outgoing,
    private readonly mayRead: MayRead,
  ) {
    const { store } = context;
    const start = startOf(store, request);
    this.#pages = request.stream === undefined ? allForwards(store, start + 1) : streamForwards(store, request.stream, start + 1);
    this.#message = eventMessages(store, request, mayRead);
    this.#checkpoints = new Checkpoints(request, start);
  }

  async follow(news: News): Promise<void> {
    while (!this.outgoing.closed) {
      if (this.context.stopping.aborted) throw nodeStopping();
      if (!this.mayRead(this.request.stream ?? '$all')) throw accessDenied();
      const page = this.#pages.next();
      if (page.length > 0) {
        if (this.#live && isFull(page)) await this.#fallBehind();
        await this.#send(page);
      } else {
        if (!this.#live) await this.#goLive();
        await this.outgoing.flush();
        await news.arrived();
      }
    }
  }

  async #send(page: readonly Entry[]): Promise<void> {
    const { filter } = this.request;
    for (const entry of page) {
      if (!filter || filter.accepts(entry.record)) {
        this.context.figures.eventsRead++;
        const full = this.outgoing.send(this.#message(entry));
        if (full) await full;
        if (this.outgoing.closed) return;
      }
      if (this.#checkpoints.isDueAfter(entry.position)) await this.outgoing.send(this.#checkpoints.message());
    }
    await this.outgoing.endPage();
  }

  async #goLive(): Promise<void> {
    if (this.#checkpoints.isDueOnLive()) await this.outgoing.send(this.#checkpoints.message());
    const { stream } = this.request;
    const revision = stream === undefined ? -1 : this.context.store.log.stream(stream).lastRevision;
    await this.outgoing.send(messageField(8, ...this.#moment(), ...(revision >= 0 ? [varintField(2, revision)] : [])));
    this.#live = true;
  }

  async #fallBehind(): Promise<void> {
    await this.outgoing.send(messageField(9, ...this.#moment()));
    this.#live = false;
  }

  /** When it went live or fell behind, and at which position of $all. */
  #moment(): Buffer[] {
    const time = messageField(1, ...timestampFields(Date.now()));
    return this.request.stream === undefined ? [time, bytesField(3, positionFields(Math.max(0, this.#checkpoints.position)))] : [time];
  }
}

/** The last revision or position the reader already has, -1 for none: a subscription begins after its start. */
function startOf(store: Store, { stream, from }: ReadRequest): number {
  if (from === 'start') return -1;
  if (from !== 'end') return Math.min(Number(from), lastKeyRevision - 1);
  return stream === undefined ? store.log.lastEntry()?.position ?? -1 : store.log.stream(stream).lastRevision;
}

function timestampFields(milliseconds: number): Buffer[] {
  return [varintField(1, Math.floor(milliseconds / 1_000)), varintField(2, (milliseconds % 1_000) * 1_000_000)];
}

/** Tells a filtered reader how far the events it does not want have been passed. */
class Checkpoints {
  /** The last considered event's position, -1 for none. */
  position: number;
  readonly #every: number | undefined;
  #considered = 0;

  constructor({ filter, stream }: ReadRequest, start: number) {
    this.#every = filter?.checkpointEvery;
    this.position = stream === undefined ? start : -1;
  }

  isDueAfter(position: number): boolean {
    this.position = position;
    if (this.#every === undefined || ++this.#considered < this.#every) return false;
    this.#considered = 0;
    return true;
  }

  isDueOnLive(): boolean {
    return this.#every !== undefined && this.position >= 0;
  }

  message(): Buffer {
    return messageField(3, positionFields(this.position), messageField(3, ...timestampFields(Date.now())));
  }
}

/** Lets one reader sleep until something arrives; what arrived before it slept wakes it at once. */
export class News {
  #pending = false;
  #wake: (() => void) | undefined;

  arrive(): void {
    this.#pending = true;
    this.#wake?.();
  }

  async arrived(): Promise<void> {
    if (!this.#pending) await new Promise<void>((resolve) => { this.#wake = resolve; });
    this.#wake = undefined;
    this.#pending = false;
  }
}
