import type { Decimal, Event, LocalisedText } from '@zeren/kernel';
import type { ResultCredited } from '../measure/measure.events.js';
import type { AnnualTarget, TaskAncestor, TaskMetric } from '../split/split.events.js';
import type { TaskRevised } from '../split/split-revision.events.js';
import type { EvidenceKind } from '../standard/standard.events.js';
import type { TaskExceptionEvent } from './task-exception.events.js';
import type { TaskObjectionEvent } from './task-objection.events.js';
import type { TaskProgressEvent } from './task-progress.events.js';
import type { ObjectionTerms } from '../rules/task-rules.events.js';

export type MeasuredValue = { readonly metric: string; readonly value: Decimal; readonly unit: string };

/** Until when, by the rules at dispatch, the dispatched unit may object, and what then follows. */
export type ObjectionRule = ObjectionTerms & {
  /** The last day, in the tenant's calendar. */
  readonly until: string;
  /** Counted without the statutory holidays of its year, which were not entered. */
  readonly byWeekAlone: boolean;
};

/** A row of a published split became a task, or a task that another unit gave back was dispatched anew. */
export type TaskPublished = Event<'TaskPublished', {
  /** Public id of the split: its tenant owns the task. */
  readonly splitId: string;
  readonly rowKey: string;
  readonly parentTaskId: string | null;
  /** The tasks it descends from, root first; the last is the parent. */
  readonly ancestors: readonly TaskAncestor[];
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  readonly evidence: EvidenceKind;
  readonly unitId: string;
  readonly unitTenantId: string;
  readonly supportingUnitIds: readonly string[];
  readonly accountablePostId: string;
  readonly level: number;
  readonly weight: Decimal;
  readonly metrics: readonly TaskMetric[];
  readonly annualTargets: readonly AnnualTarget[];
  readonly deadline: string;
  /** Tenants other than the owner that the task is shared with: the lead unit's, and those up the chain. */
  readonly sharedWith: readonly string[];
  /** Absent where the task was dispatched before objections were provided for: then there is none. */
  readonly objection?: ObjectionRule;
  /** Public id of the task it was dispatched anew for. */
  readonly replaces?: string;
}>;

/** The lead unit accepted the task. */
export type TaskAccepted = Event<'TaskAccepted', { readonly unitId: string }>;

/** The lead unit reported what was measured for a year. */
export type ResultReported = Event<'ResultReported', {
  readonly year: number;
  readonly values: readonly MeasuredValue[];
  /** The day on which the result was measured, in the tenant's calendar. */
  readonly measuredOn: string;
  readonly dueAt: string;
  /** Reported after `dueAt`. */
  readonly late: boolean;
  /** 1 for the first report of the year, more after each rejection. */
  readonly attempt: number;
  readonly reportingUnitId: string;
  readonly note: string;
}>;

/** Someone with no interest in the result confirmed it. */
export type ResultVerified = Event<'ResultVerified', {
  readonly year: number;
  readonly verifyingUnitId: string;
  readonly finding: string;
}>;

/** The check failed: the result must be worked on again, and that is counted. */
export type ResultRejected = Event<'ResultRejected', {
  readonly year: number;
  readonly verifyingUnitId: string;
  readonly finding: string;
  /** How often this year's result has been rejected, this time included. */
  readonly rework: number;
}>;

/** A year's result was not reported by its time. */
export type TaskMarkedOverdue = Event<'TaskMarkedOverdue', { readonly year: number; readonly dueAt: string }>;

/** Every year's result is verified: the task is done. */
export type TaskCompleted = Event<'TaskCompleted', { readonly outcome: 'done' }>;

export type TaskEvent =
  | TaskPublished | TaskAccepted | ResultReported | ResultVerified | ResultRejected | TaskMarkedOverdue | TaskCompleted
  | TaskObjectionEvent | TaskExceptionEvent | TaskProgressEvent | TaskRevised | ResultCredited;
