import { parseStreamName, readersOf, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { localDate } from '@zeren/organisation-domain';
import type { RequestEvent } from '../request/request.events.js';
import type { Channel, RequestContent, RequestKind } from '../request/request-values.js';
import { endOf, rated, recounted, reported, responded } from './figure-facts.js';
import { noFacts, type FigureFacts } from './figures.js';

/** A request with the facts by which it is counted; the figures and the lists behind them are of these rows. */
export type RequestCaseRow = ViewRow & FigureFacts & {
  readonly receipt: string;
  readonly subject: string;
  readonly kind: RequestKind;
  readonly channel: Channel;
  readonly matterCode: string | null;
  readonly areaUnitId: string;
  readonly integrations: readonly string[];
  readonly filedAt: string;
  /** The day of filing in the tenants' calendar. */
  readonly filedOn: string;
  /** The unit that has the lead now. */
  readonly leadUnitId: string | null;
  /** When the requester was told the answer. */
  readonly answeredAt: string | null;
  /** Working minutes for which units had it, over all rounds. */
  readonly heldMinutes: number;
  readonly reopenings: number;
};

type CaseEvent = Extract<RequestEvent, {
  type: 'RequestFiled' | 'RequestDisclosed' | 'RequestAccepted' | 'RequestDeclined' | 'RequestReclassified' | 'RequestDispatched' | 'ReturnAccepted' | 'HandlingReported'
    | 'HandlingSentBack' | 'RequestDeferred' | 'AnswerFedBack' | 'AnswerRated' | 'RequestReopened' | 'RequestClosed' | 'RequestMerged' | 'DeadlinesRecomputed';
}>;
type Recorded = RecordedEvent<CaseEvent>;
type Changing = Exclude<CaseEvent['type'], 'RequestFiled' | 'RequestDisclosed'>;
/** What an event changes, said of its data and the moment it happened. */
type Change<T extends Changing> = (row: RequestCaseRow, data: Extract<CaseEvent, { type: T }>['data'], at: string) => Partial<RequestCaseRow>;

/** A row for each reader; a disclosure is for those it is made to. */
const keys = (event: Recorded): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  const readers = event.type === 'RequestDisclosed' ? event.data.tenantIds : readersOf(event);
  return readers.map((readerTenantId) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: stream.id }));
};

const begun = (key: RowKey, { receipt, subject, kind, channel, place, integrations, filedAt }: RequestContent, matterCode: string | null): RequestCaseRow => ({
  ...key, ...noFacts,
  receipt, subject, kind, channel, matterCode, areaUnitId: place.areaUnitId, integrations, filedAt, filedOn: localDate(filedAt),
  leadUnitId: null, answeredAt: null, heldMinutes: 0, reopenings: 0,
});

/** What begins anew with a round: the clock of handling, and what came of it. */
const newRound = { reportedAt: null, reportedInTime: null, isDeferred: false, outcome: null, isRated: false, isSatisfied: false } as const;

const changes: { readonly [T in Changing]: Change<T> } = {
  RequestAccepted: (row, { matterCode }, at) => ({ matterCode, ...responded(row, at) }),
  RequestDeclined: (row, _, at) => ({ setAside: 'declined', ...responded(row, at) }),
  RequestReclassified: (_, { matterCode }) => ({ matterCode }),
  RequestDispatched: (_, { matterCode, lead, stages }) => ({ ...newRound, matterCode, leadUnitId: lead.unitId, handleBy: endOf(stages) }),
  ReturnAccepted: (row, data) => ({ leadUnitId: null, handleBy: null, heldMinutes: row.heldMinutes + data.heldMinutes }),
  HandlingReported: (row, { outcome, heldMinutes }, at) => ({ ...reported(row, at), outcome, heldMinutes: row.heldMinutes + heldMinutes }),
  HandlingSentBack: (row, { stages }) => ({ ...newRound, handleBy: endOf(stages), reworks: row.reworks + 1 }),
  RequestDeferred: (row, { stages }) => ({ isDeferred: true, handleBy: endOf(stages) ?? row.handleBy }),
  AnswerFedBack: (_, { outcome }, at) => ({ answeredAt: at, outcome }),
  AnswerRated: (row, { satisfied }) => rated(row, satisfied),
  RequestReopened: (row) => ({ ...newRound, handleBy: null, leadUnitId: null, answeredAt: null, reopenings: row.reopenings + 1 }),
  RequestClosed: (_, { outcome }) => ({ outcome }),
  RequestMerged: () => ({ setAside: 'merged', respondBy: null }),
  DeadlinesRecomputed: (row, { acceptBy, stages }) => recounted(row, acceptBy, stages),
};

const evolve = (row: RequestCaseRow | undefined, event: Recorded, key: RowKey): RequestCaseRow | undefined => {
  if (event.type === 'RequestFiled') return { ...begun(key, event.data, event.data.matterCode), respondBy: event.data.acceptBy.at };
  if (event.type === 'RequestDisclosed') return row ?? begun(key, event.data.content, event.data.matterCode);
  const change = changes[event.type] as Change<Changing>;
  return row && { ...row, ...change(row, event.data, event.metadata.occurredAt) };
};

/** Requests as figures count them. Of a request that is dispatched to it a tenant counts what happens from then on. */
export const requestCase: Projection<RequestCaseRow, CaseEvent> = {
  name: 'request_case',
  version: 1,
  handles: [
    'RequestFiled', 'RequestDisclosed', 'RequestAccepted', 'RequestDeclined', 'RequestReclassified', 'RequestDispatched', 'ReturnAccepted', 'HandlingReported',
    'HandlingSentBack', 'RequestDeferred', 'AnswerFedBack', 'AnswerRated', 'RequestReopened', 'RequestClosed', 'RequestMerged', 'DeadlinesRecomputed',
  ],
  keys,
  evolve,
};
