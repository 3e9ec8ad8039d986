import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { EventStoreNodeError } from '../errors.js';
import { numberedKeys, readNewestMeta, type NewestMeta } from './meta-page.js';
import { bigValueOf, damagedPage, pagesOf, TreePage, type BigValue } from './tree-page.js';

/** A tree of the file, as lmdb describes it. */
export type Tree = {
  depth: number;
  branchPages: number;
  leafPages: number;
  bigValuePages: number;
  entries: number;
  root: number;
  compare(a: Buffer, b: Buffer): number;
};

export type Item = { key: Buffer; value: Buffer };

/** Keys at or above `low` and below `high`. */
type Range = { low: Buffer | undefined; high: Buffer | undefined };

/** How many pages of lookups are kept: 64 MiB where a page has 4 KiB. */
const cachedPages = 16_384;

/**
 * Reads a data file page by page, checking each before it is believed. lmdb believes its pages and may end the
 * process over a damaged one; what has been read through here is safe for it. Needs one bit of memory per page.
 */
export class PageFile {
  readonly main: Tree;
  readonly #meta: NewestMeta;
  readonly #reached: Uint8Array;
  readonly #cache = new Map<number, TreePage>();

  private constructor(private readonly handle: number, private readonly file: string) {
    this.#meta = readNewestMeta(handle, file);
    this.#reached = new Uint8Array(Math.ceil((this.#meta.lastPage + 1) / 8));
    this.main = readTree(this.#meta.mainTree);
    this.#checkNewest();
  }

  /** Throws an EventStoreNodeError when this is not a data file. */
  static open(file: string): PageFile {
    const handle = openSync(file, 'r');
    try {
      return new PageFile(handle, file);
    } catch (error) {
      closeSync(handle);
      throw error;
    }
  }

  close(): void {
    closeSync(this.handle);
  }

  /** Whether somebody has written to the file since it was opened. */
  hasChanged(): boolean {
    return readNewestMeta(this.handle, this.file).transaction !== this.#meta.transaction;
  }

  /** All entries of a tree in order. Throws at the first page that is not as lmdb left it. */
  *walk(tree: Tree): Generator<Item> {
    const walked = { branchPages: 0, leafPages: 0, bigValuePages: 0, entries: 0 };
    if (tree.depth > 0) yield* this.#walk(tree, tree.root, tree.depth, { low: undefined, high: undefined }, walked);
    for (const [what, count] of Object.entries(walked) as [keyof typeof walked, number][]) {
      if (count !== tree[what]) throw damagedPage(tree.root, `its tree has ${count} ${what} where ${tree[what]} were written`);
    }
  }

  /** What a tree has under a key. */
  get(tree: Tree, key: Buffer): Buffer | undefined {
    let number = tree.root;
    for (let depth = tree.depth; depth > 0; depth--) {
      const page = this.#cached(number, depth === 1);
      const index = page.find(key);
      if (index < 0) return undefined;
      if (page.isLeaf) return this.#valueOf(page.value(index));
      number = page.child(index);
    }
    return undefined;
  }

  /** Throws when pages are not there. Free ones may be missing: lmdb need not write what it frees in the same commit. */
  checkLength(): void {
    if (this.#missingPages() > 0) this.checkFreePages();
  }

  /**
   * Goes through the pages that lmdb would write next. Throws when one of them is in use, as far as the trees have been
   * walked, or when a page that is not free is not there.
   */
  checkFreePages(): void {
    let missing = this.#missingPages();
    const firstMissing = this.#meta.lastPage + 1 - missing;
    for (const { page, pages } of this.#freePages()) {
      this.#reach(page, pages);
      missing -= Math.max(0, page + pages - Math.max(page, firstMissing));
    }
    if (missing > 0) throw new EventStoreNodeError('damaged', `${this.file} is truncated: pages that were written are not there.`);
  }

  #missingPages(): number {
    const { pageSize, lastPage } = this.#meta;
    return Math.max(0, lastPage + 1 - Math.floor(fstatSync(this.handle).size / pageSize));
  }

  *#freePages(): Generator<{ page: number; pages: number }> {
    const tree = { ...readTree(this.#meta.freeTree, numberedKeys), compare: compareNumbers };
    for (const { value } of this.walk(tree)) {
      // A list of pages; a negative number says how many follow each other from the next one on.
      const count = value.length < 8 ? Infinity : Number(value.readBigUInt64LE(0));
      if (value.length < 8 * (count + 1)) throw damagedPage(tree.root, 'a list of free pages is cut short');
      let pages = 1;
      for (let index = 1; index <= count; index++) {
        const entry = Number(value.readBigInt64LE(8 * index));
        if (entry > 0) yield { page: entry, pages };
        pages = entry < 0 ? -entry : 1;
      }
    }
  }

  *#walk(tree: Tree, number: number, depth: number, range: Range, walked: Omit<Tree, 'depth' | 'root' | 'compare'>): Generator<Item> {
    this.#reach(number, 1);
    const page = this.#page(number, depth === 1);
    page.checkOrder(tree.compare);
    this.#checkRange(tree, page, range);
    if (!page.isLeaf) {
      walked.branchPages++;
      for (let index = 0; index < page.count; index++) {
        const low = index === 0 ? range.low : page.key(index);
        const high = index + 1 < page.count ? page.key(index + 1) : range.high;
        yield* this.#walk(tree, page.child(index), depth - 1, { low, high }, walked);
      }
      return;
    }
    walked.leafPages++;
    walked.entries += page.count;
    for (let index = 0; index < page.count; index++) {
      const key = page.key(index);
      // The main tree names the others, and lmdb ends their names with a zero.
      page.checkValue(index, tree === this.main && key.at(-1) === 0);
      const value = page.value(index);
      if (!Buffer.isBuffer(value)) {
        this.#reach(value.page, value.pages);
        walked.bigValuePages += value.pages;
      }
      yield { key, value: this.#valueOf(value) };
    }
  }

  /** Every commit writes the root of the main tree anew: another root is that of an older commit, whole but not the last. */
  #checkNewest(): void {
    const { isCopy, transaction } = this.#meta;
    if (this.main.depth === 0 || isCopy) return;
    const root = this.#page(this.main.root, this.main.depth === 1);
    if (root.transaction !== transaction) throw damagedPage(root.number, 'it is of an older commit than the last');
  }

  #checkRange({ compare }: Tree, page: TreePage, { low, high }: Range): void {
    const first = page.isLeaf ? 0 : 1;
    if (page.count <= first) return;
    const tooLow = low && compare(page.key(first), low) < 0;
    const tooHigh = high && compare(page.key(page.count - 1), high) >= 0;
    if (tooLow || tooHigh) throw damagedPage(page.number, 'its keys belong elsewhere');
  }

