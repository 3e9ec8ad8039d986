import { crc32 } from 'node:zlib';
import { fieldLength, messageField, textField, varintLength, WireReader, writeBytes, writeFieldStart, writeNumber, writeVarint } from '../wire.js';

/**
 * A record is a four-byte checksum followed by the very bytes a reader of the event is sent
 * (a `ReadResp` message), so that reading needs no encoding at all.
 */
export type StoredRecord = Buffer;

const checksumLength = 4;

/** What a writer proposes: the event as it came, without its place. */
export type ProposedEvent = {
  /** A UUID in its lower-case text form. */
  id: string;
  type: string;
  contentType: string;
  metadata: Buffer;
  data: Buffer;
};

/** Where and when an event was recorded. */
export type Place = {
  stream: Buffer;
  revision: bigint | number;
  position: number;
  /** Milliseconds since 1970. */
  createdAt: number;
};

/** A recorded event, taken apart. Byte fields are views on the record. */
export type RecordedEvent = {
  id: string;
  stream: string;
  revision: bigint;
  position: number;
  type: string;
  contentType: string;
  createdAt: number;
  metadata: Buffer;
  data: Buffer;
};

const ticksPerMillisecond = 10_000;
const idFieldLength = 40;

/** The metadata entries of one key, as they are written; few come again and again, and no more than these are kept. */
class MetadataEntries {
  readonly #known = new Map<string, Buffer>();

  constructor(private readonly key: string) {}

  of(value: string): Buffer {
    const known = this.#known.get(value);
    if (known) return known;
    const entry = messageField(6, textField(1, this.key), textField(2, value));
    if (this.#known.size >= 256) this.#known.clear();
    this.#known.set(value, entry);
    return entry;
  }
}

const types = new MetadataEntries('type');
const contentTypes = new MetadataEntries('content-type');
const times = new MetadataEntries('created');

/** The stored form of an event, checksum included. */
export function encodeRecord(event: ProposedEvent, place: Place): StoredRecord {
  const { position, revision } = place;
  const entries = [types.of(event.type), contentTypes.of(event.contentType), times.of(String(place.createdAt * ticksPerMillisecond))];
  const positionLength = 1 + varintLength(position);
  const nameLength = fieldLength(place.stream.length);
  const recordedLength = idFieldLength + fieldLength(nameLength) + 1 + revisionLength(revision) + 2 * positionLength
    + entries.reduce((sum, { length }) => sum + length, 0) + optionalLength(event.metadata) + optionalLength(event.data);
  const readEventLength = fieldLength(recordedLength) + positionLength;
  const record = Buffer.allocUnsafe(checksumLength + fieldLength(readEventLength));

  let at = writeFieldStart(record, 1, readEventLength, checksumLength);
  at = writeFieldStart(record, 1, recordedLength, at);
  at = writeFieldStart(record, 1, idFieldLength - 2, at);
  at = writeFieldStart(record, 2, idFieldLength - 4, at);
  at += record.write(event.id, at, 'latin1');
  at = writeFieldStart(record, 2, nameLength, at);
  at = writeBytes(record, 3, place.stream, at);
  at = writeRevision(record, revision, at);
  at = writeNumber(record, 4, position, at);
  at = writeNumber(record, 5, position, at);
  for (const entry of entries) at += entry.copy(record, at);
  if (event.metadata.length > 0) at = writeBytes(record, 7, event.metadata, at);
  if (event.data.length > 0) at = writeBytes(record, 8, event.data, at);
  writeNumber(record, 3, position, at);

  record.writeUInt32LE(crc32(record.subarray(checksumLength)), 0);
  return record;
}

/** The message a reader is sent. */
export function messageOf(record: StoredRecord): Buffer {
  return record.subarray(checksumLength);
}

/** Whether the record's bytes are the ones that were written. */
export function isIntact(record: StoredRecord): boolean {
  return record.length > checksumLength && record.readUInt32LE(0) === crc32(record.subarray(checksumLength));
}

/** The `RecordedEvent` message inside a record, as a view. */
export function recordedMessageOf(record: StoredRecord): Buffer {
  return beforeRecorded(record).view();
}

/** Reads up to the field that is the `RecordedEvent` message. */
function beforeRecorded(record: StoredRecord): WireReader {
  const response = new WireReader(record, checksumLength);
  response.next();
  const readEvent = response.message();
  readEvent.next();
  return readEvent;
}

/** The id of the event, without taking the rest apart: it opens the message and has a fixed length. */
export function idOf(record: StoredRecord): string {
  return recordedMessageOf(record).toString('latin1', idFieldLength - 36, idFieldLength);
}

/** Takes a record apart. */
export function decodeRecord(record: StoredRecord): RecordedEvent {
  const fields = beforeRecorded(record).message();
  const none = record.subarray(record.length);
  const event: RecordedEvent = {
    id: '', stream: '', revision: 0n, position: 0, type: '', contentType: '', createdAt: 0, metadata: none, data: none,
  };
  for (let field = fields.next(); field !== 0; field = fields.next()) readInto(event, field, fields);
  return event;
}

function readInto(event: RecordedEvent, field: number, fields: WireReader): void {
  switch (field) {
    case 1: event.id = innerText(fields, 'latin1'); break;
    case 2: event.stream = innerText(fields, 'utf8'); break;
    case 3: event.revision = fields.uint64(); break;
    case 5: event.position = fields.number(); break;
    case 6: readEntry(event, fields.message()); break;
    case 7: event.metadata = fields.view(); break;
    case 8: event.data = fields.view(); break;
    default: fields.skip();
  }
}

function readEntry(event: RecordedEvent, entry: WireReader): void {
  entry.next();
  const key = entry.text();
  entry.next();
  const value = entry.text();
  if (key === 'type') event.type = value;
  else if (key === 'content-type') event.contentType = value;
  else event.createdAt = Number(value) / ticksPerMillisecond;
}

/** The only field of a message field. */
function innerText(fields: WireReader, encoding: 'latin1' | 'utf8'): string {
  const inner = fields.message();
  inner.next();
  return inner.text(encoding);
}

function optionalLength(content: Buffer): number {
  return content.length > 0 ? fieldLength(content.length) : 0;
}

/** Only a tombstone's revision, the largest signed 64-bit number, does not fit a plain number. */
const tombstoneVarint = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);

/** The revision a tombstone takes: after it a stream can have none. */
export const tombstoneRevision = 9_223_372_036_854_775_807n;

function revisionLength(revision: bigint | number): number {
  return typeof revision === 'number' ? varintLength(revision) : tombstoneVarint.length;
}

function writeRevision(target: Buffer, revision: bigint | number, offset: number): number {
  target[offset] = 3 << 3;
  if (typeof revision === 'number') return writeVarint(target, revision, offset + 1);
  return offset + 1 + tombstoneVarint.copy(target, offset + 1);
}
