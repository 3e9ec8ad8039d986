// `npm run bench [-- --quick] [-- --section <name>] [-- --cold]`: measures the product beside its references.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root } from './install.mjs';

await install({ everything: true });
const { build, bundle } = await import('./build.mjs');
await build();
const folder = join(root, 'dist', 'bench');
const sources = { main: 'test/bench/main.ts', worker: 'test/bench/worker.ts', 'reference-http': 'test/bench/references/http.ts' };
await bundle(sources, folder);
await import(pathToFileURL(join(folder, 'main.js')).href);
