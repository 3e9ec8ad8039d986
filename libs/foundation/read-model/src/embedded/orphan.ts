import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Another process is running a server on the same folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';

  constructor(folder: string, supervisor: number) {
    super(`The data folder ${folder} is in use by process ${supervisor}`);
  }
}

const STOP_WITHIN_MS = 20_000;

/**
 * Ends a server that outlived its supervisor (killed without a chance to stop it) and removes what a crash left.
 * A server whose supervisor still lives is not touched: throws {@link DataFolderInUse}.
 */
export const stopOrphan = async (data: string, supervisorFile: string): Promise<void> => {
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (!(await isServerOf(pid, data))) return rm(pidFile, { force: true });
  const supervisor = Number(await readFile(supervisorFile, 'utf8').catch(() => '0'));
  if (supervisor && (await parentOf(pid)) === supervisor) throw new DataFolderInUse(data, supervisor);
  process.kill(pid, 'SIGINT');
  if (await isGone(pid, STOP_WITHIN_MS)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await isGone(pid, STOP_WITHIN_MS))) throw new Error(`The PostgreSQL process ${pid} left on ${data} does not stop`);
};

/** A process id may since have gone to another program, above all in a container: its command line tells. */
const isServerOf = async (pid: number, data: string): Promise<boolean> => (await processField(pid, 'command')).includes(data);

const parentOf = async (pid: number): Promise<number> => Number(await processField(pid, 'ppid'));

const processField = async (pid: number, field: 'command' | 'ppid'): Promise<string> => {
  if (process.platform === 'linux') return linuxField(pid, field).catch(() => '');
  return promisify(execFile)('ps', ['-o', `${field}=`, '-p', String(pid)]).then(({ stdout }) => stdout.trim(), () => '');
};

const linuxField = async (pid: number, field: 'command' | 'ppid'): Promise<string> => {
  if (field === 'command') return readFile(`/proc/${pid}/cmdline`, 'utf8');
  return /^PPid:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
};

const isGone = async (pid: number, withinMs: number): Promise<boolean> => {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(25)) {
    if (!isAlive(pid)) return true;
  }
  return false;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
