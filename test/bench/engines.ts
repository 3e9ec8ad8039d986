import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startIssuer, type Issuer } from '@zeren/http/testing';
import { Client } from 'pg';
import type { Bench } from './bench.js';
import type { Stage } from './stage.js';

const READY_WITHIN_MS = 60_000;

export type Running = { readonly url: string; readonly pid: number; stop(): Promise<void> };

/** A port of this machine on which nobody listens. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

type Place = { readonly dir: string; readonly port: number };

type StoppableProcess = { readonly child: ChildProcess; stop(): Promise<void> };

/** A built file as a process that ends with the stage. What it prints goes to a file, as the product's does, or is read by whoever asks for it. */
export const startProcess = (stage: Stage, file: string, args: readonly string[], environment: NodeJS.ProcessEnv, output: number | 'pipe'): StoppableProcess => {
  const execArgv = process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : [];
  const child = fork(file, args, { stdio: ['ignore', output, 'inherit', 'ipc'], env: { ...process.env, ...environment }, execArgv });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    const overdue = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(overdue);
  };
  return stage.keep({ child, stop }, stop);
};

/** A database of its own on the one server. */
export const newDatabase = async ({ postgres }: Bench, stage: Stage, name: string): Promise<string> => {
  const asOwner = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: postgres });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await asOwner(`create database ${name}`);
  stage.keep(name, () => asOwner(`drop database ${name} with (force)`));
  const url = new URL(postgres);
  url.pathname = `/${name}`;
  return url.href;
};

/** The embedded event store, as the process the product runs, in a folder of its own or one where it was stopped. */
export const startEventStore = async ({ root }: Bench, stage: Stage, place?: Place): Promise<Running> => {
  const { dir, port } = place ?? { dir: join(await stage.folder(), 'events'), port: 0 };
  const { child, stop } = startProcess(stage, join(root, 'dist/eventstore-node/main.js'), ['--dir', dir, '--port', String(port), '--log-level', 'warn'], {}, 'pipe');
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').once('data', resolve);
    child.once('exit', (code) => reject(new Error(`The event store ended while starting (${code})`)));
  });
  const started = JSON.parse(line) as { port: number };
  return { url: `esdb://127.0.0.1:${started.port}?tls=false`, pid: child.pid as number, stop };
};

const untilReady = async (child: ChildProcess, url: string): Promise<void> => {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended while starting`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`${url} did not become ready`);
};

/** A process that serves HTTP at a port of its own, once it answers at the path. */
export const startServer = async (
  stage: Stage, file: string, args: readonly string[], environment: NodeJS.ProcessEnv, path: string,
): Promise<Running> => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const { child, stop } = startProcess(stage, file, args, { ...environment, PORT: new URL(url).port }, openSync(join(await stage.folder(), 'log'), 'a'));
  await untilReady(child, `${url}${path}`);
  return { url, pid: child.pid as number, stop };
};

/** The product's services on engines of their own, with an issuer whose tokens they accept. */
export type Product = {
  readonly eventStore: Running;
  readonly databaseUrl: string;
  readonly issuer: Issuer;
  /** Starts it again where it was, so that nothing is left of how it was filled. */
  restartEventStore(): Promise<Running>;
  start(service: 'platform' | 'tasks' | 'accountability' | 'projector'): Promise<Running>;
};

export const newProduct = async (bench: Bench, stage: Stage, name: string): Promise<Product> => {
  const issuer = stage.keep(await startIssuer(), (started) => started.stop());
  const databaseUrl = await newDatabase(bench, stage, name);
  const place = { dir: join(await stage.folder(), 'events'), port: await freePort() };
  const eventStore = await startEventStore(bench, stage, place);
  const environment = {
    EVENTSTORE_URL: eventStore.url, DATABASE_URL: databaseUrl, OIDC_ISSUER: issuer.url, RATE_LIMIT: '0', HOST: '127.0.0.1',
    ZEREN_SIGNING_KEY: Buffer.alloc(32, 7).toString('base64'), ZEREN_PERSONAL_KEY: Buffer.alloc(32, 9).toString('base64'), ZEREN_DATA: await stage.folder(), EVIDENCE_MAX_FILES: '100000',
  };
  return {
    eventStore, databaseUrl, issuer,
    restartEventStore: async () => {
      await eventStore.stop();
      return startEventStore(bench, stage, place);
    },
    start: (service) => startServer(stage, join(bench.root, `dist/${service}/main.js`), [], environment, '/health/ready'),
  };
};

/** A reference application. */
export const startReference = (bench: Bench, stage: Stage, kind: string, databaseUrl = ''): Promise<Running> =>
  startServer(stage, join(bench.root, 'dist/bench/reference-http.js'), [kind], { DATABASE_URL: databaseUrl }, '/');
