import { holdsOn, type CalendarDate, type MatrixRow, type ResponsibilityMatrix } from '@zeren/organisation-domain';

const orderOf = ({ areaUnitId, matterCode, claim, rowId }: MatrixRow): string => [areaUnitId, matterCode, claim, rowId].join(' ');

/** The rows that hold on a day, by area, class and right. */
export const rowsOn = ({ rows }: ResponsibilityMatrix, day: CalendarDate): readonly MatrixRow[] =>
  rows.filter(({ validFrom, validUntil }) => holdsOn({ from: validFrom, until: validUntil }, day)).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
