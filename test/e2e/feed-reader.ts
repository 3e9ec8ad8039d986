/** A CloudEvent as the feed carries it. */
export type FedEvent = {
  readonly id: string; readonly type: string; readonly source: string; readonly subject: string; readonly sequence: string;
  readonly position: string; readonly revision: number; readonly data: unknown;
};

/** One server-sent event: with data an event, without it a place reached or a comment. */
export type Frame = { readonly id: string | undefined; readonly data: string | undefined; readonly comment: string | undefined };

/** An open feed. */
export type Feed = {
  readonly answer: Response;
  /** The next frame of any kind; undefined where the feed has ended or broken off. */
  frame(): Promise<Frame | undefined>;
  /** The next so many events. Rejects where the feed ends before. */
  events(count: number): Promise<{ readonly place: string; readonly event: FedEvent }[]>;
  close(): void;
};

const frameOf = (block: string): Frame => {
  const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  return { id: field('id'), data: field('data'), comment: block.startsWith(': ') ? block.slice(2) : undefined };
};

/** Opens a feed as any reader of server-sent events does. */
export const openFeed = async (url: string, headers: Readonly<Record<string, string>>): Promise<Feed> => {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers, signal: leaving.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const frame = async (): Promise<Frame | undefined> => {
    for (let end = rest.indexOf('\n\n'); ; end = rest.indexOf('\n\n')) {
      if (end >= 0) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return frameOf(block);
      }
      const chunk = await reader?.read().catch(() => undefined);
      if (!chunk || chunk.done) return undefined;
      rest += chunk.value;
    }
  };
  const events: Feed['events'] = async (count) => {
    const found: { place: string; event: FedEvent }[] = [];
    while (found.length < count) {
      const next = await frame();
      if (!next) throw new Error(`The feed ended after ${found.length} of ${count} events`);
      if (next.data !== undefined) found.push({ place: next.id ?? '', event: JSON.parse(next.data) as FedEvent });
    }
    return found;
  };
  return { answer, frame, events, close: () => leaving.abort() };
};
