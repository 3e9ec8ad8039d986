import { EventStoreNodeError } from '../errors.js';
import { encodeStreamState, lastKeyRevision, nameKey, positionKey, revisionKey, unwrittenStream, type StreamState } from './keys.js';
import type { Change, Log, StreamEntry } from './log.js';
import { RecentIds } from './recent-ids.js';
import { decodeRecord, encodeRecord, idOf, tombstoneRevision, type ProposedEvent } from './record.js';
import { sealed } from './seal.js';

/** Thrown by a decision that must see this batch committed before it can be made. */
const laterBatch = Symbol('later batch');

/** How many bytes one commit gathers before the rest waits for the next. */
const batchBytes = 8 * 1024 * 1024;

/** What a decision may look at and write: the committed state and, over it, the writes of the same commit. */
export type Batch = {
  /** The stream as the decision would leave it if it wrote nothing. */
  stream(name: string): StreamState;
  /** Appends events to a stream and returns the position of the last one. */
  append(name: string, events: readonly ProposedEvent[]): number;
  /** Ends a stream for ever and returns the position of the tombstone. */
  tombstone(name: string, event: ProposedEvent): number;
  /** Removes the oldest events of streams for good. It reads the streams as committed. */
  remove(fronts: readonly StreamFront[]): void;
  /** The id of the event a stream has at a revision. */
  idAt(name: string, revision: number): string | undefined;
  /** The revision under which an event of this id was recently written to the stream. */
  recent(name: string, id: string): number | undefined;
  /** The record's position of one event. */
  positionAt(name: string, revision: number): number | undefined;
  /** The last event's data, if the stream has one. */
  lastData(name: string): Buffer | undefined;
  /** Keeps a value under a name beside the events, or with undefined forgets it; read with `Log.kept` after the commit. */
  keep(name: string, value: Buffer | undefined): void;
};

/** The oldest events of a stream. */
export type StreamFront = { name: string; events: readonly StreamEntry[] };

/** How a commit went. */
export type Commit = {
  /** The streams that were written. */
  streams: Iterable<string>;
  events: number;
  bytes: number;
  /** How long storing took, the sync of the disk included. */
  milliseconds: number;
  /** Why nothing of it is stored; absent when it is. */
  failure?: unknown;
};

type Pending = { decide(batch: Batch): unknown; resolve(result: unknown): void; reject(error: unknown): void };

/**
 * Writes for all callers: decisions are made one after the other, gathered, and committed together,
 * so that one sync of the disk serves everyone who waited. A caller hears of its write after that sync.
 */
export class Writer {
  readonly #recentIds = new RecentIds();
  #pending: Pending[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  /** `committed` hears of each commit, after it. */
  constructor(private readonly log: Log, private readonly committed: (commit: Commit) => void) {
    this.#loadRecentIds();
  }

  /**
   * Runs the decision against the newest state and resolves with its result once what it wrote is on the disk.
   * A decision must make all its checks before its first write.
   */
  submit<Result>(decide: (batch: Batch) => Result): Promise<Result> {
    if (this.#closed) return Promise.reject(new EventStoreNodeError('write-failed', 'The node is stopping.'));
    return new Promise<Result>((resolve, reject) => {
      this.#pending.push({ decide, resolve: resolve as (result: unknown) => void, reject });
      this.#running ??= this.#run();
    });
  }

  /** Whether it takes no more writes. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Refuses new writes and resolves when those accepted are on the disk. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // Everything that arrives in this turn of the event loop joins the first commit.
    await new Promise<void>((resolve) => { setImmediate(resolve); });
    while (this.#pending.length > 0) await this.#commitPending();
    this.#running = undefined;
  }

  async #commitPending(): Promise<void> {
    const batch = new OpenBatch(this.log, this.#recentIds);
    const decided: { pending: Pending; result: unknown }[] = [];
    const queue = this.#pending;
    let taken = 0;
    while (taken < queue.length && batch.bytes < batchBytes) {
      const pending = queue[taken] as Pending;
      try {
        decided.push({ pending, result: pending.decide(batch) });
      } catch (error) {
        if (error === laterBatch) break;
        pending.reject(error);
      }
      taken++;
    }
    this.#pending = queue.slice(taken);
    await this.#commit(batch, decided);
  }

  async #commit(batch: OpenBatch, decided: readonly { pending: Pending; result: unknown }[]): Promise<void> {
    const began = performance.now();
    try {
      if (batch.changes.length > 0) await this.log.commit(batch.complete());
    } catch (error) {
      for (const { pending } of decided) pending.reject(error);
      this.committed({ ...batch.size(), milliseconds: performance.now() - began, failure: error });
      return;
    }
    const milliseconds = performance.now() - began;
    batch.adopt();
    for (const { pending, result } of decided) pending.resolve(result);
    if (batch.changes.length > 0) this.committed({ ...batch.size(), milliseconds });
  }

  /** Loads the newest ids, oldest of them first, as they were added when they were written. */
  #loadRecentIds(): void {
    const limits = { events: 256, bytes: 256 * 1024 };
    let from = this.log.startOfLast(RecentIds.worthLoading, RecentIds.worthReading);
    for (let page = this.log.forwards(from, limits); page.length > 0; page = this.log.forwards(from, limits)) {
      for (const { position, record } of page) {
        this.#recentIds.add(idOf(record), position);
        from = position + record.length;
      }
    }
  }
}

