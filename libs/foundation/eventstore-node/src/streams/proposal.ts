import type { ProposedEvent } from '../storage/record.js';
import { WireReader } from '../wire.js';
import { invalidArgument, missingMetadata } from './refusal.js';

/** What a write expects of the stream it goes to. */
export type Expectation =
  | { kind: 'any' }
  | { kind: 'no-stream' }
  | { kind: 'stream-exists' }
  | { kind: 'revision'; revision: bigint };

export const anyState: Expectation = { kind: 'any' };

const none = Buffer.alloc(0);
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a `ProposedMessage`. Throws a Refusal when a required property is missing or the id is no UUID. */
export function readProposedEvent(message: Buffer): ProposedEvent {
  const fields = new WireReader(message);
  const properties = { type: '', contentType: '' };
  const event: ProposedEvent = { id: '', type: '', contentType: '', metadata: none, data: none };
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    switch (field) {
      case 1: event.id = readUuid(fields.view()); break;
      case 2: readProperty(properties, fields.message()); break;
      case 3: event.metadata = fields.view(); break;
      case 4: event.data = fields.view(); break;
      default: fields.skip();
    }
  }
  if (properties.type === '' || properties.contentType === '') throw missingMetadata();
  if (event.id === '') throw invalidArgument('An event has no id.');
  return Object.assign(event, properties);
}

/** How much of the append limit an event uses, in bytes. */
export function appendSize(event: ProposedEvent): number {
  return event.data.length + event.metadata.length + 2 * event.type.length;
}

/** Reads a `UUID`, sent as text or as two 64-bit halves, into its lower-case text form. */
export function readUuid(message: Buffer): string {
  const fields = new WireReader(message);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 2) return checkedUuid(fields.text().toLowerCase());
    if (field === 1) return structuredUuid(fields.message());
    fields.skip();
  }
  throw invalidArgument('An id is empty.');
}

/** Reads a `StreamIdentifier`. Throws a Refusal for names that cannot be written or read. */
export function readStreamName(message: Buffer): string {
  const fields = new WireReader(message);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 3) return checkedStreamName(fields.text());
    fields.skip();
  }
  throw invalidArgument('The stream name is empty.');
}

export function checkedStreamName(name: string): string {
  if (name === '') throw invalidArgument('The stream name is empty.');
  if (name === '$all') throw invalidArgument('$all is not a stream of its own.');
  if (name.startsWith('$$$$')) throw invalidArgument(`${name} would be the metadata of metadata.`);
  return name;
}

function checkedUuid(text: string): string {
  if (!idPattern.test(text)) throw invalidArgument(`'${text}' is not a UUID.`);
  return text;
}

function structuredUuid(fields: WireReader): string {
  let most = 0n;
  let least = 0n;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) most = fields.uint64();
    else if (field === 2) least = fields.uint64();
    else fields.skip();
  }
  const digits = most.toString(16).padStart(16, '0') + least.toString(16).padStart(16, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function readProperty(properties: { type: string; contentType: string }, entry: WireReader): void {
  let key = '';
  let value = '';
  for (let field = entry.next(); field !== 0; field = entry.next()) {
    if (field === 1) key = entry.text();
    else if (field === 2) value = entry.text();
    else entry.skip();
  }
  if (key === 'type') properties.type = value;
  else if (key === 'content-type') properties.contentType = value;
}
