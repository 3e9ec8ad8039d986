import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { serverAccount, serverHome, type Account } from './account.js';
import { findPackage, prepareBinaries, type Binaries } from './binaries.js';
import { stopOrphan } from './orphan.js';

export type EmbeddedPostgresOptions = {
  /** Where data, log and password are kept; created where it is not there. */
  readonly dir: string;
  /** A free one where none is named. */
  readonly port?: number;
};

export type EmbeddedPostgres = {
  /** The owner's address, password included. */
  readonly url: string;
  readonly port: number;
  /** Resolves when the server has ended, whether asked to or not. */
  readonly ended: Promise<void>;
  /** Disconnects everybody, writes everything out, ends the server. */
  stop(): Promise<void>;
};

type Place = {
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
};

const OWNER = 'zeren';
const DATABASE = 'zeren';
const STOP_WITHIN_MS = 20_000;

/**
 * A PostgreSQL server on 127.0.0.1 whose data survives: initialised on first use, found again afterwards, also after
 * this process was killed and left it running. Throws DataFolderInUse, and errors that carry the server's own words.
 */
export const startEmbeddedPostgres = async ({ dir, port }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const account = await serverAccount();
  const home = await serverHome(dir, account);
  const place: Place = {
    home,
    data: join(home, 'data'),
    log: join(home, 'postgres.log'),
    account,
    binaries: await prepareBinaries(await findPackage(), home, account),
  };
  const supervisorFile = join(dir, 'supervisor');
  await stopOrphan(place.data, supervisorFile);
  const password = await passwordIn(dir);
  if (!(await exists(join(place.data, 'PG_VERSION')))) await initialise(place, password);
  await writeFile(supervisorFile, String(process.pid));
  const listening = port ?? (await freePort());
  const server = await launch(place, listening);
  const url = new URL(`postgres://${OWNER}:${password}@127.0.0.1:${listening}/${DATABASE}`).href;
  try {
    await createDatabase(url);
  } catch (error) {
    await stop(server);
    throw error;
  }
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return { url, port: listening, ended, stop: () => stop(server) };
};

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

const passwordIn = async (dir: string): Promise<string> => {
  const file = join(dir, 'password');
  if (!(await exists(file))) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFile(file, 'utf8');
};

const initialise = async ({ home, data, account, binaries }: Place, password: string): Promise<void> => {
  const unfinished = `${data}.unfinished`;
  const passwordFile = join(home, 'initial-password');
  await rm(unfinished, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(passwordFile, account.uid, account.gid);
    await chown(home, account.uid, account.gid);
  }
  const settings = [
    '-D', unfinished, '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
  ];
  try {
    await run(binaries.initdb, settings, { home, account });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, data);
};

const run = async (program: string, args: readonly string[], { home, account }: Pick<Place, 'home' | 'account'>): Promise<void> => {
  const child = spawn(program, args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], ...account });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => words.push(text));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${program} failed: ${words.join('').trim()}`);
};

const launch = async ({ home, data, log, account, binaries }: Place, port: number): Promise<ChildProcess> => {
  const settings = [
    'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'TimeZone=UTC', 'log_timezone=UTC', 'lc_messages=C', 'jit=off', 'shared_buffers=256MB', 'autovacuum_naptime=5s',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const output = await open(log, 'w');
  // Its own process group: Ctrl-C in a terminal must not end the server before those who use it.
  const detached = process.platform !== 'win32';
  const server = spawn(binaries.postgres, args, { cwd: home, stdio: ['ignore', output.fd, output.fd], detached, ...account });
  const failure = new Promise<never>((_, reject) => {
    server.once('error', reject);
    server.once('exit', () => void readFile(log, 'utf8').then((text) => reject(failureOf(text, port))));
  });
  failure.catch(() => undefined);
  try {
    while (!(await isReady(data, server.pid))) await Promise.race([failure, pause(10)]);
  } finally {
    await output.close();
  }
  return server;
};

const failureOf = (log: string, port: number): Error =>
  new Error(/Address already in use/.test(log) ? `Port ${port} is in use` : `PostgreSQL ended: ${log.trim().slice(-2_000)}`);

/** The server writes `ready` into the last line of its process file when it accepts connections. */
const isReady = async (data: string, pid: number | undefined): Promise<boolean> => {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
};

const stop = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  const overdue = setTimeout(() => server.kill('SIGQUIT'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(overdue);
};

const createDatabase = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
