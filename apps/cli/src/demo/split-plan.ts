import { apportion, type Decimal } from '@zeren/kernel';
import type { AnnualTarget, Indicator, Metric, MetricTarget, SplitRow, TaskMetric } from '@zeren/tasks-domain';
import { CITY, districts, leadDepartment, type CampaignPlan } from './bazhong.js';
import { between } from './chance.js';

/** One indicator of one campaign, with the weight the demonstration gives it. */
export type PlannedIndicator = { readonly campaign: CampaignPlan; readonly indicator: Indicator; readonly weight: Decimal };

export const FIRST_YEAR = 2013;

/** Kinds of area that apply to Bazhong: a less developed, mountainous city of the south-west. */
const areaKinds = ['less_developed_area', 'mountain', 'mountain_or_hill', 'south', 'western_city'];

/** Units of counts that a city-wide target is shared out of. */
const additiveUnits = ['次/年', '起', '处'];

/** City-wide counts the demonstration sets above the standard's minimum, so that every district has a share. */
const cityCounts: Readonly<Record<string, Decimal>> = { 'CIV-04-06': '15' };

/** Values the demonstration sets where the standard names a dated reference ("last year's value"). */
const REFERENCE_VALUE = '100';

/** Weights of a campaign's indicators: placeholders count half; they sum to exactly 100. */
export const indicatorWeights = (indicators: readonly Indicator[]): Decimal[] =>
  apportion('100', indicators.map(({ placeholder }) => (placeholder ? '1' : '2')), 2);

/** The quarter in which an indicator's yearly result is due, spread evenly and the same each year. */
export const quarterOf = (indicatorCode: string): number => between(1, 4, 'quarter', indicatorCode);

/** The last moment of a quarter in Shanghai time, as UTC. */
export const quarterEnd = (year: number, quarter: number): string => {
  const lastDay = [31, 30, 30, 31][quarter - 1] as number;
  return `${year}-${String(quarter * 3).padStart(2, '0')}-${lastDay}T15:59:59.000Z`;
};

const met = (code: string): MetricTarget => ({ metric: code, value: '1' });

const targetOf = (indicatorCode: string, { code, target }: Metric): MetricTarget => {
  switch (target.kind) {
    case 'number': return { metric: code, value: cityCounts[indicatorCode] ?? target.value };
    case 'range': return { metric: code, low: target.low, high: target.high };
    case 'by-area': return { metric: code, value: target.values[areaKinds.find((kind) => kind in target.values) ?? Object.keys(target.values)[0] as string] as Decimal };
    case 'reference': return { metric: code, value: REFERENCE_VALUE };
    case 'yes':
    case 'unpublished': return met(code);
  }
};

const metricOf = ({ code, unit, direction, target }: Metric): TaskMetric =>
  target.kind === 'unpublished'
    ? { code, unit: '', direction: 'boolean', distribution: 'threshold', thresholdUnpublished: true }
    : { code, unit, direction, distribution: additiveUnits.includes(unit) && target.kind === 'number' ? 'share' : 'threshold' };

const annualTargets = (targets: readonly MetricTarget[], code: string, lastYear: number): AnnualTarget[] =>
  Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, index) => ({
    year: FIRST_YEAR + index,
    dueAt: quarterEnd(FIRST_YEAR + index, quarterOf(code)),
    targets,
  }));

/** Splits a task's targets among units: shares by population, whole numbers; thresholds for everyone alike. */
const shareOut = (row: Pick<SplitRow, 'metrics' | 'annualTargets'>, populations: readonly Decimal[]): AnnualTarget[][] => {
  const shares = new Map<string, readonly Decimal[]>();
  const shareOf = (metric: string, total: Decimal) => {
    const key = `${metric}|${total}`;
    if (!shares.has(key)) shares.set(key, apportion(total, populations, 0));
    return shares.get(key) as readonly Decimal[];
  };
  return populations.map((_, unit) =>
    row.annualTargets.map((annual) => ({
      ...annual,
      targets: annual.targets.map((target) => {
        const metric = row.metrics.find(({ code }) => code === target.metric);
        return metric?.distribution === 'share' && 'value' in target
          ? { metric: target.metric, value: shareOf(target.metric, target.value)[unit] as Decimal }
          : target;
      }),
    })),
  );
};

const districtWeights = apportion('100', districts.map(({ population }) => population), 2);

/** The rows of one indicator in the city's split: the lead department's root and a child for each district. */
const rowsOfIndicator = ({ campaign, indicator, weight }: PlannedIndicator): SplitRow[] => {
  const targets = indicator.metrics.map((metric) => targetOf(indicator.code, metric));
  const leadUnitId = leadDepartment(campaign.id, indicator.name.zh);
  const root: SplitRow = {
    key: indicator.code,
    parentKey: null,
    parentTaskId: null,
    campaignId: `${CITY}_${campaign.id}`,
    indicatorCode: indicator.code,
    name: indicator.name,
    evidence: indicator.evidence,
    unitId: leadUnitId,
    unitTenantId: CITY,
    supportingUnitIds: [],
    accountablePostId: `${leadUnitId}.head`,
    level: 1,
    weight,
    metrics: indicator.metrics.map(metricOf),
    annualTargets: annualTargets(targets, indicator.code, campaign.lastYear),
    deadline: `${campaign.lastYear}-12-31T15:59:59.000Z`,
  };
  const shared = shareOut(root, districts.map(({ population }) => population));
  const children = districts.map((district, index): SplitRow => ({
    ...root,
    key: `${indicator.code}~${district.id}`,
    parentKey: root.key,
    unitId: district.id,
    unitTenantId: district.id,
    accountablePostId: `${district.id}.head`,
    level: 2,
    weight: districtWeights[index] as Decimal,
    annualTargets: shared[index] as AnnualTarget[],
  }));
  return [root, ...children];
};

/** The city's split of all campaigns: for each of 302 indicators a lead department and five districts. */
export const citySplit = (planned: readonly PlannedIndicator[]): SplitRow[] => planned.flatMap(rowsOfIndicator);

export type Town = { readonly id: string };

/** A district's further split of its tasks to its towns, every town alike. */
export const townSplit = (citySplitId: string, districtId: string, districtRows: readonly SplitRow[], towns: readonly Town[]): SplitRow[] => {
  const equal = towns.map(() => '1');
  const weights = apportion('100', equal, 4);
  return districtRows.flatMap((parent) => {
    const shared = shareOut(parent, equal);
    return towns.map((town, index): SplitRow => ({
      ...parent,
      key: `${parent.indicatorCode}~${town.id}`,
      parentKey: null,
      parentTaskId: `${CITY}_${citySplitId}.${parent.key}`,
      unitId: town.id,
      unitTenantId: districtId,
      accountablePostId: `${town.id}.head`,
      level: 3,
      weight: weights[index] as Decimal,
      annualTargets: shared[index] as AnnualTarget[],
    }));
  });
};


/** A row's key as part of an idempotency key, which knows no `~`. */
export const plain = (rowKey: string): string => rowKey.replace('~', '.');

/** The account that accepts and reports for a unit: an office for a district, the unit's own officer elsewhere. */
export const workerOf = ({ unitId, level }: SplitRow): string => `${unitId}.${level === 2 ? 'district-office' : 'officer'}`;
