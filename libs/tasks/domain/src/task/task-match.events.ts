import type { Event } from '@zeren/kernel';
import type { TaskNamed } from './task-objection.events.js';

/** A unit that the split does not name declared that the task falls within its duties; this counts in its favour. */
export type DutyMatchDeclared = Event<'DutyMatchDeclared', {
  /** 1 for the first declaration on this task. */
  readonly number: number;
  readonly unitId: string;
  readonly unitTenantId: string;
  readonly reason: string;
  /** What makes it the unit's duty: a rule or document, with its number. */
  readonly basis: string;
  readonly task: TaskNamed;
}>;

/** The dispatcher admitted the unit: it supports the task from now on, without a part of the credit until a revision gives it one. */
export type DutyMatchAdmitted = Event<'DutyMatchAdmitted', {
  readonly number: number;
  readonly reason: string;
  /** The unit that answered. */
  readonly unitId: string;
}>;

/** The dispatcher does not see the task within that unit's duties, and says why. */
export type DutyMatchRefused = Event<'DutyMatchRefused', { readonly number: number; readonly reason: string; readonly unitId: string }>;

export type TaskMatchEvent = DutyMatchDeclared | DutyMatchAdmitted | DutyMatchRefused;
