import { compare, isDecimal } from '@zeren/kernel';
import { isInstant, localYear } from '@zeren/organisation-domain';
import { checkCredit } from './credit-shares.js';
import type { AnnualTarget, Cycle, MetricTarget, SplitRow, TaskMetric } from './split.events.js';
import type { Complain } from '../violation.js';
import { isPositive } from './weights.js';

/** What every row of a split must keep to, whatever stands above or below it. */
export type SplitFrame = {
  /** The splitting tenant. */
  readonly tenantId: string;
  readonly cycle: Cycle;
  readonly deepestLevel: number;
};

/** The years of a cycle, first to last. */
export const yearsOfCycle = ({ from, until }: Cycle): readonly number[] => {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(until.slice(0, 4)) - first + 1 }, (_, index) => first + index);
};

const checkUnits = (row: SplitRow, { deepestLevel }: SplitFrame, complain: Complain): void => {
  if (row.unitId.trim() === '' || row.unitTenantId.trim() === '') complain('lead-required', 'unitId');
  const supporting = new Set(row.supportingUnitIds);
  if (supporting.has(row.unitId) || supporting.size < row.supportingUnitIds.length) complain('lead-also-supporting', 'supportingUnitIds');
  if (row.accountablePostId.trim() === '') complain('post-required', 'accountablePostId');
  if (row.level > deepestLevel) complain('split-too-deep', 'level', { level: row.level, deepest: deepestLevel });
};

const checkMetrics = (metrics: readonly TaskMetric[], complain: Complain): void => {
  if (metrics.length === 0) complain('metric-required', 'metrics');
  const seen = new Set<string>();
  for (const { code, direction, distribution } of metrics) {
    const field = `metrics[${code}]`;
    if (seen.has(code)) complain('metric-repeated', field, { metric: code });
    seen.add(code);
    const additive = direction === 'at-least' || direction === 'at-most';
    if (distribution === 'share' && !additive) complain('metric-not-additive', field, { metric: code });
  }
};

const isAcceptable = (target: MetricTarget, { direction }: TaskMetric): boolean => {
  if ('low' in target) return direction === 'range' && isDecimal(target.low) && isDecimal(target.high) && compare(target.low, target.high) <= 0;
  return direction === 'boolean' ? target.value === '1' : direction !== 'range' && isDecimal(target.value);
};

const checkTargets = ({ year, targets }: AnnualTarget, metrics: readonly TaskMetric[], complain: Complain): void => {
  const open = new Map(metrics.map((metric) => [metric.code, metric]));
  for (const target of targets) {
    const metric = open.get(target.metric);
    const field = `annualTargets[${year}].${target.metric}`;
    if (!metric) complain('target-unknown', field);
    else if (!isAcceptable(target, metric)) complain('target-invalid', field, { metric: target.metric });
    open.delete(target.metric);
  }
  for (const metric of open.keys()) complain('target-missing', `annualTargets[${year}].${metric}`, { year, metric });
};

/** A task has a target for every metric in each year of the cycle, up to its deadline. */
const checkYears = (row: SplitRow, { cycle }: SplitFrame, complain: Complain): void => {
  const lastYear = isInstant(row.deadline) ? localYear(row.deadline) : Infinity;
  const open = new Set(yearsOfCycle(cycle).filter((year) => year <= lastYear));
  for (const annual of row.annualTargets) {
    const field = `annualTargets[${annual.year}]`;
    if (!open.delete(annual.year)) complain('year-outside-cycle', field, { year: annual.year });
    if (!isInstant(annual.dueAt)) complain('instant-invalid', `${field}.dueAt`);
    else if (annual.dueAt > row.deadline) complain('due-after-deadline', `${field}.dueAt`);
    checkTargets(annual, row.metrics, complain);
  }
  for (const year of open) complain('target-missing', `annualTargets[${year}]`, { year, metric: row.metrics[0]?.code ?? '' });
};

const checkDeadline = ({ deadline }: SplitRow, { cycle }: SplitFrame, complain: Complain): void => {
  if (!isInstant(deadline)) return complain('instant-invalid', 'deadline');
  const day = deadline.slice(0, 10);
  if (day < cycle.from || day > cycle.until) complain('deadline-outside-cycle', 'deadline');
};

/** What a row breaks by itself. Linear in its size. */
export const checkRow = (row: SplitRow, frame: SplitFrame, complain: Complain): void => {
  // The key becomes part of the task's id, and so of its stream and its address.
  if (!/^[A-Za-z0-9.~-]+$/.test(row.key)) complain('row-key-invalid', 'key');
  if (!isPositive(row.weight)) complain('weight-not-positive', 'weight');
  checkUnits(row, frame, complain);
  checkCredit(row, complain);
  checkMetrics(row.metrics, complain);
  checkDeadline(row, frame, complain);
  checkYears(row, frame, complain);
};
