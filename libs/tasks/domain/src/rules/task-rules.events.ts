import type { Event } from '@zeren/kernel';
import type { WorkingYear } from '@zeren/organisation-domain';

/** How long a dispatched unit may object, and how often its objection may be refused before a ruling is final. */
export type ObjectionTerms = {
  /** Working days after the day of dispatch, or after the day of a refusal. */
  readonly workingDays: number;
  /** Refusals after which only a final ruling is left. */
  readonly refusals: number;
};

/** The tenant set its terms for objections; they hold for what is dispatched from then on. */
export type ObjectionTermsSet = Event<'ObjectionTermsSet', ObjectionTerms>;

/** The tenant entered the statutory holidays and make-up workdays of a year; since, they are published in its calendar. */
export type WorkingYearEntered = Event<'WorkingYearEntered', WorkingYear>;

export type TaskRulesEvent = ObjectionTermsSet | WorkingYearEntered;
