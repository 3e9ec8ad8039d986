import { afterDisputeEvent, isDisputeEvent } from './dispute.js';
import type { DisputeEvent } from './dispute.events.js';
import type {
  DeadlinesRecomputed, HandlingReported, HandlingSentBack, ReturnAccepted, RequestDeferred, RequestDisclosed, RequestDispatched, RequesterJoined, RequestEvent, RequestFiled,
} from './request.events.js';
import { askedDeferral, type Awaited, type Deferral, type FiledRequest, type RequestState, type Return } from './request-state.js';
import type { Due, RequestContent } from './request-values.js';
import { clocksWith } from './unit-clock.js';

const awaiting = (what: Awaited['what'], deadline: Due): Awaited =>
  ({ what, deadline, stage: what === 'arbitration' ? 'dispatch' : what });

const blank = (content: RequestContent): FiledRequest => ({
  status: 'filed', content, receiptSecretHash: '', matterCode: null, round: 0, assignment: null, stages: [], reached: [], due: null, unowned: null,
  returns: [], parts: [], report: null, clocks: [], deferrals: 0, deferralsAsked: [], reworks: 0, reopenings: 0, calls: [], ratings: [], joined: [], marks: [],
  mediation: null, answeredAs: null, outcome: null, endReason: null, mergedInto: null, sharedWith: [],
});

const filed = ({ data: { receiptSecretHash, matterCode, acceptBy, ...content } }: RequestFiled): FiledRequest =>
  ({ ...blank(content), receiptSecretHash, matterCode, due: awaiting('acceptance', acceptBy) });

/** Who reads only from here on knows what was filed, and that it is to be dispatched. */
const disclosed = (state: RequestState, { data }: RequestDisclosed): FiledRequest => {
  const before: FiledRequest = state.status === 'none' ? { ...blank(data.content), status: 'accepted', matterCode: data.matterCode } : state;
  return { ...before, sharedWith: [...new Set([...before.sharedWith, ...data.tenantIds])] };
};

const startOf = (stages: RequestDispatched['data']['stages'], otherwise: Due): string => stages[0]?.deadline.from ?? otherwise.from;

const dispatched = (request: FiledRequest, { data }: RequestDispatched): FiledRequest => {
  const { round, matterCode, lead, supporting, officerPostId, route, stages, returnBy } = data;
  const tenantIds = new Set([lead, ...supporting].map(({ tenantId }) => tenantId).filter((tenantId) => tenantId !== request.content.ownerTenantId));
  return {
    ...request, status: 'dispatched', round, matterCode, stages, reached: [], parts: [], due: null, unowned: null, sharedWith: [...tenantIds],
    assignment: { lead, supporting, officerPostId, route, returnBy, since: startOf(stages, returnBy), heldBefore: 0, deferredUntil: null },
  };
};

const lastReturn = (returns: readonly Return[], said: Partial<Return>): readonly Return[] =>
  returns.map((each, index) => (index === returns.length - 1 ? { ...each, ...said } : each));

const leadOf = ({ assignment }: FiledRequest, unitId: string) => assignment?.lead ?? { unitId, tenantId: '' };

/** The unit's clock ends with it, and nobody beyond the owner has it. */
const givenBack = (request: FiledRequest, { data: { unitId, heldMinutes, reason, dispatchBy } }: ReturnAccepted): FiledRequest => ({
  ...request, status: 'accepted', assignment: null, stages: [], due: awaiting('dispatch', dispatchBy), sharedWith: [],
  clocks: clocksWith(request.clocks, leadOf(request, unitId), heldMinutes), returns: lastReturn(request.returns, { status: 'accepted', answer: reason }),
});

const reported = (request: FiledRequest, { data }: HandlingReported): FiledRequest => ({
  ...request, status: 'reported', report: data, due: null, clocks: clocksWith(request.clocks, leadOf(request, data.unitId), data.heldMinutes),
});

