import type { Event } from '@zeren/kernel';
import type { RequestPhoto } from './request-values.js';

/** At which level a dispute is mediated: it goes one up where it fails. */
export type MediationLevel = 'village' | 'town' | 'district';

/** The parties of a dispute were brought together. */
export type MediationBegun = Event<'MediationBegun', { readonly level: MediationLevel; readonly mediatingUnitId: string }>;

/** The parties did not agree; the level above mediates next, and after the last one the requester is told where else to turn. */
export type MediationFailed = Event<'MediationFailed', { readonly level: MediationLevel; readonly reason: string }>;

/** The parties agreed, and signed what they agreed on. */
export type AgreementReached = Event<'AgreementReached', {
  readonly level: MediationLevel;
  readonly mediatingUnitId: string;
  /** Number of the agreement document (调解协议书). */
  readonly document: string;
  /** SHA-256 of its scan, lower-case hex; null where it is kept on paper alone. */
  readonly hash: string | null;
  /** The scan itself, where it was sent in; absent in what was recorded before scans were taken in. */
  readonly scan?: RequestPhoto | null;
  /** The last day on which it is to be looked after, `YYYY-MM-DD`. */
  readonly revisitBy: string;
}>;

/** Somebody came back to see whether the agreement is kept. */
export type AgreementRevisited = Event<'AgreementRevisited', { readonly kept: boolean; readonly note: string }>;

/** What happens in the mediation of a dispute: in the stream of its request. */
export type DisputeEvent = MediationBegun | MediationFailed | AgreementReached | AgreementRevisited;
