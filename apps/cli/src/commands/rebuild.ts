import { parseArgs } from 'node:util';
import { connectEventStore } from '@zeren/event-store';
import { work } from '@zeren/projector';
import { rebuild, type RebuildProgress, type RebuildReport } from '@zeren/read-model';
import { enginesOf } from './options.js';

const tell = ({ events, eventsPerSecond, done, secondsLeft }: RebuildProgress): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${events} events, ${Math.round(eventsPerSecond)}/s, ${Math.round(done * 100)} %, ${Math.ceil(secondsLeft)} s left`);
};

const print = (reports: readonly RebuildReport[], verify: boolean): void => {
  const width = Math.max(...reports.map(({ view }) => view.length));
  for (const { view, rows, differences, examples, position } of reports) {
    process.stdout.write(`${view.padEnd(width)}  ${String(rows).padStart(9)} rows  ${verify ? `${differences} differences` : 'rebuilt'}  as of ${position}\n`);
    for (const example of examples) process.stdout.write(`  differs: ${JSON.stringify(example)}\n`);
  }
};

/** Builds the named views (all where none is named) anew; with --verify exits 1 where any differs from its live one. */
export const rebuildViews = async (words: readonly string[], root: string): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { verify: { type: 'boolean', default: false } } });
  const tables = work.tables.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (tables.length === 0) throw new Error(`No such view. There are: ${work.tables.map(({ name }) => name).join(', ')}`);
  const { databaseUrl, eventStoreUrl } = enginesOf(root);
  const store = connectEventStore(eventStoreUrl);
  try {
    const reports = await rebuild({ store, ownerUrl: databaseUrl, tables, verify: values.verify, onProgress: tell });
    print(reports, values.verify);
    const differences = reports.reduce((total, report) => total + report.differences, 0);
    process.stdout.write(values.verify ? `${reports.length} views compared, ${differences} differences\n` : `${reports.length} views rebuilt\n`);
    return differences === 0 ? 0 : 1;
  } finally {
    await store.dispose();
  }
};
