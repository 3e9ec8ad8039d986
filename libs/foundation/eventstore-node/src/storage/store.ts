import { Feed } from './feed.js';
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
    const record = this.log.lastOf(metadataStreamOf(stream));
    return record ? parseStreamMetadata(decodeRecord(record).data) : plainMetadata;
  }

  /** Resolves when accepted writes are stored and the files are closed. */
  async close(): Promise<void> {
    await this.writer.close();
    await this.log.close();
  }
}
