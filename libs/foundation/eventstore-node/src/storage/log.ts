import { open, type Database, type RootDatabase } from 'lmdb';
import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreNodeError } from '../errors.js';
import { checkDataFile } from './data-file.js';
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

const firstPosition = 64;
const firstStreamNumber = 1;
const streamNumberKey = Buffer.from('next-stream-number');
const formatKey = Buffer.from('format');
const format = Buffer.from('1');

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
    private readonly root: RootDatabase<Buffer, Buffer>,
    private readonly tables: Readonly<Record<Change['table'], Table>>,
  ) {
    const last = this.lastEntry();
    this.nextPosition = last ? last.position + last.record.length : firstPosition;
    const number = root.get(streamNumberKey);
    this.nextStreamNumber = number ? positionOf(number) : firstStreamNumber;
  }

  /** Opens the log in `dir`, making it when there is none. Throws an EventStoreNodeError. */
  static open(dir: string): Log {
    const root = openEnvironment(dir);
    try {
      const options = { encoding: 'binary', keyEncoding: 'binary' } as const;
      const table = (name: string): Table => root.openDB<Buffer, Buffer>({ name, ...options });
      const log = new Log(dir, root, {
        records: table('records'), revisions: table('revisions'), streams: table('streams'), keeps: table('keeps'), settings: root,
      });
      log.#checkFormat();
      return log;
    } catch (error) {
      void root.close();
      throw error instanceof EventStoreNodeError ? error : damaged(dir, error);
    }
  }

  /** The environment, for what is kept beside the log. */
  get environment(): RootDatabase<Buffer, Buffer> {
    return this.root;
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
      throw writeFailure(await reasonOf(error), this.#free());
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

  /** The change that keeps the number of the next new stream. */
  static streamNumberChange(next: number): Change {
    return { table: 'settings', key: streamNumberKey, value: positionKey(next) };
  }

  stream(name: string): StreamState {
    const bytes = this.tables.streams.get(nameKey(name));
    return bytes ? decodeStreamState(bytes) : unwrittenStream;
  }

  /** The record at exactly this position. Throws when its bytes are not what was written. */
  record(position: number): StoredRecord | undefined {
    const record = this.tables.records.get(positionKey(position));
    return record && intact(position, record);
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

  /** Every record in order, whatever its checksum says. */
  *uncheckedEntries(): Iterable<Entry> {
    for (const { key, value } of this.tables.records.getRange({})) yield { position: positionOf(key), record: value };
  }

  lastEntry(): Entry | undefined {
    return this.#page({ reverse: true }, { events: 1, bytes: 1 })[0];
  }

  /** The next records at or after `from`, in order. Empty only at the end of the log. */
  forwards(from: number, limits: PageLimits): Entry[] {
    return this.#page({ start: positionKey(from) }, limits);
  }

  /** The next records before `before`, last first. Empty only at the start of the log. */
  backwards(before: number, limits: PageLimits): Entry[] {
    return this.#page({ start: positionKey(before), exclusiveStart: true, reverse: true }, limits);
  }

  /** The next events of a stream from revision `from` up to and including `to`, in order. */
  streamForwards(streamNumber: number, from: number, to: number, limits: PageLimits): StreamEntry[] {
    const range = { start: revisionKey(streamNumber, from), end: revisionKey(streamNumber, to), inclusiveEnd: true };
    return this.#streamPage(range, limits);
  }

  /** The next events of a stream from revision `from` down to and including `to`, last first. */
  streamBackwards(streamNumber: number, from: number, to: number, limits: PageLimits): StreamEntry[] {
    const range = { start: revisionKey(streamNumber, from), end: revisionKey(streamNumber, to), inclusiveEnd: true };
    return this.#streamPage({ ...range, reverse: true }, limits);
  }

  close(): Promise<void> {
    return this.root.close();
  }

  #page(range: Range, limits: PageLimits): Entry[] {
    const page: Entry[] = [];
    let bytes = 0;
    for (const { key, value } of this.tables.records.getRange({ ...range, limit: limits.events })) {
      page.push({ position: positionOf(key), record: intact(positionOf(key), value) });
      bytes += value.length;
      if (bytes >= limits.bytes) break;
    }
    return page;
  }

  #streamPage(range: Range, limits: PageLimits): StreamEntry[] {
    const places: { revision: number; position: number }[] = [];
    for (const { key, value } of this.tables.revisions.getRange({ ...range, limit: limits.events })) {
      places.push({ revision: revisionOf(key), position: positionOf(value) });
    }
    const page: StreamEntry[] = [];
    let bytes = 0;
    for (const { revision, position } of places) {
      if (revision === lastKeyRevision) continue;
      const record = this.#indexed(position);
      page.push({ revision, position, record });
      bytes += record.length;
      if (bytes >= limits.bytes) break;
    }
    return page;
  }

  #indexed(position: number): StoredRecord {
    const record = this.record(position);
    if (record) return record;
    throw new EventStoreNodeError('damaged', `The record at position ${position} is missing although it is indexed.`);
  }

  /** Bytes free where the folder is. */
  #free(): number {
    const { bavail, bsize } = statfsSync(this.dir);
    return bavail * bsize;
  }

  #checkFormat(): void {
    const found = this.root.get(formatKey);
    if (!found) this.root.putSync(formatKey, format);
    else if (!found.equals(format)) {
      throw new EventStoreNodeError('damaged', `${this.dir} was written in format ${found.toString()}, which this version cannot read.`);
    }
  }
}

type Range = { start?: Buffer; end?: Buffer; inclusiveEnd?: boolean; exclusiveStart?: boolean; reverse?: boolean };

function openEnvironment(dir: string): RootDatabase<Buffer, Buffer> {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new EventStoreNodeError('folder-not-usable', `The data folder ${dir} cannot be used: ${textOf(error)}.`, { cause: error });
  }
  checkDataFile(join(dir, 'data.mdb'));
  try {
    // A commit is on the disk before it is acknowledged: no overlapping sync.
    return open<Buffer, Buffer>({ path: dir, noSubdir: false, overlappingSync: false, eventTurnBatching: false, maxDbs: 16, encoding: 'binary', keyEncoding: 'binary' });
  } catch (error) {
    throw damaged(dir, error);
  }
}

function intact(position: number, record: StoredRecord): StoredRecord {
  if (isIntact(record)) return record;
  throw new EventStoreNodeError('damaged', `The record at position ${position} is damaged: its checksum does not match.`);
}

function damaged(dir: string, cause: unknown): EventStoreNodeError {
  return new EventStoreNodeError('damaged', `The data in ${dir} cannot be opened: ${textOf(cause)}.`, { cause });
}

/** Below this much free space a failed write is put down to it: lmdb calls a write cut short an input/output error. */
const scarce = 32 * 1024 * 1024;

function writeFailure(cause: unknown, free: number): EventStoreNodeError {
  return free < scarce
    ? new EventStoreNodeError('disk-full', `There is no room left on the disk for this write (${free} bytes free).`, { cause })
    : new EventStoreNodeError('write-failed', `The write failed: ${textOf(cause)}.`, { cause });
}

/** lmdb rejects a commit with an error that carries the true reason as another promise. */
async function reasonOf(error: unknown): Promise<unknown> {
  const reason = (error as { commitError?: Promise<unknown> }).commitError;
  return reason === undefined ? error : reason.then(() => error, (cause: unknown) => cause);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
