import { isDecimal } from '@zeren/kernel';
import { isCalendarDate, localDate } from '@zeren/organisation-domain';
import { refuse } from '../refusals.js';
import type { TaskMetric } from '../split/split.events.js';
import type { MeasuredValue } from './measured-value.js';

const checkValue = (value: MeasuredValue, metric: TaskMetric | undefined, field: string): void => {
  if (!metric) return refuse('value-unknown', `${field}.metric`, { metric: value.metric });
  if (value.unit !== metric.unit) refuse('wrong-unit', `${field}.unit`, { expected: metric.unit });
  const acceptable = metric.direction === 'boolean' ? ['0', '1'].includes(value.value) : isDecimal(value.value);
  if (!acceptable) refuse('value-invalid', `${field}.value`);
};

/** Each value is one of the task's metrics, once, in its unit; gives the metrics without a value. */
const metricsLeft = (values: readonly MeasuredValue[], metrics: readonly TaskMetric[]): readonly string[] => {
  const open = new Map(metrics.map((metric) => [metric.code, metric]));
  values.forEach((value, index) => {
    checkValue(value, open.get(value.metric), `values[${index}]`);
    open.delete(value.metric);
  });
  return [...open.keys()];
};

/** A report has a value for every metric. */
export const checkAllValues = (values: readonly MeasuredValue[], metrics: readonly TaskMetric[]): void => {
  for (const metric of metricsLeft(values, metrics)) refuse('value-missing', 'values', { metric });
};

/** Progress has a value for some metric. */
export const checkSomeValues = (values: readonly MeasuredValue[], metrics: readonly TaskMetric[]): void => {
  metricsLeft(values, metrics);
  if (values.length === 0) refuse('progress-without-value', 'values');
};

export const checkMeasuredOn = (measuredOn: string, year: number, now: string): void => {
  if (!isCalendarDate(measuredOn)) refuse('date-invalid', 'measuredOn');
  if (measuredOn > localDate(now)) refuse('measured-in-future', 'measuredOn');
  if (Number(measuredOn.slice(0, 4)) < year) refuse('measured-before-year', 'measuredOn', { year });
};
