import { inflateRawSync } from 'node:zlib';
import { ProblemError } from '../problem.js';

const MEGABYTE = 1024 * 1024;
/** What all parts of a workbook may come to, unpacked: 10,000 tasks are about 20 MB. A million empty rows are read; a bomb is not. */
export const UNPACKED_LIMIT = 96 * MEGABYTE;

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

type Entry = { readonly name: string; readonly method: number; readonly start: number; readonly packed: number; readonly flags: number };

const invalid = (): never => {
  throw new ProblemError(422, 'spreadsheet-invalid');
};

const tooLarge = (): never => {
  throw new ProblemError(422, 'spreadsheet-too-large', { details: { limit: UNPACKED_LIMIT / MEGABYTE } });
};

const endOfDirectory = (file: Buffer): number => {
  for (let at = file.length - END_SIZE; at >= Math.max(0, file.length - END_SIZE - LONGEST_COMMENT); at--) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return invalid();
};

const entriesOf = (file: Buffer): readonly Entry[] => {
  const end = endOfDirectory(file);
  const count = file.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  for (let at = file.readUInt32LE(end + 16), number = 0; number < count; number++) {
    if (file.readUInt32LE(at) !== CENTRAL_ENTRY) return invalid();
    const [nameLength, extraLength, commentLength] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    const local = file.readUInt32LE(at + 42);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      start: local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
};

/** Unpacks no further than what is left of the limit, whatever size the file says. */
const unpacked = (file: Buffer, { method, start, packed }: Entry, left: number): Buffer => {
  const bytes = file.subarray(start, start + packed);
  if (method === 0) return bytes.length > left ? tooLarge() : bytes;
  if (method !== 8) return invalid();
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : invalid();
  }
};

const directoryOf = (file: Buffer): readonly Entry[] => {
  try {
    return entriesOf(file);
  } catch (error) {
    // Reading past the end of the bytes: what the directory says is not so.
    if (['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'].includes((error as { code?: string }).code ?? '')) return invalid();
    throw error;
  }
};

/** The parts of a workbook that are asked for, unpacked, by name. Refuses what is no archive, and what is too large unpacked. */
export const partsOf = (file: Buffer, isWanted: (name: string) => boolean): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  let left = UNPACKED_LIMIT;
  for (const entry of directoryOf(file)) {
    if (!isWanted(entry.name)) continue;
    if (entry.flags & ENCRYPTED) invalid();
    const bytes = unpacked(file, entry, left);
    left -= bytes.length;
    parts.set(entry.name, bytes.toString('utf8'));
  }
  return parts;
};
