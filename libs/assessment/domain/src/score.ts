import { add, apportion, compare, divide, greater, multiply, round, subtract, sum, type Decimal } from '@zeren/kernel';
import type { AssessmentInputRow } from './assessment-input.js';
import type { Period, ScoreLine, ScoreMeasure, Standing } from './assessment.events.js';
import { contains } from './period.js';
import { pointsOf, rounded, ruleOf, SCORE_PLACES, targetText } from './points.js';
import type { SchemeContent } from './scheme.js';

/** Weight of each indicator within its campaign: by public id of the campaign, then by indicator code. */
export type IndicatorWeights = Readonly<Record<string, Readonly<Record<string, Decimal>>>>;

/** By what a score is computed: the rules, the period, and up to which moment results are due. */
export type ScoringBasis = {
  readonly scheme: SchemeContent;
  readonly indicatorWeights: IndicatorWeights;
  readonly period: Period;
  /** UTC. A result due before it counts, reported or not; of the others only what is verified. */
  readonly dueBefore: string;
};

/** The caller's clock at the latest fact among some inputs: up to then, and no further, is known what is due. */
export const latestFactOf = (inputs: readonly AssessmentInputRow[]): string =>
  inputs.reduce((latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest), '');

/** A unit's score, not yet ranked. */
export type ScoreSheet = Omit<Standing, 'rank'> & { readonly lines: readonly ScoreLine[] };

/**
 * Scores a unit over the tasks it leads. Exact, deterministic, whatever the order of the inputs.
 *
 * - A line is a task of a campaign of the scheme whose result was due in the period.
 * - It counts once it was due, or verified before that; a missing or unverified result then gives 0 points.
 * - An indicator that does not apply to the unit does not count.
 * - The weight of a line is the campaign's by the indicator's; over the lines that count, these are brought to exactly 100.
 * - Points are the mean over the metrics, less the deductions for lateness and for each rejection, never below 0.
 */
export const score = (
  basis: ScoringBasis,
  inputs: readonly AssessmentInputRow[],
  unit: { readonly unitId: string; readonly tenantId: string },
): ScoreSheet => {
  const campaigns = basis.scheme.campaigns.map((campaign) => campaign.campaignId);
  const exempt = new Set(basis.scheme.notApplicable.filter(({ unitId }) => unitId === unit.unitId).map((item) => item.indicatorCode));
  const items = inputs
    .filter((input) => input.unitId === unit.unitId && contains(basis.period, input.dueQuarter) && campaigns.includes(input.campaignId))
    .sort((a, b) => campaigns.indexOf(a.campaignId) - campaigns.indexOf(b.campaignId) || byIndicator(a, b))
    .map((input) => itemOf(basis, input, exempt.has(input.indicatorCode)));
  const weights = weightsOf(items);
  const lines = items.map((item, index) => lineOf(basis, item, weights[index] as Decimal));
  const counting = lines.filter((_, index) => items[index]?.counts);
  return {
    unitId: unit.unitId,
    tenantId: unit.tenantId,
    total: totalOf(lines, basis.scheme.places),
    counted: counting.length,
    late: counting.filter((line) => line.late).length,
    rework: counting.reduce((count, line) => count + line.rework, 0),
    lines,
  };
};

/** The total that lines come to: their points by their weights, rounded half to even once, at the end. */
export const totalOf = (lines: readonly Pick<ScoreLine, 'weight' | 'points'>[], places: number): Decimal =>
  round(divide(sum(lines.map((line) => multiply(line.weight, line.points))), '100'), places);

type Item = { readonly input: AssessmentInputRow; readonly counts: boolean; readonly applies: boolean; readonly weight: Decimal };

const itemOf = ({ scheme, indicatorWeights, dueBefore }: ScoringBasis, input: AssessmentInputRow, exempt: boolean): Item => {
  const campaign = scheme.campaigns.find(({ campaignId }) => campaignId === input.campaignId)?.weight ?? '0';
  const weight = multiply(campaign, indicatorWeights[input.campaignId]?.[input.indicatorCode] ?? '0');
  const applies = !exempt && compare(weight, '0') > 0;
  return { input, weight, applies, counts: applies && (input.status === 'verified' || isDue(input, dueBefore)) };
};

const isDue = (input: AssessmentInputRow, dueBefore: string): boolean => input.status === 'overdue' || input.dueAt < dueBefore;

const weightsOf = (items: readonly Item[]): Decimal[] => {
  const counting = items.filter((item) => item.counts);
  if (counting.length === 0) return items.map(() => '0');
  const parts = apportion('100', counting.map((item) => item.weight), SCORE_PLACES);
  let next = 0;
  return items.map((item) => (item.counts ? (parts[next++] as Decimal) : '0'));
};

const lineOf = (basis: ScoringBasis, item: Item, weight: Decimal): ScoreLine => {
  const { input } = item;
  const verified = input.status === 'verified';
  const measures = input.metrics.map((metric) => measureOf(basis.scheme, metric, input));
  const missed = item.counts && input.status === 'pending';
  return {
    taskId: input.taskId,
    campaignId: input.campaignId,
    indicatorCode: input.indicatorCode,
    name: input.name,
    year: input.year,
    dueAt: input.dueAt,
    weight,
    status: statusOf(item),
    measures,
    late: input.late || missed,
    rework: input.rework,
    points: verified ? afterDeductions(basis.scheme, measures, input) : '0',
    eventIds: input.eventIds,
  };
};

const statusOf = ({ input, applies, counts }: Item): ScoreLine['status'] => {
  if (!applies) return 'not-applicable';
  return counts && input.status === 'pending' ? 'overdue' : input.status;
};

const measureOf = (scheme: SchemeContent, metric: AssessmentInputRow['metrics'][number], input: AssessmentInputRow): ScoreMeasure => {
  const rule = ruleOf(scheme.rules, metric.direction);
  const value = input.values.find((measured) => measured.metric === metric.metric)?.value ?? null;
  const scores = input.status === 'verified' && value !== null && metric.target !== null;
  return {
    metric: metric.metric,
    unit: metric.unit,
    direction: metric.direction,
    target: metric.target ? targetText(metric.target) : '',
    value,
    rule,
    points: scores ? pointsOf(rule, metric.direction, metric.target, value) : '0',
  };
};

const afterDeductions = (scheme: SchemeContent, measures: readonly ScoreMeasure[], input: AssessmentInputRow): Decimal => {
  const mean = meanOf(measures.map((measure) => measure.points));
  if (!input.late && input.rework === 0) return mean;
  const deduction = add(input.late ? scheme.lateDeduction : '0', multiply(scheme.reworkDeduction, String(input.rework)));
  return rounded(greater('0', subtract(mean, deduction)));
};

const meanOf = (points: readonly Decimal[]): Decimal => {
  if (points.length < 2) return points[0] ?? '0';
  return rounded(divide(sum(points), String(points.length)));
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byIndicator = (a: AssessmentInputRow, b: AssessmentInputRow): number =>
  byText(a.indicatorCode, b.indicatorCode) || byText(a.taskId, b.taskId) || a.year - b.year;
