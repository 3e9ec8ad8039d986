import { add, apportion, compare, divide, greater, lesser, multiply, round, subtract, sum, type Decimal } from '@zeren/kernel';
import type { AssessmentFactRow } from './assessment-fact.js';
import type { AssessmentInputRow } from './assessment-input.js';
import type { DoingRules, Period, ScoreDoing, ScoreLine, ScoreMeasure, Standing } from './assessment.events.js';
import { pointsOf, rounded, ruleOf, SCORE_PLACES, targetText } from './points.js';
import { factsByTask, plainResult, resultByDoing, type Result } from './result.js';
import type { SchemeContent } from './scheme.js';
import { doingOf, withDoing } from './score-doing.js';

/** Weight of each indicator within its campaign: by public id of the campaign, then by indicator code. */
export type IndicatorWeights = Readonly<Record<string, Readonly<Record<string, Decimal>>>>;

/** A scheme as it scores: read from its view, rules that are not there are null. */
export type ScoringScheme = Omit<SchemeContent, 'doing'> & { readonly doing?: DoingRules | null };

/** By what a score is computed: the rules, the period, and up to which moment results are due. */
export type ScoringBasis = {
  readonly scheme: ScoringScheme;
  readonly indicatorWeights: IndicatorWeights;
  readonly period: Period;
  /** UTC. A result due before it counts, reported or not; of the others only what is verified. */
  readonly dueBefore: string;
  /** What is known of the doing; a scheme without rules on it looks at none of it. */
  readonly facts: readonly AssessmentFactRow[];
};

/** The caller's clock at the latest fact among what is known: up to then, and no further, is known what is due. */
export const latestFactOf = (inputs: readonly Pick<AssessmentInputRow, 'occurredAt'>[]): string =>
  inputs.reduce((latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest), '');

/** A unit's score, not yet ranked. */
export type ScoreSheet = Omit<Standing, 'rank'> & { readonly lines: readonly ScoreLine[]; readonly doing?: ScoreDoing };

/**
 * Scores a unit over the tasks it leads, and those it has a share of the credit for where the scheme shares it. Exact,
 * deterministic, whatever the order of the inputs.
 *
 * - A line is a task of a campaign of the scheme whose result was due in the period.
 * - It counts once it was due, or verified before that; a missing or unverified result then gives 0 points.
 * - An indicator that does not apply to the unit does not count.
 * - The weight of a line is the campaign's by the indicator's; over the lines that count, these are brought to exactly 100.
 * - Points are the mean over the metrics, less the deductions for lateness and for each rejection, never below 0.
 * - Where the scheme says what it makes of the doing, {@link resultByDoing} and {@link doingOf} say how.
 */
export const score = (
  basis: ScoringBasis,
  inputs: readonly AssessmentInputRow[],
  unit: { readonly unitId: string; readonly tenantId: string },
): ScoreSheet => {
  const campaigns = basis.scheme.campaigns.map((campaign) => campaign.campaignId);
  const exempt = new Set(basis.scheme.notApplicable.filter(({ unitId }) => unitId === unit.unitId).map((item) => item.indicatorCode));
  const items = resultsOf(basis, inputs, unit.unitId)
    .filter(({ input }) => campaigns.includes(input.campaignId))
    .sort(({ input: a }, { input: b }) => campaigns.indexOf(a.campaignId) - campaigns.indexOf(b.campaignId) || byIndicator(a, b))
    .map((result) => itemOf(basis, result, exempt.has(result.input.indicatorCode)));
  const weights = weightsOf(items);
  const lines = items.map((item, index) => lineOf(basis, item, weights[index] as Decimal));
  const counting = lines.filter((_, index) => items[index]?.counts);
  const { doing: rules } = basis.scheme;
  const doing = rules
    ? doingOf({
      rules, period: basis.period, campaignIds: campaigns, facts: basis.facts, unitId: unit.unitId,
      led: inputs.filter((input) => input.unitId === unit.unitId),
    }, counting, items.filter(({ result, applies }) => applies && result.excuse !== null).length)
    : undefined;
  return {
    unitId: unit.unitId,
    tenantId: unit.tenantId,
    total: totalOf(lines, basis.scheme.places, doing),
    counted: counting.length,
    late: counting.filter((line) => line.late).length,
    rework: counting.reduce((count, line) => count + line.rework, 0),
    lines,
    ...(doing && { doing }),
  };
};

