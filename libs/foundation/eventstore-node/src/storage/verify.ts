import { Log } from './log.js';
import { holdFolder } from './holder.js';
import { decodeRecord, isIntact, tombstoneRevision } from './record.js';
import { lastKeyRevision } from './keys.js';

/** What `verifyDataFolder` found. */
export type Verification =
  | { intact: true; events: number }
  /** `events` were good before the first bad position; `reason` says in a sentence what is wrong there. */
  | { intact: false; events: number; position: number; reason: string };

/**
 * Reads every record of a data folder that no node has open: each must have the checksum it was written with,
 * say its own position, and be found through its stream. Throws an EventStoreNodeError when the folder is in use
 * or cannot be opened at all.
 */
export async function verifyDataFolder(dir: string): Promise<Verification> {
  const log = Log.open(dir);
  try {
    const giveBack = holdFolder(log.environment, dir);
    const verification = verifyLog(log);
    await giveBack();
    return verification;
  } finally {
    await log.close();
  }
}

function verifyLog(log: Log): Verification {
  let events = 0;
  for (const { position, record } of log.uncheckedEntries()) {
    const reason = isIntact(record) ? misplacement(log, position, record) : 'its checksum does not match';
    if (reason !== undefined) return { intact: false, events, position, reason: `The record at position ${position} is damaged: ${reason}.` };
    events++;
  }
  return { intact: true, events };
}

function misplacement(log: Log, position: number, record: Buffer): string | undefined {
  const event = decodeRecord(record);
  if (event.position !== position) return `it says that its position is ${event.position}`;
  const { number } = log.stream(event.stream);
  const revision = event.revision === tombstoneRevision ? lastKeyRevision : Number(event.revision);
  return log.positionAt(number, revision) === position ? undefined : `revision ${revision} of '${event.stream}' does not lead to it`;
}
