/** One server-sent event, or one that only moves the reader's place on. */
export type Frame = { readonly id: string | undefined; readonly data: string | undefined; readonly comment: string | undefined };

export type OpenFeed = {
  readonly status: number;
  readonly headers: Headers;
  /** The next so many events that carry data, waiting for those still to come. */
  events(count: number): Promise<{ id: string; event: Record<string, unknown> }[]>;
  /** The next frame of any kind; undefined where the feed has ended. */
  frame(): Promise<Frame | undefined>;
  close(): Promise<void>;
};

/** Opens a feed as a reader of the web does. */
export const openFeed = async (url: string, headers: Record<string, string>): Promise<OpenFeed> => {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers, signal: leaving.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const frame = async (): Promise<Frame | undefined> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return frameOf(block);
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return undefined;
      rest += chunk.value;
    }
  };
  return {
    status: answer.status,
    headers: answer.headers,
    frame,
    events: async (count) => {
      const events: { id: string; event: Record<string, unknown> }[] = [];
      while (events.length < count) {
        const next = await frame();
        if (!next) throw new Error(`The feed ended after ${events.length} of ${count} events`);
        if (next.data !== undefined) events.push({ id: next.id ?? '', event: JSON.parse(next.data) as Record<string, unknown> });
      }
      return events;
    },
    close: async () => {
      leaving.abort();
      await reader?.cancel().catch(() => undefined);
    },
  };
};

const frameOf = (block: string): Frame => {
  const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  return { id: field('id'), data: field('data'), comment: block.startsWith(': ') ? block.slice(2) : undefined };
};
