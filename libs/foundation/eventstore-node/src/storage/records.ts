import type { Database } from 'lmdb';
import { damagedAt, endOf, firstPosition, isGap, missingAt } from './chain.js';
import { lastKeyRevision, positionKey, positionOf } from './keys.js';
import { isIntact, type StoredRecord } from './record.js';

export type Table = Database<Buffer, Buffer>;

/** A record with its position. */
export type Entry = { position: number; record: StoredRecord };

/** How much one page of a read may hold, so that a reader's memory stays small whatever it reads. */
export type PageLimits = { events: number; bytes: number };

/** Reads the chain of records. Each read checks that it passes over none, and that each is what was written. */
export class Records {
  constructor(private readonly table: Table) {}

  /** The event's record at exactly this position. */
  at(position: number): StoredRecord | undefined {
    const record = this.table.get(positionKey(position));
    return record && !isGap(record) ? intact(position, record) : undefined;
  }

  /** The next events at or after `from` of a chain that ends at `logEnd`. */
  forwards(from: number, logEnd: number, limits: PageLimits): Entry[] {
    const page = new Page<Entry>(limits);
    let first: number | undefined;
    let end = from;
    for (const { key, value: record } of this.table.getRange({ start: positionKey(from) })) {
      const position = positionOf(key);
      if (first === undefined) first = position;
      else if (position !== end) throw missingAt(end);
      end = endOf(position, record);
      if (!isGap(record)) page.add({ position, record: intact(position, record) });
      if (page.full) break;
    }
    this.#checkStart(from, first ?? logEnd);
    if (first !== undefined && !page.full && end < logEnd) throw missingAt(end);
    return page.entries;
  }

  /** The next events before `before` of a chain that ends at `logEnd`, last first. */
  backwards(before: number, logEnd: number, limits: PageLimits): Entry[] {
    const page = new Page<Entry>(limits);
    let start = Math.min(before, logEnd);
    for (const { key, value: record } of this.table.getRange({ start: positionKey(before), exclusiveStart: true, reverse: true })) {
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

  /** Where the last `count` records of a chain that ends at `logEnd` begin, or fewer where these hold more than `bytes`. */
  startOfLast(count: number, bytes: number, logEnd: number): number {
    let start = logEnd;
    for (const key of this.table.getKeys({ reverse: true, limit: count })) {
      if (logEnd - positionOf(key) > bytes) break;
      start = positionOf(key);
    }
    return start;
  }

  /** Where the chain ends. */
  end(): number {
    const last = this.#before(lastKeyRevision);
    return last ? endOf(last.position, last.record) : firstPosition;
  }

  /** Where the gap begins that ends at this position; the position itself when an event ends there. */
  gapBefore(position: number): number {
    const before = this.#before(position);
    return before && isGap(before.record) ? before.position : position;
  }

  /** Where the gap ends that begins at this position; the position itself when an event begins there. */
  gapAfter(position: number): number {
    const record = this.table.get(positionKey(position));
    return record && isGap(record) ? endOf(position, record) : position;
  }

  /** A read that begins at `from` and meets its first record at `found` has passed over none. */
  #checkStart(from: number, found: number): void {
    if (found <= from) return;
    const before = this.#before(from);
    const due = before ? endOf(before.position, before.record) : firstPosition;
    if (due < found) throw missingAt(due);
  }

  #before(position: number): Entry | undefined {
    for (const { key, value } of this.table.getRange({ start: positionKey(position), exclusiveStart: true, reverse: true, limit: 1 })) {
      return { position: positionOf(key), record: value };
    }
    return undefined;
  }
}

/** What one page of a read has taken so far. */
export class Page<Item extends Entry> {
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
