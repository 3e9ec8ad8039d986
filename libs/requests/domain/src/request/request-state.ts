import type { Caller, Role } from '@zeren/kernel';
import type { MediationLevel } from './dispute.events.js';
import { refuse } from './request-refusals.js';
import type { AnswerRated, CalledBack, HandlingReported, PartReported, RequesterJoined, RequestFoundUnowned } from './request.events.js';
import type { Due, FastStage, HandlingOutcome, HandlingStage, HandlingUnit, RequestContent, RequestPhoto, Route } from './request-values.js';

/** How far a request is. `return-asked` waits for the dispatcher, `reported` for somebody who did not handle it. */
export const requestStatuses = [
  'filed', 'accepted', 'unowned', 'dispatched', 'taken', 'return-asked', 'reported', 'verified', 'answered', 'closed', 'declined', 'merged',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** Who has it in this round, and since when. */
export type Assignment = {
  readonly lead: HandlingUnit;
  readonly supporting: readonly HandlingUnit[];
  readonly officerPostId: string | null;
  readonly route: Route;
  /** UTC, ISO 8601: the unit's clock runs from here; it lies ahead while handling is deferred. */
  readonly since: string;
  /** Working minutes for which the unit had it before that, in this round. */
  readonly heldBefore: number;
  readonly returnBy: Due;
  readonly deferredUntil: string | null;
};

/** How long a unit had it, over all rounds that ended for it; what runs is not in it. */
export type UnitClock = HandlingUnit & { readonly heldMinutes: number };

/** One wish of a unit to give it back, and what became of it. */
export type Return = {
  readonly round: number;
  readonly unitId: string;
  readonly reason: string;
  readonly heldMinutes: number;
  readonly status: 'asked' | 'accepted' | 'refused';
  readonly answer: string;
};

/** One wish of a unit to have its clock set aside, and what became of it. Open only in its own round. */
export type Deferral = {
  readonly round: number;
  readonly unitId: string;
  /** UTC, ISO 8601: what was asked for, and where it was granted what was granted. */
  readonly until: string;
  readonly grantedUntil: string | null;
  readonly reason: string;
  readonly status: 'asked' | 'granted' | 'refused';
  readonly answer: string;
};

/** A deadline besides those of handling: of what it waits for. */
export type Awaited = { readonly stage: FastStage; readonly what: 'acceptance' | 'dispatch' | 'arbitration' | 'feedback'; readonly deadline: Due };

/** What was done about a deadline. */
export type DeadlineMark = { readonly stage: FastStage; readonly deadlineAt: string; readonly what: 'before' | 'after' | 'escalated' };

/** A level at which the parties did not agree, and why. */
export type FailedMediation = { readonly level: MediationLevel; readonly mediatingUnitId: string; readonly reason: string };

/** How a dispute stands. */
export type Mediation = {
  /** The levels at which it failed, in order. */
  readonly failed: readonly FailedMediation[];
  readonly level: MediationLevel;
  readonly status: 'begun' | 'failed' | 'agreed' | 'revisited';
  readonly mediatingUnitId: string;
  readonly document: string | null;
  readonly hash: string | null;
  readonly scan: RequestPhoto | null;
  readonly revisitBy: string | null;
  /** Whether the agreement was kept, when somebody came to see. */
  readonly kept: boolean | null;
};

/** A request as its stream tells it. */
export type FiledRequest = {
  readonly status: RequestStatus;
  readonly content: RequestContent;
  /** Empty where the reader's tenant did not see it filed. */
  readonly receiptSecretHash: string;
  readonly matterCode: string | null;
  /** 0 before it is dispatched. */
  readonly round: number;
  readonly assignment: Assignment | null;
  readonly stages: readonly HandlingStage[];
  /** Codes of the stages reached in this round. */
  readonly reached: readonly string[];
  /** The deadline that runs for the step it waits for; null while a unit has it, and where none runs. */
  readonly due: Awaited | null;
  readonly unowned: RequestFoundUnowned['data'] | null;
  readonly returns: readonly Return[];
  readonly parts: readonly PartReported['data'][];
  readonly report: HandlingReported['data'] | null;
  readonly clocks: readonly UnitClock[];
  readonly deferrals: number;
  readonly deferralsAsked: readonly Deferral[];
  readonly reworks: number;
  readonly reopenings: number;
  readonly calls: readonly CalledBack['data'][];
  readonly ratings: readonly AnswerRated['data'][];
  readonly joined: readonly RequesterJoined['data'][];
  readonly marks: readonly DeadlineMark[];
  readonly mediation: Mediation | null;
  readonly answeredAs: HandlingOutcome | null;
  /** How it ended; why it was declined or closed, where that was said. */
  readonly outcome: HandlingOutcome | null;
  readonly endReason: string | null;
  readonly mergedInto: string | null;
  /** Tenants besides the owner that handle it now. */
  readonly sharedWith: readonly string[];
};

export type RequestState = { readonly status: 'none' } | FiledRequest;

/** Roles of those who take requests in, dispatch them and speak with whoever asked. */
export const rolesThatSpeak: readonly Role[] = ['hotline', 'city-office', 'district-office'];
/** Roles that may write down what they hear or see themselves. */
export const rolesThatFile: readonly Role[] = [...rolesThatSpeak, 'officer', 'leader', 'inspector', 'integrator'];
/** Roles in which a unit handles what was dispatched to it. */
export const rolesThatHandle: readonly Role[] = ['officer', 'leader', 'district-office', 'city-office'];
/** Roles in which somebody who did not handle it looks at the result. */
export const rolesThatCheck: readonly Role[] = ['inspector', 'hotline', 'city-office', 'district-office'];
/** Roles in which it is ruled who answers for what nobody owns, and whether a return stands. */
export const rolesThatArbitrate: readonly Role[] = ['city-office', 'district-office', 'leader', 'hotline'];

export const requestEnds: readonly RequestStatus[] = ['closed', 'declined', 'merged'];
export const isEnded = ({ status }: FiledRequest): boolean => requestEnds.includes(status);

/** Whether a unit has it in hand, or could take it. */
export const isHeld = ({ status }: FiledRequest): boolean => status === 'dispatched' || status === 'taken';

/** Refuses where it is not at one of these places of its course. */
export const requireStatus = (request: FiledRequest, ...statuses: readonly RequestStatus[]): void => {
  if (request.status === 'merged') refuse('request-merged', undefined, { into: request.mergedInto ?? '' });
  if (isEnded(request)) refuse('request-ended');
  if (!statuses.includes(request.status)) refuse('request-elsewhere', undefined, { status: request.status });
};

/** The side with which it was filed. */
export const requireOwner = ({ content }: FiledRequest, { tenantId }: Caller): void => {
  if (tenantId !== content.ownerTenantId) refuse('request-not-owner');
};

/** A reason is given in writing. */
export const requireReason = (reason: string): void => {
  if (reason.trim() === '') refuse('request-reason-missing', 'reason');
};

/** What the unit that has it asked for and waits to be told; a round that is over leaves nothing to tell. */
export const askedDeferral = (request: FiledRequest): Deferral | undefined => {
  const last = request.deferralsAsked.at(-1);
  return isHeld(request) && last?.status === 'asked' && last.round === request.round ? last : undefined;
};

/** Every stage of handling that is still to be reached, in order. */
export const openStages = ({ stages, reached }: FiledRequest): readonly HandlingStage[] => stages.filter(({ code }) => !reached.includes(code));

/** The deadline that runs now: of the stage of handling that comes next, of what else it waits for, or none. */
export const runningDue = (request: FiledRequest): { readonly stage: FastStage; readonly deadline: Due } | null => {
  if (isHeld(request)) {
    const [next] = openStages(request);
    return next ? { stage: 'handling', deadline: next.deadline } : null;
  }
  return request.due && { stage: request.due.stage, deadline: request.due.deadline };
};

/** Everybody who asked, by the receipt that was told to each. */
export const receiptsOf = ({ content, joined }: FiledRequest): readonly string[] => [content.receipt, ...joined.map(({ receipt }) => receipt)];
