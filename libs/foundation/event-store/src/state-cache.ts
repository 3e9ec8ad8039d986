import { performance } from 'node:perf_hooks';
import type { Folded } from './folded.js';

type Entry = { readonly decider: object; readonly folded: Folded<unknown>; readonly newestAt: number };

/** The folded streams used last, by stream name. */
export class StateCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly size: number) {}

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

  /** Keeps a fold that is the newest now, and lets go of the one unused for longest where there are too many. */
  set<S>(decider: object & { readonly initialState: S }, stream: string, folded: Folded<S>): void {
    this.keep(stream, { decider, folded, newestAt: performance.now() });
    if (this.entries.size <= this.size) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }

  private entryOf(decider: object, stream: string): Entry | undefined {
    const entry = this.entries.get(stream);
    if (!entry || entry.decider !== decider) return undefined;
    this.keep(stream, entry);
    return entry;
  }

  private keep(stream: string, entry: Entry): void {
    this.entries.delete(stream);
    this.entries.set(stream, entry);
  }
}
