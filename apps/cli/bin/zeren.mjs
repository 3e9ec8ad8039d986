#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const built = join(root, 'dist', 'cli', 'main.js');
if (!existsSync(built)) {
  console.error('Zeren is not built yet: run `npm run build` first.');
  process.exit(1);
}
const { run } = await import(pathToFileURL(built).href);
try {
  process.exitCode = await run(process.argv.slice(2), root);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
