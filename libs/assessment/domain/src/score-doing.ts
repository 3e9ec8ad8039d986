import { add, compare, divide, greater, lesser, multiply, subtract, sum, type Decimal } from '@zeren/kernel';
import { failureRateOf } from '@zeren/tasks-domain';
import type { AssessmentFactRow } from './assessment-fact.js';
import type { AssessmentInputRow } from './assessment-input.js';
import type { AdjustmentInput, CappedPoints, DoingRules, Period, ScoreAdjustment, ScoreDoing, ScoreLine } from './assessment.events.js';
import { contains } from './period.js';
import { rounded } from './points.js';
import { byPosition } from './result.js';

/** What the doing of one unit is found from: what is known of it, and of its own tasks. */
export type DoingBasis = {
  readonly rules: DoingRules;
  readonly period: Period;
  readonly campaignIds: readonly string[];
  readonly facts: readonly AssessmentFactRow[];
  /** Inputs that the unit leads. */
  readonly led: readonly AssessmentInputRow[];
  readonly unitId: string;
};

/** How the doing enters a total: `counting` are the lines that count, `left` is how many results left the denominator. */
export const doingOf = (basis: DoingBasis, counting: readonly ScoreLine[], left: number): ScoreDoing => {
  const onTime = counting.filter(({ status, late }) => status === 'verified' && !late).length;
  const due = counting.length;
  return {
    onTime: { share: basis.rules.onTimeShare, due, onTime, left, rate: due === 0 ? null : rounded(divide(String(onTime * 100), String(due))) },
    adjustments: [falseReports(basis), samples(basis), claims(basis)].filter(({ inputs }) => inputs.length > 0),
  };
};

/** A total before it is rounded: what was reached and the on-time rate by their shares, then bonus and deductions; never below 0. */
export const withDoing = (reached: Decimal, { onTime: { share, rate }, adjustments }: ScoreDoing): Decimal => {
  const mixed = rate === null ? reached : divide(add(multiply(reached, subtract('100', share)), multiply(rate, share)), '100');
  return greater('0', sum([mixed, ...adjustments.map(({ points }) => points)]));
};

const happened = ({ facts, period }: DoingBasis, kind: AssessmentFactRow['kind']): AssessmentFactRow[] =>
  facts.filter((fact) => fact.kind === kind && fact.quarter !== null && contains(period, fact.quarter)).sort(byPosition);

const ofUnit = (basis: DoingBasis, kind: AssessmentFactRow['kind']): AssessmentFactRow[] =>
  happened(basis, kind).filter(({ unitId, campaignId }) => unitId === basis.unitId && (campaignId === null || basis.campaignIds.includes(campaignId)));

const inputOf = ({ name, taskId, size, failed, occurredAt, events }: AssessmentFactRow): AdjustmentInput => ({ name, taskId, size, failed, occurredAt, events });

const capped = ({ points, cap }: CappedPoints, times: Decimal): Decimal => rounded(lesser(cap, multiply(points, times)));

const off = (points: Decimal): Decimal => subtract('0', points);

/** False reports flagged within the period, of whatever period's result: mostly they are found after it was published. */
const falseReports = (basis: DoingBasis): ScoreAdjustment => {
  const led = new Map(basis.led.map((input) => [`${input.taskId}@${input.year}`, input]));
  const inputs = happened(basis, 'false-report').flatMap((fact) => {
    const input = led.get(`${fact.taskId}@${fact.year}`);
    return input && basis.campaignIds.includes(input.campaignId) ? [{ ...inputOf(fact), name: input.name }] : [];
  });
  return { kind: 'false-report', points: off(capped(basis.rules.falseReport, String(inputs.length))), failureRate: null, inputs };
};

/** The samples concluded within the period, as one. */
const samples = (basis: DoingBasis): ScoreAdjustment => {
  const facts = ofUnit(basis, 'sample');
  const total = (field: 'size' | 'failed'): number => facts.reduce((count, fact) => count + (fact[field] ?? 0), 0);
  const failureRate = failureRateOf(total('failed'), total('size'));
  const { tolerated } = basis.rules.sampleFailure;
  const above = failureRate !== null && compare(failureRate, tolerated) > 0 ? subtract(failureRate, tolerated) : '0';
  return { kind: 'sample', points: off(capped(basis.rules.sampleFailure, above)), failureRate, inputs: facts.map(inputOf) };
};

const claims = (basis: DoingBasis): ScoreAdjustment => {
  const facts = ofUnit(basis, 'claim');
  return { kind: 'claim', points: capped(basis.rules.claim, String(facts.length)), failureRate: null, inputs: facts.map(inputOf) };
};
