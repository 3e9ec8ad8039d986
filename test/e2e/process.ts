import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const root = join(__dirname, '..', '..');

/** A built part of the product that runs as a process. */
export type Running = {
  readonly process: ChildProcess;
  /** All it has printed, errors too. */
  output(): string;
  /** Resolves with its exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** Starts `dist/<app>/main.js`, or another built file, with these variables beside those of the test. */
export const run = (file: string, environment: Readonly<Record<string, string>>, words: readonly string[] = []): Running => {
  const path = join(root, file);
  if (!existsSync(path)) throw new Error(`${file} is not built: run npm run build`);
  const child = spawn(process.execPath, [path, ...words], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text.toString()));
  return { process: child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
};

/** Resolves with the first value found; throws, with what is said to be missing, where there is none in time. */
export const eventually = async <T>(what: string, find: () => Promise<T | undefined>, withinMs = 30_000): Promise<T> => {
  for (const end = Date.now() + withinMs; ;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await pause(50);
  }
};

/** Waits until the process has printed a text. */
export const hasSaid = (running: Running, text: string, withinMs: number): Promise<true> =>
  eventually(`"${text}"`, async () => {
    if (running.process.exitCode !== null) throw new Error(`It ended with ${running.process.exitCode}`);
    return running.output().includes(text) || undefined;
  }, withinMs).catch((error: Error) => {
    throw new Error(`${error.message}\n${running.output()}`);
  });

/** Asks it to stop and gives its exit code; ends it where it does not stop. */
export const stop = async ({ process, ended }: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
  const overdue = setTimeout(() => process.kill('SIGKILL'), 30_000);
  if (process.exitCode === null) process.kill(signal);
  const code = await ended;
  clearTimeout(overdue);
  return code;
};
