import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The node as a process of its own. */
export type ChildNode = {
  port: number;
  pid: number;
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

/** How a child is started: what it may write, the program that runs it, and words of the command beside its folder and port. */
export type ChildOptions = {
  /** Bounds the size of its files as the shell's `ulimit -f` does. */
  fileBlocks?: number;
  /** A program and its first words, to which the command to run is added. */
  wrapper?: readonly [string, ...string[]];
  words?: readonly string[];
};

/** Starts the program and resolves once it is ready; rejects with the code it gives when it cannot start. */
export async function startChild(program: string, dir: string, { fileBlocks, wrapper, words = [] }: ChildOptions = {}): Promise<ChildNode> {
  const limited = ['/bin/sh', '-c', `ulimit -f ${fileBlocks}; exec "$0" "$@"`] as const;
  const [execPath, ...execArgv] = [...(wrapper ?? (fileBlocks === undefined ? [] : limited)), process.execPath];
  const child = fork(program, ['--dir', dir, '--port', '0', ...words], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'], execPath: execPath ?? process.execPath, execArgv,
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
    pid: child.pid ?? 0,
    exit,
    kill: (signal) => { child.kill(signal); },
    disconnect: () => { child.disconnect(); },
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}
