import type { Period } from '@zeren/assessment-domain';

/** Every quarter and year from the first year up to the last, latest first: `2013`, `2013Q4`, `2013Q3` … */
export const periodsOf = (firstYear: number, lastYear: number): readonly Period[] =>
  Array.from({ length: Math.max(lastYear - firstYear + 1, 0) }, (_, back) => lastYear - back)
    .flatMap((year) => [`${year}`, `${year}Q4`, `${year}Q3`, `${year}Q2`, `${year}Q1`]);

/** The period that ends last; of two that end together, the year, which says more. */
export const latestPeriodOf = (periods: readonly Period[]): Period | undefined => {
  const end = (period: Period) => (period.includes('Q') ? period : `${period}Q5`);
  return [...periods].sort((a, b) => (end(a) < end(b) ? -1 : 1)).at(-1);
};

/** What is asked for, or by which the period asked for was published, or the latest of all; the first where nothing was. */
export const schemeFor = (
  schemeIds: readonly string[],
  published: readonly { readonly schemeId: string; readonly period: Period }[],
  asked: { readonly schemeId: string | null; readonly period: string | null },
): string | undefined => {
  const period = asked.period ?? latestPeriodOf(published.map((one) => one.period));
  const wanted = asked.schemeId ?? published.find((one) => one.period === period)?.schemeId;
  return schemeIds.find((id) => id === wanted) ?? schemeIds[0];
};
