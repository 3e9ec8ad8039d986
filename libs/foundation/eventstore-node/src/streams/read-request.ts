import { WireReader } from '../wire.js';
import { readFilter, type Filter } from './filter.js';
import { readStreamName } from './proposal.js';
import { invalidArgument } from './refusal.js';

/** A place to read from: an end, or a revision or position. */
export type Start = 'start' | 'end' | bigint;

/** A `ReadReq`: a read or a subscription, of one stream or of $all. */
export type ReadRequest = {
  /** The stream, or undefined for $all. */
  stream: string | undefined;
  from: Start;
  backwards: boolean;
  resolveLinks: boolean;
  /** How many events at most; a subscription has no count. */
  count: number | undefined;
  subscription: boolean;
  filter: Filter | undefined;
  /** Whether ids are wanted as two numbers instead of text. */
  structuredIds: boolean;
  /** Whether a read of a stream also tells where the stream begins and ends: clients of a later protocol ask for it. */
  tellsEnds: boolean;
};

export function readReadRequest(message: Buffer): ReadRequest {
  const request: ReadRequest = {
    stream: undefined, from: 'start', backwards: false, resolveLinks: false,
    count: undefined, subscription: false, filter: undefined, structuredIds: false, tellsEnds: false,
  };
  const outer = new WireReader(message);
  for (let field = outer.next(); field !== 0; field = outer.next()) {
    if (field === 1) readOptions(request, outer.message());
    else outer.skip();
  }
  if (request.count === undefined && !request.subscription) throw invalidArgument('The read has neither a count nor a subscription.');
  if (request.stream !== undefined && request.filter) throw invalidArgument('Only $all can be filtered.');
  return request;
}

function readOptions(request: ReadRequest, fields: WireReader): void {
  let named = false;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1 || field === 2) named = true;
    readOption(request, field, fields);
  }
  if (!named) throw invalidArgument('The read names neither a stream nor $all.');
}

/** Of fields that exclude each other the last one sent counts. */
function readOption(request: ReadRequest, field: number, fields: WireReader): void {
  switch (field) {
    case 1: readStreamOptions(request, fields.message()); break;
    case 2: readAllOptions(request, fields.message()); break;
    case 3: request.backwards = fields.number() === 1; break;
    case 4: request.resolveLinks = fields.number() !== 0; break;
    case 5: Object.assign(request, { count: Number(fields.uint64()), subscription: false }); break;
    case 6: Object.assign(request, { count: undefined, subscription: true }); fields.skip(); break;
    default: readRareOption(request, field, fields);
  }
}

function readRareOption(request: ReadRequest, field: number, fields: WireReader): void {
  switch (field) {
    case 7: request.filter = readFilter(fields.view()); break;
    case 8: request.filter = undefined; fields.skip(); break;
    case 9: request.structuredIds = wantsStructuredIds(fields.message()); break;
    case 10: request.tellsEnds = readCompatibility(fields.message()) >= 1; break;
    default: fields.skip();
  }
}

function readStreamOptions(request: ReadRequest, fields: WireReader): void {
  request.stream = undefined;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) request.stream = readStreamName(fields.view());
    else if (field === 2) request.from = placeOf(fields.uint64());
    else {
      if (field === 3) request.from = 'start';
      if (field === 4) request.from = 'end';
      fields.skip();
    }
  }
  if (request.stream === undefined) throw invalidArgument('The stream name is empty.');
}

function readAllOptions(request: ReadRequest, fields: WireReader): void {
  request.stream = undefined;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) request.from = placeOf(readCommitPosition(fields.message()));
    else {
      if (field === 2) request.from = 'start';
      if (field === 3) request.from = 'end';
      fields.skip();
    }
  }
}

/** The largest 64-bit number stands for the end, whatever it counts. */
export function placeOf(value: bigint): Start {
  return value === 2n ** 64n - 1n ? 'end' : value;
}

export function readCommitPosition(fields: WireReader): bigint {
  let commit = 0n;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) commit = fields.uint64();
    else fields.skip();
  }
  return commit;
}

export function wantsStructuredIds(fields: WireReader): boolean {
  let structured = false;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) structured = true;
    if (field === 2) structured = false;
    fields.skip();
  }
  return structured;
}

function readCompatibility(fields: WireReader): number {
  let compatibility = 0;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) compatibility = fields.number();
    else fields.skip();
  }
  return compatibility;
}
