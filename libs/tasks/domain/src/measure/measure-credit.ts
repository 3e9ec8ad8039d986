import { isDecimal, sameData, type Caller, type Command } from '@zeren/kernel';
import type { ResultCredited } from '../task/task-credit.events.js';
import { awaitsRuling, openObjection } from '../task/task-objection.js';
import { isEnd, type PublishedTask } from '../task/task-state.js';
import type { MeasuredValue } from '../task/measured-value.js';
import type { ResultReported, TaskEvent } from '../task/task.events.js';
import { dueOf, type TaskYear } from '../task/task-years.js';

/** Let what was reported for another campaign count for this task. A policy issues it, for the task's owner. */
export type CreditResult = Command<'CreditResult', ResultCredited['data']>;

/** Those of the values that the task takes as they are: one of its metrics, in its unit. */
const takenBy = ({ content: { metrics } }: PublishedTask, values: readonly MeasuredValue[]): readonly MeasuredValue[] =>
  values.filter(({ metric, unit, value }) => metrics.some((one) => one.code === metric && one.unit === unit && one.direction !== 'boolean') && isDecimal(value));

/** The values credited so far, the latest of each metric. */
export const creditedValues = (credits: readonly ResultCredited['data'][]): readonly MeasuredValue[] => [
  ...new Map(credits.flatMap(({ values }) => values.map((value) => [value.metric, value] as const))).values(),
];

/** Once credits cover every metric, the year is reported: the unit is not asked for it again. */
const reportedBy = (task: PublishedTask, year: TaskYear, credits: readonly ResultCredited['data'][], caller: Caller): readonly ResultReported[] => {
  const values = creditedValues(credits);
  if (task.content.metrics.some(({ code }) => !values.some(({ metric }) => metric === code))) return [];
  const measuredOn = credits.map((credit) => credit.measuredOn).sort().at(-1) ?? '';
  return [{
    type: 'ResultReported',
    data: {
      year: year.year, values, measuredOn, dueAt: dueOf(year), late: caller.now > dueOf(year), attempt: year.attempt + 1,
      reportingUnitId: task.content.unitId, note: '',
    },
  }];
};

/** Nothing is credited to a task that is not accepted, in dispute or ended, nor to a year that is reported already. */
export const decideOnCredit = (said: CreditResult['data'], task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  if (task.status === 'published' || isEnd(task.status) || openObjection(task) || awaitsRuling(task)) return [];
  const year = task.years.find((one) => one.year === said.year);
  if (!year || year.status === 'reported' || year.status === 'verified') return [];
  const values = takenBy(task, said.values);
  const credited = { ...said, values };
  if (values.length === 0 || year.credits?.some((one) => sameData(one, credited))) return [];
  return [{ type: 'ResultCredited', data: credited }, ...reportedBy(task, year, [...(year.credits ?? []), credited], caller)];
};
