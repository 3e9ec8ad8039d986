import { connectEventStore } from '@zeren/event-store';
import { appUrl, createDataSource, migrate, projectorUrl, ProjectionRunner, ReadModel, type ViewTable } from '@zeren/read-model';
import type { Section } from '../bench.js';
import { newDatabase, startEventStore } from '../engines.js';
import { alternate } from '../measuring.js';
import { ratioRow } from '../row.js';
import type { Stage } from '../stage.js';
import { appendReports } from '../tally.js';
import { tallyOf } from '../worker.js';
import { secondsOf, startWorker } from '../workers.js';

const PATIENCE_MS = 300_000;

/** Rebuilding a view from the first event on and comparing it with the served one, by one process and by two at once. */
export const rebuilding: Section = async (bench, stage) => {
  const eventStoreUrl = (await startEventStore(bench, stage)).url;
  const databaseUrl = await newDatabase(bench, stage, 'bench_rebuild');
  const tables = [1, 2].map(tallyOf);
  const events = bench.quick ? 30_000 : 150_000;
  await serve(stage, eventStoreUrl, databaseUrl, tables, events);

  const [one, two] = [startWorker(bench, stage), startWorker(bench, stage)];
  const rebuilt = (worker: typeof one, version: number) => secondsOf(worker, { kind: 'rebuild', eventStoreUrl, databaseUrl, version });
  const bare = async () => events / (await secondsOf(one, { kind: 'read all', eventStoreUrl }));
  const single = async () => events / (await rebuilt(one, 1));
  const both = async () => {
    const begun = performance.now();
    await Promise.all([rebuilt(one, 1), rebuilt(two, 2)]);
    return (2 * events) / ((performance.now() - begun) / 1_000);
  };
  const turns = Math.min(bench.turns, 3);
  return [
    ratioRow('rebuild and verify, one process', 'bare client reading $all', await alternate(turns, single, bare), { atLeast: 0.8 }),
    ratioRow('rebuild and verify, two processes, a view each', 'one process, one view', await alternate(turns, both, single), { atLeast: 1.6 }),
  ];
};

/** Fills the store and has the views folded as they are served. */
const serve = async (stage: Stage, eventStoreUrl: string, databaseUrl: string, tables: readonly ViewTable[], events: number): Promise<void> => {
  await migrate(databaseUrl, tables);
  const store = stage.keep(connectEventStore(eventStoreUrl), (open) => open.dispose());
  const position = await appendReports(store, events);
  const dataSource = stage.keep(await createDataSource(projectorUrl(databaseUrl), tables).initialize(), (open) => open.destroy());
  const runner = new ProjectionRunner({ store, dataSource, tables, holder: 'bench' });
  await runner.start();
  const reads = stage.keep(await createDataSource(appUrl(databaseUrl), tables).initialize(), (open) => open.destroy());
  const model = new ReadModel(reads);
  for (const table of tables) await model.waitFor(table, position, PATIENCE_MS);
  await runner.stop();
};
