import { connectEventStore } from '@zeren/event-store';
import type { RecordedEvent } from '@zeren/kernel';
import { appUrl, createDataSource, migrate, ReadModel } from '@zeren/read-model';
import type { Section } from '../bench.js';
import { newDatabase, startEventStore } from '../engines.js';
import { alternate } from '../measuring.js';
import { FoldReference } from '../references/fold.js';
import { ratioRow } from '../row.js';
import { appendReports, reports, tallies, type Reported } from '../tally.js';
import { startWorker } from '../workers.js';

const PATIENCE_MS = 120_000;

/** Events appended in batches while the runner, a process of its own, follows: from the first append until the view has the last. */
export const projection: Section = async (bench, stage) => {
  const eventStoreUrl = (await startEventStore(bench, stage)).url;
  const store = stage.keep(connectEventStore(eventStoreUrl), (open) => open.dispose());
  const databaseUrl = await newDatabase(bench, stage, 'bench_projection');
  await migrate(databaseUrl, [tallies]);
  const reads = stage.keep(await createDataSource(appUrl(databaseUrl), [tallies]).initialize(), (open) => open.destroy());
  const model = new ReadModel(reads);
  await startWorker(bench, stage).ask({ kind: 'run', eventStoreUrl, databaseUrl });
  const reference = stage.keep(await FoldReference.open(await newDatabase(bench, stage, 'bench_fold')), (open) => open.close());

  const events = bench.quick ? 10_000 : 40_000;
  const inMemory = reports(0, events).map((event) => event as unknown as RecordedEvent<Reported>);
  const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return events / ((performance.now() - begun) / 1_000);
  };
  const ours = () => perSecond(async () => model.waitFor(tallies, await appendReports(store, events), PATIENCE_MS));
  const theirs = () => perSecond(() => reference.fold(inMemory));
  return [ratioRow('live projection, events appended meanwhile', 'fold 500, UNNEST upsert', await alternate(bench.turns, ours, theirs), { atLeast: 0.5 })];
};
