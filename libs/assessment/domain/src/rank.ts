import { compare } from '@zeren/kernel';
import type { AssessmentInputRow } from './assessment-input.js';
import type { AssessmentPublished, SchemePublished, ScoreDoing, ScoreLine, Standing } from './assessment.events.js';
import { score, type ScoringBasis } from './score.js';

export type TieRule = SchemePublished['data']['tieRule'];

type Unranked = Omit<Standing, 'rank'>;

/**
 * Ranks the units of one group: by total, highest first; equal totals by fewer late results, then by fewer
 * rejections; who is still equal shares the rank, and as many ranks after it are skipped. Those who share a rank
 * stand in the order of their unit ids.
 */
export const rank = <Sheet extends Unranked>(sheets: readonly Sheet[], tieRule: TieRule): (Sheet & { readonly rank: number })[] => {
  const before = orders[tieRule];
  const sorted = [...sheets].sort((a, b) => before(a, b) || (a.unitId < b.unitId ? -1 : 1));
  return sorted.map((sheet) => ({ ...sheet, rank: 1 + sorted.findIndex((other) => before(other, sheet) === 0) }));
};

const orders: Record<TieRule, (a: Unranked, b: Unranked) => number> = {
  'late-then-rework-then-shared': (a, b) => compare(b.total, a.total) || a.late - b.late || a.rework - b.rework,
};

/** One unit of an assessment: where it stands, and why. */
export type AssessedUnit = { readonly standing: Standing; readonly lines: readonly ScoreLine[]; readonly doing?: ScoreDoing };

export type AssessedGroup = Pick<AssessmentPublished['data']['groups'][number], 'code' | 'name'> & {
  readonly units: readonly AssessedUnit[];
};

/** Scores and ranks every unit of every group of the scheme; no unit is missing, whatever is known of it. */
export const assess = (basis: ScoringBasis, inputs: readonly AssessmentInputRow[]): AssessedGroup[] => {
  const inputsOf = groupByUnit(inputs, basis.scheme.doing?.sharedCredit ?? false);
  return basis.scheme.groups.map(({ code, name, units }) => ({
    code,
    name,
    units: rank(units.map((unit) => score(basis, inputsOf.get(unit.unitId) ?? [], unit)), basis.scheme.tieRule)
      .map(({ lines, doing, ...sheet }) => ({ standing: standingOf(sheet), lines, ...(doing && { doing }) })),
  }));
};

const standingOf = ({ unitId, tenantId, total, rank: place, counted, late, rework }: Standing): Standing => ({
  unitId, tenantId, total, rank: place, counted, late, rework,
});

/** Under the units whose score an input can enter: its lead, and those with a share of the credit where it is shared. */
const groupByUnit = (inputs: readonly AssessmentInputRow[], sharedCredit: boolean): Map<string, AssessmentInputRow[]> => {
  const byUnit = new Map<string, AssessmentInputRow[]>();
  for (const input of inputs) {
    for (const unitId of sharedCredit ? creditedUnits(input) : [input.unitId]) {
      const own = byUnit.get(unitId);
      if (own) own.push(input);
      else byUnit.set(unitId, [input]);
    }
  }
  return byUnit;
};

const creditedUnits = ({ unitId, credits }: AssessmentInputRow): readonly string[] => [...new Set([unitId, ...credits.map((credit) => credit.unitId)])];
