import type { EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AllReadOptions, RawRecordedEvent, StreamReadOptions } from './event-store.js';

/**
 * Reads by the client's own connection and messages, but keeps what its public reads do not give: the stored bytes.
 */
export type Answer = streams.ReadResp;
export type Answers = Awaited<ReturnType<typeof openRead>>;

const { Options } = streams.ReadReq;
/** More events than a store can hold. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;
/** Events the store looks at before it reports how far a filtered subscription has come. */
const FILTER_WINDOW = 10_000;

const openRead = (client: EventStoreDBClient, options: streams.ReadReq.Options) => {
  const request = new streams.ReadReq();
  request.setOptions(options.setUuidOption(new Options.UUIDOption().setString(new shared.Empty())));
  const call = client['GRPCStreamCreator'](streamsService.StreamsClient, 'read', (service) => {
    const answers = service.read(request, ...client['callArguments']({}, { deadline: Infinity }));
    // A cancelled call reports its cancellation to nobody in particular: without a listener that would end the process.
    answers.on('error', () => undefined);
    return answers;
  });
  return call();
};

const exceptSystemStreams = () => {
  const names = new Options.FilterOptions.Expression().setRegex('^[^$]');
  return new Options.FilterOptions()
    .setStreamIdentifier(names)
    .setMax(FILTER_WINDOW)
    .setCheckpointintervalmultiplier(1);
};

const allAfter = (after: bigint | undefined) => {
  const all = new Options.AllOptions();
  if (after === undefined) return all.setStart(new shared.Empty());
  return all.setPosition(new Options.Position().setCommitPosition(`${after}`).setPreparePosition(`${after}`));
};

/** The answers of a subscription to everything after a position, system streams left out. */
export const openSubscription = (client: EventStoreDBClient, after: bigint | undefined): Promise<Answers> =>
  openRead(
    client,
    new Options()
      .setAll(allAfter(after))
      .setReadDirection(0)
      .setSubscription(new Options.SubscriptionOptions())
      .setFilter(exceptSystemStreams()),
  );

/** A stream's events in stored bytes; none where there is no stream. */
export async function* readStream(
  client: EventStoreDBClient,
  stream: string,
  { from, backwards = false, limit = UNLIMITED }: StreamReadOptions,
): AsyncGenerator<RawRecordedEvent> {
  if (from !== undefined && from < 0) return;
  const place = new Options.StreamOptions().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64')),
  );
  if (from !== undefined) place.setRevision(`${from}`);
  else if (backwards) place.setEnd(new shared.Empty());
  else place.setStart(new shared.Empty());
  const options = new Options()
    .setStream(place)
    .setReadDirection(backwards ? 1 : 0)
    .setCount(`${limit}`)
    .setNoFilter(new shared.Empty());
  yield* eventsOf(await openRead(client, options));
}

/** All events after a position in stored bytes, system streams left out. */
export async function* readAll(
  client: EventStoreDBClient,
  { after, limit = UNLIMITED }: AllReadOptions,
): AsyncGenerator<RawRecordedEvent> {
  // The store counts from the position itself, which is not to be returned.
  const count = after === undefined ? limit : limit + 1;
  const options = new Options()
    .setAll(allAfter(after))
    .setReadDirection(0)
    .setCount(`${count}`)
    .setFilter(exceptSystemStreams());
  let left = limit;
  for await (const event of eventsOf(await openRead(client, options))) {
    if (after !== undefined && event.position <= after) continue;
    if (left === 0) return;
    left -= 1;
    yield event;
  }
}

async function* eventsOf(answers: Answers): AsyncGenerator<RawRecordedEvent> {
  try {
    for await (const answer of answers as AsyncIterable<Answer>) {
      const event = eventOf(answer);
      if (event) yield event;
    }
  } finally {
    answers.cancel();
  }
}

/** The event an answer carries, if it carries one. */
export const eventOf = (answer: Answer): RawRecordedEvent | undefined => {
  const event = answer.getEvent()?.getEvent();
  const name = event?.getStreamIdentifier()?.getStreamName_asU8();
  const id = event?.getId()?.getString();
  if (!event || !name || !id) return undefined;
  const about = event.getMetadataMap();
  return {
    id,
    type: about.get('type') ?? '',
    stream: bufferOf(name).toString(),
    revision: Number(event.getStreamRevision()),
    position: BigInt(event.getCommitPosition()),
    recordedAt: instantOf(about.get('created') ?? '0'),
    data: bufferOf(event.getData_asU8()),
    metadata: bufferOf(event.getCustomMetadata_asU8()),
  };
};

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The store's clock counts in units of 100 ns. */
const instantOf = (ticks: string): string => new Date(Number(BigInt(ticks) / 10_000n)).toISOString();
