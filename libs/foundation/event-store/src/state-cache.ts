import type { Folded } from './folded.js';

/** The folded streams used last, by stream name. */
export class StateCache {
  private readonly entries = new Map<string, { readonly decider: object; readonly folded: Folded<unknown> }>();

  constructor(private readonly size: number) {}

  /** What this very decider folded of the stream, if it is still kept. */
  get<S>(decider: object & { readonly initialState: S }, stream: string): Folded<S> | undefined {
    const entry = this.entries.get(stream);
    if (!entry || entry.decider !== decider) return undefined;
    this.keep(stream, entry);
    return entry.folded as Folded<S>;
  }

  /** Keeps a fold, and lets go of the one unused for longest where there are too many. */
  set<S>(decider: object & { readonly initialState: S }, stream: string, folded: Folded<S>): void {
    this.keep(stream, { decider, folded });
    if (this.entries.size <= this.size) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }

  private keep(stream: string, entry: { decider: object; folded: Folded<unknown> }): void {
    this.entries.delete(stream);
    this.entries.set(stream, entry);
  }
}
