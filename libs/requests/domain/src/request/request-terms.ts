import { deadlineAfter, instantOf, millisecondsOf, type Term, type WorkingCalendar } from '@zeren/organisation-domain';
import type { LocalisedText } from '@zeren/kernel';
import type { Due, HandlingStage } from './request-values.js';

/** How long each step besides handling may take, and how often something may be given back. A tenant's own. */
export type RequestTerms = {
  readonly acceptWithin: Term;
  readonly dispatchWithin: Term;
  /** For acceptance and dispatch of what is urgent. */
  readonly urgentWithin: Term;
  readonly arbitrateWithin: Term;
  /** Counted from dispatch: until then a unit may give it back. */
  readonly returnWithin: Term;
  readonly feedBackWithin: Term;
  /** Counted from a deadline that passed: then one level up takes notice. */
  readonly escalateAfter: Term;
  /** How often a request may be asked to be given back; the last answer is final. */
  readonly returns: number;
};

/** Until a tenant says otherwise; the term of a return and its limit are those of the domain page, section 7. */
export const defaultTerms: RequestTerms = {
  acceptWithin: { value: 30, unit: 'minute' },
  dispatchWithin: { value: 2, unit: 'working-hour' },
  urgentWithin: { value: 15, unit: 'minute' },
  arbitrateWithin: { value: 2, unit: 'working-day' },
  returnWithin: { value: 1, unit: 'working-day' },
  feedBackWithin: { value: 1, unit: 'working-day' },
  escalateAfter: { value: 2, unit: 'working-hour' },
  returns: 2,
};

/** By what time is counted: the tenant's calendar and its terms, as they are when something is decided. */
export type Counting = { readonly calendar: WorkingCalendar; readonly terms: RequestTerms };

/** What a class of matter asks for: its stages of handling, the last being the end of it. */
export type MatterTerms = {
  readonly code: string;
  readonly stages: readonly { readonly code: string; readonly name: LocalisedText; readonly term: Term }[];
  readonly urgent: boolean;
};

/** A deadline that is watched: a reminder when three quarters of its time have passed, one level up when it has long passed. */
export const dueAfter = (from: string, term: Term, { calendar, terms }: Counting): Due => {
  const deadline = deadlineAfter(from, term, calendar);
  const [begin, end] = [millisecondsOf(from), millisecondsOf(deadline.at)];
  return {
    ...deadline, from, remindAt: instantOf(end - Math.floor((end - begin) / 4)), escalateAt: deadlineAfter(deadline.at, terms.escalateAfter, calendar).at,
  };
};

/** The stages of a class, counted from a moment. */
export const stagesFrom = (from: string, matter: MatterTerms, counting: Counting): readonly HandlingStage[] =>
  matter.stages.map(({ code, name, term }) => ({ code, name, deadline: dueAfter(from, term, counting) }));

/** Stages that were counted already, counted anew from another moment. */
export const stagesAnew = (from: string, stages: readonly HandlingStage[], counting: Counting): readonly HandlingStage[] =>
  stages.map((stage) => ({ ...stage, deadline: dueAfter(from, stage.deadline.term, counting) }));

/** The same deadline by the calendar as it is known now. */
export const recounted = ({ from, term }: Due, counting: Counting): Due => dueAfter(from, term, counting);
