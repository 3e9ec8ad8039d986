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

/** What can take a result out of the denominator: more time, being put off, or an end of its task other than done. */
export type Excuse = 'extended' | 'deferred' | 'explained' | 'closed' | 'returned' | 'voided' | 'withdrawn';

/** Points of the total for each, and the most they come to in a period. */
export type CappedPoints = { readonly points: Decimal; readonly cap: Decimal };

/** What a scheme makes of how the tasks were done, beside what was reached. */
export type DoingRules = {
  /**
   * What leaves the denominator. A result with more time, or put off, is due again at the later moment. What is not named
   * here stays due when it was, and counts 0 until it is verified.
   */
  readonly leaves: readonly Excuse[];
  /**
   * Share of the total, in percent, that is the on-time rate: reported on time and verified ÷ (due − what left). At least
   * 0, below 100; the rest is what was reached.
   */
  readonly onTimeShare: Decimal;
  /** The most points that rejections take off one result. */
  readonly reworkCap: Decimal;
  /** Points off the total for each false report; more than a rejection takes. */
  readonly falseReport: CappedPoints;
  /** Points off a district's total for each percent above `tolerated` of re-checked results that failed. */
  readonly sampleFailure: CappedPoints & { readonly tolerated: Decimal };
  /** Points added for each found problem that the unit claimed. */
  readonly claim: CappedPoints;
  /** Whether a result counts for its lead and its supporting units, by their shares of the credit; else for the lead alone. */
  readonly sharedCredit: boolean;
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
  /** Absent where only targets and results count. */
  readonly doing?: DoingRules;
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

/** A recorded event behind a score, and its position in the store. */
export type ScoreEvent = { readonly eventId: string; readonly position: string };

/** What happened to a task beside its result. */
export type LineFact = ScoreEvent & {
  readonly kind: Excuse | 'false-report';
  /** The later moment, UTC, that an extension or a deferral reaches to; null for all else. */
  readonly until: string | null;
  /** The caller's clock, UTC. */
  readonly occurredAt: string;
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
  readonly status: 'pending' | 'reported' | 'verified' | 'rejected' | 'overdue' | 'not-applicable' | Excuse;
  readonly measures: readonly ScoreMeasure[];
  /** Reported after it was due, or not reported by then. */
  readonly late: boolean;
  readonly rework: number;
  /** The mean of the measures less the deductions, never below 0; 0 until verified. At most 6 places. */
  readonly points: Decimal;
  /** Ids of the recorded events that this line rests on, in store order. */
  readonly eventIds: readonly string[];
  /** The unit's share of the credit, in percent; absent where it is the whole. */
  readonly share?: Decimal;
  /** In store order; absent where there are none, or the scheme does not look at them. */
  readonly facts?: readonly LineFact[];
};

/** One thing that changed a total beside the lines. */
export type AdjustmentInput = {
  /** The task or the problem; null for a sample. */
  readonly name: LocalisedText | null;
  readonly taskId: string | null;
  /** Of a sample: results looked at again, and how many of them failed. */
  readonly size: number | null;
  readonly failed: number | null;
  /** The caller's clock, UTC. */
  readonly occurredAt: string;
  /** In store order. */
  readonly events: readonly ScoreEvent[];
};

/** What one rule of the scheme adds to a total or takes off it, for what was recorded within the period. */
export type ScoreAdjustment = {
  readonly kind: 'false-report' | 'sample' | 'claim';
  /** Points of the total, below 0 where they are taken off; the cap is kept to. At most 6 places. */
  readonly points: Decimal;
  /** Of all samples together: the share that failed, in percent, 2 places; null for the other kinds. */
  readonly failureRate: Decimal | null;
  readonly inputs: readonly AdjustmentInput[];
};

/** How the doing of the tasks entered a total. */
export type ScoreDoing = {
  readonly onTime: {
    /** Share of the total in percent, by the scheme. */
    readonly share: Decimal;
    /** Results that count, and those of them that were reported on time and verified. */
    readonly due: number;
    readonly onTime: number;
    /** Results that left the denominator; their lines say why. */
    readonly left: number;
    /** `onTime` ÷ `due` in percent, at most 6 places; null where nothing was due: then it has no part in the total. */
    readonly rate: Decimal | null;
  };
  readonly adjustments: readonly ScoreAdjustment[];
};

/** Where a unit stands in its group. A unit for which nothing counts yet has total 0 and says so by `counted`. */
export type Standing = {
  readonly unitId: string;
  readonly tenantId: string;
  /**
   * The lines' points by their weights, between 0 and 100, and what the doing makes of it: never below 0, above 100 by
   * bonus alone. With exactly the scheme's places.
   */
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
  /** Absent where the scheme does not look at the doing. */
  readonly doing?: ScoreDoing;
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
