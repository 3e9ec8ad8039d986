import type { Event } from '@zeren/kernel';
import type { ResultCredited } from './task-credit.events.js';
import type { AnnualTarget } from '../split/split.events.js';
import type { ProgressCorrected, ProgressRecorded } from './task-progress.events.js';
import type { SupportingProgressCorrected, SupportingProgressRecorded } from './task-support.events.js';
import type { MeasuredValue } from './measured-value.js';
import type { TaskEvent } from './task.events.js';

/** Where one year's result stands. `pending`: nothing reported yet. */
export type YearStatus = 'pending' | 'overdue' | 'reported' | 'rejected' | 'verified';

/** One entry of progress; where it was corrected, the values that are right and why. */
export type ProgressEntry = Omit<ProgressRecorded['data'], 'year'> & {
  readonly correction: { readonly values: readonly MeasuredValue[]; readonly reason: string } | null;
};

/** One year of a task: what is due, and what has come of it. */
export type TaskYear = AnnualTarget & {
  readonly status: YearStatus;
  /** Reports so far; 0 before the first. */
  readonly attempt: number;
  /** Rejections so far. */
  readonly rework: number;
  /** Whether the latest report came after `dueAt`. */
  readonly late: boolean;
  readonly values: readonly MeasuredValue[];
  readonly measuredOn: string | null;
  readonly reportingUnitId: string | null;
  readonly note: string;
  readonly verifyingUnitId: string | null;
  readonly finding: string;
  /** The later moment it was extended to. */
  readonly extendedTo: string | null;
  /** The moment it was put off to. */
  readonly deferredUntil: string | null;
  readonly progress: readonly ProgressEntry[];
  /** The reports that were found to be false, by number. */
  readonly falseAttempts: readonly number[];
  /** What supporting units recorded of their own; absent where there is none. */
  readonly support?: readonly ProgressEntry[];
  /** What was reported for other campaigns and counts here too; absent where there is none. */
  readonly credits?: readonly ResultCredited['data'][];
};

/** When a year's result is due, extensions and deferral counted in. */
export const dueOf = ({ dueAt, extendedTo, deferredUntil }: Pick<TaskYear, 'dueAt' | 'extendedTo' | 'deferredUntil'>): string =>
  [extendedTo, deferredUntil].reduce<string>((latest, moment) => (moment !== null && moment > latest ? moment : latest), dueAt);

/** The values of an entry as they stand: corrected where they were. */
export const valuesOf = ({ values, correction }: ProgressEntry): readonly MeasuredValue[] => correction?.values ?? values;

/** An event that changes one year of a task. */
export type YearEvent = Extract<TaskEvent, {
  type: 'ResultReported' | 'ResultVerified' | 'ResultRejected' | 'TaskMarkedOverdue' | 'DueDateExtended' | 'ResultDeferred'
    | 'ProgressRecorded' | 'ProgressCorrected' | 'SupportingProgressRecorded' | 'SupportingProgressCorrected' | 'FalseReportFlagged' | 'ResultCredited';
}>;

const eventTypes: Readonly<Record<string, true>> = {
  ResultReported: true, ResultVerified: true, ResultRejected: true, TaskMarkedOverdue: true, DueDateExtended: true, ResultDeferred: true,
  ProgressRecorded: true, ProgressCorrected: true, SupportingProgressRecorded: true, SupportingProgressCorrected: true, FalseReportFlagged: true, ResultCredited: true,
} satisfies Record<YearEvent['type'], true>;

export const isYearEvent = (event: Event): event is YearEvent => eventTypes[event.type] === true;

export const yearsOf = (targets: readonly AnnualTarget[]): readonly TaskYear[] =>
  targets.map((target) => ({
    ...target,
    status: 'pending',
    attempt: 0,
    rework: 0,
    late: false,
    values: [],
    measuredOn: null,
    reportingUnitId: null,
    note: '',
    verifyingUnitId: null,
    finding: '',
    extendedTo: null,
    deferredUntil: null,
    progress: [],
    falseAttempts: [],
  }));

/** More time ends being overdue: it was asked for before expiry, whenever it was approved. */
const backInTime = (status: YearStatus): YearStatus => (status === 'overdue' ? 'pending' : status);

const entryOf = ({ data: { year: _, ...entry } }: ProgressRecorded | SupportingProgressRecorded): ProgressEntry => ({ ...entry, correction: null });

const corrected = (entries: readonly ProgressEntry[], { entry, values, reason }: (ProgressCorrected | SupportingProgressCorrected)['data']): readonly ProgressEntry[] =>
  entries.map((one) => (one.entry === entry ? { ...one, correction: { values, reason } } : one));

type EntryEvent = Extract<YearEvent, { readonly data: { readonly entry: number } }>;

const isEntryEvent = (event: YearEvent): event is EntryEvent => 'entry' in event.data;

/** The lead's entries and those of the units that support it stand apart. */
const entriesAfter = (year: TaskYear, event: EntryEvent): TaskYear => {
  switch (event.type) {
    case 'ProgressRecorded': return { ...year, progress: [...year.progress, entryOf(event)] };
    case 'ProgressCorrected': return { ...year, progress: corrected(year.progress, event.data) };
    case 'SupportingProgressRecorded': return { ...year, support: [...(year.support ?? []), entryOf(event)] };
    case 'SupportingProgressCorrected': return { ...year, support: corrected(year.support ?? [], event.data) };
  }
};

const yearAfter = (year: TaskYear, event: YearEvent): TaskYear => {
  if (isEntryEvent(event)) return entriesAfter(year, event);
  switch (event.type) {
    case 'ResultReported': {
      const { attempt, late, values, measuredOn, reportingUnitId, note } = event.data;
      return { ...year, status: 'reported', attempt, late, values, measuredOn, reportingUnitId, note };
    }
    case 'ResultVerified': {
      const { verifyingUnitId, finding } = event.data;
      return { ...year, status: 'verified', verifyingUnitId, finding };
    }
    case 'ResultRejected': {
      const { rework, verifyingUnitId, finding } = event.data;
      return { ...year, status: 'rejected', rework, verifyingUnitId, finding };
    }
    case 'TaskMarkedOverdue':
      return { ...year, status: 'overdue' };
    case 'DueDateExtended':
      return { ...year, status: backInTime(year.status), extendedTo: event.data.until };
    case 'ResultDeferred':
      return { ...year, status: backInTime(year.status), deferredUntil: event.data.until };
    case 'ResultCredited': return { ...year, credits: [...(year.credits ?? []), event.data] };
    case 'FalseReportFlagged': {
      const { attempt, finding, flaggingUnitId } = event.data;
      return { ...year, status: 'rejected', finding, verifyingUnitId: flaggingUnitId, falseAttempts: [...year.falseAttempts, attempt] };
    }
  }
};

/** The years of a task after an event about one of them. */
export const yearsAfter = (years: readonly TaskYear[], event: YearEvent): readonly TaskYear[] =>
  years.map((year) => (year.year === event.data.year ? yearAfter(year, event) : year));
