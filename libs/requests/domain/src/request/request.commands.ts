import type { Command } from '@zeren/kernel';
import type { AgreementReached, AgreementRevisited, MediationBegun, MediationFailed, MediationLevel } from './dispute.events.js';
import type { AnswerFedBack, AnswerRated, CalledBack, HandlingReported, PartReported, RequesterJoined } from './request.events.js';
import type { Counting, MatterTerms } from './request-terms.js';
import type { HandlingUnit, RequestContent, Route } from './request-values.js';

/** The units of a request that are the caller's own, and those that stand below its own, as the registers say. */
export type Standing = { readonly own: readonly string[]; readonly above: readonly string[] };

/** A class of matter as it is asked for, and what the catalogue says of it; null where it knows none of that code. */
export type AskedMatter = { readonly code: string; readonly known: MatterTerms | null };

/** Whom it goes to. */
export type Assigned = {
  readonly lead: HandlingUnit;
  readonly supporting: readonly HandlingUnit[];
  readonly officerPostId: string | null;
  readonly route: Route;
};

/** What the matrix says: whose it is, nobody's, or several units'. */
export type Verdict =
  | { readonly kind: 'owned'; readonly assigned: Assigned }
  | { readonly kind: 'vacuum' }
  | { readonly kind: 'overlap'; readonly claimants: readonly HandlingUnit[] };

