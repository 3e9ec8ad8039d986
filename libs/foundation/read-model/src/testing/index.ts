import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded/index.js';

export type TestPostgres = {
  /** The owner's address. */
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
};

/** A folder of a test's own that any account may pass through, so that a server can keep its data in it. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'zeren-'));
  await chmod(folder, 0o755);
  return folder;
};

/** An embedded PostgreSQL of a test's own, in a temporary folder. */
export const startTestPostgres = async (): Promise<TestPostgres> => {
  const folder = await temporaryFolder();
  const server = await startEmbeddedPostgres({ dir: join(folder, 'postgres') });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
