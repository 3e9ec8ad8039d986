import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Packet } from '../packed-call.js';
import { lastKeyRevision } from '../storage/keys.js';
import type { Entry } from '../storage/log.js';
import type { Store } from '../storage/store.js';
import { firstReadable } from '../storage/stream-metadata.js';
import { messageField, varintField } from '../wire.js';
import { streamIdentifier } from './answers.js';
import type { CallContext } from './context.js';
import { eventMessages, type MayRead } from './event-message.js';
import { Outgoing } from './outgoing.js';
import { allBackwards, allForwards, livingState, streamBackwards, streamForwards, type Pages } from './pages.js';
import { readReadRequest, type ReadRequest, type Start } from './read-request.js';
import { accessDenied, invalidArgument, nodeStopping, refusalOf } from './refusal.js';
import { subscribe } from './subscription.js';

type Call = ServerWritableStream<Buffer, Packet>;

/** Read: a stream or $all, in either direction, once or as a subscription. */
export function readCall(context: CallContext) {
  const { access } = context;
  const answer = async (call: Call): Promise<void> => {
    const principal = access.authenticate(call.metadata);
    const request = readReadRequest(call.request);
    const mayRead = (stream: string): boolean => access.allows(principal, 'read', stream);
    if (!mayRead(request.stream ?? '$all')) throw accessDenied();
    if (request.subscription) {
      if (request.backwards) throw invalidArgument('A subscription runs forwards.');
      await subscribe(context, request, call, mayRead);
    } else {
      await readOnce(context, request, new Outgoing(call, () => {}), mayRead);
    }
  };
  return (call: Call): void => {
    answer(call).then(() => { call.end(); }, (error: unknown) => { call.emit('error', refusalOf(error).toStatus()); });
  };
}

async function readOnce({ store, figures, stopping }: CallContext, request: ReadRequest, outgoing: Outgoing, mayRead: MayRead): Promise<void> {
  if (request.stream !== undefined && isNotFound(store, request.stream)) {
    outgoing.send(messageField(4, streamIdentifier(1, request.stream)));
    await outgoing.flush();
    return;
  }
  const pages = pagesOf(store, request);
  const message = eventMessages(store, request, mayRead);
  const ends = endsOf(store, request);
  if (ends.first) outgoing.send(ends.first);
  let left = request.count ?? 0;
  while (left > 0 && !outgoing.closed) {
    const page = pages.next();
    if (page.length === 0) break;
    const wanted = wantedOf(page, request).slice(0, left);
    left -= wanted.length;
    figures.eventsRead += wanted.length;
    for (const entry of wanted) {
      const full = outgoing.send(message(entry));
      if (full) await full;
    }
    await outgoing.endPage();
    if (stopping.aborted) throw nodeStopping();
  }
  if (ends.last) outgoing.send(ends.last);
  await outgoing.flush();
}

function wantedOf(page: readonly Entry[], { filter }: ReadRequest): readonly Entry[] {
  return filter ? page.filter(({ record }) => filter.accepts(record)) : page;
}

/**
 * Where a stream ends, and where it begins when that is after the place from which it is read forwards:
 * for the clients that ask. Reads of $all are told neither.
 */
function endsOf(store: Store, { stream, from, backwards, tellsEnds }: ReadRequest): { first?: Buffer; last?: Buffer } {
  if (!tellsEnds || stream === undefined) return {};
  const state = store.log.stream(stream);
  const first = firstReadable(state, store.metadata(stream));
  const skips = !backwards && from !== 'end' && first > firstOf(from);
  return { last: varintField(6, state.lastRevision), ...(skips ? { first: varintField(5, first) } : {}) };
}

/** A stream without events, or soft-deleted, is not found. */
function isNotFound(store: Store, stream: string): boolean {
  return livingState(store, stream).lastRevision < 0 || store.metadata(stream).deleted;
}

/** Where a read begins: positions are included forwards and excluded backwards, revisions always included. */
function pagesOf(store: Store, { stream, from, backwards }: ReadRequest): Pages {
  const first = firstOf(from);
  if (stream === undefined) return backwards ? allBackwards(store, first) : allForwards(store, first);
  return backwards ? streamBackwards(store, stream, first) : streamForwards(store, stream, first);
}

function firstOf(from: Start): number {
  if (from === 'start') return 0;
  return from === 'end' ? lastKeyRevision : Math.min(Number(from), lastKeyRevision);
}
