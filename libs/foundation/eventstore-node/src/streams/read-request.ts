import { WireReader } from '../wire.js';
import { readFilter, type Filter } from './filter.js';
import { checkedStreamName } from './proposal.js';
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
};

export function readReadRequest(message: Buffer): ReadRequest {
  const request: ReadRequest = {
    stream: undefined, from: 'start', backwards: false, resolveLinks: false,
    count: undefined, subscription: false, filter: undefined, structuredIds: false,
  };
  const outer = new WireReader(message);
  for (let field = outer.next(); field !== 0; field = outer.next()) {
    if (field === 1) readOptions(request, new WireReader(outer.view()));
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

function readOption(request: ReadRequest, field: number, fields: WireReader): void {
  switch (field) {
    case 1: readStreamOptions(request, new WireReader(fields.view())); break;
    case 2: readAllOptions(request, new WireReader(fields.view())); break;
    case 3: request.backwards = fields.number() === 1; break;
    case 4: request.resolveLinks = fields.number() !== 0; break;
    case 5: request.count = Number(fields.uint64()); break;
    case 6: request.subscription = true; fields.skip(); break;
    case 7: request.filter = readFilter(fields.view()); break;
    case 9: request.structuredIds = new WireReader(fields.view()).next() === 1; break;
    default: fields.skip();
  }
}

function readStreamOptions(request: ReadRequest, fields: WireReader): void {
  let name = '';
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) {
      const identifier = new WireReader(fields.view());
      if (identifier.next() === 3) name = identifier.text();
    } else if (field === 2) request.from = fields.uint64();
    else {
      if (field === 3) request.from = 'start';
      if (field === 4) request.from = 'end';
      fields.skip();
    }
  }
  request.stream = checkedStreamName(name);
}

function readAllOptions(request: ReadRequest, fields: WireReader): void {
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) request.from = readCommitPosition(new WireReader(fields.view()));
    else {
      if (field === 2) request.from = 'start';
      if (field === 3) request.from = 'end';
      fields.skip();
    }
  }
}

function readCommitPosition(fields: WireReader): bigint {
  let commit = 0n;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) commit = fields.uint64();
    else fields.skip();
  }
  return commit;
}
