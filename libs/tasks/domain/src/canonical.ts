/** Plain JSON data: what events and commands carry. */
type Json = unknown;

/**
 * The canonical text of plain JSON data (RFC 8785): members in order of their names, no white space.
 * Equal data gives equal text, whatever order it was written in.
 */
export const canonicalText = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value as Record<string, Json>;
  const present = Object.keys(members).filter((name) => members[name] !== undefined).sort();
  return `{${present.map((name) => `${JSON.stringify(name)}:${canonicalText(members[name])}`).join(',')}}`;
};

export const sameData = (a: Json, b: Json): boolean => canonicalText(a) === canonicalText(b);
