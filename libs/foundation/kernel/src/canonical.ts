/**
 * The canonical text of plain JSON data (RFC 8785): members in order of their names, no white space.
 * Equal data gives equal text, whatever order it was written in. What is absent is absent as in JSON: no member, or
 * null in a list.
 */
export const canonicalText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalText(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`).join(',')}}`;
};

/** Whether two pieces of plain JSON data say the same. */
export const sameData = (left: unknown, right: unknown): boolean => canonicalText(left) === canonicalText(right);
