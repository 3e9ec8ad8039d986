import { WireReader } from '../wire.js';
import { readStreamName, type Expectation } from './proposal.js';
import { invalidArgument } from './refusal.js';

/** Where a write goes and what it expects there. All four writing calls number these fields alike. */
export type WriteOptions = {
  stream: string;
  expectation: Expectation;
  /** Milliseconds since 1970 after which the caller no longer waits. Only batch appends carry one. */
  deadline: number | undefined;
};

/** Reads the `Options` of an Append, BatchAppend, Delete or Tombstone request. */
export function readWriteOptions(message: Buffer): WriteOptions {
  const fields = new WireReader(message);
  const options: Partial<WriteOptions> = {};
  for (let field = fields.next(); field !== 0; field = fields.next()) readOption(options, field, fields);
  const { stream, expectation, deadline } = options;
  if (stream === undefined) throw invalidArgument('The stream name is empty.');
  if (!expectation) throw invalidArgument('The write does not say what it expects of the stream.');
  return { stream, expectation, deadline };
}

/** Reads the request of a Delete or Tombstone: options and nothing else. */
export function readOptionsOnly(request: Buffer): WriteOptions {
  const fields = new WireReader(request);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) return readWriteOptions(fields.view());
    fields.skip();
  }
  throw invalidArgument('The request has no options.');
}

function readOption(options: Partial<WriteOptions>, field: number, fields: WireReader): void {
  switch (field) {
    case 1: options.stream = readStreamName(fields.view()); break;
    case 2: options.expectation = { kind: 'revision', revision: fields.uint64() }; break;
    case 3: options.expectation = { kind: 'no-stream' }; fields.skip(); break;
    case 4: options.expectation = { kind: 'any' }; fields.skip(); break;
    case 5: options.expectation = { kind: 'stream-exists' }; fields.skip(); break;
    case 6: options.deadline = readMilliseconds(fields.view()); break;
    case 7: options.deadline = Date.now() + readMilliseconds(fields.view()); break;
    default: fields.skip();
  }
}

/** A `Timestamp` or `Duration` in milliseconds. */
function readMilliseconds(message: Buffer): number {
  const fields = new WireReader(message);
  let milliseconds = 0;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) milliseconds += Number(BigInt.asIntN(64, fields.uint64())) * 1_000;
    else if (field === 2) milliseconds += Number(BigInt.asIntN(64, fields.uint64())) / 1e6;
    else fields.skip();
  }
  return milliseconds;
}
