/** A power of two; at 8 bytes a slot the table takes 2 MiB, however many events there are. */
const slots = 2 ** 18;

/**
 * Where recently written event ids were stored, in a table of fixed size: a newer id takes an older one's slot.
 * It answers "perhaps here"; the caller compares with the record found there.
 */
export class RecentIds {
  readonly #positions = new Float64Array(slots);

  /** How many ids are worth loading at start-up. */
  static readonly worthLoading = slots / 4;

  add(id: string, position: number): void {
    this.#positions[slotOf(id)] = position;
  }

  /** The position at which the id may have been stored, or undefined when it is not among the recent ones. */
  find(id: string): number | undefined {
    return this.#positions[slotOf(id)] || undefined;
  }
}

/** FNV-1a over the text: ids need not be random. */
function slotOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (slots - 1);
}
