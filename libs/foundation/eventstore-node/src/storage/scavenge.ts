import { setImmediate as turn } from 'node:timers/promises';
import type { PageLimits, StreamEntry } from './log.js';
import { decodeRecord } from './record.js';
import type { Store } from './store.js';
import { describedStreamOf, firstReadable, isMetadataStream } from './stream-metadata.js';
import type { Batch, StreamFront } from './writer.js';

/** What a scavenge has removed: events, and bytes of their records. */
export type Scavenged = { events: number; bytes: number };

/** How many streams are looked at in one turn. */
const streamsPerTurn = 256;
/** How much one commit removes, so that nobody waits long for it. */
const perCommit: PageLimits = { events: 256, bytes: 1024 * 1024 };
const oneEvent: PageLimits = { events: 1, bytes: 1 };

/**
 * Removes what metadata has put out of every reader's reach, and the events of tombstoned streams up to the
 * tombstone. Each commit leaves a whole log, so that it may end at any moment, by a kill as well.
 */
export async function scavenge(store: Store, signal?: AbortSignal): Promise<Scavenged> {
  const total: Scavenged = { events: 0, bytes: 0 };
  const goesOn = (): boolean => !store.writer.closed && !signal?.aborted;
  let last: Buffer | undefined;
  do {
    const streams = store.log.streamNames(last, streamsPerTurn);
    last = streams.last;
    for (let names = withGarbage(store, streams.names); names.length > 0; names = goesOn() ? withGarbage(store, names) : []) {
      const removed = await store.writer.submit(frontsRemoval(store, names));
      total.events += removed.events;
      total.bytes += removed.bytes;
    }
    await turn();
  } while (last && goesOn());
  return total;
}

function withGarbage(store: Store, names: readonly string[]): string[] {
  return names.filter((name) => garbageOf(store, name, oneEvent).length > 0);
}

/** The decision that removes as much of the streams' garbage as one commit may. */
function frontsRemoval(store: Store, names: readonly string[]) {
  return (batch: Batch): Scavenged => {
    const removed: Scavenged = { events: 0, bytes: 0 };
    const fronts: StreamFront[] = [];
    for (const name of names) {
      const left = { events: perCommit.events - removed.events, bytes: perCommit.bytes - removed.bytes };
      if (left.events <= 0 || left.bytes <= 0) break;
      const events = garbageOf(store, name, left);
      fronts.push({ name, events });
      removed.events += events.length;
      for (const { record } of events) removed.bytes += record.length;
    }
    batch.remove(fronts);
    return removed;
  };
}

/** The oldest stored events of a stream that nobody can read any more. */
function garbageOf(store: Store, name: string, limits: PageLimits): StreamEntry[] {
  const state = store.log.stream(name);
  const { number, firstRevision, lastRevision } = state;
  const described = isMetadataStream(name) ? store.log.stream(describedStreamOf(name)) : state;
  const { maxAge, ...metadata } = store.metadata(name);
  const kept = state.tombstoned || described.tombstoned ? lastRevision + 1 : firstReadable(state, metadata);
  const to = maxAge === undefined ? Math.min(kept - 1, lastRevision) : lastRevision;
  const oldest = maxAge === undefined ? 0 : Date.now() - maxAge * 1_000;
  const page = store.log.streamForwards(number, firstRevision, to, limits);
  const end = page.findIndex(({ revision, record }) => revision >= kept && decodeRecord(record).createdAt >= oldest);
  return end < 0 ? page : page.slice(0, end);
}
