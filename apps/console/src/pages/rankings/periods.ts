import type { Period } from '@zeren/assessment-domain';

/** Every quarter and year from the first year up to the last, latest first: `2013`, `2013Q4`, `2013Q3` … */
export const periodsOf = (firstYear: number, lastYear: number): readonly Period[] =>
  Array.from({ length: Math.max(lastYear - firstYear + 1, 0) }, (_, back) => lastYear - back)
    .flatMap((year) => [`${year}`, `${year}Q4`, `${year}Q3`, `${year}Q2`, `${year}Q1`]);
