// `npm start`: checks Node, installs and builds what has changed, then runs the whole product until Ctrl-C.
import { performance } from 'node:perf_hooks';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Zeren needs Node 20.19 or newer; this is ${process.versions.node}`);
  process.exit(1);
}

const began = performance.now();
const step = async (name, work) => {
  const from = performance.now();
  const result = await work();
  const seconds = (performance.now() - from) / 1000;
  if (seconds > 1) console.log(`${name}: ${seconds.toFixed(1)} s`);
  return result;
};

try {
  const { install, root } = await import('./install.mjs');
  await step('Installed', () => install());
  const { build } = await import('./build.mjs');
  await step('Built', () => build());
  console.log('Starting');
  const { join } = await import('node:path');
  const { pathToFileURL } = await import('node:url');
  process.env.ZEREN_STARTED_MS = String(Math.round(Date.now() - (performance.now() - began)));
  await import(pathToFileURL(join(root, 'dist', 'standalone', 'main.js')).href);
} catch (error) {
  console.error(error.code === 'ENOSPC' ? 'The disk is full' : error.message);
  process.exit(1);
}
