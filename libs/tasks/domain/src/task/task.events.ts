import type { Event } from '@zeren/kernel';
import type { MeasuredValue } from './measured-value.js';
import type { ResultCredited } from './task-credit.events.js';
import type { TaskClassified } from './task-classification.events.js';
import type { TaskExceptionEvent } from './task-exception.events.js';
import type { TaskMatchEvent } from './task-match.events.js';
import type { TaskObjectionEvent } from './task-objection.events.js';
import type { TaskProgressEvent } from './task-progress.events.js';
import type { TaskPublished } from './task-published.events.js';
import type { TaskRemapped } from './task-remapping.events.js';
import type { TaskRevised } from './task-revision.events.js';
import type { TaskSupportEvent } from './task-support.events.js';

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
  | TaskObjectionEvent | TaskMatchEvent | TaskExceptionEvent | TaskProgressEvent | TaskSupportEvent | TaskRevised | TaskRemapped | ResultCredited
  | TaskClassified;
