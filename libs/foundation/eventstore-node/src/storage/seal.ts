import { crc32 } from 'node:zlib';

const checksumLength = 4;

/** A value with a checksum before it, for what is kept beside the events. */
export function sealed(value: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(checksumLength + value.length);
  bytes.writeUInt32LE(crc32(value), 0);
  value.copy(bytes, checksumLength);
  return bytes;
}

/** The value without its checksum, or undefined when they do not agree. */
export function unsealed(bytes: Buffer): Buffer | undefined {
  const value = bytes.subarray(checksumLength);
  return bytes.length >= checksumLength && bytes.readUInt32LE(0) === crc32(value) ? value : undefined;
}
