import { Feed } from './feed.js';
import type { StreamState } from './keys.js';
import { Log } from './log.js';
import { decodeRecord } from './record.js';
import {
  isMetadataStream, metadataOfMetadata, metadataStreamOf, parseStreamMetadata, plainMetadata, type StreamMetadata,
} from './stream-metadata.js';
import { Writer, type Commit } from './writer.js';

/** The stored streams: what is in the log, the one writer, and who waits for news. */
export class Store {
  readonly feed = new Feed();
  readonly writer: Writer;

  /** `observe` hears of each commit, stored or not. */
  constructor(readonly log: Log, observe: (commit: Commit) => void = () => {}) {
    this.writer = new Writer(log, (commit) => {
      if (commit.failure === undefined) this.feed.written(commit.streams);
      observe(commit);
    });
  }

  metadata(stream: string): StreamMetadata {
    if (isMetadataStream(stream)) return metadataOfMetadata;
    const { number, firstRevision, lastRevision } = this.log.stream(metadataStreamOf(stream));
    if (lastRevision < firstRevision) return plainMetadata;
    const [entry] = this.log.streamForwards(number, lastRevision, lastRevision, { events: 1, bytes: 1 });
    return entry ? parseStreamMetadata(decodeRecord(entry.record).data) : plainMetadata;
  }

  /** Resolves when accepted writes are stored and the files are closed. */
  async close(): Promise<void> {
    await this.writer.close();
    await this.log.close();
  }
}

/** The first revision that the metadata, and what a scavenge has removed, leave readable, age aside. */
export function firstReadable(state: StreamState, metadata: StreamMetadata): number {
  const kept = metadata.maxCount === undefined ? 0 : state.lastRevision + 1 - metadata.maxCount;
  return Math.max(state.firstRevision, metadata.truncateBefore, kept);
}
