import { divide, round, type Decimal } from '@zeren/kernel';
import type { HandlingOutcome } from '../request/request-values.js';

/** What figures are counted by: the facts of a request as a whole, or of one unit's handling of it. */
export type FigureFacts = {
  /** Why it counts in no rate: it went into another request, is nothing the administration answers, was given back in time. */
  readonly setAside: 'merged' | 'declined' | 'returned' | null;
  /** By when it had to be responded to: taken on or declined; by a unit, taken in hand or given back. UTC. */
  readonly respondBy: string | null;
  readonly respondedAt: string | null;
  readonly respondedInTime: boolean | null;
  /** By when handling had to be over, UTC. */
  readonly handleBy: string | null;
  readonly reportedAt: string | null;
  readonly reportedInTime: boolean | null;
  /** Whether its clock was set aside with an approval. */
  readonly isDeferred: boolean;
  readonly outcome: HandlingOutcome | null;
  /** Whether those who asked said anything of the answer, and whether all who did are satisfied. */
  readonly isRated: boolean;
  readonly isSatisfied: boolean;
  /** How often a report was found wanting. */
  readonly reworks: number;
};

/** One thing a counted row must be: it has a value or none, has this one, or names a moment that has passed. */
export type FigureTest =
  | { readonly fact: keyof FigureFacts; readonly is: 'present' | 'absent' }
  | { readonly fact: keyof FigureFacts; readonly equals: string | boolean }
  | { readonly fact: keyof FigureFacts; readonly isMore: number }
  | { readonly fact: keyof FigureFacts; readonly is: 'past' };

/** Any of these, each of which is all of its tests. */
export type FigureCondition = readonly (readonly FigureTest[])[];

/** Everything that is counted, in the order in which it is shown. */
export const figures = [
  'received', 'merged', 'declined', 'returned', 'responseDue', 'responded', 'due', 'deferred', 'onTime', 'late', 'overdue',
  'ended', 'solved', 'explained', 'closed', 'rated', 'satisfied', 'dissatisfied', 'reworked',
] as const;
export type Figure = (typeof figures)[number];

const counts: FigureTest = { fact: 'setAside', is: 'absent' };
const reported: FigureTest = { fact: 'reportedAt', is: 'present' };
const open: FigureTest = { fact: 'reportedAt', is: 'absent' };
const pastDeadline: FigureTest = { fact: 'handleBy', is: 'past' };
const deferred: FigureTest = { fact: 'isDeferred', equals: true };
const running: FigureTest = { fact: 'isDeferred', equals: false };
const hasDeadline: FigureTest = { fact: 'handleBy', is: 'present' };
const ended = (outcome: HandlingOutcome): FigureCondition => [[counts, { fact: 'outcome', equals: outcome }]];

/**
 * What each figure counts. Something is due once it is reported or its deadline has passed; what was deferred leaves the
 * denominator of the on-time rate, and its numerator with it.
 */
export const figureConditions: Readonly<Record<Figure, FigureCondition>> = {
  received: [[]],
  merged: [[{ fact: 'setAside', equals: 'merged' }]],
  declined: [[{ fact: 'setAside', equals: 'declined' }]],
  returned: [[{ fact: 'setAside', equals: 'returned' }]],
  responseDue: [[{ fact: 'respondBy', is: 'present' }, { fact: 'respondedAt', is: 'present' }], [{ fact: 'respondedAt', is: 'absent' }, { fact: 'respondBy', is: 'past' }]],
  responded: [[{ fact: 'respondBy', is: 'present' }, { fact: 'respondedInTime', equals: true }]],
  due: [[counts, hasDeadline, reported], [counts, open, pastDeadline]],
  deferred: [[counts, deferred, hasDeadline, reported], [counts, deferred, open, pastDeadline]],
  onTime: [[counts, running, hasDeadline, { fact: 'reportedInTime', equals: true }]],
  late: [[counts, running, hasDeadline, { fact: 'reportedInTime', equals: false }], [counts, running, open, pastDeadline]],
  overdue: [[counts, running, open, pastDeadline]],
  ended: [[counts, { fact: 'outcome', is: 'present' }]],
  solved: ended('solved'),
  explained: ended('explained'),
  closed: ended('closed'),
  rated: [[counts, { fact: 'isRated', equals: true }]],
  satisfied: [[counts, { fact: 'isRated', equals: true }, { fact: 'isSatisfied', equals: true }]],
  dissatisfied: [[counts, { fact: 'isRated', equals: true }, { fact: 'isSatisfied', equals: false }]],
  reworked: [[counts, { fact: 'reworks', isMore: 0 }]],
};

const holds = (test: FigureTest, facts: FigureFacts, now: string): boolean => {
  const value = facts[test.fact];
  if ('equals' in test) return value === test.equals;
  if ('isMore' in test) return typeof value === 'number' && value > test.isMore;
  if (test.is === 'past') return typeof value === 'string' && value < now;
  return (value !== null) === (test.is === 'present');
};

/** Whether a figure counts something of which these are the facts. */
export const isCounted = (figure: Figure, facts: FigureFacts, now: string): boolean =>
  figureConditions[figure].some((tests) => tests.every((test) => holds(test, facts, now)));

export type Counts = Readonly<Record<Figure, number>>;

export const countsOf = (rows: readonly FigureFacts[], now: string): Counts =>
  Object.fromEntries(figures.map((figure) => [figure, rows.filter((facts) => isCounted(figure, facts, now)).length])) as Record<Figure, number>;

/** Hundredths of a per cent are the last that is shown. */
const PLACES = 2;

const percent = (part: number, whole: number): Decimal | null => (whole === 0 ? null : round(divide(String(part * 100), String(whole)), PLACES));

/** The four rates in per cent, exact to two places, halves to even; null where nothing is in the denominator. */
export type Rates = {
  /** Responded to in time ÷ what had to be. */
  readonly response: Decimal | null;
  /** Reported on time ÷ (due − deferred). */
  readonly onTime: Decimal | null;
  /** Solved ÷ all that ended; explained and closed are told apart from it. */
  readonly solution: Decimal | null;
  /** Satisfied ÷ rated. */
  readonly satisfaction: Decimal | null;
};

export const ratesOf = (of: Counts): Rates => ({
  response: percent(of.responded, of.responseDue),
  onTime: percent(of.onTime, of.due - of.deferred),
  solution: percent(of.solved, of.ended),
  satisfaction: percent(of.satisfied, of.rated),
});

export const noFacts: FigureFacts = {
  setAside: null, respondBy: null, respondedAt: null, respondedInTime: null, handleBy: null, reportedAt: null, reportedInTime: null,
  isDeferred: false, outcome: null, isRated: false, isSatisfied: false, reworks: 0,
};
