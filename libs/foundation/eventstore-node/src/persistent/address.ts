import { createHash } from 'node:crypto';

/** A group of consumers: the stream it reads, or `$all`, and its own name. */
export type GroupAddress = { stream: string; group: string };

/** What a group of $all reads. No stream can have this name. */
export const allStream = '$all';

/** Under which names a group's state is kept beside the events. The group's own name may be too long for one. */
export function keptNamesOf({ stream, group }: GroupAddress) {
  const digest = createHash('sha256').update(JSON.stringify([stream, group])).digest('hex');
  return {
    settings: `${settingsPrefix}${digest}`,
    checkpoint: `group/checkpoint/${digest}`,
    replay: `group/replay/${digest}`,
    /** What opens the name of each message taken off the parked stream to be replayed; its revision follows. */
    taken: `group/taken/${digest}/`,
  };
}

/** Every group's settings are kept under a name that begins so. */
export const settingsPrefix = 'group/settings/';

/** The stream that holds a group's parked messages as links. */
export function parkedStreamOf({ stream, group }: GroupAddress): string {
  return `${parkedStreamPrefix(stream)}${group}-parked`;
}

/** How the names of the parked streams of all groups of one stream begin. */
export function parkedStreamPrefix(stream: string): string {
  return `$persistentsubscription-${stream}::`;
}
