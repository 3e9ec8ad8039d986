import { compare, isDecimal, sum, type Decimal } from '@zeren/kernel';
import { endOfDay, localYear } from '@zeren/organisation-domain';
import {
  yearsOfCycle, type CampaignRow, type Cycle, type Indicator, type Metric, type MetricTarget, type ReceivingUnit, type SplitRow, type TaskMetric,
} from '@zeren/tasks-domain';
import { idOf } from '../../../api/rows.js';

/** What all chosen indicators have in common: who leads them, when they are due each year, and what is shared out. */
export type RootTerms = {
  readonly campaign: CampaignRow;
  readonly cycle: Cycle;
  readonly lead: ReceivingUnit;
  /** Month and day, `06-30`. */
  readonly dueOn: string;
  /** Whether counts are shared among those below, or each reaches them by itself. */
  readonly shared: boolean;
};

/** A metric for which the standard has no one number: what it says instead, and what is proposed. */
export type OpenTarget = { readonly id: string; readonly indicator: Indicator; readonly metric: Metric; readonly said: string; readonly proposed: string };

export const openTargetId = (indicatorCode: string, metric: string): string => `${indicatorCode} ${metric}`;

const openOf = (indicator: Indicator, metric: Metric): OpenTarget | undefined => {
  const id = openTargetId(indicator.code, metric.code);
  switch (metric.target.kind) {
    case 'by-area': {
      const values = Object.entries(metric.target.values);
      return { id, indicator, metric, said: values.map(([area, value]) => `${area} ${value}`).join(' · '), proposed: values[0]?.[1] ?? '' };
    }
    case 'reference': return { id, indicator, metric, said: metric.target.text, proposed: '' };
    case 'number':
    case 'range':
    case 'yes':
    case 'unpublished': return undefined;
  }
};

/** The targets that the reader has to set. */
export const openTargetsOf = (indicators: readonly Indicator[]): readonly OpenTarget[] =>
  indicators.flatMap((indicator) => indicator.metrics.map((metric) => openOf(indicator, metric)).filter((open) => open !== undefined));

const targetOf = (indicator: Indicator, { code, target }: Metric, said: Readonly<Record<string, Decimal>>): MetricTarget => {
  switch (target.kind) {
    case 'number': return { metric: code, value: target.value };
    case 'range': return { metric: code, low: target.low, high: target.high };
    case 'by-area':
    case 'reference': return { metric: code, value: said[openTargetId(indicator.code, code)] ?? '' };
    case 'yes':
    case 'unpublished': return { metric: code, value: '1' };
  }
};

const metricOf = ({ code, unit, direction, target }: Metric, shared: boolean): TaskMetric => {
  if (target.kind === 'unpublished') return { code, unit: '', direction: 'boolean', distribution: 'threshold', thresholdUnpublished: true };
  const countable = (direction === 'at-least' || direction === 'at-most') && !unit.includes('%') && !unit.includes('‰');
  return { code, unit, direction, distribution: shared && countable ? 'share' : 'threshold' };
};

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The indicators as rows at the top of a split, led by one unit, due each year on one day and no later than cycle and campaign end. */
export const rootsOf = (indicators: readonly Indicator[], { campaign, cycle, lead, dueOn, shared }: RootTerms, said: Readonly<Record<string, Decimal>>): readonly SplitRow[] => {
  const weights = new Map(campaign.weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]));
  const deadline = endOfDay(earlier(cycle.until, `${campaign.lastYear}-12-31`));
  const years = yearsOfCycle(cycle).filter((year) => year <= localYear(deadline));
  return indicators.map((indicator) => ({
    key: indicator.code, parentKey: null, parentTaskId: null, campaignId: idOf(campaign), indicatorCode: indicator.code, name: indicator.name, evidence: indicator.evidence,
    ...lead, supportingUnitIds: [], weight: weights.get(indicator.code) ?? '', metrics: indicator.metrics.map((metric) => metricOf(metric, shared)),
    annualTargets: years.map((year) => ({
      year, dueAt: earlier(endOfDay(`${year}-${dueOn}`), deadline), targets: indicator.metrics.map((metric) => targetOf(indicator, metric, said)),
    })),
    deadline,
  }));
};

/** How much of a campaign's weight the roots of a split hold: a batch takes a campaign's indicators whole, so it must come to 100. */
export type RootSum = { readonly campaignId: string; readonly sum: Decimal; readonly holds: boolean };

export const rootSumsOf = (rows: readonly SplitRow[]): readonly RootSum[] => {
  const roots = rows.filter(({ parentKey, parentTaskId }) => parentKey === null && parentTaskId === null);
  return [...new Set(roots.map(({ campaignId }) => campaignId))].map((campaignId) => {
    const total = sum(roots.filter((row) => row.campaignId === campaignId && isDecimal(row.weight)).map(({ weight }) => weight));
    return { campaignId, sum: total, holds: compare(total, '100') === 0 };
  });
};
