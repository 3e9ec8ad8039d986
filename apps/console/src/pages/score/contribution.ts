import type { ScoreDoing, ScoreLine } from '@zeren/assessment-domain';
import { compare, divide, multiply, round, subtract, sum, type Decimal } from '@zeren/kernel';

/** What some lines could bring to a total of 100, and what they bring; both to four places, exactly computed. */
export const contributionOf = (lines: readonly Pick<ScoreLine, 'weight' | 'points'>[]): { possible: Decimal; earned: Decimal } => ({
  possible: round(sum(lines.map(({ weight }) => weight)), 4),
  earned: round(sum(lines.map(({ weight, points }) => divide(multiply(weight, points), '100'))), 4),
});

/** How a total is summed up from what the lines reached and the doing: `95.4348 × 90 % + 96.25 × 10 % − 3`. */
export const sumOf = (reached: Decimal, { onTime: { share, rate }, adjustments }: ScoreDoing): string => {
  const mixed = rate === null || compare(share, '0') === 0 ? reached : `${reached} × ${subtract('100', share)} % + ${rate} × ${share} %`;
  const changes = adjustments.filter(({ points }) => compare(points, '0') !== 0);
  return [mixed, ...changes.map(({ points }) => (compare(points, '0') < 0 ? `− ${subtract('0', points)}` : `+ ${points}`))].join(' ');
};
