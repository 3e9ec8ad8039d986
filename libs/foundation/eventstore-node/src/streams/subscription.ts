import type { ServerWritableStream } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import type { Packet } from '../packed-call.js';
import { lastKeyRevision } from '../storage/keys.js';
import type { Store } from '../storage/store.js';
import { bytesField, messageField, textField, varintField } from '../wire.js';
import { positionFields } from './answers.js';
import type { CallContext } from './context.js';
import { eventMessages } from './event-message.js';
import { Outgoing } from './outgoing.js';
import { allForwards, streamForwards, type Pages } from './pages.js';
import type { ReadRequest } from './read-request.js';
import { nodeStopping, streamDeleted } from './refusal.js';

/**
 * Serves a subscription until its reader goes: confirmation, everything recorded so far, once the word that it has
 * caught up, then each event as it is written. What is live is read from the log like the rest, so that a slow
 * reader costs no memory and misses nothing.
 */
export async function subscribe(
  { store, stopping }: CallContext, request: ReadRequest, call: ServerWritableStream<Buffer, Packet>,
): Promise<void> {
  const { stream } = request;
  if (stream !== undefined && store.log.stream(stream).tombstoned) throw streamDeleted(stream);
  const news = new News();
  const outgoing = new Outgoing(call, () => { news.arrive(); });
  const wake = (): void => { news.arrive(); };
  const stopListening = store.feed.listen(stream, wake);
  stopping.addEventListener('abort', wake);
  try {
    outgoing.send(messageField(2, textField(1, randomUUID())));
    await outgoing.flush();
    await follow({ store, stopping }, request, outgoing, news);
  } finally {
    stopListening();
    stopping.removeEventListener('abort', wake);
  }
}

async function follow(
  { store, stopping }: Pick<CallContext, 'store' | 'stopping'>, request: ReadRequest, outgoing: Outgoing, news: News,
): Promise<void> {
  const start = startOf(store, request);
  const pages = pagesFrom(store, request, start);
  const message = eventMessages(store, request);
  const checkpoints = new Checkpoints(request, start);
  let live = false;
  while (!outgoing.closed) {
    if (stopping.aborted) throw nodeStopping();
    const page = pages.next();
    if (page.length === 0) {
      if (!live) await goLive(store, request, outgoing, checkpoints);
      live = true;
      await outgoing.flush();
      await news.arrived();
      continue;
    }
    for (const entry of page) {
      const accepted = !request.filter || request.filter.accepts(entry.record);
      const full = accepted ? outgoing.send(message(entry)) : undefined;
      if (full) await full;
      if (outgoing.closed) return;
      if (checkpoints.isDueAfter(entry.position)) await outgoing.send(checkpoints.message());
    }
    await outgoing.endPage();
  }
}

/** The last revision or position the reader already has, -1 for none: a subscription begins after its start. */
function startOf(store: Store, { stream, from }: ReadRequest): number {
  if (from === 'start') return -1;
  if (from !== 'end') return Math.min(Number(from), lastKeyRevision);
  return stream === undefined ? store.log.lastEntry()?.position ?? -1 : store.log.stream(stream).lastRevision;
}

function pagesFrom(store: Store, { stream }: ReadRequest, start: number): Pages {
  return stream === undefined ? allForwards(store, start + 1) : streamForwards(store, stream, start + 1);
}

async function goLive(store: Store, { stream }: ReadRequest, outgoing: Outgoing, checkpoints: Checkpoints): Promise<void> {
  if (checkpoints.isDueOnLive()) await outgoing.send(checkpoints.message());
  const revision = stream === undefined ? -1 : store.log.stream(stream).lastRevision;
  await outgoing.send(messageField(8,
    messageField(1, ...timestampFields(Date.now())),
    ...(revision >= 0 ? [varintField(2, revision)] : []),
    ...(stream === undefined ? [bytesField(3, positionFields(Math.max(0, checkpoints.position)))] : [])));
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
