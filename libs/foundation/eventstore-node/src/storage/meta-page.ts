import { readSync } from 'node:fs';
import { EventStoreNodeError } from '../errors.js';

/** Where lmdb's meta pages, the first two of a file, keep what is read here. */
const layout = { mapSize: 40, pageSize: 48, freeTree: 48, freeFlags: 52, mainFlags: 96, mainTree: 96, lastPage: 144, transaction: 152, length: 160 };
/** What every meta page has after its number: its kind, by which lmdb knows its files, and the version of their format. */
const signature = { start: 16, end: 40, bytes: Buffer.from('00000800' + '00000000' + 'dec0efbe' + '02000000' + '0000000000000000', 'hex') };

/** How lmdb marks a tree whose keys are numbers, which only that of the free pages is. */
export const numberedKeys = 8;

/** What a meta page says: the state of the file after one commit. */
type Meta = {
  pageSize: number;
  lastPage: number;
  transaction: number;
  /** What describes the tree of free pages and the tree that names all others. */
  freeTree: Buffer;
  mainTree: Buffer;
};

/** The newest commit of a file, and whether it is lmdb's copy of one, whose pages do not say when they were written. */
export type NewestMeta = Meta & { isCopy: boolean };

/** The meta page of the newest commit. Throws when the file is not a data file, or damaged at its start. */
export function readNewestMeta(handle: number, file: string): NewestMeta {
  const first = readMeta(handle, 0, 0, file);
  const second = readMeta(handle, 1, first.pageSize, file);
  const newest = second.transaction > first.transaction ? second : first;
  // Commits take turns between the two pages; in a new file, or a copy that lmdb made, the first is still unused.
  const takeTurns = first.transaction % 2 === 0 && Math.abs(second.transaction - first.transaction) === 1;
  const isUnused = first.transaction === 0 && first.lastPage === 1;
  if ((!takeTurns && !isUnused) || first.pageSize !== second.pageSize) throw notADataFile(file);
  return { ...newest, isCopy: isUnused };
}

function readMeta(handle: number, number: number, offset: number, file: string): Meta {
  const page = Buffer.alloc(layout.length);
  readSync(handle, page, 0, layout.length, offset);
  const pageSize = page.readUInt32LE(layout.pageSize);
  const lastPage = Number(page.readBigUInt64LE(layout.lastPage));
  const isMeta = Number(page.readBigUInt64LE(0)) === number && page.subarray(signature.start, signature.end).equals(signature.bytes);
  // Keys of the tree of free pages are numbers; what is set beside that, or in the main tree, is of another use of lmdb.
  const isPlain = page.readUInt16LE(layout.freeFlags) === numberedKeys && page.readUIntLE(layout.mainFlags, 6) === 0;
  const isMapped = Number(page.readBigUInt64LE(layout.mapSize)) >= (lastPage + 1) * pageSize;
  if (!isMeta || !isPlain || !isMapped || pageSize < 512 || pageSize > 65_536) throw notADataFile(file);
  return {
    pageSize,
    lastPage,
    transaction: Number(page.readBigUInt64LE(layout.transaction)),
    freeTree: page.subarray(layout.freeTree, layout.mainTree),
    mainTree: page.subarray(layout.mainTree, layout.lastPage),
  };
}

function notADataFile(file: string): EventStoreNodeError {
  return new EventStoreNodeError('damaged', `${file} is not a data file of this node, or its beginning is damaged.`);
}
