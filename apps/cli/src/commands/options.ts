import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dataFolder = (root: string): string => process.env['ZEREN_DATA'] ?? join(root, '.zeren');

/** The secret of the demonstration's accounts, from ZEREN_DEMO_SECRET or the data folder of a standalone here. */
export const demoSecret = (root: string): string =>
  process.env['ZEREN_DEMO_SECRET'] ?? readFileSync(join(dataFolder(root), 'secrets', 'demo-secret'), 'utf8').trim();

/** Where a standalone on this machine serves, and what it runs on. */
type Running = Engines & { readonly url: string };

export type Engines = { readonly databaseUrl: string; readonly eventStoreUrl: string };

const running = (root: string): Running => {
  const file = join(dataFolder(root), 'running.json');
  if (!existsSync(file)) throw new Error('Nothing is running here: start Zeren first, or say where it is.');
  return JSON.parse(readFileSync(file, 'utf8')) as Running;
};

/** The address of the standalone running here. */
export const runningUrl = (root: string): string => running(root).url;

/** The engines named by DATABASE_URL and EVENTSTORE_URL, or those of a standalone running on this machine. */
export const enginesOf = (root: string): Engines => {
  const { DATABASE_URL, EVENTSTORE_URL } = process.env;
  if (DATABASE_URL && EVENTSTORE_URL) return { databaseUrl: DATABASE_URL, eventStoreUrl: EVENTSTORE_URL };
  return running(root);
};
