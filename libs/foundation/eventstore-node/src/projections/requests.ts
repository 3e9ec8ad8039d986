import { invalidArgument } from '../streams/refusal.js';
import { WireReader } from '../wire.js';

/** Which projections a Statistics call is about: one by its name, or all of a mode. */
export type Selection = { name: string } | { mode: 'all' | 'continuous' | 'other' };

/** Reads the name in the request of a call about one projection. Throws a Refusal when there is none. */
export function readName(request: Buffer): string {
  const fields = optionsOf(request);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) return fields.text();
    fields.skip();
  }
  throw invalidArgument('The projection name is empty.');
}

/** Reads from a `DisableReq` whether the position reached is to be stored. */
export function readWriteCheckpoint(request: Buffer): boolean {
  const fields = optionsOf(request);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 2) return fields.number() !== 0;
    fields.skip();
  }
  return false;
}

/** Reads a `StatisticsReq`. */
export function readSelection(request: Buffer): Selection {
  const fields = optionsOf(request);
  switch (fields.next()) {
    case 1: return { name: fields.text() };
    case 2: return { mode: 'all' };
    case 4: return { mode: 'continuous' };
    default: return { mode: 'other' };
  }
}

function optionsOf(request: Buffer): WireReader {
  const fields = new WireReader(request);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) return fields.message();
    fields.skip();
  }
  throw invalidArgument('The request has no options.');
}