/** The writes of one commit while they are being gathered. */
class OpenBatch implements Batch {
  readonly changes: Change[] = [];
  bytes = 0;
  #events = 0;
  readonly #states = new Map<string, StreamState>();
  readonly #ids = new Map<string, number>();
  #nextPosition: number;
  #nextStreamNumber: number;

  constructor(private readonly log: Log, private readonly recentIds: RecentIds) {
    this.#nextPosition = log.nextPosition;
    this.#nextStreamNumber = log.nextStreamNumber;
  }

  stream(name: string): StreamState {
    return this.#states.get(name) ?? this.log.stream(name);
  }

  append(name: string, events: readonly ProposedEvent[]): number {
    const state = { ...this.#numbered(name) };
    const stream = Buffer.from(name, 'utf8');
    const createdAt = Date.now();
    let position = 0;
    for (const event of events) {
      state.lastRevision++;
      position = this.#nextPosition;
      const record = encodeRecord(event, { stream, revision: state.lastRevision, position, createdAt });
      this.#put(record, state.number, state.lastRevision, event.id);
    }
    this.#states.set(name, state);
    return position;
  }

  tombstone(name: string, event: ProposedEvent): number {
    const state = { ...this.#numbered(name), tombstoned: true };
    const position = this.#nextPosition;
    const place = { stream: Buffer.from(name, 'utf8'), revision: tombstoneRevision, position, createdAt: Date.now() };
    this.#put(encodeRecord(event, place), state.number, lastKeyRevision, event.id);
    this.#states.set(name, state);
    return position;
  }

  remove(fronts: readonly StreamFront[]): void {
    const states = fronts.map(({ name }) => this.#committed(name));
    this.changes.push(...this.log.removal(fronts.flatMap(({ events }) => events)));
    for (const [index, { name, events }] of fronts.entries()) {
      const state = { ...(states[index] ?? unwrittenStream) };
      for (const { revision } of events) {
        this.changes.push({ table: 'revisions', key: revisionKey(state.number, revision), value: undefined });
        state.firstRevision = revision + 1;
      }
      this.#states.set(name, state);
    }
  }

  idAt(name: string, revision: number): string | undefined {
    const record = this.log.recordAt(this.#committed(name).number, revision);
    return record && idOf(record);
  }

  positionAt(name: string, revision: number): number | undefined {
    return this.log.positionAt(this.#committed(name).number, revision);
  }

  recent(name: string, id: string): number | undefined {
    if (this.#ids.has(id)) throw laterBatch;
    for (const position of this.recentIds.find(id)) {
      const record = this.log.record(position);
      const event = record && decodeRecord(record);
      if (event?.id === id && event.stream === name) return Number(event.revision);
    }
    return undefined;
  }

  lastData(name: string): Buffer | undefined {
    this.#committed(name);
    const record = this.log.lastOf(name);
    return record && decodeRecord(record).data;
  }

  keep(name: string, value: Buffer | undefined): void {
    this.changes.push({ table: 'keeps', key: Buffer.from(name, 'utf8'), value: value && sealed(value) });
  }

  /** All changes, ready to be stored. */
  complete(): readonly Change[] {
    for (const [name, state] of this.#states) {
      this.changes.push({ table: 'streams', key: nameKey(name), value: encodeStreamState(state) });
    }
    this.changes.push(...this.log.endChanges(this.#nextPosition, this.#nextStreamNumber));
    return this.changes;
  }

  /** Called once the changes are stored. */
  adopt(): void {
    this.log.nextPosition = this.#nextPosition;
    this.log.nextStreamNumber = this.#nextStreamNumber;
    for (const [id, position] of this.#ids) this.recentIds.add(id, position);
  }

  /** What it writes. */
  size(): Pick<Commit, 'streams' | 'events' | 'bytes'> {
    return { streams: this.#states.keys(), events: this.#events, bytes: this.bytes };
  }

  /** The stream as committed; a stream that this batch has written must be committed first. */
  #committed(name: string): StreamState {
    if (this.#states.has(name)) throw laterBatch;
    return this.log.stream(name);
  }

  #numbered(name: string): StreamState {
    const state = this.stream(name);
    return state.number > 0 ? state : { ...state, number: this.#nextStreamNumber++ };
  }

  #put(record: Buffer, streamNumber: number, revision: number, id: string): void {
    const position = positionKey(this.#nextPosition);
    this.changes.push({ table: 'records', key: position, value: record });
    this.changes.push({ table: 'revisions', key: revisionKey(streamNumber, revision), value: position });
    this.#ids.set(id, this.#nextPosition);
    this.#nextPosition += record.length;
    this.bytes += record.length;
    this.#events++;
  }
}
