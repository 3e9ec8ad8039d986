import { parseStreamName, readersOf, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { RequestEvent } from '../request/request.events.js';
import { endOf, rated, recounted, reported, responded } from './figure-facts.js';
import { noFacts, type FigureFacts } from './figures.js';

/**
 * The time for which one unit had one request, with the facts by which that unit is counted: from the moment it was
 * dispatched to it, for nobody answers for another's delay. Its id is `<request>~<round>` for the lead,
 * `<request>~<round>~<unit>` for a unit that supports it.
 */
export type RequestHandlingRow = ViewRow & FigureFacts & {
  /** The request's own id, in its owner's tenant. */
  readonly requestId: string;
  readonly round: number;
  readonly unitId: string;
  readonly isLead: boolean;
  readonly dispatchedAt: string;
  /** When it asked to give it back. */
  readonly returnAskedAt: string | null;
  /** Working minutes for which it had it; null while it has it. */
  readonly heldMinutes: number | null;
};

const leadId = (requestId: string, round: number): string => `${requestId}~${round}`;
const partId = (requestId: string, round: number, unitId: string): string => `${requestId}~${round}~${unitId}`;

type HandlingEvent = Extract<RequestEvent, {
  type: 'RequestDispatched' | 'RequestTaken' | 'ReturnAsked' | 'ReturnAccepted' | 'PartReported' | 'HandlingReported' | 'HandlingSentBack'
    | 'RequestDeferred' | 'AnswerRated' | 'DeadlinesRecomputed';
}>;
type Recorded = RecordedEvent<HandlingEvent>;

const idsOf = (requestId: string, { type, data }: Recorded): readonly string[] => {
  const lead = leadId(requestId, data.round);
  switch (type) {
    case 'RequestDispatched':
      return [lead, ...data.supporting.map(({ unitId }) => partId(requestId, data.round, unitId))];
    case 'PartReported':
      return [partId(requestId, data.round, data.unitId)];
    case 'HandlingSentBack':
      return [leadId(requestId, data.round - 1), lead];
    case 'RequestTaken':
    case 'ReturnAsked':
    case 'ReturnAccepted':
      return [lead, partId(requestId, data.round, data.unitId)];
    case 'RequestDeferred':
    case 'DeadlinesRecomputed':
      return [lead, ...(data.supportingUnitIds ?? []).map((unitId) => partId(requestId, data.round, unitId))];
    case 'HandlingReported':
    case 'AnswerRated':
      return [lead];
  }
};

const keys = (event: Recorded): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).flatMap((readerTenantId) =>
    idsOf(stream.id, event).map((id) => ({ readerTenantId, ownerTenantId: stream.tenantId, id })));
};

const requestIdIn = (id: string): string => id.slice(0, id.indexOf('~'));
const unitIdIn = (id: string): string | undefined => id.split('~')[2];

type Beginning = Pick<RequestHandlingRow, 'round' | 'unitId' | 'dispatchedAt' | 'handleBy'> & Partial<Pick<RequestHandlingRow, 'respondBy' | 'respondedAt'>>;

const begun = (key: RowKey, beginning: Beginning): RequestHandlingRow => ({
  ...key, ...noFacts, requestId: requestIdIn(key.id), isLead: unitIdIn(key.id) === undefined, returnAskedAt: null, heldMinutes: null, ...beginning,
});

type Changing = Exclude<HandlingEvent['type'], 'RequestDispatched'>;
type Change<T extends Changing> = (row: RequestHandlingRow, data: Extract<HandlingEvent, { type: T }>['data'], at: string) => Partial<RequestHandlingRow>;

const changes: { readonly [T in Changing]: Change<T> } = {
  RequestTaken: (row, { unitId }, at) => (row.unitId === unitId ? responded(row, at) : {}),
  ReturnAsked: (row, { unitId }, at) => (row.unitId === unitId ? { returnAskedAt: at, ...responded(row, at) } : {}),
  ReturnAccepted: (row, { unitId, heldMinutes }) => (row.unitId === unitId ? returned(row, heldMinutes) : {}),
  PartReported: (row, _, at) => ({ ...responded(row, at), ...reported(row, at) }),
  HandlingReported: (row, { outcome, heldMinutes }, at) => ({ ...responded(row, at), ...reported(row, at), outcome, heldMinutes }),
  HandlingSentBack: (row) => ({ reworks: row.reworks + 1, outcome: null }),
  RequestDeferred: (row, { stages }) => ({ isDeferred: true, handleBy: endOf(stages) ?? row.handleBy }),
  AnswerRated: (row, { satisfied }) => rated(row, satisfied),
  DeadlinesRecomputed: (row, { returnBy, stages }) => recounted(row, returnBy, stages),
};

const evolve = (row: RequestHandlingRow | undefined, event: Recorded, key: RowKey): RequestHandlingRow | undefined => {
  const { occurredAt } = event.metadata;
  if (event.type === 'RequestDispatched') {
    const { round, lead, stages, returnBy } = event.data;
    return begun(key, { round, unitId: unitIdIn(key.id) ?? lead.unitId, dispatchedAt: occurredAt, handleBy: endOf(stages), respondBy: returnBy.at });
  }
  if (event.type === 'HandlingSentBack' && key.id === leadId(requestIdIn(key.id), event.data.round)) {
    const { round, unitId, stages } = event.data;
    return begun(key, { round, unitId, dispatchedAt: occurredAt, handleBy: endOf(stages) });
  }
  const change = changes[event.type] as Change<Changing>;
  return row && { ...row, ...change(row, event.data, occurredAt) };
};

/** Given back in time it counts in no rate; a unit that let the deadline pass before it asked answers for that. */
const returned = (row: RequestHandlingRow, heldMinutes: number): Partial<RequestHandlingRow> => {
  const asked = row.returnAskedAt ?? row.dispatchedAt;
  const late = row.handleBy !== null && asked > row.handleBy;
  return { heldMinutes, ...(late ? reported(row, asked) : { setAside: 'returned' as const }) };
};

/** What each unit did with what it was given. */
export const requestHandling: Projection<RequestHandlingRow, HandlingEvent> = {
  name: 'request_handling',
  version: 1,
  handles: [
    'RequestDispatched', 'RequestTaken', 'ReturnAsked', 'ReturnAccepted', 'PartReported', 'HandlingReported', 'HandlingSentBack', 'RequestDeferred',
    'AnswerRated', 'DeadlinesRecomputed',
  ],
  keys,
  evolve,
};
