import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, lstat, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { Client } from 'pg';
import { temporaryFolder } from '../testing/index.js';
import { findPackage, prepareBinaries } from './binaries.js';
import { DataFolderInUse, startEmbeddedPostgres } from './index.js';

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
};

/** A process of its own that starts the server and then does nothing. */
const supervisor = async (folder: string, dir: string): Promise<{ child: ChildProcess; url: string }> => {
  const script = join(folder, 'supervisor.cjs');
  await build({
    stdin: {
      contents: `import { startEmbeddedPostgres } from './server.ts';
        void startEmbeddedPostgres({ dir: process.argv[2] }).then(({ url }) => process.send(url));`,
      resolveDir: __dirname,
    },
    bundle: true, platform: 'node', format: 'cjs', outfile: script, external: ['pg-native'], logLevel: 'error',
  });
  const child = fork(script, [dir]);
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
};

// Each specification initialises a server or two, which a busy machine takes its time for.
jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dir: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    dir = join(folder, 'postgres');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps its data and its password across restarts, syncs each commit, and admits nobody else', async () => {
    const first = await startEmbeddedPostgres({ dir });
    await ask(first.url, 'create table kept as select 42 as n');
    await first.stop();
    await first.ended;
    const second = await startEmbeddedPostgres({ dir });
    try {
      expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 42 }]);
      expect(await ask(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
      expect((await stat(join(dir, 'password'))).mode & 0o077).toBe(0);
      const wrong = new URL(second.url);
      wrong.password = 'wrong';
      await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    } finally {
      await second.stop();
    }
  });

  it('says that a port is in use', async () => {
    const first = await startEmbeddedPostgres({ dir });
    try {
      await expect(startEmbeddedPostgres({ dir: join(folder, 'other'), port: first.port })).rejects.toThrow(`Port ${first.port} is in use`);
    } finally {
      await first.stop();
    }
  });

  it('refuses a folder whose supervisor lives, and takes it over when that was killed', async () => {
    const { child, url } = await supervisor(folder, dir);
    await ask(url, 'create table acknowledged as select 1 as n');
    await expect(startEmbeddedPostgres({ dir })).rejects.toThrow(DataFolderInUse);
    expect(await ask(url, 'select n from acknowledged')).toEqual([{ n: 1 }]);

    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await startEmbeddedPostgres({ dir });
    try {
      expect(await ask(next.url, 'select n from acknowledged')).toEqual([{ n: 1 }]);
      await expect(ask(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    } finally {
      await next.stop();
    }
  });

  it('runs where the folder is closed to other accounts', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'zeren-closed-'));
    const inside = join(closed, 'postgres');
    const server = await startEmbeddedPostgres({ dir: inside });
    try {
      expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    } finally {
      await server.stop();
      const home = await readFile(join(inside, 'location'), 'utf8').catch(() => inside);
      await rm(home.trim(), { recursive: true, force: true });
      await rm(closed, { recursive: true, force: true });
    }
  });

  it('restores the links between its libraries that the package cannot carry', async () => {
    const found = await findPackage();
    const native = join(folder, 'native');
    await cp(found.native, native, {
      recursive: true, filter: async (source) => !source.endsWith('.a') && !(await lstat(source)).isSymbolicLink(),
    });
    const { postgres } = await prepareBinaries({ native, version: found.version }, dir, undefined);
    expect(postgres.startsWith(dir)).toBe(true);
    expect((await promisify(execFile)(postgres, ['--version'])).stdout).toMatch(/^postgres \(PostgreSQL\) 18/);
    await expect(promisify(execFile)(join(native, 'bin', 'postgres'), ['--version'])).rejects.toThrow(/shared libraries/);
  });
});
