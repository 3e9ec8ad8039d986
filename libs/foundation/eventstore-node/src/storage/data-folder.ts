import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EventStoreNodeError } from '../errors.js';
import { copyEnvironment, dataFileName, openEnvironment, unfinishedFolder, writeFailure } from './environment.js';
import { holderKey, holdFolder } from './holder.js';
import { Log } from './log.js';
import { scavenge, type Scavenged } from './scavenge.js';
import { Store } from './store.js';
import { verifyDataFile, type Verification } from './verify.js';

/**
 * Copies a data folder into an empty one while nodes, of this process or another, use it: all that was acknowledged
 * before the call is in the backup, no append by half, and the backup is on the disk and verified when it resolves.
 * Throws an EventStoreNodeError when there is no data, or the target is not empty or has no room.
 */
export async function backupDataFolder(dir: string, target: string): Promise<Verification> {
  requireData(dir);
  return fillFolder(target, async (folder) => {
    await copyEnvironment(dir, folder);
    // The copy is nobody's.
    const copy = openEnvironment(folder);
    copy.removeSync(holderKey);
    await copy.close();
  });
}

/**
 * Makes a data folder of a backup. The folder must be empty or absent, and stays so when the backup is damaged, which
 * the verification then tells. Throws an EventStoreNodeError when there is no backup, or no room.
 */
export async function restoreDataFolder(backup: string, dir: string): Promise<Verification> {
  requireData(backup);
  return fillFolder(dir, (folder) => copyFile(join(backup, dataFileName), join(folder, dataFileName)));
}

/** Scavenges a folder that no node has open. Throws an EventStoreNodeError. */
export async function scavengeDataFolder(dir: string, signal?: AbortSignal): Promise<Scavenged> {
  requireData(dir);
  const log = Log.open(dir);
  try {
    const giveBack = holdFolder(log.environment, dir);
    const scavenged = await scavenge(new Store(log), signal);
    await giveBack();
    return scavenged;
  } finally {
    await log.close();
  }
}

function requireData(dir: string): void {
  if (!existsSync(join(dir, dataFileName))) throw new EventStoreNodeError('folder-not-usable', `There is no event store in ${dir}.`);
}

/** Has a data file made inside an empty folder, and lets it count only once it is whole, intact and on the disk. */
async function fillFolder(dir: string, make: (folder: string) => Promise<void>): Promise<Verification> {
  const existed = existsSync(dir);
  const unfinished = join(dir, unfinishedFolder);
  const file = join(unfinished, dataFileName);
  makeEmptyFolder(dir);
  let verification: Verification | undefined;
  try {
    mkdirSync(unfinished);
    await make(unfinished);
    sync(file);
    verification = await verifyDataFile(file, dir);
    if (verification.intact) renameSync(file, join(dir, dataFileName));
    return verification;
  } catch (error) {
    throw error instanceof EventStoreNodeError ? error : await writeFailure(dir, error);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    if (!verification?.intact && !existed) rmSync(dir, { recursive: true });
    else sync(dir);
    sync(dirname(dir));
  }
}

function makeEmptyFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (cause) {
    throw new EventStoreNodeError('folder-not-usable', `The folder ${dir} cannot be made: ${String(cause)}.`, { cause });
  }
  if (readdirSync(dir).length > 0) throw new EventStoreNodeError('folder-not-usable', `The folder ${dir} is not empty.`);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
