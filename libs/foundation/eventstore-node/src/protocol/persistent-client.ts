import type { Credentials, Position, Resolved } from './client-under-test.js';

/** What the suites use of an official client's persistent subscriptions. `$all` as a stream's name means the whole log. */
export type PersistentClient = {
  /** The client's own error classes, by what they tell. */
  errors: Record<'exists' | 'doesNotExist' | 'maximumReached' | 'dropped' | 'accessDenied' | 'unavailable', new (...args: never[]) => Error>;
  connect(connectionString: string): PersistentConnection;
};

export type Settings = {
  startFrom: 'start' | 'end' | bigint | Position;
  resolveLinkTos: boolean;
  extraStatistics: boolean;
  messageTimeout: number;
  maxRetryCount: number;
  checkPointAfter: number;
  checkPointLowerBound: number;
  checkPointUpperBound: number;
  maxSubscriberCount: number | 'unbounded';
  liveBufferSize: number;
  readBatchSize: number;
  historyBufferSize: number;
  consumerStrategyName: string;
};

export type Delivered = Resolved & { retryCount: number };

export type PersistentReader = AsyncIterable<Delivered> & {
  on(event: 'confirmation', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'data', listener: (delivered: Delivered) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  ack(...events: Resolved[]): Promise<void>;
  nack(action: 'park' | 'retry' | 'skip' | 'stop', reason: string, ...events: Resolved[]): Promise<void>;
  unsubscribe(): Promise<void>;
};

export type Information = {
  eventSource: string;
  groupName: string;
  status: string;
  settings: Settings;
  connections: {
    from: string;
    username: string;
    averageItemsPerSecond: number;
    totalItems: bigint;
    countSinceLastMeasurement: bigint;
    extraStatistics?: Map<string, bigint> | undefined;
    availableSlots: number;
    inFlightMessages: number;
    connectionName: string;
  }[];
  stats: {
    averagePerSecond: number;
    totalItems: bigint;
    countSinceLastMeasurement: bigint;
    readBufferCount: number;
    liveBufferCount: bigint;
    retryBufferCount: number;
    totalInFlightMessages: number;
    outstandingMessagesCount: number;
    parkedMessageCount: bigint;
    lastCheckpointedEventRevision?: bigint | undefined;
    lastKnownEventRevision?: bigint | undefined;
    lastCheckpointedEventPosition?: Position | undefined;
    lastKnownEventPosition?: Position | undefined;
  };
};

type As = { credentials?: Credentials };

export type PersistentConnection = {
  create(stream: string, group: string, settings?: Partial<Settings>, options?: As & { streamPrefixes?: string[] }): Promise<void>;
  update(stream: string, group: string, settings?: Partial<Settings>, options?: As): Promise<void>;
  delete(stream: string, group: string, options?: As): Promise<void>;
  read(stream: string, group: string, options?: As & { bufferSize?: number }): PersistentReader;
  information(stream: string, group: string): Promise<Information>;
  list(stream?: string): Promise<Information[]>;
  replay(stream: string, group: string, options?: As & { stopAt?: number }): Promise<void>;
  restart(options?: As): Promise<void>;
  dispose(): Promise<void>;
};

/** What a test does not say about a group; like the clients' own defaults, but from the start. */
export const defaultSettings: Settings = {
  startFrom: 'start', resolveLinkTos: false, extraStatistics: false, messageTimeout: 30_000, maxRetryCount: 10,
  checkPointAfter: 2_000, checkPointLowerBound: 10, checkPointUpperBound: 1_000, maxSubscriberCount: 'unbounded',
  liveBufferSize: 500, readBatchSize: 20, historyBufferSize: 500, consumerStrategyName: 'RoundRobin',
};
