import { crc32 } from 'node:zlib';
import { EventStoreNodeError } from '../errors.js';
import { positionKey, positionOf } from './keys.js';

/**
 * The records are a chain: each begins where the one before it ended, so that none can be lost unseen.
 * What a scavenge removes leaves a gap, a record that says where the chain goes on.
 */

/** Where the chain begins. */
export const firstPosition = 64;

const checksumLength = 4;
const keyLength = 6;
/** The messages of events never begin with this byte. */
const gapMark = 0;

/** The record of a gap that reaches from `position` to `end`. */
export function gapRecord(position: number, end: number): Buffer {
  const contents = Buffer.concat([Buffer.from([gapMark]), positionKey(end)]);
  const record = Buffer.alloc(checksumLength + contents.length);
  record.writeUInt32LE(gapChecksum(position, contents), 0);
  contents.copy(record, checksumLength);
  return record;
}

export function isGap(record: Buffer): boolean {
  return record[checksumLength] === gapMark;
}

/** Where the record after this one begins. Throws when a gap's bytes are not what was written. */
export function endOf(position: number, record: Buffer): number {
  if (!isGap(record)) return position + record.length;
  if (!isIntactGap(position, record)) throw damagedAt(position, 'its checksum does not match');
  return positionOf(record.subarray(checksumLength + 1));
}

export function isIntactGap(position: number, record: Buffer): boolean {
  const contents = record.subarray(checksumLength);
  return contents.length === 1 + keyLength && record.readUInt32LE(0) === gapChecksum(position, contents);
}

/** A record of the chain that is not what was written. */
export function damagedAt(position: number, reason: string): EventStoreNodeError {
  return new EventStoreNodeError('damaged', `The record at position ${position} is damaged: ${reason}.`);
}

/** A place of the chain where a record must be and is not. */
export function missingAt(position: number): EventStoreNodeError {
  return new EventStoreNodeError('damaged', `The record at position ${position} is missing.`);
}

/** A gap's checksum is also over its place, since it holds nothing else by which to know it. */
function gapChecksum(position: number, contents: Buffer): number {
  return crc32(contents, crc32(positionKey(position)));
}