const resultsOf = ({ scheme, period, facts }: ScoringBasis, inputs: readonly AssessmentInputRow[], unitId: string): Result[] => {
  const { doing: rules } = scheme;
  if (!rules) return inputs.filter((input) => input.unitId === unitId).flatMap((input) => plainResult(input, period) ?? []);
  const doing = { rules, facts: factsByTask(facts, inputs) };
  return inputs.flatMap((input) => resultByDoing(input, period, unitId, doing) ?? []);
};

/** The total that lines and the doing come to: points by weights, then the doing, rounded half to even once, at the end. */
export const totalOf = (lines: readonly Pick<ScoreLine, 'weight' | 'points'>[], places: number, doing?: ScoreDoing): Decimal => {
  const reached = divide(sum(lines.map((line) => multiply(line.weight, line.points))), '100');
  return round(doing ? withDoing(reached, doing) : reached, places);
};

type Item = { readonly result: Result; readonly counts: boolean; readonly applies: boolean; readonly weight: Decimal };

const itemOf = ({ scheme, indicatorWeights, dueBefore }: ScoringBasis, result: Result, exempt: boolean): Item => {
  const { campaignId, indicatorCode } = result.input;
  const campaign = scheme.campaigns.find((one) => one.campaignId === campaignId)?.weight ?? '0';
  const whole = multiply(campaign, indicatorWeights[campaignId]?.[indicatorCode] ?? '0');
  const weight = result.share === null ? whole : divide(multiply(whole, result.share), '100');
  const applies = !exempt && compare(weight, '0') > 0;
  return { result, weight, applies, counts: applies && result.excuse === null && (result.status === 'verified' || isDue(result, dueBefore)) };
};

const isDue = ({ status, dueAt }: Result, dueBefore: string): boolean => status === 'overdue' || dueAt < dueBefore;

const weightsOf = (items: readonly Item[]): Decimal[] => {
  const counting = items.filter((item) => item.counts);
  if (counting.length === 0) return items.map(() => '0');
  const parts = apportion('100', counting.map((item) => item.weight), SCORE_PLACES);
  let next = 0;
  return items.map((item) => (item.counts ? (parts[next++] as Decimal) : '0'));
};

const lineOf = ({ scheme }: ScoringBasis, item: Item, weight: Decimal): ScoreLine => {
  const { input, status, late, excuse, share, facts } = item.result;
  const measures = input.metrics.map((metric) => measureOf(scheme, metric, item.result));
  const missed = item.counts && status === 'pending';
  return {
    taskId: input.taskId,
    campaignId: input.campaignId,
    indicatorCode: input.indicatorCode,
    name: input.name,
    year: input.year,
    dueAt: item.result.dueAt,
    weight,
    status: standsAs(item),
    measures,
    late: late || missed,
    rework: input.rework,
    points: status === 'verified' && excuse === null ? afterDeductions(scheme, measures, item.result) : '0',
    eventIds: input.eventIds,
    ...(share !== null && { share }),
    ...(facts.length > 0 && { facts }),
  };
};

const standsAs = ({ result: { status, excuse, end }, applies, counts }: Item): ScoreLine['status'] => {
  if (!applies) return 'not-applicable';
  return excuse ?? end ?? (counts && status === 'pending' ? 'overdue' : status);
};

const measureOf = (scheme: ScoringScheme, metric: AssessmentInputRow['metrics'][number], { input, status }: Result): ScoreMeasure => {
  const rule = ruleOf(scheme.rules, metric.direction);
  const value = input.values.find((measured) => measured.metric === metric.metric)?.value ?? null;
  const scores = status === 'verified' && value !== null && metric.target !== null;
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

const afterDeductions = (scheme: ScoringScheme, measures: readonly ScoreMeasure[], { input, late }: Result): Decimal => {
  const mean = meanOf(measures.map((measure) => measure.points));
  if (!late && input.rework === 0) return mean;
  const rework = multiply(scheme.reworkDeduction, String(input.rework));
  const deduction = add(late ? scheme.lateDeduction : '0', scheme.doing ? lesser(scheme.doing.reworkCap, rework) : rework);
  return rounded(greater('0', subtract(mean, deduction)));
};

const meanOf = (points: readonly Decimal[]): Decimal => {
  if (points.length < 2) return points[0] ?? '0';
  return rounded(divide(sum(points), String(points.length)));
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byIndicator = (a: AssessmentInputRow, b: AssessmentInputRow): number =>
  byText(a.indicatorCode, b.indicatorCode) || byText(a.taskId, b.taskId) || a.year - b.year;
