import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(__dirname, '..', '..');

export type Package = { readonly name: string; readonly folder: string; readonly tags: readonly string[]; readonly dependencies: readonly string[] };

const foldersOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));

/** Every package of the workspace, from its own package.json. */
export const packages = (): Package[] =>
  [...foldersOf('apps'), ...foldersOf('libs').flatMap(foldersOf), 'test']
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        name: string; nx?: { tags?: string[] }; dependencies?: Record<string, string>;
      };
      return { name: manifest.name, folder, tags: manifest.nx?.tags ?? [], dependencies: Object.keys(manifest.dependencies ?? {}) };
    });

const skipped = ['node_modules', 'dist', '.nx', '.git', '.zeren', 'data'];

/** Our own source files, relative to the root. */
export const sourceFiles = (folder = '.'): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(ts|tsx|mts|mjs)$/.test(entry.name) ? [relative('.', path)] : [];
  });
