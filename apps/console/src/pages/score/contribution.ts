import { divide, multiply, round, sum, type Decimal } from '@zeren/kernel';
import type { ScoreLine } from '@zeren/assessment-domain';

/** What some lines could bring to a total of 100, and what they bring; both to four places, exactly computed. */
export const contributionOf = (lines: readonly Pick<ScoreLine, 'weight' | 'points'>[]): { possible: Decimal; earned: Decimal } => ({
  possible: round(sum(lines.map(({ weight }) => weight)), 4),
  earned: round(sum(lines.map(({ weight, points }) => divide(multiply(weight, points), '100'))), 4),
});
