import { statSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreNodeError } from '../errors.js';
import { gapRecord, missingAt } from './chain.js';
import { dataFileName, openEnvironment, openTable, unopened, writeFailure, type Environment } from './environment.js';
import {
  decodeStreamState, lastKeyRevision, nameKey, nameOfKey, positionKey, positionOf, revisionKey, revisionOf, unwrittenStream,
  type StreamState,
} from './keys.js';
import { decodeRecord, type StoredRecord } from './record.js';
import { Page, Records, type Entry, type PageLimits, type Table } from './records.js';
import { unsealed } from './seal.js';

export type { Entry, PageLimits };

/** One change of a commit; without a value what the table has under the key goes. */
export type Change = { table: 'records' | 'revisions' | 'streams' | 'keeps' | 'settings'; key: Buffer; value: Buffer | undefined };

/** An event of a stream with its place in it. */
export type StreamEntry = Entry & { revision: number };

/** How large a log is: its records, its file in bytes, and the last record's position, -1 while there is none. */
export type LogSize = { records: number; bytes: number; lastPosition: number };

const firstStreamNumber = 1;
export const settingKeys = { streamNumber: Buffer.from('next-stream-number'), position: Buffer.from('next-position'), format: Buffer.from('format') };
/** The first format did not keep the end of the log, and knew no gaps; its folders are taken over when they are opened. */
export const formats = { first: Buffer.from('1'), current: Buffer.from('2') };

/**
 * The durable log: records by position, and two indexes kept with them in one lmdb environment.
 * A commit returns after the data has reached the disk; start-up needs no recovery of its own.
 */
export class Log {
  /** Where the next record goes. Positions grow by the length of the records. */
  nextPosition: number;
  /** The number the next new stream gets. */
  nextStreamNumber: number;
  readonly #records: Records;

  private constructor(
    private readonly dir: string,
    private readonly root: Environment,
    private readonly tables: Readonly<Record<Change['table'], Table>>,
  ) {
    this.#records = new Records(tables.records);
    this.#settleFormat();
    const position = root.get(settingKeys.position);
    if (!position) throw new EventStoreNodeError('damaged', `${dir} does not say where its log ends.`);
    this.nextPosition = positionOf(position);
    const number = root.get(settingKeys.streamNumber);
    this.nextStreamNumber = number ? positionOf(number) : firstStreamNumber;
    this.lastEntry();
  }

  /** Opens the log in `dir`, making it when there is none. Throws an EventStoreNodeError. */
  static open(dir: string): Log {
    const root = openEnvironment(dir);
    try {
      const table = (name: string): Table => openTable(root, name);
      return new Log(dir, root, {
        records: table('records'), revisions: table('revisions'), streams: table('streams'), keeps: table('keeps'), settings: root,
      });
    } catch (error) {
      void root.close();
      throw unopened(dir, error);
    }
  }

  /** The environment, for what is kept beside the log. */
  get environment(): Environment {
    return this.root;
  }

  size(): LogSize {
    const { entryCount } = this.tables.records.getStats() as { entryCount: number };
    return { records: entryCount, bytes: statSync(join(this.dir, dataFileName)).size, lastPosition: this.lastEntry()?.position ?? -1 };
  }

  /** Stores the changes all or none and resolves once they are on the disk. */
  async commit(changes: readonly Change[]): Promise<void> {
    try {
      await this.root.batch(() => {
        let shared: Promise<boolean> | undefined;
        for (const { table, key, value } of changes) {
          const stored = value ? this.tables[table].put(key, value) : this.tables[table].remove(key);
          // The batch tells of a failure; its changes, which share few promises, need not tell again.
          if (stored !== shared) stored.catch(() => {});
          shared = stored;
        }
      });
    } catch (error) {
      throw await writeFailure(this.dir, error);
    } finally {
      this.root.resetReadTxn();
    }
  }

