import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DEFAULT_URL = 'http://127.0.0.1:4350';

/** The secret of the demonstration's accounts, from ZEREN_DEMO_SECRET or the data folder of a standalone here. */
export const demoSecret = (root: string): string => {
  const folder = process.env['ZEREN_DATA'] ?? join(root, '.zeren');
  return process.env['ZEREN_DEMO_SECRET'] ?? readFileSync(join(folder, 'secrets', 'demo-secret'), 'utf8').trim();
};
