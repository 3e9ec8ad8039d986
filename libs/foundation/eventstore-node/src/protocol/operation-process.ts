import { spawn } from 'node:child_process';

/** How a run of the program ended. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/** The program while it runs. */
export type Running = {
  /** The first line on standard output. */
  ready: Promise<{ ready: boolean; port: number; connectionString: string; code?: string; message?: string }>;
  signal(signal: 'SIGTERM' | 'SIGINT'): void;
  ended: Promise<Ended>;
};

/** Runs the program with the words of a command. `fileBlocks` bounds the size of its files as the shell's `ulimit -f` does. */
export function runProgram(program: string, words: readonly string[], { fileBlocks }: { fileBlocks?: number } = {}): Running {
  const node = [program, ...words];
  const child = fileBlocks === undefined
    ? spawn(process.execPath, node)
    : spawn('/bin/sh', ['-c', `ulimit -f ${fileBlocks}; exec "$0" "$@"`, process.execPath, ...node]);
  const patience = setTimeout(() => { child.kill('SIGKILL'); }, 60_000);
  const said = { stdout: '', stderr: '' };
  child.stderr.on('data', (text: Buffer) => { said.stderr += text.toString('utf8'); });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => { clearTimeout(patience); resolve({ code, ...said }); });
  });
  const ready = new Promise<Awaited<Running['ready']>>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said.stdout += text.toString('utf8');
      const [line, rest] = said.stdout.split('\n', 2);
      if (line !== undefined && rest !== undefined && line.startsWith('{')) resolve(JSON.parse(line) as Awaited<Running['ready']>);
    });
    void ended.then(({ code, stderr }) => { reject(new Error(`It ended with ${code}: ${stderr}`)); });
  });
  ready.catch(() => {});
  return { ready, ended, signal: (signal) => { child.kill(signal); } };
}
