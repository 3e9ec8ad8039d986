/** Slots per bucket: an id is lost only after this many newer ones fell into the same bucket. */
const ways = 16;
const buckets = 2 ** 14;

/**
 * Where recently written event ids were stored, in tables of fixed size (3 MiB), however many events there are.
 * The last thirty thousand ids are there; those before them are displaced little by little.
 */
export class RecentIds {
  /** How many ids are worth loading at start-up. */
  static readonly worthLoading = (buckets * ways) / 8;
  /** How many bytes of records are worth reading for it: large events must not keep a node from starting. */
  static readonly worthReading = 64 * 1024 * 1024;

  readonly #positions = new Float64Array(buckets * ways);
  /** Part of each id's hash, so that another id of the bucket is seldom mistaken for it. */
  readonly #tags = new Uint32Array(buckets * ways);
  readonly #oldest = new Uint8Array(buckets);

  add(id: string, position: number): void {
    const { bucket, tag } = hashOf(id);
    const way = this.#oldest[bucket] ?? 0;
    this.#positions[bucket * ways + way] = position;
    this.#tags[bucket * ways + way] = tag;
    this.#oldest[bucket] = (way + 1) % ways;
  }

  /** Positions at which the id may have been stored; the caller compares with the records found there. */
  find(id: string): number[] {
    const { bucket, tag } = hashOf(id);
    const found: number[] = [];
    for (let slot = bucket * ways; slot < (bucket + 1) * ways; slot++) {
      const position = this.#positions[slot];
      if (position && this.#tags[slot] === tag) found.push(position);
    }
    return found;
  }
}

/** Two hashes over the text (FNV-1a and a multiplicative one): ids need not be random. */
function hashOf(id: string): { bucket: number; tag: number } {
  let first = 0x811c9dc5;
  let second = 0;
  for (let index = 0; index < id.length; index++) {
    const code = id.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second, 31) + code;
  }
  return { bucket: (first ^ (first >>> 15)) & (buckets - 1), tag: second >>> 0 };
}
