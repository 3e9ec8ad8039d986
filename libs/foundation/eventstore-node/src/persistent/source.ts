import { decodeRecord, type RecordedEvent } from '../storage/record.js';
import type { Entry } from '../storage/log.js';
import type { Store } from '../storage/store.js';
import { firstReadable } from '../storage/stream-metadata.js';
import { linkType } from '../streams/event-message.js';
import { readFilter, type Filter } from '../streams/filter.js';
import { allForwards, streamForwards, type Pages } from '../streams/pages.js';
import { allStream, parkedStreamPrefix } from './address.js';

/** An event of a group's stream, with its place: a revision, or a position in $all. */
export type SourceEvent = { place: number; position: number; id: string; pinnedBy: string };

/** Of how many unread events at most $all is asked how many they are. */
const mostCounted = 10_000;

/** What a group reads: a stream, or what its filter leaves of $all. Its own bookkeeping is not part of $all. */
export class Source {
  /** The last place that was read or passed over, -1 for none. */
  place: number;
  /** Whether the last attempt to read found nothing. */
  atEnd = false;
  readonly #pages: Pages;
  readonly #filter: Filter | undefined;
  #page: readonly Entry[] = [];
  #next = 0;

  constructor(private readonly store: Store, private readonly stream: string, after: number, filter: Buffer | undefined) {
    this.place = after;
    this.#filter = filter && readFilter(filter);
    this.#pages = stream === allStream ? allForwards(store, after + 1) : streamForwards(store, stream, after + 1);
  }

  /** The following events, at most `count`. There can be none although it is not the end: not all are wanted. */
  read(count: number): SourceEvent[] {
    if (this.#next >= this.#page.length) this.#turnPage();
    const events: SourceEvent[] = [];
    while (this.#next < this.#page.length && events.length < count) {
      const { position, record } = this.#page[this.#next++] as Entry;
      const event = decodeRecord(record);
      this.place = this.stream === allStream ? position : Number(event.revision);
      if (this.#wants(event, record)) events.push({ place: this.place, position, id: event.id, pinnedBy: originOf(event) });
    }
    return events;
  }

  /** How many events there are after `place`; of $all, whether wanted or not, and at most ten thousand. */
  unread(): number {
    const { log } = this.store;
    if (this.stream === allStream) return log.countFrom(this.place + 1, mostCounted);
    const state = log.stream(this.stream);
    if (state.tombstoned) return 0;
    return Math.max(0, state.lastRevision - Math.max(this.place, firstReadable(state, this.store.metadata(this.stream)) - 1));
  }

  /** The place of the newest event there is, -1 for none. */
  lastPlace(): number {
    const { log } = this.store;
    return this.stream === allStream ? log.lastEntry()?.position ?? -1 : log.stream(this.stream).lastRevision;
  }

  #turnPage(): void {
    const last = this.lastPlace();
    this.#page = this.#isTombstoned() ? [] : this.#pages.next();
    this.#next = 0;
    this.atEnd = this.#page.length === 0;
    // What is there but cannot be read, because it was truncated or is too old, is behind the reader too.
    if (this.atEnd) this.place = Math.max(this.place, last);
  }

  #isTombstoned(): boolean {
    return this.stream !== allStream && this.store.log.stream(this.stream).tombstoned;
  }

  #wants({ stream }: RecordedEvent, record: Buffer): boolean {
    if (this.stream !== allStream) return true;
    // A group of $all that was given its own parked messages would park them for ever.
    if (stream.startsWith(parkedOfAll) || stream.startsWith(parkedMetadataOfAll)) return false;
    return this.#filter?.accepts(record) ?? true;
  }
}

const parkedOfAll = parkedStreamPrefix(allStream);
const parkedMetadataOfAll = `$$${parkedOfAll}`;

/** The stream by which an event is pinned to a consumer: its own, or for a link the one it leads to. */
export function originOf({ type, stream, data }: RecordedEvent): string {
  if (type !== linkType) return stream;
  const link = data.toString('utf8');
  return link.slice(link.indexOf('@') + 1);
}
