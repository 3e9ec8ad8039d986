import 'reflect-metadata';
import { EventStoreDBClient } from '@eventstore/db-client';
import { connectEventStore } from '@zeren/event-store';
import { createDataSource, ProjectionRunner, projectorUrl, rebuild, viewTable } from '@zeren/read-model';
import { tallies, tally } from './tally.js';

/** What a worker is asked for: to run the projection until it is stopped, or to do something once and say how long it took. */
export type Job =
  | { readonly kind: 'run'; readonly eventStoreUrl: string; readonly databaseUrl: string }
  | { readonly kind: 'rebuild'; readonly eventStoreUrl: string; readonly databaseUrl: string; readonly version: number }
  | { readonly kind: 'read all'; readonly eventStoreUrl: string };

/** `ready` when it runs, or the seconds it took. */
export type Said = { readonly ready: true } | { readonly seconds: number };

const say = (said: Said): void => void process.send?.(said);

/** The tally under another version is another view: two processes rebuild one each. */
export const tallyOf = (version: number) => viewTable({
  projection: { ...tally, version },
  columns: { readerTenantId: 'text', ownerTenantId: 'text', id: 'text', reports: 'integer', total: 'integer', note: 'text' },
});

const run = async (eventStoreUrl: string, databaseUrl: string): Promise<void> => {
  const dataSource = await createDataSource(projectorUrl(databaseUrl), [tallies]).initialize();
  const runner = new ProjectionRunner({ store: connectEventStore(eventStoreUrl), dataSource, tables: [tallies], holder: 'bench' });
  await runner.start();
  say({ ready: true });
};

const timed = async (work: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now();
  await work();
  say({ seconds: (performance.now() - begun) / 1_000 });
};

/** What the official client alone costs: every event of $all, parsed as it parses it. */
const readAll = async (eventStoreUrl: string): Promise<void> => {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  for await (const resolved of client.readAll()) if (resolved.event === undefined) throw new Error('an event without content');
  await client.dispose();
};

const work = async (job: Job): Promise<void> => {
  switch (job.kind) {
    case 'run': return run(job.eventStoreUrl, job.databaseUrl);
    case 'read all': return timed(() => readAll(job.eventStoreUrl));
    case 'rebuild': {
      const store = connectEventStore(job.eventStoreUrl);
      await timed(() => rebuild({ store, ownerUrl: job.databaseUrl, tables: [tallyOf(job.version)], verify: true }));
      return store.dispose();
    }
  }
};

if (process.send) {
  process.on('message', (job: Job) => {
    work(job).catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
}
