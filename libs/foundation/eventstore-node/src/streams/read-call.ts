import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Packet } from '../packed-call.js';
import { lastKeyRevision } from '../storage/keys.js';
import type { Store } from '../storage/store.js';
import { messageField } from '../wire.js';
import { streamIdentifier } from './answers.js';
import type { CallContext } from './context.js';
import { eventMessages } from './event-message.js';
import { Outgoing } from './outgoing.js';
import { allBackwards, allForwards, streamBackwards, streamForwards, type Pages } from './pages.js';
import { readReadRequest, type ReadRequest } from './read-request.js';
import { invalidArgument, nodeStopping, refusalOf, streamDeleted } from './refusal.js';
import { subscribe } from './subscription.js';

type Call = ServerWritableStream<Buffer, Packet>;

/** Read: a stream or $all, in either direction, once or as a subscription. */
export function readCall(context: CallContext) {
  const { access } = context;
  const answer = async (call: Call): Promise<void> => {
    const principal = access.authenticate(call.metadata);
    const request = readReadRequest(call.request);
    access.require(principal, 'read', request.stream ?? '$all');
    if (request.subscription) {
      if (request.backwards) throw invalidArgument('A subscription runs forwards.');
      await subscribe(context, request, call);
    } else {
      await readOnce(context, request, new Outgoing(call, () => {}));
    }
  };
  return (call: Call): void => {
    answer(call).then(() => { call.end(); }, (error: unknown) => { call.emit('error', refusalOf(error).toStatus()); });
  };
}

async function readOnce({ store, stopping }: CallContext, request: ReadRequest, outgoing: Outgoing): Promise<void> {
  if (request.stream !== undefined && isNotFound(store, request.stream)) {
    outgoing.send(messageField(4, streamIdentifier(1, request.stream)));
    await outgoing.flush();
    return;
  }
  const pages = pagesOf(store, request);
  const message = eventMessages(store, request);
  let left = request.count ?? 0;
  while (left > 0 && !outgoing.closed) {
    const page = pages.next();
    if (page.length === 0) break;
    const wanted = page.filter(({ record }) => request.filter?.accepts(record) ?? true).slice(0, left);
    left -= wanted.length;
    for (const entry of wanted) {
      const full = outgoing.send(message(entry));
      if (full) await full;
    }
    await outgoing.endPage();
    if (stopping.aborted) throw nodeStopping();
  }
  await outgoing.flush();
}

/** A stream without events, or soft-deleted, is not found. */
function isNotFound(store: Store, stream: string): boolean {
  const { tombstoned, lastRevision } = store.log.stream(stream);
  if (tombstoned) throw streamDeleted(stream);
  return lastRevision < 0 || store.metadata(stream).deleted;
}

/** Where a read begins: positions are included forwards and excluded backwards, revisions always included. */
function pagesOf(store: Store, { stream, from, backwards }: ReadRequest): Pages {
  const first = from === 'start' ? 0 : from === 'end' ? lastKeyRevision : Number(from);
  const bounded = Math.min(first, lastKeyRevision);
  if (stream === undefined) return backwards ? allBackwards(store, bounded) : allForwards(store, bounded);
  return backwards ? streamBackwards(store, stream, bounded) : streamForwards(store, stream, bounded);
}
