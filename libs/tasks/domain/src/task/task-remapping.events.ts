import type { Event } from '@zeren/kernel';

/**
 * The task's campaign moved to a later version of its standard, in which the task's indicator reads otherwise. The task
 * goes on as it was dispatched; what the indicator says now is read in that version.
 */
export type TaskRemapped = Event<'TaskRemapped', {
  /** Public ids of the versions. */
  readonly fromStandardId: string;
  readonly toStandardId: string;
  /** The indicator's code in the later version. */
  readonly indicatorCode: string;
  readonly reason: string;
  /** Number of the document that approved the move. */
  readonly document: string;
}>;
