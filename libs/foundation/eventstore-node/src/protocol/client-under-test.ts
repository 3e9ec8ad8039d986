import { randomUUID } from 'node:crypto';

/**
 * What the suites use of an official client, so that each runs with both. The clients cannot live in one process
 * (their generated code shares globals), so every suite file names one client.
 */
export type ClientUnderTest = {
  name: string;
  /** Whether the client itself turns a read that begins at an end, whatever direction it was given. */
  turnsAtEnds: boolean;
  connect(connectionString: string): Connection;
};

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

export type NewEvent = {
  id: string;
  type: string;
  contentType: 'application/json';
  data: Record<string, unknown>;
  metadata: Record<string, unknown> | undefined;
} | {
  id: string;
  type: string;
  contentType: 'application/octet-stream';
  data: Uint8Array;
  metadata: Uint8Array | undefined;
};

export type Position = { commit: bigint; prepare: bigint };
export type Written = { revision: bigint; position: Position | undefined };

export type Recorded = {
  streamId: string;
  id: string;
  revision: bigint;
  type: string;
  data: unknown;
  metadata: unknown;
  created: Date;
  position?: Position | undefined;
};
export type Resolved = { event?: Recorded; link?: Recorded; commitPosition?: bigint };

export type Credentials = { username: string; password: string };
export type ReadOptions = {
  from?: 'start' | 'end' | bigint;
  backwards?: boolean;
  maxCount?: number;
  resolveLinkTos?: boolean;
  credentials?: Credentials;
};
export type FilterChoice = {
  on: 'stream' | 'type';
  prefixes?: string[];
  regex?: string;
  window?: number;
  interval?: number;
  checkpointReached?: (position: Position) => void;
};
export type LiveEvents = AsyncIterable<Resolved> & {
  on(event: 'confirmation' | 'caughtUp', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'data', listener: (resolved: Resolved) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  unsubscribe(): Promise<void>;
};

export type Connection = {
  append(stream: string, events: NewEvent[], options?: { expected?: Expected; credentials?: Credentials; deadline?: number }): Promise<Written>;
  readStream(stream: string, options?: ReadOptions): AsyncIterable<Resolved>;
  readAll(options?: Omit<ReadOptions, 'from'> & { from?: 'start' | 'end' | Position }): AsyncIterable<Resolved>;
  subscribeToStream(stream: string, options?: ReadOptions): LiveEvents;
  subscribeToAll(options?: { from?: 'start' | 'end' | Position; filter?: FilterChoice; resolveLinkTos?: boolean }): LiveEvents;
  deleteStream(stream: string, options?: { expected?: Exclude<Expected, 'stream_exists'> }): Promise<Position | undefined>;
  tombstoneStream(stream: string, options?: { expected?: Exclude<Expected, 'stream_exists'> }): Promise<Position | undefined>;
  setMetadata(stream: string, metadata: Record<string, unknown>): Promise<Written>;
  getMetadata(stream: string): Promise<Record<string, unknown> | undefined>;
  dispose(): Promise<void>;
};

/** A refusal as both clients report it. */
export type ClientError = Error & { type: string; current: unknown; expected: unknown; maxAppendSize?: number; streamName?: string };

export function jsonEvent(type: string, data: Record<string, unknown> = {}, id: string = randomUUID()): NewEvent {
  return { id, type, contentType: 'application/json', data, metadata: undefined };
}

/** An event that stands for another: `revision@stream`. */
export function link(target: string): NewEvent {
  return { id: randomUUID(), type: '$>', contentType: 'application/octet-stream', data: new Uint8Array(Buffer.from(target)), metadata: undefined };
}

/** Resolves with the refusal; fails when there is none. */
export async function refusal(attempt: Promise<unknown> | AsyncIterable<unknown>): Promise<ClientError> {
  try {
    if (Symbol.asyncIterator in attempt) await collect(attempt);
    else await attempt;
  } catch (error) {
    const known = error as ClientError & Record<string, unknown>;
    return Object.assign(known, {
      current: known['actualVersion'] ?? known['actualState'],
      expected: known['expectedVersion'] ?? known['expectedState'],
    });
  }
  throw new Error('It was not refused.');
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** What a subscription gives first, `count` of it; the subscription is left open. */
export function takeResolved(subscription: LiveEvents, count: number): Promise<Resolved[]> {
  return new Promise((resolve, reject) => {
    const taken: Resolved[] = [];
    subscription.on('error', reject);
    subscription.on('data', (resolved) => {
      if (taken.push(resolved) === count) resolve(taken);
    });
  });
}

/** The events of what a subscription gives first. */
export async function take(subscription: LiveEvents, count: number): Promise<Recorded[]> {
  return (await takeResolved(subscription, count)).flatMap(({ event }) => event ?? []);
}
