import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { AppendTooLarge } from './errors.js';
import type { ExpectedRevision, NewEvent } from './event-store.js';

/** Bytes of event data one message carries at most; the store receives no message above 4 MiB. */
const MESSAGE_BYTES = 3 * 1_024 * 1_024;

export type Append = {
  readonly correlation: string;
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expected: ExpectedRevision;
  readonly deadline: Date;
};

/**
 * One append in the store's protocol: usually one message, more where its events are too large together (the store,
 * not this code, says what an append may hold). Throws AppendTooLarge for an event that no message can carry.
 */
export const appendMessages = (append: Append): streams.BatchAppendReq[] => {
  let message = messageOf(append).setOptions(optionsOf(append));
  const messages = [message];
  let filled = 0;
  for (const event of append.events) {
    const data = Buffer.from(JSON.stringify(event.data));
    const metadata = Buffer.from(JSON.stringify(event.metadata));
    const size = data.length + metadata.length;
    if (size > MESSAGE_BYTES) throw new AppendTooLarge(append.stream, MESSAGE_BYTES);
    if (filled + size > MESSAGE_BYTES) {
      messages.push((message = messageOf(append)));
      filled = 0;
    }
    filled += size;
    message.addProposedMessages(proposed(event, data, metadata));
  }
  message.setIsFinal(true);
  return messages;
};

const messageOf = ({ correlation }: Append): streams.BatchAppendReq =>
  new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(correlation));

const optionsOf = ({ stream, expected, deadline }: Append): streams.BatchAppendReq.Options => {
  const options = new streams.BatchAppendReq.Options()
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setDeadline(timestamps.Timestamp.fromDate(deadline));
  if (expected === 'any') return options.setAny(new shared.Empty());
  if (expected === 'no-stream') return options.setNoStream(new shared.Empty());
  return options.setStreamPosition(`${expected}`);
};

const proposed = ({ id, type }: NewEvent, data: Buffer, metadata: Buffer): streams.BatchAppendReq.ProposedMessage => {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(data)
    .setCustomMetadata(metadata);
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message;
};