  /** What was kept under a name beside the events, or undefined. Throws when its bytes are not what was written. */
  kept(name: string): Buffer | undefined {
    const sealed = this.tables.keeps.get(Buffer.from(name, 'utf8'));
    if (!sealed) return undefined;
    const value = unsealed(sealed);
    if (value) return value;
    throw new EventStoreNodeError('damaged', `What is kept as '${name}' is damaged: its checksum does not match.`);
  }

  /** The names under which something is kept that begin so, in order. */
  keptNames(prefix: string): string[] {
    const names: string[] = [];
    for (const key of this.tables.keeps.getKeys({ start: Buffer.from(prefix, 'utf8') })) {
      const name = key.toString('utf8');
      if (!name.startsWith(prefix)) break;
      names.push(name);
    }
    return names;
  }

  /** The changes that keep the end of the log and the number of the next new stream. */
  endChanges(nextPosition: number, nextStreamNumber: number): Change[] {
    const changes: Change[] = [];
    if (nextPosition !== this.nextPosition) changes.push({ table: 'settings', key: settingKeys.position, value: positionKey(nextPosition) });
    if (nextStreamNumber !== this.nextStreamNumber) {
      changes.push({ table: 'settings', key: settingKeys.streamNumber, value: positionKey(nextStreamNumber) });
    }
    return changes;
  }

