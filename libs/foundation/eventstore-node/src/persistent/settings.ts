import { lastKeyRevision } from '../storage/keys.js';
import type { Store } from '../storage/store.js';
import type { Start } from '../streams/read-request.js';
import { invalidArgument } from '../streams/refusal.js';
import { allStream, type GroupAddress } from './address.js';

export const strategies = ['DispatchToSingle', 'RoundRobin', 'Pinned'] as const;

/** How a group spreads its messages over its consumers. */
export type StrategyName = (typeof strategies)[number];

/** The settings that are whole numbers: times in milliseconds, sizes and counts in messages. */
export type GroupNumbers = {
  /** A message that is not acknowledged so long after it was sent is retried; 0 for never. */
  messageTimeout: number;
  /** How often a message is sent again before it is parked. */
  maxRetryCount: number;
  /** How long after a message was settled the checkpoint is written, if `minCheckpointCount` were by then. */
  checkpointAfter: number;
  minCheckpointCount: number;
  /** After so many settled messages the checkpoint is written at once. */
  maxCheckpointCount: number;
  /** 0 for any number. */
  maxSubscriberCount: number;
  /** How many messages may wait to be sent while the group keeps up with what is written. */
  liveBufferSize: number;
  /** How many events are taken from the stream at a time. */
  readBatchSize: number;
  /** How many messages may wait to be sent while the group is behind. */
  historyBufferSize: number;
};

/** What a group was created or last updated with. */
export type GroupSettings = GroupNumbers & {
  resolveLinks: boolean;
  extraStatistics: boolean;
  strategy: StrategyName;
  /** The first event: a revision or a commit position, both included, or an end. */
  startFrom: Start;
  /** The `FilterOptions` of a group of $all as they were sent. */
  filter: Buffer | undefined;
};

/** A group as it is kept. */
export type StoredGroup = GroupAddress & {
  settings: GroupSettings;
  /** The place after which the group begins, known since `startFrom` was given; -1 for the beginning. */
  after: number;
};

/** Each number's name on the wire and the least it may be. */
const bounds: Readonly<Record<keyof GroupNumbers, readonly [name: string, least: number]>> = {
  messageTimeout: ['message_timeout', 0],
  maxRetryCount: ['max_retry_count', 0],
  checkpointAfter: ['checkpoint_after', 0],
  minCheckpointCount: ['min_checkpoint_count', 0],
  maxCheckpointCount: ['max_checkpoint_count', 1],
  maxSubscriberCount: ['max_subscriber_count', 0],
  liveBufferSize: ['live_buffer_size', 1],
  readBatchSize: ['read_batch_size', 1],
  historyBufferSize: ['history_buffer_size', 1],
};

/** Throws a Refusal that names the setting which makes no sense. */
export function checkSettings(settings: GroupSettings): void {
  for (const [setting, [name, least]] of Object.entries(bounds) as [keyof GroupNumbers, readonly [string, number]][]) {
    if (settings[setting] < least) throw invalidArgument(`${name} is ${settings[setting]}; it must be at least ${least}.`);
  }
  const { readBatchSize, historyBufferSize } = settings;
  if (readBatchSize > historyBufferSize) {
    throw invalidArgument(`read_batch_size is ${readBatchSize}, more than the ${historyBufferSize} of history_buffer_size.`);
  }
}

/** The place after which a group begins: a revision, or a position in $all. */
export function placeBefore({ log }: Store, stream: string, startFrom: Start): number {
  if (startFrom === 'start') return -1;
  if (startFrom !== 'end') return Number(startFrom > lastKeyRevision ? lastKeyRevision : startFrom) - 1;
  return stream === allStream ? log.nextPosition - 1 : log.stream(stream).lastRevision;
}

export function encodeGroup({ settings, ...group }: StoredGroup): Buffer {
  const { filter, startFrom, ...plain } = settings;
  return Buffer.from(JSON.stringify({ ...group, settings: plain, startFrom: String(startFrom), filter: filter?.toString('base64') }));
}

export function decodeGroup(value: Buffer): StoredGroup {
  const { settings, startFrom, filter, ...group } = JSON.parse(value.toString('utf8')) as GroupAddress & {
    settings: Omit<GroupSettings, 'startFrom' | 'filter'>; startFrom: string; filter?: string; after: number;
  };
  return {
    ...group,
    settings: {
      ...settings,
      startFrom: startFrom === 'start' || startFrom === 'end' ? startFrom : BigInt(startFrom),
      filter: filter === undefined ? undefined : Buffer.from(filter, 'base64'),
    },
  };
}
