import { lesser, multiply, round, type Decimal } from '@zeren/kernel';
import type { MeasuredValue, MetricTarget, SplitRow, TaskMetric } from '@zeren/tasks-domain';
import { between, chance } from './chance.js';
import { taskIdOf, type PublishedSplit } from './published-split.js';
import { quarterOf } from './split-plan.js';

/** How a year's result of one task goes in the demonstration. All figures are made up and marked so. */
export type PlannedResult = {
  readonly taskId: string;
  /** Who verifies: the splitting tenant's supervision office. */
  readonly inspector: string;
  readonly row: SplitRow;
  readonly year: number;
  readonly quarter: number;
  readonly values: readonly MeasuredValue[];
  readonly course: 'on-time' | 'late' | 'rejected-first' | 'never';
};

/** Shares of the courses in percent, by how well the demonstration lets a unit do; the rest is on time. */
type Form = { readonly never: number; readonly late: number; readonly rejected: number; readonly short: number };

const forms: Readonly<Record<string, Form>> = {
  '511902': { never: 1, late: 6, rejected: 5, short: 9 },
  '511903': { never: 5, late: 14, rejected: 8, short: 19 },
  '511921': { never: 3, late: 10, rejected: 6, short: 14 },
  '511922': { never: 1, late: 5, rejected: 4, short: 7 },
  '511923': { never: 2, late: 8, rejected: 6, short: 12 },
};
/** Departments and towns. */
const usualForm: Form = { never: 2, late: 7, rejected: 5, short: 9 };

const courseOf = (form: Form, ...words: readonly (string | number)[]): PlannedResult['course'] => {
  const at = chance('course', ...words) * 100;
  if (at < form.never) return 'never';
  if (at < form.never + form.late) return 'late';
  if (at < form.never + form.late + form.rejected) return 'rejected-first';
  return 'on-time';
};

const measured = (target: MetricTarget, metric: TaskMetric, short: boolean, words: readonly (string | number)[]): Decimal => {
  if (metric.direction === 'boolean') return short ? '0' : '1';
  if (!('value' in target)) return short ? multiply(target.high, '1.1') : target.low;
  const places = metric.distribution === 'share' ? 0 : 2;
  const worse = metric.direction === 'at-most' ? between(103, 130, ...words) : between(70, 97, ...words);
  const better = metric.direction === 'at-most' ? between(80, 100, ...words) : between(100, 108, ...words);
  const value = round(multiply(target.value, `${((short ? worse : better) / 100).toFixed(2)}`), places);
  return metric.unit === '%' ? lesser(value, '100') : value;
};

const valuesOf = (row: SplitRow, targets: readonly MetricTarget[], form: Form, year: number): MeasuredValue[] =>
  targets.map((target) => {
    const metric = row.metrics.find(({ code }) => code === target.metric) as TaskMetric;
    const words = [row.key, year, target.metric];
    return { metric: metric.code, unit: metric.unit, value: measured(target, metric, chance('short', ...words) * 100 < form.short, words) };
  });

/** Every result of a year that falls due in a quarter, in order of task. */
export const resultsOf = (split: PublishedSplit, year: number, quarter: number): PlannedResult[] =>
  split.rows
    .filter((row) => quarterOf(row.indicatorCode) === quarter)
    .flatMap((row) => {
      const annual = row.annualTargets.find((target) => target.year === year);
      if (!annual) return [];
      const form = forms[row.unitId] ?? usualForm;
      return [{
        taskId: taskIdOf(split, row),
        inspector: `${split.ownerTenantId}.inspector`,
        row,
        year,
        quarter,
        values: valuesOf(row, annual.targets, form, year),
        course: courseOf(form, row.key, year),
      }];
    });
