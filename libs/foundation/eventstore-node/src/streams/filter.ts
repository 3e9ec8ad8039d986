import { decodeRecord, type StoredRecord } from '../storage/record.js';
import { WireReader } from '../wire.js';
import { invalidArgument } from './refusal.js';

/** Which records of $all a reader wants, and how often it is told how far the others have been passed. */
export type Filter = {
  accepts(record: StoredRecord): boolean;
  /** A checkpoint is due after this many considered events. */
  checkpointEvery: number;
};

/** What the store assumes when a client names no window. */
const defaultWindow = 32;

type FilterFields = {
  on: 'stream' | 'type' | undefined;
  regex: string;
  prefixes: string[];
  window: number;
  multiplier: number;
};

/** Reads `FilterOptions`. Throws a Refusal when the filter says nothing or its expression is malformed. */
export function readFilter(message: Buffer): Filter {
  const options: FilterFields = { on: undefined, regex: '', prefixes: [], window: defaultWindow, multiplier: 1 };
  const fields = new WireReader(message);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    switch (field) {
      case 1: options.on = 'stream'; readExpression(options, fields.message()); break;
      case 2: options.on = 'type'; readExpression(options, fields.message()); break;
      case 3: options.window = fields.number(); break;
      case 5: options.multiplier = fields.number(); break;
      default: fields.skip();
    }
  }
  const { on } = options;
  if (on === undefined) throw invalidArgument('The filter names neither streams nor event types.');
  const matches = matcher(options);
  return {
    accepts: (record) => matches(decodeRecord(record)[on]),
    checkpointEvery: Math.max(1, options.window) * Math.max(1, options.multiplier),
  };
}

function readExpression(options: FilterFields, fields: WireReader): void {
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) options.regex = fields.text();
    else if (field === 2) options.prefixes.push(fields.text());
    else fields.skip();
  }
}

/** An expression goes before prefixes; a filter with neither matches nothing. */
function matcher({ regex, prefixes }: FilterFields): (name: string) => boolean {
  if (regex === '') return (name) => prefixes.some((prefix) => name.startsWith(prefix));
  try {
    const pattern = new RegExp(regex, 'u');
    return (name) => pattern.test(name);
  } catch {
    throw invalidArgument(`'${regex}' is not a regular expression.`);
  }
}
