import { parseStreamName, type Decimal, type Projection, type RowKey } from '@zeren/kernel';
import type { DeadlinesRecomputed, RequestEvent, RequestFiled } from '../request/request.events.js';
import type { Channel, HandlingOutcome, HandlingStage, RequestKind, RequestPhoto } from '../request/request-values.js';

/** How far a request is, in the words of whoever asked. */
export type PublicState = 'received' | 'accepted' | 'in-hand' | 'reported' | 'answered' | 'ended' | 'declined' | 'merged';

/** A picture, without where and when it was taken. */
export type PublicPhoto = Pick<RequestPhoto, 'hash' | 'size' | 'mediaType'>;

/** What anybody may know of a request; nothing in it says who asked. */
export type PublicRequestRow = RowKey & {
  /** By which whoever asked finds it; never told to others. */
  readonly receipt: string;
  readonly kind: RequestKind;
  readonly channel: Channel;
  readonly matterCode: string | null;
  readonly subject: string;
  readonly areaUnitId: string;
  /** Degrees (WGS 84). */
  readonly latitude: Decimal | null;
  readonly longitude: Decimal | null;
  readonly state: PublicState;
  /** Neither answered nor ended otherwise. */
  readonly isOpen: boolean;
  /** Whether it may ever stand on the public page: no dispute, nothing asked in confidence. */
  readonly mayBePublic: boolean;
  /** Whether it stands there now: it was accepted. */
  readonly isPublic: boolean;
  readonly leadUnitId: string | null;
  /** How many asked for the same. */
  readonly askedBy: number;
  readonly filedAt: string;
  readonly acceptedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly answeredAt: string | null;
  /** Until when the requester is to have an answer at the stage it is at; null where nothing runs. */
  readonly dueAt: string | null;
  readonly outcome: HandlingOutcome | null;
  /** What the requester was told; null before it was told. */
  readonly answer: string | null;
  /** Those that came with the answer, as it was told. What whoever asked sent along is never among them. */
  readonly photos: readonly PublicPhoto[];
  /** What was reported and is not yet told. */
  readonly reported: { readonly outcome: HandlingOutcome; readonly answer: string; readonly photos: readonly PublicPhoto[] } | null;
  readonly mergedInto: string | null;
  readonly updatedAt: string;
};

const handles = [
  'RequestFiled', 'RequestAccepted', 'RequestDeclined', 'RequestReclassified', 'RequestDispatched', 'ReturnAccepted', 'RequestDeferred', 'HandlingReported',
  'HandlingVerified', 'HandlingSentBack', 'AnswerFedBack', 'RequestReopened', 'RequestClosed', 'RequestMerged', 'RequesterJoined', 'DeadlinesRecomputed',
] as const;

type PublicEvent = Extract<RequestEvent, { type: (typeof handles)[number] }>;
type PublicChange = Exclude<PublicEvent, RequestFiled>;

const rowOf = ({ data }: RequestFiled, key: RowKey, at: string): PublicRequestRow => ({
  readerTenantId: key.readerTenantId, ownerTenantId: key.ownerTenantId, id: key.id,
  receipt: data.receipt, kind: data.kind, channel: data.channel, matterCode: data.matterCode, subject: data.subject,
  areaUnitId: data.place.areaUnitId, latitude: data.place.point?.latitude ?? null, longitude: data.place.point?.longitude ?? null,
  state: 'received', isOpen: true, mayBePublic: mayBePublic(data), isPublic: false, leadUnitId: null, askedBy: 1,
  filedAt: data.filedAt, acceptedAt: null, dispatchedAt: null, answeredAt: null, dueAt: data.acceptBy.at,
  outcome: null, answer: null, photos: [], reported: null, mergedInto: null, updatedAt: at,
});

/** Disputes are between people, and who asks in confidence may be guessed from what is asked. */
const mayBePublic = ({ kind, disclosure }: RequestFiled['data']): boolean => kind !== 'dispute' && disclosure !== 'confidential';

