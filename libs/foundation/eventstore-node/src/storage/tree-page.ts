import { EventStoreNodeError } from '../errors.js';

/** How lmdb lays out a page: a header, the places of the nodes, free room, and the nodes from the end backwards. */
const header = { number: 0, transaction: 8, flags: 18, lower: 20, upper: 22, pages: 20, length: 24 };
const kinds = { branch: 1, leaf: 2, overflow: 4 };
/** Other flags have a meaning only while a commit is being made. */
const kindMask = 0x7f;
const node = { size: 0, flags: 4, keySize: 6, length: 8 };
const flagsOfValues = { big: 1, tree: 2 };
const bigValueLength = 24;

/** What every page of a commit must agree with. */
export type PageBounds = { pageSize: number; lastPage: number; transaction: number };

/** A value that is too large for its page, and the pages after the first that hold it. */
export type BigValue = { page: number; pages: number; length: number };

export function damagedPage(page: number, reason: string): EventStoreNodeError {
  return new EventStoreNodeError('damaged', `Page ${page} of the data file is damaged: ${reason}.`);
}

/** A page of a tree. No entry is read beyond the page, whatever its bytes say. */
export class TreePage {
  readonly count: number;

  constructor(readonly number: number, readonly isLeaf: boolean, private readonly bytes: Buffer, bounds: PageBounds) {
    checkHeader(number, isLeaf ? kinds.leaf : kinds.branch, bytes, bounds);
    const lower = bytes.readUInt16LE(header.lower);
    const upper = bytes.readUInt16LE(header.upper);
    const possible = lower % 2 === 0 && lower > 0 && lower <= upper && upper <= bytes.length - header.length;
    if (!possible) throw damagedPage(number, 'its header is impossible');
    this.count = lower / 2;
  }

  /** The commit that wrote the page. */
  get transaction(): number {
    return Number(this.bytes.readBigUInt64LE(header.transaction));
  }

  /** Checks that the keys ascend. */
  checkOrder(compare: (a: Buffer, b: Buffer) => number): void {
    // The first key of a branch is never compared: it stands for everything smaller.
    for (let index = this.isLeaf ? 1 : 2; index < this.count; index++) {
      if (compare(this.key(index - 1), this.key(index)) >= 0) throw damagedPage(this.number, 'its keys are out of order');
    }
  }

  key(index: number): Buffer {
    const start = this.#nodeAt(index);
    return this.#view(start + node.length, this.bytes.readUInt16LE(start + node.keySize));
  }

  /** The page a branch's entry leads to. */
  child(index: number): number {
    return this.bytes.readUIntLE(this.#nodeAt(index), 6);
  }

  /** The value of a leaf's entry, as a view, or where it is when it has pages of its own. */
  value(index: number): Buffer | BigValue {
    const start = this.#nodeAt(index);
    const length = this.bytes.readUInt32LE(start + node.size);
    const valueStart = start + node.length + this.bytes.readUInt16LE(start + node.keySize);
    if ((this.bytes.readUInt16LE(start + node.flags) & flagsOfValues.big) === 0) return this.#view(valueStart, length);
    const place = this.#view(valueStart, bigValueLength);
    return { page: Number(place.readBigUInt64LE(0)), pages: Number(place.readBigUInt64LE(16)), length };
  }

  /** Checks that the value of a leaf's entry is a tree of its own, or that it is none. */
  checkValue(index: number, isTree: boolean): void {
    const kind = this.bytes.readUInt16LE(this.#nodeAt(index) + node.flags) & ~flagsOfValues.big;
    if (kind !== (isTree ? flagsOfValues.tree : 0)) throw damagedPage(this.number, 'a value in it is of another kind');
  }

  /** The entry under which `key` is to be looked for: in a leaf the equal one, in a branch the last that is not larger. -1 for none. */
  find(key: Buffer): number {
    let low = this.isLeaf ? 0 : 1;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.key(middle).compare(key);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return this.isLeaf ? -1 : high;
  }

  #nodeAt(index: number): number {
    const start = this.bytes.readUInt16LE(header.length + 2 * index) + header.length;
    if (start + node.length > this.bytes.length) throw this.#outside();
    return start;
  }

  #view(start: number, length: number): Buffer {
    if (start + length > this.bytes.length) throw this.#outside();
    return this.bytes.subarray(start, start + length);
  }

  #outside(): EventStoreNodeError {
    return damagedPage(this.number, 'an entry lies outside of it');
  }
}

/** The value in pages of its own. Throws when these are not the pages of a value of this length. */
export function bigValueOf({ page, pages, length }: BigValue, bytes: Buffer, bounds: PageBounds): Buffer {
  checkHeader(page, kinds.overflow, bytes, bounds);
  if (bytes.readUInt32LE(header.pages) !== pages) throw damagedPage(page, 'it is part of another value');
  return bytes.subarray(header.length, header.length + length);
}

/** How many pages a value of this length has. */
export function pagesOf(length: number, pageSize: number): number {
  return Math.floor((header.length - 1 + length) / pageSize) + 1;
}

function checkHeader(number: number, kind: number, bytes: Buffer, { transaction }: PageBounds): void {
  if (Number(bytes.readBigUInt64LE(header.number)) !== number) throw damagedPage(number, 'it has the number of another');
  if ((bytes.readUInt16LE(header.flags) & kindMask) !== kind) throw damagedPage(number, 'it is of another kind');
  if (Number(bytes.readBigUInt64LE(header.transaction)) > transaction) throw damagedPage(number, 'it is newer than the last commit');
}
