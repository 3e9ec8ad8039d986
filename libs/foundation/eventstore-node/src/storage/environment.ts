import { open, type RootDatabase } from 'lmdb';
import { accessSync, constants, existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreNodeError } from '../errors.js';
import { checkDataFile } from './data-file.js';

export type Environment = RootDatabase<Buffer, Buffer>;

/** The one file of a data folder that counts. */
export const dataFileName = 'data.mdb';
/** The folder in which a backup or a restore writes; the data file leaves it once it is whole. */
export const unfinishedFolder = 'unfinished';

/** Lies in a folder while its data file is being made. */
const beginningMark = 'beginning';

const encodings = { encoding: 'binary', keyEncoding: 'binary' } as const;

/** Opens lmdb's environment in `dir`, making it when there is none. Throws an EventStoreNodeError. */
export function openEnvironment(dir: string): Environment {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new EventStoreNodeError('folder-not-usable', `The data folder ${dir} cannot be used: ${textOf(error)}.`, { cause: error });
  }
  const file = join(dir, dataFileName);
  if (!existsSync(file) && existsSync(join(dir, unfinishedFolder))) {
    throw new EventStoreNodeError('folder-not-usable', `A backup or a restore into ${dir} was not finished: empty the folder and do it again.`);
  }
  const settle = beginFolder(dir, file);
  checkDataFile(file);
  try {
    // A commit is on the disk before it is acknowledged: no overlapping sync.
    const environment = open<Buffer, Buffer>({ path: dir, noSubdir: false, overlappingSync: false, eventTurnBatching: false, maxDbs: 16, ...encodings });
    settle();
    return environment;
  } catch (error) {
    throw unopened(dir, error);
  }
}

/**
 * Marks the folder while its data file is being made, so that a making that was cut short is told from a file that has
 * lost all it held. Returns how to take the mark away.
 */
function beginFolder(dir: string, file: string): () => void {
  const mark = join(dir, beginningMark);
  if (existsSync(mark) && existsSync(file) && statSync(file).size === 0) rmSync(file);
  if (!existsSync(file)) writeFileSync(mark, '');
  return () => { rmSync(mark, { force: true }); };
}

/**
 * Copies the newest commit of a folder into another, without what lmdb has freed. A node, of this process or another,
 * may have the folder open and go on.
 */
export async function copyEnvironment(dir: string, target: string): Promise<void> {
  const environment = open<Buffer, Buffer>({ path: dir, noSubdir: false, overlappingSync: false, readOnly: true, maxDbs: 16, ...encodings });
  try {
    await environment.backup(target, true);
  } finally {
    await environment.close();
  }
}

export function openTable(environment: Environment, name: string) {
  return environment.openDB<Buffer, Buffer>({ name, ...encodings });
}

/** The failure to open what is in `dir`. */
export function unopened(dir: string, cause: unknown): EventStoreNodeError {
  if (cause instanceof EventStoreNodeError) return cause;
  return new EventStoreNodeError('damaged', `The data in ${dir} cannot be opened: ${textOf(cause)}.`, { cause });
}

/** Below this much free space a failed write is put down to it: lmdb calls a write cut short an input/output error. */
const scarce = 32 * 1024 * 1024;

/** The failure of a commit in `dir`, with its reason. */
export async function writeFailure(dir: string, error: unknown): Promise<EventStoreNodeError> {
  const cause = await reasonOf(error);
  const { bavail, bsize } = statfsSync(dir);
  const free = bavail * bsize;
  return free < scarce
    ? new EventStoreNodeError('disk-full', `There is no room left on the disk for this write (${free} bytes free).`, { cause })
    : new EventStoreNodeError('write-failed', `The write failed: ${textOf(cause)}.`, { cause });
}

/** lmdb rejects a commit with an error that carries the true reason as another promise. */
async function reasonOf(error: unknown): Promise<unknown> {
  const reason = (error as { commitError?: Promise<unknown> }).commitError;
  return reason === undefined ? error : reason.then(() => error, (cause: unknown) => cause);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