  #cached(number: number, isLeaf: boolean): TreePage {
    const known = this.#cache.get(number);
    if (known?.isLeaf === isLeaf) return known;
    const page = this.#page(number, isLeaf);
    if (this.#cache.size >= cachedPages) this.#cache.delete(this.#cache.keys().next().value ?? number);
    this.#cache.set(number, page);
    return page;
  }

  #page(number: number, isLeaf: boolean): TreePage {
    return new TreePage(number, isLeaf, this.#read(number, 1), this.#meta);
  }

  #valueOf(value: Buffer | BigValue): Buffer {
    if (Buffer.isBuffer(value)) return value;
    if (value.pages !== pagesOf(value.length, this.#meta.pageSize)) throw damagedPage(value.page, 'it is part of another value');
    return bigValueOf(value, this.#read(value.page, value.pages), this.#meta);
  }

  #read(number: number, pages: number): Buffer {
    const { pageSize, lastPage } = this.#meta;
    if (number < 2 || number + pages - 1 > lastPage) throw damagedPage(number, 'it is not in the file');
    const bytes = Buffer.allocUnsafeSlow(pages * pageSize);
    if (readSync(this.handle, bytes, 0, bytes.length, number * pageSize) < bytes.length) throw damagedPage(number, 'it is not in the file');
    return bytes;
  }

  /** Notes pages as used. Throws when one of them is used already. */
  #reach(number: number, pages: number): void {
    if (number < 2 || number + pages - 1 > this.#meta.lastPage) throw damagedPage(number, 'it is not in the file');
    for (let page = number; page < number + pages; page++) {
      const bit = 1 << (page & 7);
      const byte = this.#reached[page >> 3] ?? 0;
      if (byte & bit) throw damagedPage(page, 'it is used twice');
      this.#reached[page >> 3] = byte | bit;
    }
  }
}

/** Reads what lmdb writes of a tree. */
export function readTree(bytes: Buffer, flags = 0): Tree {
  if (bytes.length !== 48 || bytes.readUInt16LE(4) !== flags) {
    throw new EventStoreNodeError('damaged', 'The data file describes no tree where it names one.');
  }
  const count = (offset: number): number => Number(bytes.readBigUInt64LE(offset));
  return {
    depth: bytes.readUInt16LE(6), branchPages: count(8), leafPages: count(16), bigValuePages: count(24), entries: count(32),
    root: count(40), compare: Buffer.compare,
  };
}

function compareNumbers(a: Buffer, b: Buffer): number {
  return Number(a.readBigUInt64LE(0) - b.readBigUInt64LE(0));
}
