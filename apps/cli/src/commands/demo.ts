import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDemo } from '../demo/load.js';
import type { Progress } from '../demo/progress.js';
import { demoSecret, runningUrl } from './options.js';

const line = ({ steps }: Progress): string => {
  const current = steps.at(-1);
  return current ? `${current.name}: ${current.done} of ${current.total}` : '';
};

/** On a terminal one line that changes; elsewhere a line when a step ends. */
const printer = (): ((progress: Progress) => void) => {
  const finished = new Set<string>();
  return (progress) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line(progress)}`);
    else for (const { name, done, total } of progress.steps) {
      if (done < total || finished.has(name)) continue;
      finished.add(name);
      process.stdout.write(`${name}: ${total} of ${total}\n`);
    }
  };
};

/** Loads the demonstration city; exits 1 with what refused it. */
export const demo = async (words: readonly string[], root: string): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options: { full: { type: 'boolean', default: false }, url: { type: 'string' } } });
  const started = Date.now();
  try {
    await loadDemo({ url: values.url ?? runningUrl(root), secret: demoSecret(root), dataFolder: join(root, 'apps', 'cli', 'data'), full: values.full, onProgress: printer() });
    process.stdout.write(`\nThe demonstration city is loaded (${((Date.now() - started) / 1000).toFixed(1)} s).\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`\nThe demonstration was not loaded to its end: ${(error as Error).message}\nRun it again to go on from there.\n`);
    return 1;
  }
};
