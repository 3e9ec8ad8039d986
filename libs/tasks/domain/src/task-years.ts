import type { AnnualTarget } from './split.events.js';
import type { MeasuredValue, TaskEvent } from './task.events.js';

/** Where one year's result stands. `pending`: nothing reported yet. */
export type YearStatus = 'pending' | 'overdue' | 'reported' | 'rejected' | 'verified';

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
};

/** An event about one year of a task. */
export type YearEvent = Extract<TaskEvent, { data: { year: number } }>;

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
  }));

const yearAfter = (year: TaskYear, event: YearEvent): TaskYear => {
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
  }
};

/** The years of a task after an event about one of them. */
export const yearsAfter = (years: readonly TaskYear[], event: YearEvent): readonly TaskYear[] =>
  years.map((year) => (year.year === event.data.year ? yearAfter(year, event) : year));
