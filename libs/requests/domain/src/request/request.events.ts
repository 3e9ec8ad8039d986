import type { Event } from '@zeren/kernel';
import type { DisputeEvent } from './dispute.events.js';
import type {
  Due, FastStage, HandlingOutcome, HandlingStage, HandlingUnit, RequestContent, RequestPhoto, RequestPlace, Route, Sealed,
} from './request-values.js';

/** A request came in; the requester's clock starts and never stops until it is answered. */
export type RequestFiled = Event<'RequestFiled', RequestContent & {
  /** SHA-256 of the receipt's secret, lower-case hex. */
  readonly receiptSecretHash: string;
  /** The class of the catalogue of matters; null where it is left to the dispatcher. */
  readonly matterCode: string | null;
  readonly acceptBy: Due;
}>;

/** What was asked is disclosed to tenants that are to handle it: an event is shared only with those who are there when it happens. */
export type RequestDisclosed = Event<'RequestDisclosed', {
  readonly tenantIds: readonly string[];
  readonly content: RequestContent;
  readonly matterCode: string;
}>;

/** It was taken on, under this class of matter. */
export type RequestAccepted = Event<'RequestAccepted', { readonly matterCode: string; readonly dispatchBy: Due }>;

/** It is nothing the administration answers, and the requester is told why. */
export type RequestDeclined = Event<'RequestDeclined', { readonly reason: string }>;

/** Another class of matter than it was accepted under, for a reason. */
export type RequestReclassified = Event<'RequestReclassified', { readonly matterCode: string; readonly reason: string }>;

/** It was given to a lead unit, and to others who support it. The unit's clock starts. */
export type RequestDispatched = Event<'RequestDispatched', {
  /** 1 for the first dispatch, one more after each return, reopening or rework. */
  readonly round: number;
  readonly matterCode: string;
  readonly lead: HandlingUnit;
  readonly supporting: readonly HandlingUnit[];
  /** The post that answers for it; null where the unit's head does. */
  readonly officerPostId: string | null;
  readonly route: Route;
  readonly stages: readonly HandlingStage[];
  /** Until when the unit may give it back. */
  readonly returnBy: Due;
}>;

/** Nobody owns it, or several do: it waits to be arbitrated. */
export type RequestFoundUnowned = Event<'RequestFoundUnowned', {
  readonly why: 'vacuum' | 'overlap';
  /** The units that the matrix names, where there are several. */
  readonly claimants: readonly HandlingUnit[];
  readonly arbitrateBy: Due;
}>;

/** It was ruled who answers for it; the dispatch follows. Whether the ruling goes into the matrix as a new version is said too. */
export type OwnershipRuled = Event<'OwnershipRuled', { readonly lead: HandlingUnit; readonly reason: string; readonly intoMatrix: boolean }>;

/** The unit took it in hand. */
export type RequestTaken = Event<'RequestTaken', { readonly round: number; readonly unitId: string }>;

/** The unit says it is not for it to handle. */
export type ReturnAsked = Event<'ReturnAsked', {
  readonly round: number;
  readonly unitId: string;
  readonly reason: string;
  /** Working minutes for which the unit had it when it asked. */
  readonly heldMinutes: number;
  readonly arbitrateBy: Due;
}>;

/** It was taken back from the unit, whose clock ends; it is dispatched anew. */
export type ReturnAccepted = Event<'ReturnAccepted', {
  readonly round: number;
  readonly unitId: string;
  readonly reason: string;
  /** Working minutes for which the unit had it, until it asked. */
  readonly heldMinutes: number;
  readonly dispatchBy: Due;
}>;

/** The return was arbitrated and refused; after the last one it is final. */
export type ReturnRefused = Event<'ReturnRefused', {
  readonly round: number; readonly unitId: string; readonly reason: string; readonly refusals: number; readonly final: boolean;
}>;

/** A stage of handling was reached. */
export type StageReached = Event<'StageReached', { readonly round: number; readonly unitId: string; readonly stageCode: string; readonly note: string }>;

/** A supporting unit has done its part. */
export type PartReported = Event<'PartReported', { readonly round: number; readonly unitId: string; readonly note: string; readonly photos: readonly RequestPhoto[] }>;

/** The lead unit reported that handling is over. Its clock stops. */
export type HandlingReported = Event<'HandlingReported', {
  readonly round: number;
  readonly unitId: string;
  readonly outcome: HandlingOutcome;
  /** What the requester is told; open to the public, so it says nothing of a person. */
  readonly answer: string;
  readonly photos: readonly RequestPhoto[];
  /** Where it was done, where the report says so. */
  readonly point: RequestPlace['point'];
  /** Working minutes for which the unit had it in this round. */
  readonly heldMinutes: number;
}>;

/** Somebody who did not handle it found the report true; feeding back follows. */
export type HandlingVerified = Event<'HandlingVerified', { readonly round: number; readonly note: string; readonly feedBackBy: Due }>;

