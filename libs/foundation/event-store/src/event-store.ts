import type { EventMetadata, RecordedEvent } from '@zeren/kernel';

/** An event to append. Its id (a UUID) stays the same when one append is sent again, so that it is written once. */
export type NewEvent = {
  readonly id: string;
  readonly type: string;
  /** Plain JSON. */
  readonly data: unknown;
  readonly metadata: EventMetadata;
};

/** An event with its data and metadata as the stored bytes, neither parsed nor upcast. */
export type RawRecordedEvent = {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  /** The store's clock, UTC, ISO 8601. */
  readonly recordedAt: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
};

/** What a stream must be at for an append to hold: its last revision, not existing, or whatever it is. */
export type ExpectedRevision = number | 'no-stream' | 'any';

/** Where the last event of an append now is. */
export type Appended = { readonly revision: number; readonly position: bigint };

export type StreamReadOptions = {
  /** First revision returned; by default the first event, or the last when reading backwards. */
  readonly from?: number;
  readonly backwards?: boolean;
  readonly limit?: number;
};

export type AllReadOptions = {
  /** Events after this position; by default all. */
  readonly after?: bigint;
  readonly limit?: number;
};

export type SubscribeOptions<E> = {
  /** The last position already dealt with; undefined for all events. */
  readonly after: bigint | undefined;
  /**
   * Given each page in store order; the next page waits until this resolves. After a broken connection the
   * events after the last resolved page come again. An error thrown here ends the subscription.
   */
  readonly onPage: (events: readonly E[]) => Promise<void>;
  /** Called when all that was recorded so far has been handed over: once per connection. */
  readonly onCaughtUp?: () => void;
  /** Events per page at most; 1,000 by default. Pages are smaller once caught up: an event never waits for others. */
  readonly pageSize?: number;
};

export type Subscription = {
  /** Resolves when the page in hand has been dealt with; none follows. */
  stop(): Promise<void>;
  /** Rejects when the subscription has ended for a reason that reconnecting does not cure. Watch it. */
  readonly failed: Promise<never>;
};

/**
 * The store of events. Streams whose names begin with `$` are its own and never appear in {@link readAll} or a
 * subscription. Throws {@link StoreUnavailable} where it cannot be reached.
 */
export type EventStore = {
  /**
   * Writes all events or none, durably. Sent again by itself when the connection breaks: the event ids keep it single.
   * Throws RevisionConflict, AppendTooLarge.
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  /** A stream's events, upcast; none where there is no stream. */
  read(stream: string, options?: StreamReadOptions): AsyncIterable<RecordedEvent>;
  readRaw(stream: string, options?: StreamReadOptions): AsyncIterable<RawRecordedEvent>;
  /** All events in the store's one order. */
  readAll(options?: AllReadOptions): AsyncIterable<RecordedEvent>;
  readAllRaw(options?: AllReadOptions): AsyncIterable<RawRecordedEvent>;
  /** All events from a position on, then each as it is recorded. `raw` hands over the stored bytes. */
  subscribe(options: SubscribeOptions<RecordedEvent> & { readonly raw?: false }): Subscription;
  subscribe(options: SubscribeOptions<RawRecordedEvent> & { readonly raw: true }): Subscription;
  /** The event in stored bytes as {@link read} gives it: parsed and upcast. */
  decode(event: RawRecordedEvent): RecordedEvent;
  /** Stops the subscriptions and closes the connection. */
  dispose(): Promise<void>;
};
