import type { RootDatabase } from 'lmdb';
import { readFileSync } from 'node:fs';
import { EventStoreNodeError } from '../errors.js';

/** Where the mark is. */
export const holderKey = Buffer.from('holder');

/** The process that has the folder: its id, and what tells it from a later process with the same id. */
type Holder = { pid: number; start: string };

/**
 * Marks the folder as this process's. A mark of a process that is gone, however it went, does not count.
 * Throws an EventStoreNodeError while another holder lives. Returns how to give the folder back.
 */
export function holdFolder(environment: RootDatabase<Buffer, Buffer>, dir: string): () => Promise<void> {
  const mark = Buffer.from(JSON.stringify({ pid: process.pid, start: startOf(process.pid) } satisfies Holder));
  // A write transaction excludes every other process, so of two that start at once only one finds the folder free.
  environment.transactionSync(() => {
    const found = environment.get(holderKey);
    const pid = found && livingHolder(found);
    if (pid !== undefined) throw new EventStoreNodeError('folder-in-use', `The data folder ${dir} is in use by process ${pid}.`);
    environment.putSync(holderKey, mark);
  });
  return async () => { await environment.remove(holderKey); };
}

/** The id of the process that a mark names, while it lives. Throws when the mark is damaged. */
export function livingHolder(mark: Buffer): number | undefined {
  try {
    const holder = JSON.parse(mark.toString('utf8')) as Holder;
    return isAlive(holder) ? holder.pid : undefined;
  } catch (cause) {
    throw new EventStoreNodeError('damaged', 'The mark of the process that holds the folder is damaged.', { cause });
  }
}

function isAlive({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startOf(pid) === start;
}

/** When a process began, as text; empty on systems that do not tell, and for one that has ended. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may contain spaces; the fields after it do not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // One that has ended stays listed until its parent takes notice, which in a container may be never.
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : `${boot} ${fields[19] ?? ''}`;
  } catch {
    return '';
  }
}