/** Back to those who handle it: what was reported or told before no longer holds. */
const handling = (dueAt: string | null): Partial<PublicRequestRow> =>
  ({ state: 'in-hand', isOpen: true, dueAt, reported: null, outcome: null, answer: null, photos: [], answeredAt: null });

const publicPhotoOf = ({ hash, size, mediaType }: RequestPhoto): PublicPhoto => ({ hash, size, mediaType });

const lastOf = (stages: readonly HandlingStage[]): string | null => stages.at(-1)?.deadline.at ?? null;

/** By the calendar as it is known now, at the place of its course where it is. */
const recounted = (row: PublicRequestRow, data: DeadlinesRecomputed['data']): string | null => {
  if (row.state === 'received') return data.acceptBy?.at ?? row.dueAt;
  if (row.state === 'accepted') return (data.dispatchBy ?? data.arbitrateBy)?.at ?? row.dueAt;
  return data.feedBackBy?.at ?? lastOf(data.stages) ?? row.dueAt;
};

type Change<Type extends PublicChange['type']> = (
  data: Extract<PublicChange, { type: Type }>['data'], row: PublicRequestRow, at: string,
) => Partial<PublicRequestRow>;

const changes: { readonly [Type in PublicChange['type']]: Change<Type> } = {
  RequestAccepted: ({ matterCode, dispatchBy }, { mayBePublic: isPublic }, acceptedAt) => ({ state: 'accepted', isPublic, matterCode, acceptedAt, dueAt: dispatchBy.at }),
  RequestDeclined: ({ reason }) => ({ state: 'declined', isOpen: false, isPublic: false, dueAt: null, answer: reason }),
  RequestReclassified: ({ matterCode }) => ({ matterCode }),
  RequestDispatched: ({ stages, lead, matterCode }, _, dispatchedAt) => ({ ...handling(lastOf(stages)), leadUnitId: lead.unitId, matterCode, dispatchedAt }),
  ReturnAccepted: ({ dispatchBy }) => ({ state: 'accepted', leadUnitId: null, dueAt: dispatchBy.at }),
  RequestDeferred: ({ stages }) => ({ dueAt: lastOf(stages) }),
  HandlingReported: ({ outcome, answer, photos }) => ({ state: 'reported', dueAt: null, reported: { outcome, answer, photos: photos.map(publicPhotoOf) } }),
  HandlingVerified: ({ feedBackBy }) => ({ dueAt: feedBackBy.at }),
  HandlingSentBack: ({ stages }) => handling(lastOf(stages)),
  AnswerFedBack: ({ outcome }, { reported }, answeredAt) => ({ state: 'answered', isOpen: false, dueAt: null, answeredAt, outcome, answer: reported?.answer ?? null, photos: reported?.photos ?? [] }),
  RequestReopened: ({ dispatchBy }) => ({ ...handling(dispatchBy.at), state: 'accepted', leadUnitId: null }),
  RequestClosed: ({ outcome }) => ({ state: 'ended', isOpen: false, dueAt: null, outcome }),
  RequestMerged: ({ intoRequestId }) => ({ state: 'merged', isOpen: false, isPublic: false, dueAt: null, mergedInto: intoRequestId }),
  RequesterJoined: (_, { askedBy }) => ({ askedBy: askedBy + 1 }),
  DeadlinesRecomputed: (data, row) => ({ dueAt: recounted(row, data) }),
};

/** What anybody may know of requests, in the tenant they were filed with. */
export const publicRequestProjection: Projection<PublicRequestRow, PublicEvent> = {
  name: 'public_request',
  version: 2,
  handles,
  keys: (event) => {
    const stream = parseStreamName(event.stream);
    return stream ? [{ readerTenantId: stream.tenantId, ownerTenantId: stream.tenantId, id: stream.id }] : [];
  },
  evolve: (row, event, key) => {
    const at = event.metadata.occurredAt;
    if (event.type === 'RequestFiled') return rowOf(event, key, at);
    const change = changes[event.type] as Change<PublicChange['type']>;
    return row && { ...row, ...change(event.data, row, at), updatedAt: at };
  },
};

