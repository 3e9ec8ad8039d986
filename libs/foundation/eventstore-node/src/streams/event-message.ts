import { decodeRecord, messageOf, recordedMessageOf, type StoredRecord } from '../storage/record.js';
import type { Store } from '../storage/store.js';
import { firstReadable } from '../storage/stream-metadata.js';
import { bytesField, messageField, varintField } from '../wire.js';
import type { Entry } from '../storage/log.js';
import { isYoungEnough } from './pages.js';
import type { ReadRequest } from './read-request.js';

/** The type of an event that stands for another; its data names that one as `revision@stream`. */
export const linkType = '$>';
/** The id field opens every recorded event and always has this length, in text form. */
const idFieldLength = 40;

/** Whether a reader may read a stream. */
export type MayRead = (stream: string) => boolean;

/** Turns a stored record into the `ReadResp` a reader gets; most readers get the stored bytes as they are. */
export function eventMessages(store: Store, request: ReadRequest, mayRead: MayRead): (entry: Entry) => Buffer {
  if (!request.resolveLinks && !request.structuredIds) return ({ record }) => messageOf(record);
  return (entry) => messageField(1, ...readEventFields(store, request, entry, mayRead));
}

/** The fields of a `ReadEvent`, which reads and persistent subscriptions number alike. */
export function readEventFields(
  store: Store, { resolveLinks, structuredIds }: Pick<ReadRequest, 'resolveLinks' | 'structuredIds'>, { position, record }: Entry,
  mayRead: MayRead,
): Buffer[] {
  const recorded = (one: StoredRecord): Buffer => {
    const message = recordedMessageOf(one);
    return structuredIds ? withStructuredId(message, decodeRecord(one).id) : message;
  };
  const isLink = resolveLinks && decodeRecord(record).type === linkType;
  const target = isLink ? linkedRecord(store, record, mayRead) : undefined;
  return [
    ...(isLink ? [] : [bytesField(1, recorded(record))]),
    ...(target ? [bytesField(1, recorded(target))] : []),
    ...(isLink ? [bytesField(2, recorded(record))] : []),
    varintField(3, position),
  ];
}

/** The record a link stands for, or undefined when it is gone or not for this reader. */
function linkedRecord(store: Store, link: StoredRecord, mayRead: MayRead): StoredRecord | undefined {
  const [, digits, stream] = /^(\d{1,15})@(.+)$/s.exec(decodeRecord(link).data.toString('utf8')) ?? [];
  if (digits === undefined || stream === undefined || !mayRead(stream)) return undefined;
  const revision = Number(digits);
  const state = store.log.stream(stream);
  const metadata = store.metadata(stream);
  const readable = !state.tombstoned && revision <= state.lastRevision && revision >= firstReadable(state, metadata);
  const target = readable ? store.log.recordAt(state.number, revision) : undefined;
  return target && isYoungEnough(target, metadata) ? target : undefined;
}

function withStructuredId(recorded: Buffer, id: string): Buffer {
  const digits = id.replaceAll('-', '');
  const halves = [varintField(1, BigInt(`0x${digits.slice(0, 16)}`)), varintField(2, BigInt(`0x${digits.slice(16)}`))];
  return Buffer.concat([messageField(1, messageField(1, ...halves)), recorded.subarray(idFieldLength)]);
}
