import { holdsOn } from '../calendar-date.js';
import { EVERY_MATTER, majorOf } from '../matters/matter-catalogue.js';
import type { CalendarDate, UnitPeriod } from '../organisation.events.js';
import { unitOn, versionsOf, type Register } from '../register-state.js';
import type { MatrixRow } from './matrix.events.js';
import type { ResponsibilityMatrix } from './matrix-state.js';

/** Who answers for a class in an area on a day: one unit, nobody, or several that claim it alike. */
export type Ownership =
  | { readonly kind: 'owned'; readonly row: MatrixRow; readonly lead: string; readonly supporting: readonly string[]; readonly officerPostId: string | null }
  | { readonly kind: 'vacuum' }
  | { readonly kind: 'overlap'; readonly rows: readonly MatrixRow[] };

export const VACUUM: Ownership = { kind: 'vacuum' };

/** A unit as it is on a day, by the first register that knows it then. A city's register comes before its districts'. */
export const unitIn = (registers: readonly Register[], unitId: string, day: CalendarDate): UnitPeriod | undefined => {
  for (const register of registers) {
    const unit = unitOn(register, unitId, day);
    if (unit) return unit;
  }
  return undefined;
};

const byArea = new WeakMap<ResponsibilityMatrix, ReadonlyMap<string, readonly MatrixRow[]>>();

/** All rows of each area. Made once for each state of the matrix, which is asked for each request. */
export const rowsByArea = (matrix: ResponsibilityMatrix): ReadonlyMap<string, readonly MatrixRow[]> => {
  const known = byArea.get(matrix);
  if (known) return known;
  const index = new Map<string, MatrixRow[]>();
  for (const row of matrix.rows) {
    const rows = index.get(row.areaUnitId);
    if (rows) rows.push(row);
    else index.set(row.areaUnitId, [row]);
  }
  byArea.set(matrix, index);
  return index;
};

/** A unit that was dissolved answers for nothing; one that no register at hand knows is another register's to tell. */
const stillExists = (registers: readonly Register[], unitId: string, day: CalendarDate): boolean =>
  unitIn(registers, unitId, day) !== undefined || registers.every((register) => versionsOf(register, unitId).length === 0);

/** The rows of one area that hold on a day and whose lead unit exists then. */
export const rowsInForce = (matrix: ResponsibilityMatrix, registers: readonly Register[], areaUnitId: string, day: CalendarDate): readonly MatrixRow[] =>
  (rowsByArea(matrix).get(areaUnitId) ?? []).filter(({ validFrom, validUntil, leadUnitId }) =>
    holdsOn({ from: validFrom, until: validUntil }, day) && stillExists(registers, leadUnitId, day));

/** What the rows of one area say of a class: those of the very class before those of its major class before those of all. */
export const saidOf = (rows: readonly MatrixRow[], matterCode: string): Ownership | undefined => {
  for (const code of [matterCode, majorOf(matterCode), EVERY_MATTER]) {
    const claims = rows.filter((row) => row.matterCode === code);
    const [first] = claims;
    if (first) return claims.some(({ leadUnitId }) => leadUnitId !== first.leadUnitId) ? { kind: 'overlap', rows: claims } : ownedBy(claims);
  }
  return undefined;
};

/** Where line and block name the same unit the block's row stands, which also names who supports. */
const ownedBy = (claims: readonly MatrixRow[]): Ownership => {
  const row = (claims.find(({ claim }) => claim === 'block') ?? claims[0]) as MatrixRow;
  return { kind: 'owned', row, lead: row.leadUnitId, supporting: row.supportingUnitIds, officerPostId: row.officerPostId };
};

/** Walks up from the area: the nearest area that says something of the class decides. */
export const ownerOf = (
  matrix: ResponsibilityMatrix, registers: readonly Register[], areaUnitId: string, matterCode: string, day: CalendarDate,
): Ownership => {
  for (let area = unitIn(registers, areaUnitId, day); area; area = area.parentUnitId === null ? undefined : unitIn(registers, area.parentUnitId, day)) {
    const said = saidOf(rowsInForce(matrix, registers, area.unitId, day), matterCode);
    if (said) return said;
  }
  return VACUUM;
};