  /** The changes that take events out of the log, which leaves gaps in the chain: those that meet become one. */
  removal(events: readonly Entry[]): Change[] {
    const gaps = new Map<number, number>();
    const changes: Change[] = [];
    const remove = (position: number): void => { changes.push({ table: 'records', key: positionKey(position), value: undefined }); };
    let gap = { start: -1, end: -1 };
    for (const { position, record } of [...events].sort((a, b) => a.position - b.position)) {
      if (gap.end !== position) gap = { start: this.#records.gapBefore(position), end: position };
      const end = position + record.length;
      remove(position);
      gap.end = this.#records.gapAfter(end);
      if (gap.end !== end) remove(end);
      gaps.set(gap.start, gap.end);
    }
    for (const [start, end] of gaps) changes.push({ table: 'records', key: positionKey(start), value: gapRecord(start, end) });
    return changes;
  }

  /** The names of the next streams after a key, and the key to go on from; without one at the end. */
  streamNames(after: Buffer | undefined, limit: number): { names: string[]; last: Buffer | undefined } {
    const names: string[] = [];
    let last: Buffer | undefined;
    const range = { ...(after ? { start: after, exclusiveStart: true } : {}), limit };
    for (const { key, value } of this.tables.streams.getRange(range)) {
      last = key;
      const name = nameOfKey(key) ?? this.#nameOf(decodeStreamState(value));
      if (name !== undefined) names.push(name);
    }
    return { names, last };
  }

  stream(name: string): StreamState {
    const bytes = this.tables.streams.get(nameKey(name));
    return bytes ? decodeStreamState(bytes) : unwrittenStream;
  }

  /** The event's record at exactly this position. Throws when its bytes are not what was written. */
  record(position: number): StoredRecord | undefined {
    return this.#records.at(position);
  }

  /** The last event of a stream that is still stored, or undefined when there is none. */
  lastOf(name: string): StoredRecord | undefined {
    const { number, firstRevision, lastRevision } = this.stream(name);
    return this.streamForwards(number, Math.max(firstRevision, lastRevision), lastRevision, { events: 1, bytes: 1 })[0]?.record;
  }

  /** The record of one event of a stream, or undefined when the stream has no such revision. */
  recordAt(streamNumber: number, revision: number): StoredRecord | undefined {
    const position = this.positionAt(streamNumber, revision);
    return position === undefined ? undefined : this.#indexed(position);
  }

  /** The position of one event of a stream. */
  positionAt(streamNumber: number, revision: number): number | undefined {
    const position = this.tables.revisions.get(revisionKey(streamNumber, revision));
    return position && positionOf(position);
  }

  lastEntry(): Entry | undefined {
    return this.backwards(lastKeyRevision, { events: 1, bytes: 1 })[0];
  }

  /** How many records there are at or after `from`, counted up to `most`. */
  countFrom(from: number, most: number): number {
    let count = 0;
    for (const _key of this.tables.records.getKeys({ start: positionKey(from), limit: most })) count++;
    return count;
  }

  /** The next events at or after `from`, in order. Empty only at the end of the log. Throws when a record is missing. */
  forwards(from: number, limits: PageLimits): Entry[] {
    return this.#records.forwards(from, this.nextPosition, limits);
  }

  /** Where the last `count` records begin, or fewer where these hold more than `bytes`. */
  startOfLast(count: number, bytes: number): number {
    return this.#records.startOfLast(count, bytes, this.nextPosition);
  }

  /** The next events before `before`, last first. Empty only at the start of the log. Throws when a record is missing. */
  backwards(before: number, limits: PageLimits): Entry[] {
    return this.#records.backwards(before, this.nextPosition, limits);
  }

  /**
   * The next events of a stream from revision `from` up to and including `to`, in order. All of them must still be
   * stored: throws when one is missing.
   */
  streamForwards(streamNumber: number, from: number, to: number, limits: PageLimits): StreamEntry[] {
    return this.#streamPage(streamNumber, { from, to, step: 1 }, limits);
  }

  /** The same from revision `from` down to and including `to`, last first. */
  streamBackwards(streamNumber: number, from: number, to: number, limits: PageLimits): StreamEntry[] {
    return this.#streamPage(streamNumber, { from, to, step: -1 }, limits);
  }

  close(): Promise<void> {
    return this.root.close();
  }

  #streamPage(streamNumber: number, { from, to, step }: { from: number; to: number; step: 1 | -1 }, limits: PageLimits): StreamEntry[] {
    const count = Math.min((to - from) * step + 1, limits.events);
    if (count <= 0) return [];
    const range = { start: revisionKey(streamNumber, from), end: revisionKey(streamNumber, to), inclusiveEnd: true };
    const positions: number[] = [];
    for (const { key, value } of this.tables.revisions.getRange({ ...range, reverse: step < 0, limit: count })) {
      if (revisionOf(key) !== from + step * positions.length) break;
      positions.push(positionOf(value));
    }
    const page = new Page<StreamEntry>(limits);
    for (const [index, position] of positions.entries()) {
      page.add({ revision: from + step * index, position, record: this.#indexed(position) });
      if (page.full) return page.entries;
    }
    if (positions.length < count) throw missingRevision(from + step * positions.length, positions.at(-1));
    return page.entries;
  }

  /** The name of a stream by an event of it, if there is one left. */
  #nameOf({ number, lastRevision }: StreamState): string | undefined {
    const record = this.recordAt(number, lastRevision) ?? this.recordAt(number, lastKeyRevision);
    return record && decodeRecord(record).stream;
  }

  #indexed(position: number): StoredRecord {
    const record = this.record(position);
    if (record) return record;
    throw missingAt(position);
  }

  /** Makes a new folder ready, and takes over one of the first format. */
  #settleFormat(): void {
    const found = this.root.get(settingKeys.format);
    if (found?.equals(formats.current)) return;
    if (found && !found.equals(formats.first)) {
      throw new EventStoreNodeError('damaged', `${this.dir} was written in format ${found.toString()}, which this version cannot read.`);
    }
    this.root.transactionSync(() => {
      this.root.putSync(settingKeys.position, positionKey(this.#records.end()));
      this.root.putSync(settingKeys.format, formats.current);
    });
  }
}

function missingRevision(revision: number, before: number | undefined): EventStoreNodeError {
  const place = before === undefined ? '' : ` after the event at position ${before}`;
  return new EventStoreNodeError('damaged', `Revision ${revision} of a stream is missing${place}.`);
}
