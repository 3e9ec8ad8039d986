import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { Direction } from '@zeren/tasks-domain';

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

/** `2013Q2` or `2013`. A result belongs to the period in which it was due, in the city's calendar. */
export type Period = string;

/** One metric of a line: `points` is between 0 and 100, at most 6 places; `target` of a range is `low..high`. */
export type ScoreMeasure = {
  readonly metric: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly target: string;
  readonly value: Decimal | null;
  readonly rule: ScoringRule;
  readonly points: Decimal;
};

/** One indicator of a score: what went in, by which rule, and the events behind it. */
export type ScoreLine = {
  /** Public id. */
  readonly taskId: string;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  /** The annual target's year, and the moment its result was due. */
  readonly year: number;
  readonly dueAt: string;
  /** Share of the total, in percent, 6 places at most. The lines that count sum to exactly 100; the others have 0. */
  readonly weight: Decimal;
  readonly status: 'pending' | 'reported' | 'verified' | 'rejected' | 'overdue' | 'not-applicable';
  readonly measures: readonly ScoreMeasure[];
  /** Reported after it was due, or not reported by then. */
  readonly late: boolean;
  readonly rework: number;
  /** The mean of the measures less the deductions, never below 0; 0 until verified. At most 6 places. */
  readonly points: Decimal;
  /** Ids of the recorded events that this line rests on, in store order. */
  readonly eventIds: readonly string[];
};

/** Where a unit stands in its group. A unit for which nothing counts yet has total 0 and says so by `counted`. */
export type Standing = {
  readonly unitId: string;
  readonly tenantId: string;
  /** The lines' points by their weights: between 0 and 100, with exactly the scheme's places. */
  readonly total: Decimal;
  readonly rank: number;
  /** Lines that count, and of those the late ones; rejections over all of them. */
  readonly counted: number;
  readonly late: number;
  readonly rework: number;
};

/** A unit's score for a period, with every line; only the unit and the assessing tenant see it. */
export type ScoreSheetIssued = Event<'ScoreSheetIssued', {
  /** Public id. */
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly period: Period;
  /** Store position up to which events were taken in: that of the period's closing. */
  readonly position: string;
  readonly group: string;
  readonly standing: Standing;
  readonly lines: readonly ScoreLine[];
}>;

/**
 * The inputs of a period were closed: what was recorded before this event counts towards its result, and its own
 * position is the one at which the result is computed. Later corrections make a new edition.
 */
export type PeriodClosed = Event<'PeriodClosed', {
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly period: Period;
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
export type AssessmentEvent = PeriodClosed | AssessmentPublished;
