import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventMetadata, RecordedEvent } from '@zeren/kernel';
import { AppendLine } from './append-line.js';
import { appendError, clientError, mayTryAgain, storeError } from './availability.js';
import type {
  AllReadOptions, Appended, EventStore, ExpectedRevision, NewEvent, RawRecordedEvent, StreamReadOptions, SubscribeOptions,
  Subscription,
} from './event-store.js';
import { readAll, readStream, UNLIMITED } from './reading.js';
import { subscribeRaw } from './subscription.js';
import { upcast, type Upcasters } from './upcasting.js';

/**
 * The store a connection string names: `esdb://host:2113?tls=false`, credentials and cluster members as
 * EventStoreDB defines them. Connects at the first call.
 */
export const connectEventStore = (url: string, options: { readonly upcasters?: Upcasters } = {}): EventStore =>
  new ConnectedEventStore(EventStoreDBClient.connectionString(url), options.upcasters ?? {});

class ConnectedEventStore implements EventStore {
  private readonly appends: AppendLine;
  private readonly subscriptions = new Set<Subscription>();

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly upcasters: Upcasters,
  ) {
    this.appends = new AppendLine(client);
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.appends.append(stream, events, expected);
      } catch (thrown) {
        const error = clientError(thrown);
        if (!(await mayTryAgain(error, attempt))) throw appendError(error, stream, expected);
      }
    }
  }

  read(stream: string, options: StreamReadOptions = {}): AsyncIterable<RecordedEvent> {
    return this.decoded(this.readRaw(stream, options));
  }

  async *readRaw(stream: string, options: StreamReadOptions = {}): AsyncGenerator<RawRecordedEvent> {
    const step = options.backwards ? -1 : 1;
    yield* resuming(options.limit, (last, limit) => {
      const from = last ? { from: last.revision + step } : {};
      return readStream(this.client, stream, { ...options, limit, ...from });
    });
  }

  readAll(options: AllReadOptions = {}): AsyncIterable<RecordedEvent> {
    return this.decoded(this.readAllRaw(options));
  }

  async *readAllRaw(options: AllReadOptions = {}): AsyncGenerator<RawRecordedEvent> {
    yield* resuming(options.limit, (last, limit) =>
      readAll(this.client, { ...options, limit, ...(last && { after: last.position }) }),
    );
  }

  subscribe(options: SubscribeOptions<RecordedEvent> & { readonly raw?: false }): Subscription;
  subscribe(options: SubscribeOptions<RawRecordedEvent> & { readonly raw: true }): Subscription;
  subscribe(
    options:
      | (SubscribeOptions<RecordedEvent> & { readonly raw?: false })
      | (SubscribeOptions<RawRecordedEvent> & { readonly raw: true }),
  ): Subscription {
    const subscription = options.raw
      ? subscribeRaw(this.client, options)
      : subscribeRaw(this.client, { ...options, onPage: (page) => options.onPage(page.map(this.decode)) });
    this.subscriptions.add(subscription);
    return subscription;
  }

  readonly decode = (event: RawRecordedEvent): RecordedEvent => {
    const metadata = JSON.parse(event.metadata.toString()) as EventMetadata;
    return { ...event, ...upcast(this.upcasters, event.type, JSON.parse(event.data.toString()), metadata) };
  };

  private async *decoded(events: AsyncIterable<RawRecordedEvent>): AsyncGenerator<RecordedEvent> {
    for await (const event of events) yield this.decode(event);
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.client.dispose();
  }
}

/** Goes on after the last event returned when the connection breaks. */
async function* resuming(
  limit: number | undefined,
  read: (last: RawRecordedEvent | undefined, limit: number) => AsyncIterable<RawRecordedEvent>,
): AsyncGenerator<RawRecordedEvent> {
  let last: RawRecordedEvent | undefined;
  let left = limit ?? UNLIMITED;
  for (let attempt = 0; left > 0; attempt += 1) {
    try {
      for await (last of read(last, left)) {
        yield last;
        attempt = 0;
        left -= 1;
      }
      return;
    } catch (thrown) {
      const error = clientError(thrown);
      if (!(await mayTryAgain(error, attempt))) throw storeError(error);
    }
  }
}
