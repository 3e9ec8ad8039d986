#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
const built = join(root, 'dist', 'eventstore-node', 'main.js');
if (!existsSync(built)) {
  console.error('The event store is not built yet: run `npm run build` first.');
  process.exit(1);
}
await import(built);
