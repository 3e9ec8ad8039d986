import type { StreamState } from '../storage/keys.js';
import type { ProposedEvent } from '../storage/record.js';
import {
  deletedMark, describedStreamOf, isMetadataStream, metadataStreamOf, parseStreamMetadata, withTruncateBefore,
} from '../storage/stream-metadata.js';
import type { Batch } from '../storage/writer.js';
import { randomUUID } from 'node:crypto';
import type { Expectation } from './proposal.js';

/** How a write to a stream ended. Revisions are -1 where the stream has no event. */
export type WriteOutcome =
  | { kind: 'written'; revision: number; position: number | undefined }
  | { kind: 'wrong-revision'; current: number }
  | { kind: 'stream-deleted' };

/**
 * Decides an append by the store's rules of expected revisions:
 * - a revision beyond the stream's is wrong; one before it means the writer may be repeating itself, so the
 *   ids of the events that follow it are compared: all equal is success again, anything else is wrong;
 * - `any` and `stream-exists` compare with what was recently written instead;
 * - a stream of which only metadata was written exists already;
 * - a soft-deleted stream may be begun anew with `no-stream`, and its revisions go on; it does not exist.
 */
export function decideAppend(
  batch: Batch, stream: string, expectation: Expectation, events: readonly ProposedEvent[],
): WriteOutcome {
  const state = batch.stream(stream);
  if (isEnded(batch, stream, state)) return { kind: 'stream-deleted' };
  const metadata = described(batch, stream);
  if (expectation.kind === 'stream-exists' && metadata.deleted) return { kind: 'stream-deleted' };
  if (!allows(expectation, state, metadata)) return wrongOrRepeated(batch, stream, expectation, events);
  const repetition = repeatedRecently(batch, stream, expectation, events);
  if (repetition) return repetition;
  if (events.length === 0) return { kind: 'written', revision: state.lastRevision, position: undefined };
  if (metadata.deleted) revive(batch, stream, state.lastRevision + 1, metadata.data);
  const position = batch.append(stream, events);
  return { kind: 'written', revision: state.lastRevision + events.length, position };
}

/** Decides a soft delete: the stream reads as not found until it is written again. One that nobody ever wrote cannot be deleted. */
export function decideDelete(batch: Batch, stream: string, expectation: Expectation): WriteOutcome {
  const state = batch.stream(stream);
  if (isEnded(batch, stream, state)) return { kind: 'stream-deleted' };
  const metadata = described(batch, stream);
  const missing = state.lastRevision < 0 && metadata.data === undefined;
  if (missing || !allows(expectation, state, metadata)) return { kind: 'wrong-revision', current: state.lastRevision };
  const position = batch.append(metadataStreamOf(stream), [metadataEvent(withTruncateBefore(metadata.data, deletedMark))]);
  return { kind: 'written', revision: state.lastRevision, position };
}

/** Decides a tombstone: the stream can never be read or written again. */
export function decideTombstone(batch: Batch, stream: string, expectation: Expectation): WriteOutcome {
  const state = batch.stream(stream);
  if (isEnded(batch, stream, state)) return { kind: 'stream-deleted' };
  if (!allows(expectation, state, described(batch, stream))) return { kind: 'wrong-revision', current: state.lastRevision };
  const position = batch.tombstone(stream, systemEvent('$streamDeleted', Buffer.alloc(0)));
  return { kind: 'written', revision: state.lastRevision, position };
}

function allows(expectation: Expectation, state: StreamState, { data, deleted }: Described): boolean {
  switch (expectation.kind) {
    case 'any': return true;
    case 'no-stream': return state.lastRevision < 0 || deleted;
    case 'stream-exists': return (state.lastRevision >= 0 || data !== undefined) && !deleted;
    case 'revision': return expectation.revision === BigInt(state.lastRevision);
  }
}

/** A tombstone ends a stream and its metadata with it. */
function isEnded(batch: Batch, stream: string, state: StreamState): boolean {
  return state.tombstoned || (isMetadataStream(stream) && batch.stream(describedStreamOf(stream)).tombstoned);
}

function wrongOrRepeated(
  batch: Batch, stream: string, expectation: Expectation, events: readonly ProposedEvent[],
): WriteOutcome {
  const current = batch.stream(stream).lastRevision;
  const first = firstAfter(expectation);
  if (first === undefined || first > current || events.length === 0) return { kind: 'wrong-revision', current };
  return repeated(batch, stream, first, events);
}

/** Success again when the stream holds just these events from revision `first` on; a conflict otherwise. */
function repeated(batch: Batch, stream: string, first: number, events: readonly ProposedEvent[]): WriteOutcome {
  for (const [offset, event] of events.entries()) {
    if (batch.idAt(stream, first + offset) === event.id) continue;
    return { kind: 'wrong-revision', current: batch.stream(stream).lastRevision };
  }
  const last = first + events.length - 1;
  return { kind: 'written', revision: last, position: batch.positionAt(stream, last) };
}

/** The revision that would have followed the expected one, where that is a number at all. */
function firstAfter(expectation: Expectation): number | undefined {
  if (expectation.kind === 'no-stream') return 0;
  if (expectation.kind !== 'revision') return undefined;
  return expectation.revision < BigInt(Number.MAX_SAFE_INTEGER) ? Number(expectation.revision) + 1 : undefined;
}

function repeatedRecently(
  batch: Batch, stream: string, expectation: Expectation, events: readonly ProposedEvent[],
): WriteOutcome | undefined {
  const [first] = events;
  if (!first || expectation.kind === 'revision' || expectation.kind === 'no-stream') return undefined;
  const revision = batch.recent(stream, first.id);
  return revision === undefined ? undefined : repeated(batch, stream, revision, events);
}

/** A stream's metadata, where it has any, and whether they say that it is soft-deleted. */
type Described = { data: Buffer | undefined; deleted: boolean };

function described(batch: Batch, stream: string): Described {
  if (isMetadataStream(stream) || batch.stream(metadataStreamOf(stream)).lastRevision < 0) return { data: undefined, deleted: false };
  const data = batch.lastData(metadataStreamOf(stream));
  return { data, deleted: data !== undefined && parseStreamMetadata(data).deleted };
}

/** Makes what is written from now on readable, and leaves what was deleted unreadable. */
function revive(batch: Batch, stream: string, firstRevision: number, metadata: Buffer | undefined): void {
  batch.append(metadataStreamOf(stream), [metadataEvent(withTruncateBefore(metadata, String(firstRevision)))]);
}

export function metadataEvent(data: Buffer): ProposedEvent {
  return systemEvent('$metadata', data);
}

function systemEvent(type: string, data: Buffer): ProposedEvent {
  return { id: randomUUID(), type, contentType: 'application/json', metadata: Buffer.alloc(0), data };
}
