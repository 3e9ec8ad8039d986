import { parseArgs } from 'node:util';
import { Api } from '../demo/api.js';
import { demoSecret, runningUrl } from './options.js';

type ReplayedEvent = { readonly type: string; readonly revision: number; readonly recordedAt: string; readonly before: unknown; readonly after: unknown };
type HistoryPage = { readonly events: readonly ReplayedEvent[]; readonly next?: number };

/** Prints a stream's history as the audit service replays it, one JSON line an event. */
export const replay = async (words: readonly string[], root: string): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { url: { type: 'string' }, as: { type: 'string', default: '511900.auditor' } },
  });
  const [stream] = positionals;
  if (!stream) throw new Error('Which stream? zeren replay task-511900_…');
  const api = new Api(values.url ?? runningUrl(root), demoSecret(root));
  let from: number | undefined = 0;
  while (from !== undefined) {
    const page = (await api.get(values.as, `/api/v1/history/${encodeURIComponent(stream)}?from=${from}`)).body as HistoryPage;
    for (const event of page.events) process.stdout.write(`${JSON.stringify(event)}\n`);
    from = page.next;
  }
  return 0;
};
