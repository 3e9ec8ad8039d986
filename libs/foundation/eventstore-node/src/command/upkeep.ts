import { verifyDataFolder, type Verification } from '../storage/verify.js';
import { readWords, required } from './words.js';

const folder = 'in which folder the events are';

/** Checks a data folder. */
export async function verify(words: readonly string[]): Promise<number> {
  const given = readWords(words, { dir: 'value' });
  return tell(await verifyDataFolder(required(given, 'dir', folder)));
}

function tell(verification: Verification): number {
  if (verification.intact) {
    process.stdout.write(`Intact: ${verification.events} events.\n`);
    return 0;
  }
  process.stdout.write(`Damaged after ${verification.events} events: ${verification.reason}\n`);
  return 1;
}