/** The report was found wanting: the same unit goes on, in a new round, with stages counted anew. */
export type HandlingSentBack = Event<'HandlingSentBack', { readonly round: number; readonly unitId: string; readonly reason: string; readonly stages: readonly HandlingStage[] }>;

/** The unit asks that its clock be set aside until a moment. Nothing stops for its asking. */
export type DeferralAsked = Event<'DeferralAsked', {
  readonly round: number;
  readonly unitId: string;
  /** UTC, ISO 8601. */
  readonly until: string;
  readonly reason: string;
}>;

/** What the unit asked for is not granted: its clock runs on as it did. */
export type DeferralRefused = Event<'DeferralRefused', { readonly round: number; readonly unitId: string; readonly reason: string }>;

/** It cannot be dealt with for now: its clock is set aside, for a reason that was approved. Where the unit had asked, that is granted, whole or in part. */
export type RequestDeferred = Event<'RequestDeferred', {
  readonly round: number;
  readonly unitId: string;
  /** The units that support it, whose parts wait too; absent in what was recorded before they were told. */
  readonly supportingUnitIds?: readonly string[];
  /** UTC, ISO 8601: from then on its clock runs again. */
  readonly until: string;
  readonly reason: string;
  /** Working minutes for which the unit had it so far. */
  readonly heldMinutes: number;
  /** The stages not reached yet, counted anew. */
  readonly stages: readonly HandlingStage[];
}>;

/** The requester was told the answer. The requester's clock stops. */
export type AnswerFedBack = Event<'AnswerFedBack', { readonly round: number; readonly way: 'page' | 'phone' | 'visit' | 'open'; readonly outcome: HandlingOutcome }>;

/** The requester was called back, and reached or not. */
export type CalledBack = Event<'CalledBack', { readonly round: number; readonly reached: boolean; readonly note: string }>;

/** The requester said whether the answer satisfies. Once a round. */
export type AnswerRated = Event<'AnswerRated', {
  readonly round: number;
  /** Whose rating it is: each of those who asked has a receipt of their own. */
  readonly receipt: string;
  readonly satisfied: boolean;
  readonly words: Sealed | null;
}>;

/** It is taken up again, by the requester's wish or on finding it unsolved; it is dispatched anew. */
export type RequestReopened = Event<'RequestReopened', { readonly round: number; readonly reason: string; readonly dispatchBy: Due }>;

/** It is over. After a dissatisfied rating a reason is told. */
export type RequestClosed = Event<'RequestClosed', { readonly outcome: HandlingOutcome; readonly satisfied: boolean | null; readonly reason: string | null }>;

/** It is the same as another request, into which it went; whoever asked is answered there. */
export type RequestMerged = Event<'RequestMerged', { readonly intoRequestId: string; readonly reason: string }>;

/** Another request of the same went into this one; its requester is kept here. */
export type RequesterJoined = Event<'RequesterJoined', {
  readonly fromRequestId: string;
  readonly requesterId: string | null;
  readonly receipt: string;
  readonly receiptSecretHash: string;
  readonly filedAt: string;
}>;

/** A deadline is near, or has passed: whoever has it is reminded. Once for each deadline. */
export type DeadlineReminded = Event<'DeadlineReminded', { readonly round: number; readonly stage: FastStage; readonly when: 'before' | 'after'; readonly deadlineAt: string; readonly unitId: string | null }>;

/** A deadline passed and nothing happened: one level up takes notice. Once for each deadline. */
export type DeadlineEscalated = Event<'DeadlineEscalated', { readonly round: number; readonly stage: FastStage; readonly deadlineAt: string; readonly toUnitId: string; readonly toTenantId: string }>;

/** The calendar of a year is known now: deadlines that were provisional were computed anew. */
export type DeadlinesRecomputed = Event<'DeadlinesRecomputed', {
  readonly round: number;
  /** The units that support the lead, for which the same deadlines hold; absent in what was recorded before they were told. */
  readonly supportingUnitIds?: readonly string[];
  readonly acceptBy: Due | null;
  readonly arbitrateBy: Due | null;
  readonly dispatchBy: Due | null;
  readonly returnBy: Due | null;
  readonly stages: readonly HandlingStage[];
  readonly feedBackBy: Due | null;
}>;

/** What happens to a request: streams `request-<tenant>_<id>`, owned by the tenant it was filed with, shared with those who handle it. */
export type RequestEvent =
  | RequestFiled | RequestDisclosed | RequestAccepted | RequestDeclined | RequestReclassified | RequestDispatched | RequestFoundUnowned | OwnershipRuled | RequestTaken
  | ReturnAsked | ReturnAccepted | ReturnRefused | StageReached | PartReported | HandlingReported | HandlingVerified | HandlingSentBack | DeferralAsked | DeferralRefused
  | RequestDeferred
  | AnswerFedBack | CalledBack | AnswerRated | RequestReopened | RequestClosed | RequestMerged | RequesterJoined
  | DeadlineReminded | DeadlineEscalated | DeadlinesRecomputed | DisputeEvent;
