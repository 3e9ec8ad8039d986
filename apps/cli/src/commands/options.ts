import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DEFAULT_URL = 'http://127.0.0.1:4350';

const dataFolder = (root: string): string => process.env['ZEREN_DATA'] ?? join(root, '.zeren');

/** The secret of the demonstration's accounts, from ZEREN_DEMO_SECRET or the data folder of a standalone here. */
export const demoSecret = (root: string): string =>
  process.env['ZEREN_DEMO_SECRET'] ?? readFileSync(join(dataFolder(root), 'secrets', 'demo-secret'), 'utf8').trim();

export type Engines = { readonly databaseUrl: string; readonly eventStoreUrl: string };

/** The engines named by DATABASE_URL and EVENTSTORE_URL, or those of a standalone running on this machine. */
export const enginesOf = (root: string): Engines => {
  const { DATABASE_URL, EVENTSTORE_URL } = process.env;
  if (DATABASE_URL && EVENTSTORE_URL) return { databaseUrl: DATABASE_URL, eventStoreUrl: EVENTSTORE_URL };
  const running = join(dataFolder(root), 'running.json');
  if (!existsSync(running)) throw new Error('Nothing is running here: start Zeren first, or name DATABASE_URL and EVENTSTORE_URL.');
  return JSON.parse(readFileSync(running, 'utf8')) as Engines;
};
