import type { Database } from 'lmdb';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreNodeError } from '../errors.js';
import { damagedAt, endOf, firstPosition, isGap, missingAt } from './chain.js';
import { dataFileName, openEnvironment, openTable, unopened, writeFailure, type Environment } from './environment.js';
import {
  decodeStreamState, lastKeyRevision, nameKey, positionKey, positionOf, revisionKey, revisionOf, unwrittenStream,
  type StreamState,
} from './keys.js';
import { isIntact, type StoredRecord } from './record.js';
import { unsealed } from './seal.js';

type Table = Database<Buffer, Buffer>;

/** One change of a commit; without a value what the table has under the key goes. */
export type Change = { table: 'records' | 'revisions' | 'streams' | 'keeps' | 'settings'; key: Buffer; value: Buffer | undefined };

/** A record with its position. */
export type Entry = { position: number; record: StoredRecord };

/** An event of a stream with its place in it. */
export type StreamEntry = Entry & { revision: number };

/** How much one page of a read may hold, so that a reader's memory stays small whatever it reads. */
export type PageLimits = { events: number; bytes: number };

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

  private constructor(
    private readonly dir: string,
    private readonly root: Environment,
    private readonly tables: Readonly<Record<Change['table'], Table>>,
  ) {
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

  stream(name: string): StreamState {
    const bytes = this.tables.streams.get(nameKey(name));
    return bytes ? decodeStreamState(bytes) : unwrittenStream;
  }

  /** The event's record at exactly this position. Throws when its bytes are not what was written. */
  record(position: number): StoredRecord | undefined {
    const record = this.tables.records.get(positionKey(position));
    return record && !isGap(record) ? intact(position, record) : undefined;
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

  /** The gap that ends where `position` is, and the one that begins there, if there are such. */
  gapsAround(position: number): { start: number; end: number } {
    const before = this.#before(position);
    const at = this.tables.records.get(positionKey(position));
    return {
      start: before && isGap(before.record) ? before.position : position,
      end: at && isGap(at) ? endOf(position, at) : position,
    };
  }

  lastEntry(): Entry | undefined {
    return this.backwards(lastKeyRevision, { events: 1, bytes: 1 })[0];
  }

  /** How many records there are at or after `from`, counted up to `most`. */
  countFrom(from: number, most: number): number {
    return this.tables.records.getKeysCount({ start: positionKey(from), limit: most });
  }

  /** The next events at or after `from`, in order. Empty only at the end of the log. Throws when a record is missing. */
  forwards(from: number, limits: PageLimits): Entry[] {
    const page = new Page<Entry>(limits);
    let first: number | undefined;
    let end = from;
    for (const { key, value: record } of this.tables.records.getRange({ start: positionKey(from) })) {
      const position = positionOf(key);
      if (first === undefined) first = position;
      else if (position !== end) throw missingAt(end);
      end = endOf(position, record);
      if (!isGap(record)) page.add({ position, record: intact(position, record) });
      if (page.full) break;
    }
    this.#checkStart(from, first ?? this.nextPosition);
    if (first !== undefined && !page.full && end < this.nextPosition) throw missingAt(end);
    return page.entries;
  }

  /** The next events before `before`, last first. Empty only at the start of the log. Throws when a record is missing. */
  backwards(before: number, limits: PageLimits): Entry[] {
    const page = new Page<Entry>(limits);
    let start = Math.min(before, this.nextPosition);
    for (const { key, value: record } of this.tables.records.getRange({ start: positionKey(before), exclusiveStart: true, reverse: true })) {
      const position = positionOf(key);
      const end = endOf(position, record);
      if (end < start) throw missingAt(end);
      start = position;
      if (!isGap(record)) page.add({ position, record: intact(position, record) });
      if (page.full) break;
    }
    if (!page.full && start > firstPosition) throw missingAt(firstPosition);
    return page.entries;
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
    const range = { start: revisionKey(streamNumber, from), end: revisionKey(streamNumber, to), inclusiveEnd: true };
    const positions: number[] = [];
    if (count <= 0) return [];
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

  #indexed(position: number): StoredRecord {
    const record = this.record(position);
    if (record) return record;
    throw missingAt(position);
  }

  /** A read that begins at `from` and meets its first record at `found` has passed over none. */
  #checkStart(from: number, found: number): void {
    if (found <= from) return;
    const before = this.#before(from);
    const due = before ? endOf(before.position, before.record) : firstPosition;
    if (due < found) throw missingAt(due);
  }

  #before(position: number): Entry | undefined {
    for (const { key, value } of this.tables.records.getRange({ start: positionKey(position), exclusiveStart: true, reverse: true, limit: 1 })) {
      return { position: positionOf(key), record: value };
    }
    return undefined;
  }

  /** Makes a new folder ready, and takes over one of the first format. */
  #settleFormat(): void {
    const found = this.root.get(settingKeys.format);
    if (found?.equals(formats.current)) return;
    if (found && !found.equals(formats.first)) {
      throw new EventStoreNodeError('damaged', `${this.dir} was written in format ${found.toString()}, which this version cannot read.`);
    }
    this.root.transactionSync(() => {
      const last = this.#before(lastKeyRevision);
      this.root.putSync(settingKeys.position, positionKey(last ? endOf(last.position, last.record) : firstPosition));
      this.root.putSync(settingKeys.format, formats.current);
    });
  }
}

/** What one page of a read has taken so far. */
class Page<Item extends Entry> {
  readonly entries: Item[] = [];
  #bytes = 0;

  constructor(private readonly limits: PageLimits) {}

  get full(): boolean {
    return this.entries.length >= this.limits.events || this.#bytes >= this.limits.bytes;
  }

  add(entry: Item): void {
    this.entries.push(entry);
    this.#bytes += entry.record.length;
  }
}

function intact(position: number, record: StoredRecord): StoredRecord {
  if (isIntact(record)) return record;
  throw damagedAt(position, 'its checksum does not match');
}

function missingRevision(revision: number, before: number | undefined): EventStoreNodeError {
  const place = before === undefined ? '' : ` after the event at position ${before}`;
  return new EventStoreNodeError('damaged', `Revision ${revision} of a stream is missing${place}.`);
}