const sentBack = (request: FiledRequest, { data: { round, stages } }: HandlingSentBack): FiledRequest => {
  const { assignment } = request;
  return {
    ...request, status: 'taken', round, stages, reached: [], reworks: request.reworks + 1,
    assignment: assignment && { ...assignment, since: startOf(stages, assignment.returnBy), heldBefore: 0, deferredUntil: null },
  };
};

/** What was asked in this round is answered. */
const answered = (request: FiledRequest, said: Partial<Deferral>): readonly Deferral[] => {
  const asked = askedDeferral(request);
  return request.deferralsAsked.map((each) => (each === asked ? { ...each, ...said } : each));
};

const deferred = (request: FiledRequest, { data: { until, reason, heldMinutes, stages } }: RequestDeferred): FiledRequest => ({
  ...request, deferrals: request.deferrals + 1, deferralsAsked: answered(request, { status: 'granted', grantedUntil: until, answer: reason }),
  stages: request.stages.map((stage) => stages.find(({ code }) => code === stage.code) ?? stage),
  assignment: request.assignment && { ...request.assignment, since: until, heldBefore: heldMinutes, deferredUntil: until },
});

const recomputed = (request: FiledRequest, { data }: DeadlinesRecomputed): FiledRequest => {
  const anew = { acceptance: data.acceptBy, dispatch: data.dispatchBy, arbitration: data.arbitrateBy, feedback: data.feedBackBy };
  const { due, assignment } = request;
  return {
    ...request,
    due: due && { ...due, deadline: anew[due.what] ?? due.deadline },
    stages: data.stages.length > 0 ? data.stages : request.stages,
    assignment: assignment && { ...assignment, returnBy: data.returnBy ?? assignment.returnBy },
  };
};

type HandlingEvent = Extract<RequestEvent, { type:
  'RequestDispatched' | 'RequestTaken' | 'ReturnAsked' | 'ReturnAccepted' | 'ReturnRefused' | 'StageReached' | 'PartReported' | 'HandlingReported'
  | 'HandlingVerified' | 'HandlingSentBack'; }>;

const handlingEvents: Readonly<Record<HandlingEvent['type'], true>> = {
  RequestDispatched: true, RequestTaken: true, ReturnAsked: true, ReturnAccepted: true, ReturnRefused: true, StageReached: true, PartReported: true,
  HandlingReported: true, HandlingVerified: true, HandlingSentBack: true,
};

const isHandlingEvent = (event: RequestEvent): event is HandlingEvent => Object.hasOwn(handlingEvents, event.type);

/** What happens while units handle it. */
const afterHandling = (request: FiledRequest, event: HandlingEvent): FiledRequest => {
  switch (event.type) {
    case 'RequestDispatched': return dispatched(request, event);
    case 'RequestTaken': return { ...request, status: 'taken' };
    case 'ReturnAsked': {
      const { arbitrateBy, ...asked } = event.data;
      return { ...request, status: 'return-asked', due: awaiting('arbitration', arbitrateBy), returns: [...request.returns, { ...asked, status: 'asked', answer: '' }] };
    }
    case 'ReturnAccepted': return givenBack(request, event);
    case 'ReturnRefused': return { ...request, status: 'dispatched', due: null, returns: lastReturn(request.returns, { status: 'refused', answer: event.data.reason }) };
    case 'StageReached': return { ...request, reached: [...request.reached, event.data.stageCode] };
    case 'PartReported': return { ...request, parts: [...request.parts, event.data] };
    case 'HandlingReported': return reported(request, event);
    case 'HandlingVerified': return { ...request, status: 'verified', due: awaiting('feedback', event.data.feedBackBy) };
    case 'HandlingSentBack': return sentBack(request, event);
  }
};

type DeferralEvent = Extract<RequestEvent, { type: 'DeferralAsked' | 'DeferralRefused' | 'RequestDeferred' }>;

const isDeferralEvent = (event: RequestEvent): event is DeferralEvent =>
  event.type === 'DeferralAsked' || event.type === 'DeferralRefused' || event.type === 'RequestDeferred';

