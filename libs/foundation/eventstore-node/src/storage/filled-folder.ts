import { randomUUID } from 'node:crypto';
import { holdFolder } from './holder.js';
import { Log } from './log.js';
import { decodeRecord, type ProposedEvent } from './record.js';
import { scavenge } from './scavenge.js';
import { Store } from './store.js';

const limits = { events: 256, bytes: 1024 * 1024 };

export function event(data: string, type = 'a'): ProposedEvent {
  return { id: randomUUID(), type, contentType: 'application/json', metadata: Buffer.alloc(0), data: Buffer.from(data) };
}

/** Opens a folder as a node does, acts on it, and gives it back. */
export async function withStore<Result>(dir: string, act: (store: Store) => Promise<Result>): Promise<Result> {
  const log = Log.open(dir);
  try {
    const giveBack = holdFolder(log.environment, dir);
    const store = new Store(log);
    const result = await act(store);
    await store.writer.close();
    await giveBack();
    return result;
  } finally {
    await log.close();
  }
}

/** Writes a folder with something of every kind: large events, truncation and its gaps, a tombstone, values beside the events. */
export function fillFolder(dir: string, events = 400): Promise<void> {
  return withStore(dir, async (store) => {
    for (let n = 0; n < events; n++) {
      await store.writer.submit((batch) => batch.append(`s-${n % 20}`, [event(`{"n":${n},"text":"${'文'.repeat(50)}"}`)]));
      if (n % 50 === 0) await store.writer.submit((batch) => batch.append('large', [event('x'.repeat(9_000))]));
    }
    await store.writer.submit((batch) => batch.append('$$s-1', [event('{"$maxCount":3}')]));
    await store.writer.submit((batch) => batch.tombstone('s-2', event('')));
    await scavenge(store);
    for (let n = 0; n < 30; n++) await store.writer.submit((batch) => { batch.append('s-3', [event('{}')]); batch.keep(`kept/${n}`, Buffer.from(`value ${n}`)); });
  });
}

/** All that readers can get of a log: the records in order, the records of each stream in order, and what is kept. */
export function everything(log: Log): string[] {
  const found: string[] = [];
  const streams = new Set<string>();
  for (let from = 0, page = log.forwards(from, limits); page.length > 0; page = log.forwards(from, limits)) {
    for (const { position, record } of page) {
      found.push(`${position} ${record.toString('latin1')}`);
      streams.add(decodeRecord(record).stream);
      from = position + record.length;
    }
  }
  for (const name of streams) {
    const { number, firstRevision, lastRevision } = log.stream(name);
    for (let from = firstRevision; from <= lastRevision;) {
      const page = log.streamForwards(number, from, lastRevision, limits);
      found.push(...page.map(({ revision, position }) => `${name} ${revision} ${position}`));
      from += page.length;
    }
  }
  return [...found, ...log.keptNames('').map((name) => `${name} ${String(log.kept(name))}`)];
}
