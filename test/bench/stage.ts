import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set<Stage>();

/** What a section has started, stopped again in the opposite order whatever happens. */
export class Stage {
  private readonly stops: (() => Promise<unknown>)[] = [];

  keep<T>(started: T, stop: (started: T) => Promise<unknown>): T {
    this.stops.push(() => stop(started));
    return started;
  }

  /** A folder that goes when the stage ends; any account may pass through it. */
  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'zeren-bench-'));
    await chmod(folder, 0o755);
    return this.keep(folder, (path) => rm(path, { recursive: true, force: true }));
  }

  async end(): Promise<void> {
    open.delete(this);
    for (const stop of this.stops.splice(0).reverse()) await stop().catch((error: unknown) => console.error(error));
  }
}

export const onStage = async <T>(work: (stage: Stage) => Promise<T>): Promise<T> => {
  const stage = new Stage();
  open.add(stage);
  try {
    return await work(stage);
  } finally {
    await stage.end();
  }
};

/** Ends every stage that is still open, the last begun first. */
export const endAll = async (): Promise<void> => {
  for (const stage of [...open].reverse()) await stage.end();
};
