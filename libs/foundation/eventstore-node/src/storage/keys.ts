import { createHash } from 'node:crypto';

const numberLength = 6;
/** lmdb refuses keys above 1,978 bytes; longer stream names are stored under their hash. */
const longestNameKey = 1_000;
/** No UTF-8 text contains this byte, so a hashed name meets no plain one. */
const hashedNameMark = Buffer.from([0xff]);

/** The key of a record: its position, below 2^48. */
export function positionKey(position: number): Buffer {
  const key = Buffer.allocUnsafe(numberLength);
  key.writeUIntBE(position, 0, numberLength);
  return key;
}

export function positionOf(bytes: Buffer): number {
  return bytes.readUIntBE(0, numberLength);
}

/** The key of one event in its stream: the stream's number, then the revision. */
export function revisionKey(streamNumber: number, revision: number): Buffer {
  const key = Buffer.allocUnsafe(2 * numberLength);
  key.writeUIntBE(streamNumber, 0, numberLength);
  key.writeUIntBE(revision, numberLength, numberLength);
  return key;
}

export function revisionOf(key: Buffer): number {
  return key.readUIntBE(numberLength, numberLength);
}

/** The key of a stream by its name. */
export function nameKey(name: string): Buffer {
  const bytes = Buffer.from(name, 'utf8');
  if (bytes.length <= longestNameKey) return bytes;
  return Buffer.concat([hashedNameMark, createHash('sha256').update(bytes).digest()]);
}

/** The name of a stream by its key, unless the key is a hash. */
export function nameOfKey(key: Buffer): string | undefined {
  return key[0] === hashedNameMark[0] ? undefined : key.toString('utf8');
}

/** The largest revision a key can hold; a tombstone is indexed under it. */
export const lastKeyRevision = 2 ** (8 * numberLength) - 1;

/** What the store keeps about a stream. */
export type StreamState = {
  /** The stream's number in the revision index; 0 while the stream was never written. */
  number: number;
  /** The last event's revision, -1 while there is none. A tombstone does not count. */
  lastRevision: number;
  /** The revision of the oldest event that is still stored: a scavenge has removed those before it. */
  firstRevision: number;
  /** A tombstoned stream is gone for ever. */
  tombstoned: boolean;
};

export const unwrittenStream: StreamState = { number: 0, lastRevision: -1, firstRevision: 0, tombstoned: false };

const stateLength = 3 * numberLength + 1;

export function encodeStreamState(state: StreamState): Buffer {
  const bytes = Buffer.allocUnsafe(stateLength);
  bytes.writeUIntBE(state.number, 0, numberLength);
  bytes.writeUIntBE(state.lastRevision + 1, numberLength, numberLength);
  bytes[2 * numberLength] = state.tombstoned ? 1 : 0;
  bytes.writeUIntBE(state.firstRevision, 2 * numberLength + 1, numberLength);
  return bytes;
}

export function decodeStreamState(bytes: Buffer): StreamState {
  return {
    number: bytes.readUIntBE(0, numberLength),
    lastRevision: bytes.readUIntBE(numberLength, numberLength) - 1,
    tombstoned: bytes[2 * numberLength] === 1,
    // The first format did not keep it, and removed nothing.
    firstRevision: bytes.length < stateLength ? 0 : bytes.readUIntBE(2 * numberLength + 1, numberLength),
  };
}
