// `npm run pack:eventstore-node [-- <folder>]`: makes the embedded event store a package by itself, for projects that have nothing to do with this one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root } from './install.mjs';

const source = join(root, 'libs', 'foundation', 'eventstore-node');

/** What the package says of itself to those who install it. */
const manifest = () => {
  const { name, version, license, dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name, version, license, engines,
    description: 'A durable single-node event store that speaks the gRPC protocol of EventStoreDB; needs nothing but Node',
    keywords: ['eventstore', 'eventstoredb', 'kurrentdb', 'event-sourcing', 'embedded', 'jest'],
    main: './index.js',
    types: './types/index.d.ts',
    bin: { 'zeren-eventstore': './zeren-eventstore.js' },
    dependencies,
  };
};

/** Writes the declarations of what the entry point exports. */
const declareTypes = (folder) => {
  mkdirSync(folder);
  const project = join(folder, 'tsconfig.json');
  const compilerOptions = { composite: false, incremental: false, rootDir: join(source, 'src'), outDir: folder, types: ['node'] };
  writeFileSync(project, JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, files: [join(source, 'src', 'index.ts')] }));
  const typescript = join(createRequire(join(root, 'package.json')).resolve('typescript/package.json'), '..', 'bin', 'tsc');
  execFileSync(process.execPath, [typescript, '-p', project], { stdio: 'inherit' });
  rmSync(project);
};

/** Makes the package in a folder: CommonJS, which both kinds of project can load, with its types. */
const packEventStoreNode = async (folder) => {
  const esbuild = await import('esbuild');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const built = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', logLevel: 'error' };
  await esbuild.build({ ...built, entryPoints: [join(source, 'src', 'index.ts')], outfile: join(folder, 'index.js') });
  await esbuild.build({
    ...built, entryPoints: [join(source, 'src', 'main.ts')], outfile: join(folder, 'zeren-eventstore.js'), banner: { js: '#!/usr/bin/env node' },
  });
  declareTypes(join(folder, 'types'));
  for (const file of ['README.md', '../../../LICENSE']) cpSync(join(source, file), join(folder, file.split('/').at(-1)));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install({ everything: true });
  const folder = process.argv[2] ?? join(root, 'dist', 'packages', 'eventstore-node');
  await packEventStoreNode(folder);
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--loglevel=error', folder], { cwd: join(folder, '..'), encoding: 'utf8' }));
  console.log(`Packed: npm install --save-dev ${join(folder, '..', filename)}`);
}
