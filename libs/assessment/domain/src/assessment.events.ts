import type { Decimal, Event, LocalisedText } from '@zeren/kernel';

/** How a measured value becomes points between 0 and 100. */
export type ScoringRule =
  /** In proportion to the target, full at the target. */
  | 'linear'
  /** All or nothing. */
  | 'threshold';

export type PeerGroup = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly units: readonly { readonly unitId: string; readonly tenantId: string; readonly name: LocalisedText }[];
};

/** A scheme version; frozen once published. */
export type SchemePublished = Event<'SchemePublished', {
  readonly name: LocalisedText;
  readonly version: number;
  /** Weights of the campaigns; they sum to exactly 100. */
  readonly campaigns: readonly { readonly campaignId: string; readonly name: LocalisedText; readonly weight: Decimal }[];
  /** Scoring rule of metrics by direction. */
  readonly rules: { readonly atLeast: ScoringRule; readonly atMost: ScoringRule; readonly range: 'threshold'; readonly boolean: 'threshold' };
  /** Points off a result reported late, and for each rejected attempt; a result never falls below 0. */
  readonly lateDeduction: Decimal;
  readonly reworkDeduction: Decimal;
  readonly groups: readonly PeerGroup[];
  /** Indicators that do not apply to a unit; their weight goes to its others in proportion. */
  readonly notApplicable: readonly { readonly unitId: string; readonly indicatorCode: string; readonly reason: LocalisedText }[];
  /** Decimals of a published total; halves round to even. */
  readonly places: number;
  /** Equal totals: fewer late results first, then fewer rejections; still equal share the rank and the next is skipped. */
  readonly tieRule: 'late-then-rework-then-shared';
}>;

export type SchemeEvent = SchemePublished;

/** `2013Q2` or `2013`. A result belongs to the period in which it was due, in the tenant's calendar. */
export type Period = string;

/** One indicator of a score: what went in, by which rule, and the events behind it. */
export type ScoreLine = {
  readonly taskId: string;
  readonly campaignId: string;
  readonly indicatorCode: string;
  /** Share of the total, in percent, after not-applicable weight was redistributed; rounded to 6 places for reading. */
  readonly weight: Decimal;
  readonly status: 'pending' | 'reported' | 'verified' | 'rejected' | 'overdue' | 'not-applicable';
  readonly measures: readonly { readonly metric: string; readonly unit: string; readonly target: string; readonly value: Decimal | null; readonly rule: ScoringRule; readonly points: Decimal }[];
  readonly late: boolean;
  readonly rework: number;
  readonly points: Decimal;
  /** Ids of the recorded events that this line rests on, in store order. */
  readonly eventIds: readonly string[];
};

export type Standing = {
  readonly unitId: string;
  readonly tenantId: string;
  readonly total: Decimal;
  readonly rank: number;
  readonly late: number;
  readonly rework: number;
};

/** A unit's score for a period, with every line; only the unit and the assessing tenant see it. */
export type ScoreSheetIssued = Event<'ScoreSheetIssued', {
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly period: Period;
  /** Store position up to which events were taken in. */
  readonly position: string;
  readonly group: string;
  readonly standing: Standing;
  readonly lines: readonly ScoreLine[];
}>;

/** An assessment was published: totals and ranks, frozen; no inputs. */
export type AssessmentPublished = Event<'AssessmentPublished', {
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly period: Period;
  readonly position: string;
  readonly groups: readonly { readonly code: string; readonly name: LocalisedText; readonly standings: readonly Standing[] }[];
}>;

export type ScoreSheetEvent = ScoreSheetIssued;
export type AssessmentEvent = AssessmentPublished;
