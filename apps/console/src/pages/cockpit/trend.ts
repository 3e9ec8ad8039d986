import type { Period, PublishedRankingRow } from '@zeren/assessment-domain';
import type { Decimal } from '@zeren/kernel';

/** Totals over time: a line for each unit, a place for each period, empty where the unit had none. */
export type Trend = {
  readonly periods: readonly Period[];
  readonly lines: readonly { readonly unitId: string; readonly name: string; readonly totals: readonly (Decimal | undefined)[] }[];
};

const isQuarter = (period: Period): boolean => period.includes('Q');

/** The published quarters of one peer group, in order. Years are left out: they sum up quarters already there. */
export const trendOf = (published: readonly PublishedRankingRow[], group: string, nameOf: (unitId: string) => string): Trend => {
  const quarters = published.filter(({ period }) => isQuarter(period)).sort((a, b) => (a.period < b.period ? -1 : 1));
  const standings = quarters.map(({ groups }) => groups.find(({ code }) => code === group)?.standings ?? []);
  const unitIds = [...new Set(standings.flat().map(({ unitId }) => unitId))].sort();
  return {
    periods: quarters.map(({ period }) => period),
    lines: unitIds.map((unitId) => ({
      unitId,
      name: nameOf(unitId),
      totals: standings.map((units) => units.find((unit) => unit.unitId === unitId && unit.counted > 0)?.total),
    })),
  };
};

/** The published ranking of the latest period: of two that end together, the year, which says more. */
export const latestOf = (published: readonly PublishedRankingRow[]): PublishedRankingRow | undefined => {
  const end = ({ period }: PublishedRankingRow) => (isQuarter(period) ? period : `${period}Q5`);
  return [...published].sort((a, b) => (end(a) < end(b) ? 1 : -1))[0];
};
