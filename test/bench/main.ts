import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@zeren/read-model/embedded';
import type { Bench, Section } from './bench.js';
import { tableOf, type Row } from './row.js';
import { eventStore } from './sections/event-store/index.js';
import { projection } from './sections/projection.js';
import { rebuilding } from './sections/rebuilding.js';
import { matrix } from './sections/matrix.js';
import { lag } from './sections/lag.js';
import { filing, requests } from './sections/requests.js';
import { reading } from './sections/reading.js';
import { growth } from './sections/growth.js';
import { evidence } from './sections/evidence.js';
import { split } from './sections/split.js';
import { starting } from './sections/starting.js';
import { commands } from './sections/commands.js';
import { endAll, onStage } from './stage.js';

const sections: Readonly<Record<string, Section>> = { commands, 'event-store': eventStore, projection, lag, rebuilding, reading, growth, matrix, filing, requests, split, evidence, starting };

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, cold: { type: 'boolean', default: false }, section: { type: 'string', multiple: true } },
});

const wanted = values.section ?? Object.keys(sections);
const unknown = wanted.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}`);
  process.exit(1);
}

const rowsOf = async (name: string, bench: Bench): Promise<Row[]> => {
  const begun = performance.now();
  const rows = await onStage((stage) => (sections[name] as Section)(bench, stage));
  console.error(`${name}: ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  return rows;
};

/** What was measured so far is shown also where a later section fails. */
const measured: Row[] = [];

const run = (): Promise<void> => onStage(async (stage) => {
  const postgres = stage.keep(await startEmbeddedPostgres({ dir: join(await stage.folder(), 'postgres') }), (server) => server.stop());
  const { quick, cold } = values;
  const bench: Bench = {
    root: join(import.meta.dirname, '..', '..'), postgres: postgres.url, quick, cold, turns: quick ? 3 : 5, sliceSeconds: quick ? 1 : 2,
  };
  for (const name of wanted) measured.push(...await rowsOf(name, bench));
});

const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error(`ended by ${signal}`)));
});

/** What was started is stopped again, also where a section fails or somebody loses patience. */
const code = await Promise.race([run(), interrupted]).then(() => 0, async (error: unknown) => {
  console.error(error);
  await endAll();
  return 1;
});
if (measured.length > 0) console.log(tableOf(measured));
process.exit(code);
