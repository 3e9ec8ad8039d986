import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { EventStoreNodeError } from '../errors.js';

/** Where lmdb's two meta pages, which open the file, keep what is checked here. */
const layout = { magic: 24, version: 28, pageSize: 48, lastPage: 144, transaction: 152, length: 160 };
const magic = 0xbeefc0de;

type Meta = { pageSize: number; lastPage: number; transaction: bigint };

/**
 * Refuses a data file that is not one, or that has lost its end: lmdb maps the file into memory,
 * and reading a page that is not there would end the process instead of raising an error.
 */
export function checkDataFile(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size === 0) return;
    const first = readMeta(handle, 0, file);
    const second = readMeta(handle, first.pageSize, file);
    const { lastPage, pageSize } = second.transaction > first.transaction ? second : first;
    const expected = (lastPage + 1) * pageSize;
    if (size < expected) throw new EventStoreNodeError('damaged', `${file} is truncated: ${size} bytes where ${expected} were written.`);
  } finally {
    closeSync(handle);
  }
}

function readMeta(handle: number, offset: number, file: string): Meta {
  const page = Buffer.alloc(layout.length);
  readSync(handle, page, 0, layout.length, offset);
  const pageSize = page.readUInt32LE(layout.pageSize);
  if (page.readUInt32LE(layout.magic) !== magic || pageSize < 512 || pageSize > 65_536) {
    throw new EventStoreNodeError('damaged', `${file} is not a data file of this node, or its first pages are damaged.`);
  }
  return { pageSize, lastPage: Number(page.readBigUInt64LE(layout.lastPage)), transaction: page.readBigUInt64LE(layout.transaction) };
}
