import { performance } from 'node:perf_hooks';
import { LRUCache } from 'lru-cache';
import type { Folded } from './folded.js';

type Entry = { readonly decider: object; readonly folded: Folded<unknown>; readonly newestAt: number };

/** The folded streams used last, by stream name. */
export class StateCache {
  private readonly entries: LRUCache<string, Entry>;

  /** @param size how many are kept at most; the one unused for longest goes first */
  constructor(size: number) {
    this.entries = new LRUCache({ max: size });
  }

  /** What this very decider folded of the stream, if it is still kept. */
  get<S>(decider: object & { readonly initialState: S }, stream: string): Folded<S> | undefined {
    const entry = this.entryOf(decider, stream);
    return entry && entry.folded.revision >= 0 ? (entry.folded as Folded<S>) : undefined;
  }

  /** The same where it was the newest at most so many milliseconds ago; of a stream that was not there then, nothing yet. */
  recent<S>(decider: object & { readonly initialState: S }, stream: string, within: number): Folded<S> | undefined {
    const entry = this.entryOf(decider, stream);
    return entry && performance.now() - entry.newestAt <= within ? (entry.folded as Folded<S>) : undefined;
  }

  /** Keeps a fold that is the newest now. */
  set<S>(decider: object & { readonly initialState: S }, stream: string, folded: Folded<S>): void {
    this.entries.set(stream, { decider, folded, newestAt: performance.now() });
  }

  private entryOf(decider: object, stream: string): Entry | undefined {
    const entry = this.entries.get(stream);
    return entry?.decider === decider ? entry : undefined;
  }
}
