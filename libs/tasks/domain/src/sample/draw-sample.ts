/** FNV-1a over the UTF-16 units of a text, 32 bits, from a starting value. */
const hashed = (text: string, start: number): number => {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** A sequence of 32-bit numbers that follows from a seed: sfc32, warmed up over twelve steps. */
const sequenceOf = (seed: string): (() => number) => {
  let [a, b, c, counter] = [hashed(seed, 0x811c9dc5), hashed(seed, 0x9e3779b9), hashed(seed, 0x85ebca6b), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let step = 0; step < 12; step += 1) next();
  return next;
};

const WHOLE = 2 ** 32;

/** A number below `limit`, each equally likely: what lies in the last, incomplete run of `limit` is drawn again. */
const below = (limit: number, next: () => number): number => {
  const usable = WHOLE - (WHOLE % limit);
  let drawn = next();
  while (drawn >= usable) drawn = next();
  return drawn % limit;
};

/**
 * Draws `size` of the keys at random without repetition, in order of key. The same seed and the same keys, in whatever
 * order they come, give the same sample on any machine: the keys are put in order, then shuffled from the front
 * (Fisher–Yates) with numbers that follow from the seed, and the first `size` are taken. All if there are no more.
 */
export const drawSample = (seed: string, size: number, keys: readonly string[]): readonly string[] => {
  const order = [...new Set(keys)].sort();
  const next = sequenceOf(seed);
  const taken = Math.min(size, order.length);
  for (let at = 0; at < taken; at += 1) {
    const other = at + below(order.length - at, next);
    [order[at], order[other]] = [order[other] as string, order[at] as string];
  }
  return order.slice(0, taken).sort();
};
