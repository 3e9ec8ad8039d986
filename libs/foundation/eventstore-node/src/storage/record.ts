import { crc32 } from 'node:zlib';
import { fieldLength, varintLength, WireReader, writeFieldStart, writeVarint } from '../wire.js';

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
const typeKey = Buffer.from('type');
const contentTypeKey = Buffer.from('content-type');
const createdKey = Buffer.from('created');

/** The stored form of an event, checksum included. */
export function encodeRecord(event: ProposedEvent, place: Place): StoredRecord {
  const type = Buffer.from(event.type, 'utf8');
  const contentType = Buffer.from(event.contentType, 'utf8');
  const created = Buffer.from(String(place.createdAt * ticksPerMillisecond), 'latin1');
  const nameLength = fieldLength(place.stream.length);
  const recordedLength = idFieldLength + fieldLength(nameLength)
    + 1 + revisionLength(place.revision)
    + 2 * (1 + varintLength(place.position))
    + fieldLength(entryLength(typeKey, type)) + fieldLength(entryLength(contentTypeKey, contentType))
    + fieldLength(entryLength(createdKey, created))
    + optionalLength(event.metadata) + optionalLength(event.data);
  const readEventLength = fieldLength(recordedLength) + 1 + varintLength(place.position);
  const record = Buffer.allocUnsafe(checksumLength + fieldLength(readEventLength));

  let at = writeFieldStart(record, 1, readEventLength, checksumLength);
  at = writeFieldStart(record, 1, recordedLength, at);
  at = writeFieldStart(record, 1, idFieldLength - 2, at);
  at = writeFieldStart(record, 2, idFieldLength - 4, at);
  at += record.write(event.id, at, 'latin1');
  at = writeFieldStart(record, 2, nameLength, at);
  at = writeBytes(record, 3, place.stream, at);
  at = writeRevision(record, place.revision, at);
  record[at++] = 4 << 3;
  at = writeVarint(record, place.position, at);
  record[at++] = 5 << 3;
  at = writeVarint(record, place.position, at);
  at = writeEntry(record, typeKey, type, at);
  at = writeEntry(record, contentTypeKey, contentType, at);
  at = writeEntry(record, createdKey, created, at);
  if (event.metadata.length > 0) at = writeBytes(record, 7, event.metadata, at);
  if (event.data.length > 0) at = writeBytes(record, 8, event.data, at);
  record[at++] = 3 << 3;
  writeVarint(record, place.position, at);

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
  const response = new WireReader(messageOf(record));
  response.next();
  const readEvent = new WireReader(response.view());
  readEvent.next();
  return readEvent.view();
}

/** The id of the event, without taking the rest apart: it opens the message and has a fixed length. */
export function idOf(record: StoredRecord): string {
  return recordedMessageOf(record).toString('latin1', idFieldLength - 36, idFieldLength);
}

/** Takes a record apart. */
export function decodeRecord(record: StoredRecord): RecordedEvent {
  const fields = new WireReader(recordedMessageOf(record));
  const none = record.subarray(record.length);
  const event: RecordedEvent = {
    id: '', stream: '', revision: 0n, position: 0, type: '', contentType: '', createdAt: 0, metadata: none, data: none,
  };
  for (let field = fields.next(); field !== 0; field = fields.next()) readInto(event, field, fields);
  return event;
}

function readInto(event: RecordedEvent, field: number, fields: WireReader): void {
  switch (field) {
    case 1: event.id = innerView(fields).toString('latin1'); break;
    case 2: event.stream = innerView(fields).toString('utf8'); break;
    case 3: event.revision = fields.uint64(); break;
    case 5: event.position = fields.number(); break;
    case 6: readEntry(event, new WireReader(fields.view())); break;
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
function innerView(fields: WireReader): Buffer {
  const inner = new WireReader(fields.view());
  inner.next();
  return inner.view();
}

function entryLength(key: Buffer, value: Buffer): number {
  return fieldLength(key.length) + fieldLength(value.length);
}

function optionalLength(content: Buffer): number {
  return content.length > 0 ? fieldLength(content.length) : 0;
}

function writeBytes(target: Buffer, field: number, content: Buffer, offset: number): number {
  const at = writeFieldStart(target, field, content.length, offset);
  return at + content.copy(target, at);
}

function writeEntry(target: Buffer, key: Buffer, value: Buffer, offset: number): number {
  const at = writeFieldStart(target, 6, entryLength(key, value), offset);
  return writeBytes(target, 2, value, writeBytes(target, 1, key, at));
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
