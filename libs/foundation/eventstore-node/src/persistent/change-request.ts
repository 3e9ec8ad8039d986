import { readFilter } from '../streams/filter.js';
import { readStreamName } from '../streams/proposal.js';
import { placeOf, readCommitPosition, type Start } from '../streams/read-request.js';
import { invalidArgument } from '../streams/refusal.js';
import { WireReader } from '../wire.js';
import { allStream, type GroupAddress } from './address.js';
import { checkSettings, strategies, type GroupNumbers, type GroupSettings } from './settings.js';

/** A `CreateReq` or `UpdateReq`; they number their fields alike. */
export type ChangeRequest = { address: GroupAddress; settings: GroupSettings };

const ticksPerMillisecond = 10_000;

const numberFields: Readonly<Record<number, keyof GroupNumbers>> = {
  4: 'messageTimeout', 5: 'maxRetryCount', 6: 'checkpointAfter', 7: 'minCheckpointCount', 8: 'maxCheckpointCount',
  9: 'maxSubscriberCount', 10: 'liveBufferSize', 11: 'readBatchSize', 12: 'historyBufferSize', 14: 'messageTimeout',
  15: 'checkpointAfter',
};
const tickFields: readonly number[] = [4, 6];

/** Reads the request. Throws a Refusal that names what is missing or makes no sense. */
export function readChangeRequest(message: Buffer): ChangeRequest {
  const request: ChangeRequest = {
    address: { stream: '', group: '' },
    settings: {
      messageTimeout: 0, maxRetryCount: 0, checkpointAfter: 0, minCheckpointCount: 0, maxCheckpointCount: 0,
      maxSubscriberCount: 0, liveBufferSize: 0, readBatchSize: 0, historyBufferSize: 0,
      resolveLinks: false, extraStatistics: false, strategy: 'DispatchToSingle', startFrom: 'start', filter: undefined,
    },
  };
  const outer = new WireReader(message);
  for (let field = outer.next(); field !== 0; field = outer.next()) {
    if (field === 1) readOptions(request, outer.message());
    else outer.skip();
  }
  if (request.address.stream === '') throw invalidArgument('The request names neither a stream nor $all.');
  if (request.address.group === '') throw invalidArgument('The group name is empty.');
  checkSettings(request.settings);
  return request;
}

function readOptions({ address, settings }: ChangeRequest, fields: WireReader): void {
  // The start that comes with the stream or with $all counts before the deprecated one among the settings.
  let startFrom: Start | undefined;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    switch (field) {
      case 1: address.stream = readStreamName(fields.view()); break;
      case 2: address.group = fields.text(); break;
      case 3: readSettings(settings, fields.message()); break;
      case 4: startFrom = readStreamOptions(address, fields.message()); break;
      case 5: startFrom = readAllOptions(settings, fields.message()); address.stream = allStream; break;
      default: fields.skip();
    }
  }
  if (startFrom !== undefined) settings.startFrom = startFrom;
}

function readStreamOptions(address: GroupAddress, fields: WireReader): Start {
  let from: Start = 'start';
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    switch (field) {
      case 1: address.stream = readStreamName(fields.view()); break;
      case 2: from = placeOf(fields.uint64()); break;
      case 4: from = 'end'; fields.skip(); break;
      default: fields.skip();
    }
  }
  return from;
}

function readAllOptions(settings: GroupSettings, fields: WireReader): Start {
  let from: Start = 'start';
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    switch (field) {
      case 1: from = placeOf(readCommitPosition(fields.message())); break;
      case 3: from = 'end'; fields.skip(); break;
      case 4: settings.filter = checkedFilter(fields.view()); break;
      default: fields.skip();
    }
  }
  return from;
}

/** The filter as it came, once it is known that it can be read. */
function checkedFilter(message: Buffer): Buffer {
  readFilter(message);
  return message;
}

function readSettings(settings: GroupSettings, fields: WireReader): void {
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    const number = numberFields[field];
    if (number === undefined) readOtherSetting(settings, field, fields);
    else settings[number] = signed(fields) / (tickFields.includes(field) ? ticksPerMillisecond : 1);
  }
}

function readOtherSetting(settings: GroupSettings, field: number, fields: WireReader): void {
  switch (field) {
    case 1: settings.resolveLinks = fields.number() !== 0; break;
    case 2: settings.startFrom = placeOf(fields.uint64()); break;
    case 3: settings.extraStatistics = fields.number() !== 0; break;
    case 13: settings.strategy = knownStrategy(strategies[fields.number()], 'named_consumer_strategy'); break;
    case 16: settings.strategy = readStrategy(fields.text()); break;
    default: fields.skip();
  }
}

function readStrategy(name: string): GroupSettings['strategy'] {
  return knownStrategy(strategies.find((strategy) => strategy === name), `consumer_strategy '${name}'`);
}

function knownStrategy(strategy: GroupSettings['strategy'] | undefined, field: string): GroupSettings['strategy'] {
  if (strategy) return strategy;
  throw invalidArgument(`${field} is unknown; there are ${strategies.join(', ')}.`);
}

function signed(fields: WireReader): number {
  return Number(BigInt.asIntN(64, fields.uint64()));
}
