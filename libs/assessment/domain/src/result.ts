import type { Decimal } from '@zeren/kernel';
import type { AssessmentFactRow } from './assessment-fact.js';
import type { AssessmentInputRow } from './assessment-input.js';
import type { DoingRules, Excuse, LineFact, Period } from './assessment.events.js';
import { contains, quarterOf } from './period.js';
import { excuses } from './scheme-doing.js';

/** The result of one input as it counts for a unit in a period. */
export type Result = Pick<AssessmentInputRow, 'dueAt' | 'status' | 'late'> & {
  readonly input: AssessmentInputRow;
  /** How its task ended, where that and not the result stands now. */
  readonly end: Excuse | null;
  /** Why it left the denominator; null where it is in it. */
  readonly excuse: Excuse | null;
  /** The unit's share of the credit, in percent; null where it is the whole. */
  readonly share: Decimal | null;
  readonly facts: readonly LineFact[];
};

/** What there is to look at beside an input. */
export type Doing = { readonly rules: DoingRules; readonly facts: ReadonlyMap<string, readonly AssessmentFactRow[]> };

/** A result as it was reported and verified, whatever else befell its task; undefined where it was due in another period. */
export const plainResult = (input: AssessmentInputRow, period: Period): Result | undefined => {
  if (!contains(period, input.dueQuarter)) return undefined;
  const { dueAt, status, late } = input;
  return { input, dueAt, status, late, end: null, excuse: null, share: null, facts: [] };
};

/**
 * A result by the rules on the doing, for a unit; undefined where it does not concern that unit or that period.
 *
 * - It is due at the latest moment that what leaves the denominator has moved it to; in the period from which it was moved
 *   it is shown as having left.
 * - A false report undoes the report it concerns, until the next.
 * - An end other than done stands in place of what was not verified; what is void does not count at all.
 */
export const resultByDoing = (input: AssessmentInputRow, period: Period, unitId: string, { rules, facts }: Doing): Result | undefined => {
  const share = shareOf(input, unitId, rules);
  if (share === undefined) return undefined;
  const own = (facts.get(input.taskId) ?? []).filter(({ year }) => year === null || year === input.year);
  const found = { input, share, facts: own.map(lineFactOf) };
  const moved = movedBy(own, rules, input.dueAt);
  const dueAt = moved?.until ?? input.dueAt;
  const status = statusOf(input, own);
  if (contains(period, moved ? quarterOf(moved.until) : input.dueQuarter)) {
    const end = endOf(own, status);
    return { ...found, dueAt, status, late: isLate(input, own, dueAt), end, excuse: end !== null && rules.leaves.includes(end) ? end : null };
  }
  if (!moved || !contains(period, input.dueQuarter)) return undefined;
  return { ...found, dueAt: input.dueAt, status, late: false, end: null, excuse: moved.kind };
};

/** The facts of some inputs by the public id of their task, in store order. */
export const factsByTask = (facts: readonly AssessmentFactRow[], inputs: readonly AssessmentInputRow[]): Map<string, AssessmentFactRow[]> => {
  const byTask = new Map<string, AssessmentFactRow[]>(inputs.map(({ taskId }) => [taskId, []]));
  for (const fact of facts) if (fact.taskId !== null) byTask.get(fact.taskId)?.push(fact);
  for (const own of byTask.values()) own.sort(byPosition);
  return byTask;
};

/** The order of the store: positions are whole numbers as text. */
export const byPosition = (a: AssessmentFactRow, b: AssessmentFactRow): number => {
  const [one = '', other = ''] = [a.events[0]?.position, b.events[0]?.position];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
};

/** Ids of the inputs that may count in a period though they were due in another: moved into it, or reported falsely. */
export const inputsBeyond = (period: Period, facts: readonly AssessmentFactRow[]): string[] => [
  ...new Set(facts.filter((fact) => concernsPeriod(fact, period)).map(({ taskId, year }) => `${localIdOf(taskId)}@${year}`)),
];

const concernsPeriod = ({ kind, until, year, quarter }: AssessmentFactRow, period: Period): boolean =>
  year !== null && (until === null ? kind === 'false-report' && quarter !== null && contains(period, quarter) : contains(period, quarterOf(until)));

const localIdOf = (taskId: string | null): string => (taskId ?? '').slice((taskId ?? '').indexOf('_') + 1);

const shareOf = ({ unitId: lead, credits }: AssessmentInputRow, unitId: string, { sharedCredit }: DoingRules): Decimal | null | undefined => {
  if (!sharedCredit || credits.length === 0) return unitId === lead ? null : undefined;
  return credits.find((credit) => credit.unitId === unitId)?.share;
};

type Move = { readonly kind: Excuse; readonly until: string };

const isExcuse = (kind: AssessmentFactRow['kind']): kind is Excuse => excuses.some((excuse) => excuse === kind);

const movesOf = (facts: readonly AssessmentFactRow[]): Move[] =>
  facts.flatMap(({ kind, until }) => (until !== null && isExcuse(kind) ? [{ kind, until }] : []));

/** The move that reaches furthest, of those that leave the denominator and reach beyond the due moment. */
const movedBy = (facts: readonly AssessmentFactRow[], { leaves }: DoingRules, dueAt: string): Move | undefined =>
  movesOf(facts).filter(({ kind, until }) => leaves.includes(kind) && until > dueAt).sort((a, b) => (a.until < b.until ? 1 : -1))[0];

const statusOf = ({ status, attempt }: AssessmentInputRow, facts: readonly AssessmentFactRow[]): Result['status'] => {
  if (facts.some((fact) => fact.kind === 'false-report' && fact.attempt === attempt)) return 'rejected';
  return status === 'overdue' ? 'pending' : status;
};

/** What was reported is late as it was said then, unless its due moment was moved: then by the moment it is due by these rules. */
const isLate = ({ late, reportedAt }: AssessmentInputRow, facts: readonly AssessmentFactRow[], dueAt: string): boolean => {
  if (reportedAt === null) return false;
  return movesOf(facts).length === 0 ? late : reportedAt > dueAt;
};

const endOf = (facts: readonly AssessmentFactRow[], status: Result['status']): Excuse | null => {
  const end = facts.filter(({ until }) => until === null).map(({ kind }) => kind).filter(isExcuse).at(-1) ?? null;
  return end === 'voided' || status !== 'verified' ? end : null;
};

const lineFactOf = ({ kind, until, occurredAt, events }: AssessmentFactRow): LineFact => ({
  kind: kind as LineFact['kind'], until, occurredAt, eventId: events[0]?.eventId ?? '', position: events[0]?.position ?? '',
});
