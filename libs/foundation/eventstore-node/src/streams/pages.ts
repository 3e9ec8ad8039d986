import type { StreamState } from '../storage/keys.js';
import type { Entry, PageLimits, StreamEntry } from '../storage/log.js';
import { decodeRecord, type StoredRecord } from '../storage/record.js';
import type { Store } from '../storage/store.js';
import { describedStreamOf, firstReadable, isMetadataStream, type StreamMetadata } from '../storage/stream-metadata.js';
import { streamDeleted } from './refusal.js';

/** A reader's place in a stream or in $all. `next` gives the following events; none means: none for now. */
export type Pages = { next(): readonly Entry[] };

/** How much a reader has in memory at a time. */
const limits: PageLimits = { events: 256, bytes: 512 * 1024 };

/** Whether the page holds as much as a page may, so that there may be more at once. */
export function isFull(page: readonly Entry[]): boolean {
  return page.length >= limits.events || page.reduce((bytes, { record }) => bytes + record.length, 0) >= limits.bytes;
}

/** All events from a position on, that position included. */
export function allForwards(store: Store, position: number): Pages {
  let from = position;
  return {
    next() {
      const page = store.log.forwards(from, limits);
      const last = page.at(-1);
      if (last) from = last.position + last.record.length;
      return page;
    },
  };
}

/** All events before a position, last first. */
export function allBackwards(store: Store, position: number): Pages {
  let before = position;
  return {
    next() {
      const page = store.log.backwards(before, limits);
      const last = page.at(-1);
      if (last) before = last.position;
      return page;
    },
  };
}

/** A stream's readable events from a revision on. Throws a Refusal when the stream is tombstoned. */
export function streamForwards(store: Store, stream: string, revision: number): Pages {
  let from = revision;
  return {
    next() {
      for (;;) {
        const { state, metadata } = described(store, stream);
        // What hides events today may be taken back before there are new ones, so the place itself stays.
        const first = Math.max(from, firstReadable(state, metadata));
        if (first > state.lastRevision) return [];
        const page = store.log.streamForwards(state.number, first, state.lastRevision, limits);
        const last = page.at(-1);
        if (!last) return [];
        from = last.revision + 1;
        const young = youngOf(page, metadata);
        if (young.length > 0) return young;
      }
    },
  };
}

/** A stream's readable events from a revision back to the first. Throws a Refusal when the stream is tombstoned. */
export function streamBackwards(store: Store, stream: string, revision: number): Pages {
  let from = revision;
  return {
    next() {
      for (;;) {
        const { state, metadata } = described(store, stream);
        const first = firstReadable(state, metadata);
        from = Math.min(from, state.lastRevision);
        if (from < first) return [];
        const page = store.log.streamBackwards(state.number, from, first, limits);
        const last = page.at(-1);
        if (!last) return [];
        from = last.revision - 1;
        const young = youngOf(page, metadata);
        if (young.length > 0) return young;
      }
    },
  };
}

function described(store: Store, stream: string) {
  return { state: livingState(store, stream), metadata: store.metadata(stream) };
}

/** What is kept about a stream. Throws a Refusal when a tombstone ended it, or the stream whose metadata it is. */
export function livingState(store: Store, stream: string): StreamState {
  const state = store.log.stream(stream);
  const ended = state.tombstoned || (isMetadataStream(stream) && store.log.stream(describedStreamOf(stream)).tombstoned);
  if (ended) throw streamDeleted(stream);
  return state;
}

function youngOf(page: readonly StreamEntry[], metadata: StreamMetadata): readonly StreamEntry[] {
  return metadata.maxAge === undefined ? page : page.filter(({ record }) => isYoungEnough(record, metadata));
}

/** Whether the event may still be read by its age. */
export function isYoungEnough(record: StoredRecord, { maxAge }: StreamMetadata): boolean {
  return maxAge === undefined || decodeRecord(record).createdAt >= Date.now() - maxAge * 1_000;
}
