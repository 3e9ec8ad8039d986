import { Histogram } from 'prom-client';
import type { Commit } from '../storage/writer.js';

/** What the node counts while it works: plain numbers on the hot paths, which the metrics read when they are asked for. */
export class Figures {
  /** Appends by how they ended. */
  readonly appends = { 'written': 0, 'wrong-revision': 0, 'stream-deleted': 0, 'refused': 0 };
  eventsAppended = 0;
  bytesAppended = 0;
  failedCommits = 0;
  /** Events sent to readers and catch-up subscribers. */
  eventsRead = 0;
  openCalls = 0;
  subscribers = 0;
  /** Why the last commit was not stored; undefined once one is. */
  lastFailure: unknown;
  readonly commitSeconds = new Histogram({
    name: 'eventstore_node_commit_seconds',
    help: 'How long a commit took, the sync of the disk included',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [],
  });
  readonly commitEvents = new Histogram({
    name: 'eventstore_node_commit_events',
    help: 'How many events shared a commit',
    buckets: [1, 2, 5, 10, 25, 50, 100, 250, 1_000, 10_000],
    registers: [],
  });

  committed({ events, bytes, milliseconds, failure }: Commit): void {
    this.lastFailure = failure;
    if (failure !== undefined) {
      this.failedCommits++;
      return;
    }
    this.eventsAppended += events;
    this.bytesAppended += bytes;
    this.commitSeconds.observe(milliseconds / 1_000);
    this.commitEvents.observe(events);
  }
}
