import { join } from 'node:path';
import type { Bench } from './bench.js';
import { startProcess } from './engines.js';
import type { Stage } from './stage.js';
import type { Job, Said } from './worker.js';

export type Worker = {
  /** Resolves with what it says when it runs, or when it is done. Rejects when it ends instead. */
  ask(job: Job): Promise<Said>;
  stop(): Promise<void>;
};

/** A process that does one job after the other. */
export const startWorker = ({ root }: Bench, stage: Stage): Worker => {
  const { child, stop } = startProcess(stage, join(root, 'dist/bench/worker.js'), [], {}, 'pipe');
  return {
    stop,
    ask: (job) =>
      new Promise((resolve, reject) => {
        const failed = (code: number | null): void => reject(new Error(`The worker ended (${code}) while it should ${job.kind}`));
        child.once('exit', failed);
        child.once('message', (said: Said) => {
          child.off('exit', failed);
          resolve(said);
        });
        child.send(job);
      }),
  };
};

export const secondsOf = async (worker: Worker, job: Job): Promise<number> => {
  const said = await worker.ask(job);
  if ('ready' in said) throw new Error(`${job.kind} gives no time`);
  return said.seconds;
};
