import { spawn, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Bench, Section } from '../bench.js';
import { freePort, startReference } from '../engines.js';
import { median } from '../measuring.js';
import { limitRow, milliseconds, notMeasured, type Row } from '../row.js';
import { onStage, type Stage } from '../stage.js';

const WARM_LIMIT_MS = 4_000;
const COLD_LIMIT_MS = 90_000;
const WITHIN_MS = 300_000;

/** Milliseconds from `npm start` until it says that it is ready; then it is stopped. */
const startOnce = async (folder: string, environment: NodeJS.ProcessEnv): Promise<number> => {
  const begun = performance.now();
  const env = { ...process.env, PORT: String(await freePort()), ZEREN_DEMO: 'off', ...environment };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const ready = await new Promise<number>((resolve, reject) => {
    const overdue = setTimeout(() => reject(new Error('npm start is not ready after five minutes')), WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`npm start ended with code ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!text.includes('Zeren is ready')) return;
      clearTimeout(overdue);
      resolve(performance.now() - begun);
    });
  }).finally(() => child.kill('SIGTERM'));
  await ended;
  return ready;
};

/** `npm start` on a data folder that has been used before; with --cold also from a fresh clone with an empty npm cache. */
export const starting: Section = async (bench, stage) => {
  const data = join(await stage.folder(), 'data');
  await startOnce(bench.root, { ZEREN_DATA: data });
  const hello = await helloStart(bench);
  const warm: number[] = [];
  for (let run = 0; run < (bench.quick ? 2 : 3); run += 1) warm.push(await startOnce(bench.root, { ZEREN_DATA: data }));
  return [limitRow('warm start, median', median(warm), hello, WARM_LIMIT_MS), await coldRow(bench, stage, hello)];
};

const helloStart = async (bench: Bench): Promise<string> => {
  const begun = performance.now();
  await onStage((stage) => startReference(bench, stage, 'hello'));
  return `Nest + Fastify hello starts and stops in ${milliseconds(performance.now() - begun)}`;
};

const coldRow = async (bench: Bench, stage: Stage, hello: string): Promise<Row> => {
  if (!bench.cold) return notMeasured('cold start', '≤ 90,000 ms', 'only with --cold, since it downloads everything');
  const folder = await stage.folder();
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', bench.root, clone]);
  const taken = await startOnce(clone, { ZEREN_DATA: join(folder, 'data'), npm_config_cache: join(folder, 'cache') });
  return limitRow('cold start, from a fresh clone and an empty npm cache', taken, hello, COLD_LIMIT_MS);
};
