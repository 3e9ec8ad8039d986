import { readStreamName, readUuid } from '../streams/proposal.js';
import { wantsStructuredIds } from '../streams/read-request.js';
import { invalidArgument } from '../streams/refusal.js';
import { WireReader } from '../wire.js';
import { allStream, type GroupAddress } from './address.js';

/** Where a request has the stream's name, the word for $all, and the group's name. */
type AddressFields = { stream: number; all: number; group: number };

const deleteFields: AddressFields = { stream: 1, group: 2, all: 3 };
const informationFields: AddressFields = { stream: 1, all: 2, group: 3 };
const replayFields: AddressFields = { group: 1, stream: 2, all: 3 };
const readFields: AddressFields = { stream: 1, group: 2, all: 5 };

/** Reads a `DeleteReq`. */
export function readDeleteRequest(message: Buffer): GroupAddress {
  return readAddressed(optionsOf(message), deleteFields);
}

/** Reads a `GetInfoReq`. */
export function readInformationRequest(message: Buffer): GroupAddress {
  return readAddressed(optionsOf(message), informationFields);
}

/** A `ReplayParkedReq`; `stopAt` is the first revision of the parked stream that stays parked. */
export type ReplayRequest = { address: GroupAddress; stopAt: number | undefined };

export function readReplayRequest(message: Buffer): ReplayRequest {
  let stopAt: number | undefined;
  const address = readAddressed(optionsOf(message), replayFields, (field, fields) => {
    if (field !== 4) { fields.skip(); return; }
    stopAt = Number(BigInt.asIntN(64, fields.uint64()));
  });
  if (stopAt !== undefined && stopAt < 0) throw invalidArgument(`stop_at is ${stopAt}; it must be at least 0.`);
  return { address, stopAt };
}

/** Reads a `ListReq`: a stream or $all whose groups are wanted, or undefined for all groups. */
export function readListRequest(message: Buffer): string | undefined {
  const fields = new WireReader(optionsOf(message));
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 2) return readListedStream(fields.message());
    fields.skip();
  }
  return undefined;
}

function readListedStream(fields: WireReader): string {
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) return readStreamName(fields.view());
    if (field === 2) return allStream;
    fields.skip();
  }
  throw invalidArgument('The request names neither a stream nor $all.');
}

/** How a consumer wants to be served. */
export type ConsumerRequest = {
  address: GroupAddress;
  /** How many messages it may have in flight. */
  bufferSize: number;
  /** Whether ids are wanted as two numbers instead of text. */
  structuredIds: boolean;
};

const nackActions = ['unknown', 'park', 'retry', 'skip', 'stop'] as const;
export type NackAction = (typeof nackActions)[number];

/** What a consumer sends: its options first, then what became of its messages. */
export type ConsumerMessage =
  | { kind: 'options'; request: ConsumerRequest }
  | { kind: 'ack'; ids: string[] }
  | { kind: 'nack'; ids: string[]; action: NackAction; reason: string };

/** Reads a `ReadReq`. */
export function readConsumerMessage(message: Buffer): ConsumerMessage {
  const fields = new WireReader(message);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    switch (field) {
      case 1: return { kind: 'options', request: readConsumerRequest(fields.view()) };
      case 2: return { kind: 'ack', ids: readSettled(fields.message()).ids };
      case 3: return { kind: 'nack', ...readSettled(fields.message()) };
      default: fields.skip();
    }
  }
  throw invalidArgument('The message is empty.');
}

function readConsumerRequest(options: Buffer): ConsumerRequest {
  let bufferSize = 0;
  let structuredIds = false;
  const address = readAddressed(options, readFields, (field, fields) => {
    if (field === 3) bufferSize = Number(BigInt.asIntN(64, fields.uint64()));
    else if (field === 4) structuredIds = wantsStructuredIds(fields.message());
    else fields.skip();
  });
  if (bufferSize < 1) throw invalidArgument(`buffer_size is ${bufferSize}; it must be at least 1.`);
  return { address, bufferSize, structuredIds };
}

function readSettled(fields: WireReader): { ids: string[]; action: NackAction; reason: string } {
  const settled = { ids: [] as string[], action: 'unknown' as NackAction, reason: '' };
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    switch (field) {
      case 2: settled.ids.push(readUuid(fields.view())); break;
      case 3: settled.action = nackActions[fields.number()] ?? 'unknown'; break;
      case 4: settled.reason = fields.text(); break;
      default: fields.skip();
    }
  }
  return settled;
}

function optionsOf(message: Buffer): Buffer {
  const fields = new WireReader(message);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) return fields.view();
    fields.skip();
  }
  throw invalidArgument('The request has no options.');
}

function readAddressed(
  options: Buffer, at: AddressFields,
  other: (field: number, fields: WireReader) => void = (_field, fields) => { fields.skip(); },
): GroupAddress {
  const address: GroupAddress = { stream: '', group: '' };
  const fields = new WireReader(options);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === at.stream) address.stream = readStreamName(fields.view());
    else if (field === at.group) address.group = fields.text();
    else if (field === at.all) { address.stream = allStream; fields.skip(); }
    else other(field, fields);
  }
  if (address.stream === '') throw invalidArgument('The request names neither a stream nor $all.');
  if (address.group === '') throw invalidArgument('The group name is empty.');
  return address;
}