/** What becomes of a unit's wish to have its clock set aside. */
const afterDeferral = (request: FiledRequest, event: DeferralEvent): FiledRequest => {
  switch (event.type) {
    case 'DeferralAsked': return { ...request, deferralsAsked: [...request.deferralsAsked, { ...event.data, grantedUntil: null, status: 'asked', answer: '' }] };
    case 'DeferralRefused': return { ...request, deferralsAsked: answered(request, { status: 'refused', answer: event.data.reason }) };
    case 'RequestDeferred': return deferred(request, event);
  }
};

type ClockEvent = Extract<RequestEvent, { type: 'DeadlineReminded' | 'DeadlineEscalated' | 'DeadlinesRecomputed' }>;

const isClockEvent = (event: RequestEvent): event is ClockEvent =>
  event.type === 'DeadlineReminded' || event.type === 'DeadlineEscalated' || event.type === 'DeadlinesRecomputed';

/** What the passing of time does. */
const afterClock = (request: FiledRequest, event: ClockEvent): FiledRequest => {
  if (event.type === 'DeadlinesRecomputed') return recomputed(request, event);
  const { stage, deadlineAt } = event.data;
  const what = event.type === 'DeadlineReminded' ? event.data.when : 'escalated';
  return { ...request, marks: [...request.marks, { stage, deadlineAt, what }] };
};

type CourseEvent = Exclude<RequestEvent, RequestFiled | RequestDisclosed | RequesterJoined | HandlingEvent | DeferralEvent | DisputeEvent | ClockEvent>;

const reopened = (request: FiledRequest, dispatchBy: Due): FiledRequest => ({
  ...request, status: 'accepted', reopenings: request.reopenings + 1, assignment: null, stages: [], sharedWith: [], outcome: null, endReason: null,
  due: awaiting('dispatch', dispatchBy),
});

/** What happens before it is dispatched and after it is handled. */
const afterCourse = (request: FiledRequest, event: CourseEvent): FiledRequest => {
  switch (event.type) {
    case 'RequestAccepted': return { ...request, status: 'accepted', matterCode: event.data.matterCode, due: awaiting('dispatch', event.data.dispatchBy) };
    case 'RequestDeclined': return { ...request, status: 'declined', due: null, endReason: event.data.reason };
    case 'RequestReclassified': return { ...request, matterCode: event.data.matterCode };
    case 'RequestFoundUnowned': return { ...request, status: 'unowned', unowned: event.data, due: awaiting('arbitration', event.data.arbitrateBy) };
    case 'OwnershipRuled': return { ...request, unowned: null };
    case 'AnswerFedBack': return { ...request, status: 'answered', answeredAs: event.data.outcome, due: null };
    case 'CalledBack': return { ...request, calls: [...request.calls, event.data] };
    case 'AnswerRated': return { ...request, ratings: [...request.ratings, event.data] };
    case 'RequestReopened': return reopened(request, event.data.dispatchBy);
    case 'RequestClosed': return { ...request, status: 'closed', outcome: event.data.outcome, endReason: event.data.reason };
    case 'RequestMerged': return { ...request, status: 'merged', due: null, mergedInto: event.data.intoRequestId, endReason: event.data.reason };
  }
};

export const evolveRequest = (state: RequestState, event: RequestEvent): RequestState => {
  if (event.type === 'RequestFiled') return filed(event);
  if (event.type === 'RequestDisclosed') return disclosed(state, event);
  if (state.status === 'none') return state;
  if (isDisputeEvent(event)) return { ...state, mediation: afterDisputeEvent(state.mediation, event) };
  if (event.type === 'RequesterJoined') return { ...state, joined: [...state.joined, event.data] };
  if (isClockEvent(event)) return afterClock(state, event);
  if (isDeferralEvent(event)) return afterDeferral(state, event);
  return isHandlingEvent(event) ? afterHandling(state, event) : afterCourse(state, event);
};
