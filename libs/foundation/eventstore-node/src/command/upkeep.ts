import { backupDataFolder, restoreDataFolder, scavengeDataFolder } from '../storage/data-folder.js';
import { verifyDataFolder, type Verification } from '../storage/verify.js';
import { readWords, required } from './words.js';

const folder = 'in which folder the events are';

/** Checks a data folder. */
export async function verify(words: readonly string[]): Promise<number> {
  const given = readWords(words, { dir: 'value' });
  return tell(await verifyDataFolder(required(given, 'dir', folder)));
}

/** Copies a data folder, also one that a node uses. */
export async function backup(words: readonly string[]): Promise<number> {
  const given = readWords(words, { dir: 'value', to: 'value' });
  return tell(await backupDataFolder(required(given, 'dir', folder), required(given, 'to', 'where the copy goes')));
}

/** Makes a data folder from a backup. */
export async function restore(words: readonly string[]): Promise<number> {
  const given = readWords(words, { from: 'value', dir: 'value' });
  return tell(await restoreDataFolder(required(given, 'from', 'where the backup is'), required(given, 'dir', 'where the data goes')));
}

/** Removes for good what was truncated or deleted. */
export async function scavenge(words: readonly string[]): Promise<number> {
  const given = readWords(words, { dir: 'value' });
  const { events, bytes } = await scavengeDataFolder(required(given, 'dir', folder));
  process.stdout.write(`Removed ${events} events, ${bytes} bytes.\n`);
  return 0;
}

function tell(verification: Verification): number {
  if (verification.intact) {
    process.stdout.write(`Intact: ${verification.events} events.\n`);
    return 0;
  }
  process.stdout.write(`Damaged after ${verification.events} events: ${verification.reason}\n`);
  return 1;
}
