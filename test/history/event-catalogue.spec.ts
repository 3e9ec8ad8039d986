import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../architecture/workspace.js';

it('the catalogue of events says what the events say', () => {
  expect(() => execFileSync(process.execPath, [join(root, 'scripts', 'event-catalogue.mjs'), '--check'], { stdio: 'pipe' })).not.toThrow();
}, 60_000);
