/** One leaf of a state: its path, and its value before and after an event; undefined where it was not there. */
export type Leaf = {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly changed: boolean;
};

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const leavesOf = (value: unknown, path: string, into: Map<string, string>): Map<string, string> => {
  if (isNode(value) && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? `[${key}]` : path ? `.${key}` : key;
      leavesOf(inner, path + step, into);
    }
  } else if (value !== undefined && path !== '') {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
};

/** Both states leaf by leaf, in the order of the state after; what vanished stands at the end. */
export const differencesOf = (before: unknown, after: unknown): readonly Leaf[] => {
  const earlier = leavesOf(before ?? undefined, '', new Map());
  const later = leavesOf(after ?? undefined, '', new Map());
  return [...new Set([...later.keys(), ...earlier.keys()])].map((path) => {
    const was = earlier.get(path);
    const is = later.get(path);
    return { path, before: was, after: is, changed: was !== is };
  });
};
