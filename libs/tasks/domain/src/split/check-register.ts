import { unitsActedFor } from '../task/acting-units.js';
import type { SplitRow } from './split.events.js';
import { complainAbout, type Violation } from '../violation.js';

/** How a unit stands in the organisation's register on a day. */
export type UnitStanding = 'in-force' | 'dissolved' | 'not-yet';

/** What the organisation's registers say, on the day of the decision, of the units and posts that rows name. */
export type RegisterFact = {
  readonly day: string;
  /** Tenants that keep a register: where a tenant keeps none, nothing is asked. */
  readonly tenantIds: readonly string[];
  readonly units: ReadonlyMap<string, UnitStanding>;
  /** The unit that each post known on that day belongs to. */
  readonly posts: ReadonlyMap<string, string>;
};

const standings: Readonly<Record<UnitStanding, 'row-unit-dissolved' | 'row-unit-not-yet' | undefined>> = {
  'in-force': undefined, dissolved: 'row-unit-dissolved', 'not-yet': 'row-unit-not-yet',
};

/** Units and posts named by rows stand in the register on the day, and each post is of the unit that answers. */
export const checkRegister = (rows: readonly SplitRow[], { day, tenantIds, units, posts }: RegisterFact): readonly Violation[] => {
  const violations: Violation[] = [];
  const kept = new Set(tenantIds);
  const checkUnit = (row: SplitRow, unit: string, field: string): void => {
    const standing = units.get(unit);
    const code = standing === undefined ? 'row-unit-unknown' : standings[standing];
    if (code) complainAbout(violations, row.key)(code, field, { unit, day });
  };
  const checkPost = (row: SplitRow): void => {
    const complain = complainAbout(violations, row.key);
    const unit = posts.get(row.accountablePostId);
    const details = { post: row.accountablePostId, unit: row.unitId, day };
    if (unit === undefined) complain('row-post-unknown', 'accountablePostId', details);
    else if (!unitsActedFor(row.unitId).includes(unit)) complain('row-post-elsewhere', 'accountablePostId', details);
  };
  for (const row of rows.filter(({ unitTenantId }) => kept.has(unitTenantId))) {
    checkUnit(row, row.unitId, 'unitId');
    row.supportingUnitIds.forEach((unit, index) => checkUnit(row, unit, `supportingUnitIds[${index}]`));
    checkPost(row);
  }
  return violations;
};
