import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The node as a process of its own. */
export type ChildNode = {
  port: number;
  kill(signal: 'SIGKILL'): void;
  /** Closes the channel to the child, as the end of this process would. */
  disconnect(): void;
  /** Asks it to stop, and resolves when it has. */
  stop(): Promise<void>;
  /** The exit code, null after a signal. */
  exit: Promise<number | null>;
};

/** Bundles the process entry as the product does, npm packages left outside, and returns the program's path. */
export async function buildNode(dir: string): Promise<string> {
  const outfile = join(dir, 'program', 'main.mjs');
  await build({
    entryPoints: [join(__dirname, '..', 'main.ts')], outfile,
    bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error',
  });
  const packages = require.resolve('lmdb').split(`${join('node_modules', 'lmdb')}`)[0] ?? '';
  mkdirSync(dirname(outfile), { recursive: true });
  symlinkSync(join(packages, 'node_modules'), join(dir, 'program', 'node_modules'));
  return outfile;
}

/**
 * Starts the program and resolves once it is ready; rejects with the code it gives when it cannot start.
 * `fileBlocks` bounds the size of its files as the shell's `ulimit -f` does.
 */
export async function startChild(program: string, dir: string, limits: { fileBlocks?: number } = {}): Promise<ChildNode> {
  const shell = { execPath: '/bin/sh', execArgv: ['-c', `ulimit -f ${limits.fileBlocks}; exec "$0" "$@"`, process.execPath] };
  const child = fork(program, ['--dir', dir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'], execArgv: [], ...(limits.fileBlocks === undefined ? {} : shell),
  });
  const exit = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => { resolve(data.toString('utf8')); });
    child.once('exit', (code) => { reject(new Error(`The child ended with ${code} before it was ready.`)); });
  });
  const ready = JSON.parse(line) as { ready: true; port: number } | { ready: false; code: string };
  if (!ready.ready) throw new Error(ready.code);
  return {
    port: ready.port,
    exit,
    kill: (signal) => { child.kill(signal); },
    disconnect: () => { child.disconnect(); },
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}
