import { apportion, compare, equals, isDecimal, sum, type Decimal } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import type { AnnualTarget, MetricTarget, SplitRow, TaskMetric } from './split.events.js';
import { FULL_WEIGHT, isPositive } from './weights.js';

export const distributionKinds = ['equal', 'population', 'fixed', 'everyone'] as const;
export type DistributionKind = (typeof distributionKinds)[number];

/**
 * How a target is shared among units: to each alike, by population, by fixed shares in per cent, or to everyone whole.
 * `parts` are the populations or the shares, in the order of the units; the other rules have none.
 */
export type DistributionRule = { readonly kind: DistributionKind; readonly parts: readonly Decimal[] };

/** A unit that gets a part, where it stands and who answers there; for a town with a list of duties, on what ground. */
export type ReceivingUnit = Pick<SplitRow, 'unitId' | 'unitTenantId' | 'accountablePostId' | 'level' | 'dutyItem' | 'admissionDocument'>;

/** What is distributed: a row of the same split, by its key, or a published task, by its id. */
export type Distributable = Omit<SplitRow, 'key' | 'parentKey' | 'parentTaskId'> & { readonly parentKey: string | null; readonly parentTaskId: string | null };

/** Weights are shared in hundredths, or finer where that leaves somebody nothing. */
export const WEIGHT_PLACES = 2;
export const MOST_PLACES = 9;

/** The precision of a metric is that of its target: `12` is shared in whole numbers, `12.50` in hundredths. */
export const placesOf = (value: Decimal): number => value.split('.')[1]?.length ?? 0;

/** What each unit's part is in proportion to; every part above zero. Refuses parts that are missing, or shares that are not 100 in all. */
export const proportionsOf = ({ kind, parts }: DistributionRule, units: number): readonly Decimal[] => {
  if (units === 0) return refuse('units-required', 'units');
  if (kind === 'equal' || kind === 'everyone') return Array.from({ length: units }, () => '1');
  const wrong = Array.from({ length: units }, (_, index) => parts[index]).findIndex((part) => part === undefined || !isPositive(part));
  if (wrong >= 0 || parts.length > units) refuse('part-required', `rule.parts[${wrong < 0 ? units : wrong}]`);
  const total = sum(parts);
  if (kind === 'fixed' && !equals(total, FULL_WEIGHT)) refuse('fixed-shares-not-100', 'rule.parts', { sum: total });
  return parts;
};

/** The parts of an additive target: they sum exactly to it, by largest remainder at the target's own precision. */
export const sharesOf = (target: Decimal, proportions: readonly Decimal[]): readonly Decimal[] => apportion(target, proportions, placesOf(target));

/** Weights in proportion, to exactly 100 and each above zero: in hundredths where that is fine enough. */
export const weightsFor = (proportions: readonly Decimal[]): readonly Decimal[] => {
  for (let places = WEIGHT_PLACES; places <= MOST_PLACES; places++) {
    const weights = apportion(FULL_WEIGHT, proportions, places);
    if (weights.every(isPositive)) return weights;
  }
  return refuse('part-required', 'rule.parts');
};

const sharedOut = (target: MetricTarget, metric: TaskMetric | undefined, proportions: readonly Decimal[]): readonly MetricTarget[] => {
  if (metric?.distribution !== 'share' || !('value' in target) || !isDecimal(target.value)) return proportions.map(() => target);
  return sharesOf(target.value, proportions).map((value) => ({ metric: target.metric, value }));
};

/** Each unit's targets. A threshold is everyone's own, whatever the rule; a quantity to be shared is never everyone's whole. */
const targetsFor = ({ metrics, annualTargets }: Distributable, kind: DistributionKind, proportions: readonly Decimal[]): readonly (readonly AnnualTarget[])[] => {
  const shared = metrics.find(({ distribution }) => distribution === 'share');
  if (shared && kind === 'everyone') refuse('rule-not-for-shares', 'rule.kind', { metric: shared.code });
  const byYear = annualTargets.map((annual) => ({
    annual, targets: annual.targets.map((target) => sharedOut(target, metrics.find(({ code }) => code === target.metric), proportions)),
  }));
  return proportions.map((_, unit) => byYear.map(({ annual, targets }) => ({ ...annual, targets: targets.map((of) => of[unit] as MetricTarget) })));
};

/** A task distributed among units by a rule: their rows, whose shares and weights balance. */
export const distribute = (parent: Distributable, units: readonly ReceivingUnit[], rule: DistributionRule): readonly SplitRow[] => {
  const proportions = proportionsOf(rule, units.length);
  const [weights, targets] = [weightsFor(proportions), targetsFor(parent, rule.kind, proportions)];
  // Who is credited, and on what ground work went to the parent's unit, is said of the parent alone.
  const { leadCreditShare: _, supportingCredits: __, dutyItem: ___, admissionDocument: ____, ...asked } = parent;
  return units.map((unit, index) => ({
    ...asked,
    ...unit,
    key: `${parent.indicatorCode}~${unit.unitId}`,
    supportingUnitIds: [],
    weight: weights[index] as Decimal,
    annualTargets: targets[index] as readonly AnnualTarget[],
  }));
};

/** One sum of a family of rows, against what it must be. */
export type Balance = {
  readonly what: 'weight' | 'share';
  readonly year: number | null;
  readonly metric: string | null;
  readonly sum: Decimal;
  readonly expected: Decimal;
  readonly holds: boolean;
};

/** The value a metric aims at in a year; undefined where there is none, or it is a range. */
export const valueOf = (annualTargets: readonly AnnualTarget[], year: number, metric: string): Decimal | undefined => {
  const target = annualTargets.find((annual) => annual.year === year)?.targets.find((one) => one.metric === metric);
  return target && 'value' in target && isDecimal(target.value) ? target.value : undefined;
};

/** The sums of a family as they stand: weights against 100, shares of each year against the parent's target. */
export const balancesOf = (parent: Pick<SplitRow, 'metrics' | 'annualTargets'>, children: readonly Pick<SplitRow, 'weight' | 'annualTargets'>[]): readonly Balance[] => {
  const balance = (what: Balance['what'], year: number | null, metric: string | null, values: readonly string[], expected: Decimal): Balance => {
    const total = sum(values.filter(isDecimal));
    return { what, year, metric, sum: total, expected, holds: compare(total, expected) === 0 };
  };
  const shared = parent.metrics.filter(({ distribution }) => distribution === 'share');
  const shares = parent.annualTargets.flatMap(({ year }) => shared.flatMap(({ code }) => {
    const target = valueOf(parent.annualTargets, year, code);
    return target === undefined ? [] : [balance('share', year, code, children.map(({ annualTargets }) => valueOf(annualTargets, year, code) ?? '0'), target)];
  }));
  return [balance('weight', null, null, children.map(({ weight }) => weight), FULL_WEIGHT), ...shares];
};
