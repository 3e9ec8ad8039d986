/**
 * Numbers that look like chance and are not: the same words give the same number, on every machine and in every run.
 * Demonstration figures come from here and are marked as such wherever they are shown.
 */
export const chance = (...words: readonly (string | number)[]): number => {
  let hash = 0x811c9dc5;
  for (const character of words.join('|')) {
    hash ^= character.codePointAt(0) as number;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 0x1_0000_0000;
};

/** A whole number from `low` to `high`, both included. */
export const between = (low: number, high: number, ...words: readonly (string | number)[]): number =>
  low + Math.floor(chance(...words) * (high - low + 1));
