import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { TenantLog, TenantLogEntry } from '@zeren/read-model';
import { cloudEventText } from './cloud-event.js';

export type Following = {
  readonly log: Pick<TenantLog, 'page' | 'waitForNews'>;
  readonly tenantId: string;
  /** The index of the last entry the reader has. */
  readonly after: number;
  /** Which entries the reader wants. */
  readonly wants: (entry: TenantLogEntry) => boolean;
  /** Milliseconds of silence after which a comment is sent, so that proxies keep the connection. */
  readonly heartbeat: number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
};

/** Entries read at once. */
const PAGE = 200;

/** Milliseconds after which a reader that lost its connection comes back. */
const RETRY = 2_000;

/**
 * Writes a tenant's log as server-sent events: what is there at the reader's speed, then each entry as it comes.
 * The id of each is its index, also of those the reader does not want: it resumes after the last it was told of.
 */
export const follow = async (response: ServerResponse, following: Following): Promise<void> => {
  const { log, tenantId, heartbeat, signal } = following;
  let { after } = following;
  await send(response, `retry: ${RETRY}\n\n`, signal);
  while (!signal.aborted) {
    const entries = await log.page(tenantId, after, PAGE);
    const last = entries.at(-1);
    if (last) {
      await send(response, framesOf(entries, following.wants), signal);
      after = last.index;
    } else if (!(await newsOrEnd(log.waitForNews(tenantId, after, heartbeat), signal))) {
      await send(response, ': heartbeat\n\n', signal);
    }
  }
};

const framesOf = (entries: readonly TenantLogEntry[], wants: Following['wants']): string => {
  const frames = entries.filter(wants).map((entry) => `id: ${entry.index}\ndata: ${cloudEventText(entry)}\n\n`);
  const last = entries.at(-1);
  // An id without data moves the reader's place on and is no event to it.
  if (last && !wants(last)) frames.push(`id: ${last.index}\n\n`);
  return frames.join('');
};

/** True for news; false for silence, or when the stream ends meanwhile. */
const newsOrEnd = async (news: Promise<boolean>, signal: AbortSignal): Promise<boolean> => {
  // Whoever ended the stream may close the database while this still waits on it.
  news.catch(() => undefined);
  const ended = new AbortController();
  const end = once(signal, 'abort', { signal: ended.signal }).then(() => false, () => false);
  try {
    return signal.aborted ? false : await Promise.race([news, end]);
  } finally {
    ended.abort();
  }
};

/** Hands over to the connection, and waits where it is slower than the log. */
const send = async (response: ServerResponse, text: string, signal: AbortSignal): Promise<void> => {
  if (signal.aborted || response.write(text)) return;
  await once(response, 'drain', { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
};
