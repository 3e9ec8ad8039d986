import { Feed } from './feed.js';
import type { StreamState } from './keys.js';
import { Log } from './log.js';
import { decodeRecord } from './record.js';
import { metadataStreamOf, parseStreamMetadata, plainMetadata, type StreamMetadata } from './stream-metadata.js';
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
    const { number, lastRevision } = this.log.stream(metadataStreamOf(stream));
    if (lastRevision < 0) return plainMetadata;
    const record = this.log.recordAt(number, lastRevision);
    return record ? parseStreamMetadata(decodeRecord(record).data) : plainMetadata;
  }

  /** Resolves when accepted writes are stored and the files are closed. */
  async close(): Promise<void> {
    await this.writer.close();
    await this.log.close();
  }
}

/** The first revision that the metadata leaves readable, age aside. */
export function firstReadable(state: StreamState, metadata: StreamMetadata): number {
  const kept = metadata.maxCount === undefined ? 0 : state.lastRevision + 1 - metadata.maxCount;
  return Math.max(0, metadata.truncateBefore, kept);
}
