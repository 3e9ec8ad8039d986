import type { Event } from '@zeren/kernel';
import type { Successor, TaskNamed } from './task-objection.events.js';

/**
 * What a unit can ask for beside doing the task: extension (延期), deferral (缓办), return (退回), voiding (作废), and the
 * two ends other than done: explained to those who asked (explanation), closed without completion (closure).
 */
export type ExceptionKind = 'extension' | 'deferral' | 'return' | 'voiding' | 'explanation' | 'closure';

/** Something out of the ordinary was asked for, with its reason; it stands in the register of its kind. */
export type ExceptionRequested = Event<'ExceptionRequested', {
  /** 1 for the task's first request, of whatever kind. */
  readonly number: number;
  readonly kind: ExceptionKind;
  /** The year it concerns, for an extension or a deferral. */
  readonly year: number | null;
  /** The moment asked for, UTC, for an extension or a deferral. */
  readonly until: string | null;
  /** To whom it was explained, for an explanation. */
  readonly explainedTo: string | null;
  readonly reason: string;
  readonly unitId: string;
  readonly task: TaskNamed;
}>;

type Decision = { readonly number: number; readonly kind: ExceptionKind; readonly reason: string; readonly unitId: string };

/** The task's owner approved the request. */
export type ExceptionGranted = Event<'ExceptionGranted', Decision>;

/** The task's owner refused the request, and says why. */
export type ExceptionRefused = Event<'ExceptionRefused', Decision>;

/** A year's result is due later. */
export type DueDateExtended = Event<'DueDateExtended', { readonly number: number; readonly year: number; readonly until: string; readonly earlier: string }>;

/** A year's result is put off: until then no clock runs on it, and it stays out of what was due. */
export type ResultDeferred = Event<'ResultDeferred', { readonly number: number; readonly year: number; readonly until: string }>;

/** The unit gave the task back. */
export type TaskReturned = Event<'TaskReturned', { readonly number: number; readonly reason: string; readonly successor: Successor | null }>;

/** The task no longer counts. */
export type TaskVoided = Event<'TaskVoided', { readonly number: number; readonly reason: string }>;

/** The task ends explained: it cannot be done now, and those who asked were told why. */
export type TaskExplained = Event<'TaskExplained', { readonly number: number; readonly reason: string; readonly explainedTo: string }>;

/** The task ends without completion. */
export type TaskClosed = Event<'TaskClosed', { readonly number: number; readonly reason: string }>;

export type TaskExceptionEvent =
  | ExceptionRequested | ExceptionGranted | ExceptionRefused
  | DueDateExtended | ResultDeferred | TaskReturned | TaskVoided | TaskExplained | TaskClosed;