/** Write down what somebody asks for. With `atOnce` it is taken on and routed in the same breath, as on the phone. */
export type FileRequest = Command<'FileRequest', Counting & {
  readonly content: Omit<RequestContent, 'ownerTenantId' | 'filedAt'>;
  readonly receiptSecretHash: string;
  readonly matter: AskedMatter | null;
  /** Whether the place lies in the tenant's territory today. */
  readonly isInside: boolean;
  readonly atOnce: { readonly verdict: Verdict } | null;
}>;
/** Take it on, under a class of matter. */
export type AcceptRequest = Command<'AcceptRequest', Counting & { readonly matter: AskedMatter }>;
/** Say that it is nothing the administration answers. */
export type DeclineRequest = Command<'DeclineRequest', { readonly reason: string }>;
/** Say that it belongs to another class of matter, before it is dispatched. */
export type ReclassifyRequest = Command<'ReclassifyRequest', { readonly matter: AskedMatter; readonly reason: string }>;
/** Give it to whom the matrix or the dispatcher names; where the matrix names none, it waits to be arbitrated. */
export type DispatchRequest = Command<'DispatchRequest', Counting & { readonly matter: AskedMatter; readonly verdict: Verdict }>;
/** Rule who answers for what nobody owns, or several do. It is dispatched with the ruling. */
export type RuleOwnership = Command<'RuleOwnership', Counting & {
  readonly matter: AskedMatter; readonly assigned: Omit<Assigned, 'route'>; readonly reason: string; readonly intoMatrix: boolean;
}>;
/** The unit takes it in hand. */
export type TakeRequest = Command<'TakeRequest', { readonly standing: Standing }>;
/** The unit says that it is not for it to handle. */
export type AskReturn = Command<'AskReturn', Counting & { readonly reason: string; readonly standing: Standing }>;
/** The dispatcher arbitrates the return. */
export type DecideReturn = Command<'DecideReturn', Counting & { readonly decision: 'accepted' | 'refused'; readonly reason: string; readonly standing: Standing }>;
export type ReachStage = Command<'ReachStage', { readonly stageCode: string; readonly note: string; readonly standing: Standing }>;
/** A supporting unit says that its part is done. */
export type ReportPart = Command<'ReportPart', Pick<PartReported['data'], 'unitId' | 'note' | 'photos'> & { readonly standing: Standing }>;
/** The lead says that handling is over, and what the requester is told. */
export type ReportHandling = Command<'ReportHandling', Counting & Pick<HandlingReported['data'], 'outcome' | 'answer' | 'photos' | 'point'> & { readonly standing: Standing }>;
/** Somebody who did not handle it found the report true. */
export type VerifyHandling = Command<'VerifyHandling', Counting & { readonly note: string; readonly standing: Standing }>;
/** Somebody who did not handle it found it wanting. */
export type SendBack = Command<'SendBack', Counting & { readonly reason: string; readonly standing: Standing }>;
/** The unit asks that its clock be set aside. */
export type AskDeferral = Command<'AskDeferral', { readonly until: string; readonly reason: string; readonly standing: Standing }>;
/** The side that filed it grants what was asked, whole or less, or refuses it with a reason. */
export type DecideDeferral = Command<'DecideDeferral', Counting & {
  readonly decision: 'granted' | 'refused';
  /** UTC, ISO 8601: what is granted; null where it is what was asked for, or nothing. */
  readonly until: string | null;
  readonly reason: string;
  readonly standing: Standing;
}>;
/** Set the unit's clock aside until a moment, unasked. */
export type DeferRequest = Command<'DeferRequest', Counting & { readonly until: string; readonly reason: string; readonly standing: Standing }>;
export type FeedBack = Command<'FeedBack', Pick<AnswerFedBack['data'], 'way'>>;
export type CallBack = Command<'CallBack', Pick<CalledBack['data'], 'reached' | 'note'>>;
/** One of those who asked says whether the answer satisfies; without a receipt it is whoever asked first. */
export type RateAnswer = Command<'RateAnswer', Pick<AnswerRated['data'], 'satisfied' | 'words'> & { readonly receipt: string | null }>;
export type ReopenRequest = Command<'ReopenRequest', Counting & { readonly reason: string }>;
export type CloseRequest = Command<'CloseRequest', { readonly reason: string | null }>;
/** Say that it is the same as another, which is open; that one keeps whoever asked here. */
export type MergeRequest = Command<'MergeRequest', { readonly requestId: string; readonly intoRequestId: string; readonly isIntoOpen: boolean; readonly reason: string }>;
/** Keep somebody who asked for the same elsewhere. */
export type JoinRequester = Command<'JoinRequester', RequesterJoined['data']>;
/** The clock: remind of the running deadline and tell one level up of it, as far as that is due and not done. */
export type HeedDeadline = Command<'HeedDeadline', { readonly escalateTo: HandlingUnit }>;
/** Count anew what was counted without a published calendar. */
export type RecomputeDeadlines = Command<'RecomputeDeadlines', Counting>;
/** Bring the parties together, at the level whose turn it is. */
export type BeginMediation = Command<'BeginMediation', MediationBegun['data'] & {
  /** The level at which the mediating unit stands; null where it is no unit, or stands at none. */
  readonly mediatorLevel: MediationLevel | null;
  readonly standing: Standing;
}>;
export type FailMediation = Command<'FailMediation', Pick<MediationFailed['data'], 'reason'> & { readonly standing: Standing }>;
export type ReachAgreement = Command<'ReachAgreement', Required<Pick<AgreementReached['data'], 'document' | 'hash' | 'scan' | 'revisitBy'>> & { readonly standing: Standing }>;
export type RevisitAgreement = Command<'RevisitAgreement', AgreementRevisited['data'] & { readonly standing: Standing }>;

export type RequestCommand =
  | FileRequest | AcceptRequest | DeclineRequest | ReclassifyRequest | DispatchRequest | RuleOwnership | TakeRequest | AskReturn | DecideReturn
  | ReachStage | ReportPart | ReportHandling | VerifyHandling | SendBack | AskDeferral | DecideDeferral | DeferRequest | FeedBack | CallBack | RateAnswer | ReopenRequest | CloseRequest
  | MergeRequest | JoinRequester | HeedDeadline | RecomputeDeadlines | BeginMediation | FailMediation | ReachAgreement | RevisitAgreement;
