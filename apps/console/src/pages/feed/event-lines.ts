/**
 * One block of server-sent events: the place it moves the reader to (empty where it names none), and its data.
 * Without data it only moves the place past what a filter left out.
 */
export type FeedEvent = { readonly id: string; readonly data: string | undefined };

const fieldOf = (line: string): [name: string, value: string] => {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value];
};

const eventOf = (block: string): FeedEvent | undefined => {
  let id = '';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [name, value] = fieldOf(line);
    if (name === 'id') id = value;
    if (name === 'data') data.push(value);
  }
  return id || data.length > 0 ? { id, data: data.length > 0 ? data.join('\n') : undefined } : undefined;
};

/** The whole blocks of a text, and what is left of one still arriving. */
const blocksOf = (text: string): { whole: readonly string[]; rest: string } => {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  return { whole: blocks, rest };
};

/** Reads server-sent events out of a byte stream as they arrive; comments (heartbeats) are passed over. */
export async function* eventsIn(bytes: ReadableStream<Uint8Array>): AsyncGenerator<FeedEvent> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const blocks = blocksOf(rest + decoder.decode(piece.value, { stream: true }));
      rest = blocks.rest;
      yield* blocks.whole.map(eventOf).filter((event) => event !== undefined);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
