import { parseStreamName, readersOf, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import { nextHeed } from './request-clock.js';
import { evolveRequest } from './request-evolve.js';
import type { RequestEvent } from './request.events.js';
import { askedDeferral, isEnded, runningDue, type FiledRequest, type RequestStatus } from './request-state.js';
import type { Channel, FastStage, RequestKind } from './request-values.js';

/** What a request waits for. `away`: units of another tenant have it, and it has left the reader's. */
export const requestLanes = [
  'to-accept', 'to-dispatch', 'unowned', 'in-hand', 'to-arbitrate', 'to-verify', 'to-feed-back', 'to-call-back', 'ended', 'away',
] as const;
export type RequestLane = (typeof requestLanes)[number];

const laneOf: Readonly<Record<RequestStatus, RequestLane>> = {
  filed: 'to-accept', accepted: 'to-dispatch', unowned: 'unowned', dispatched: 'in-hand', taken: 'in-hand', 'return-asked': 'to-arbitrate',
  reported: 'to-verify', verified: 'to-feed-back', answered: 'to-call-back', closed: 'ended', declined: 'ended', merged: 'ended',
};

/** One step of its course: what happened, when, and in which unit's name. */
export type RequestStep = { readonly type: RequestEvent['type']; readonly at: string; readonly unitId: string; readonly round: number };

/** What a reader sees of a request: secrets of receipts are not among it. */
export type RequestRow = RowKey & {
  readonly status: RequestStatus;
  readonly lane: RequestLane;
  readonly kind: RequestKind;
  readonly channel: Channel;
  readonly receipt: string;
  readonly subject: string;
  readonly matterCode: string | null;
  readonly areaUnitId: string;
  /** Values of the four integrations between spaces, for views that are cut by one: ` party theory `. */
  readonly integrationText: string;
  readonly isUrgent: boolean;
  readonly leadUnitId: string | null;
  /** The units that support the lead, between spaces. */
  readonly supportingText: string;
  /** The deadline that runs now, for which of the four stages; null where none runs. */
  readonly dueAt: string | null;
  readonly dueStage: FastStage | null;
  /** The deadline that runs has passed; the clock says so. */
  readonly isOverdue: boolean;
  /** The unit that has it asked to have its clock set aside, and waits for the answer. */
  readonly isDeferralAsked: boolean;
  /** Some deadline was counted without a published calendar. */
  readonly isProvisional: boolean;
  /** When the clock has something to do about it next; null where nothing. */
  readonly nextHeedAt: string | null;
  /** By what lists are ordered: the running deadline, or when the last step was taken. */
  readonly orderAt: string;
  /** When each of the four stages was last reached; null where not yet. The requester's clock runs from `filedAt` to `answeredAt`. */
  readonly filedAt: string;
  readonly acceptedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly reportedAt: string | null;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly request: FiledRequest;
  readonly steps: readonly RequestStep[];
  readonly revision: number;
};

type Recorded = RecordedEvent<RequestEvent>;

const between = (values: readonly string[]): string => (values.length === 0 ? '' : ` ${values.join(' ')} `);

const isSeenAway = ({ status }: FiledRequest, { readerTenantId, ownerTenantId }: RowKey): boolean =>
  readerTenantId !== ownerTenantId && (status === 'accepted' || status === 'unowned');

const withoutSecrets = (request: FiledRequest): FiledRequest => ({
  ...request, receiptSecretHash: '', joined: request.joined.map((one) => ({ ...one, receiptSecretHash: '' })),
});

const isCountedByWeek = (request: FiledRequest): boolean =>
  runningDue(request)?.deadline.provisional === true || (request.assignment !== null && request.stages.some(({ deadline }) => deadline.provisional));

/** The deadline that runs, as a row says it. */
const runningOf = (request: FiledRequest, at: string) => {
  const running = isEnded(request) ? null : runningDue(request);
  if (!running) return { dueAt: null, dueStage: null, isOverdue: false, orderAt: at };
  const dueAt = running.deadline.at;
  return { dueAt, dueStage: running.stage, orderAt: dueAt, isOverdue: request.marks.some(({ deadlineAt, what }) => what !== 'before' && deadlineAt === dueAt) };
};

/** What a row says of the state. */
const derivedFrom = (request: FiledRequest, key: RowKey, at: string) => {
  const { content, status, assignment } = request;
  return {
    status,
    lane: isSeenAway(request, key) ? 'away' as const : laneOf[status],
    kind: content.kind,
    channel: content.channel,
    receipt: content.receipt,
    subject: content.subject,
    matterCode: request.matterCode,
    areaUnitId: content.place.areaUnitId,
    integrationText: between(content.integrations),
    isUrgent: content.urgentReason !== null,
    leadUnitId: assignment?.lead.unitId ?? null,
    supportingText: between((assignment?.supporting ?? []).map(({ unitId }) => unitId)),
    ...runningOf(request, at),
    isDeferralAsked: askedDeferral(request) !== undefined,
    isProvisional: isCountedByWeek(request),
    nextHeedAt: key.readerTenantId === key.ownerTenantId ? (nextHeed(request)?.at ?? null) : null,
    request: withoutSecrets(request),
  };
};

type Times = Pick<RequestRow, 'acceptedAt' | 'dispatchedAt' | 'reportedAt' | 'answeredAt' | 'endedAt'>;

const untimed: Times = { acceptedAt: null, dispatchedAt: null, reportedAt: null, answeredAt: null, endedAt: null };

const timesAfter = (times: Times, type: RequestEvent['type'], at: string): Times => {
  const { acceptedAt, dispatchedAt, reportedAt, answeredAt, endedAt } = times;
  const kept = { acceptedAt, dispatchedAt, reportedAt, answeredAt, endedAt };
  if (type === 'RequestAccepted') return { ...kept, acceptedAt: at };
  if (type === 'RequestDispatched') return { ...kept, dispatchedAt: at, reportedAt: null };
  if (type === 'HandlingSentBack') return { ...kept, reportedAt: null };
  if (type === 'HandlingReported') return { ...kept, reportedAt: at };
  if (type === 'AnswerFedBack') return { ...kept, answeredAt: at };
  if (type === 'RequestReopened') return { ...kept, answeredAt: null, endedAt: null };
  if (type === 'RequestClosed' || type === 'RequestDeclined' || type === 'RequestMerged') return { ...kept, endedAt: at };
  return kept;
};

/** Whoever is told anew what was filed begins anew: what happened while others had it is not theirs to see. */
const stateBefore = (row: RequestRow | undefined, event: Recorded, key: RowKey) => {
  const begins = event.type === 'RequestDisclosed' && key.readerTenantId !== key.ownerTenantId;
  return row && !begins ? row : undefined;
};

const evolve = (before: RequestRow | undefined, event: Recorded, key: RowKey): RequestRow | undefined => {
  const row = stateBefore(before, event, key);
  const request = evolveRequest(row?.request ?? { status: 'none' }, event);
  if (request.status === 'none') return undefined;
  const at = event.metadata.occurredAt;
  const step: RequestStep = { type: event.type, at, unitId: event.metadata.unitId, round: request.round };
  return {
    readerTenantId: key.readerTenantId, ownerTenantId: key.ownerTenantId, id: key.id,
    ...derivedFrom(request, key, at),
    ...timesAfter(row ?? untimed, event.type, at),
    filedAt: request.content.filedAt,
    steps: [...(row?.steps ?? []), step],
    revision: event.revision,
  };
};

const keys = (event: Recorded): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  return stream ? readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: stream.id })) : [];
};

/** All requests a tenant may see: those filed with it, and those its units were given. */
export const requestBoard: Projection<RequestRow, RequestEvent> = {
  name: 'request_board',
  version: 2,
  handles: [
    'RequestFiled', 'RequestDisclosed', 'RequestAccepted', 'RequestDeclined', 'RequestReclassified', 'RequestDispatched', 'RequestFoundUnowned', 'OwnershipRuled', 'RequestTaken',
    'ReturnAsked', 'ReturnAccepted', 'ReturnRefused', 'StageReached', 'PartReported', 'HandlingReported', 'HandlingVerified', 'HandlingSentBack', 'DeferralAsked', 'DeferralRefused',
    'RequestDeferred',
    'AnswerFedBack', 'CalledBack', 'AnswerRated', 'RequestReopened', 'RequestClosed', 'RequestMerged', 'RequesterJoined',
    'DeadlineReminded', 'DeadlineEscalated', 'DeadlinesRecomputed', 'MediationBegun', 'MediationFailed', 'AgreementReached', 'AgreementRevisited',
  ],
  keys,
  evolve,
};
