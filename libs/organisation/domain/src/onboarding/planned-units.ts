import { dayBefore } from '../calendar-date.js';
import type { UnitChanged, UnitPeriod, UnitVersion } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { versionsOf, type Register } from '../register-state.js';
import { isOwnCode, isSameVersion, levelFits, openChildren, requirePlace, type RegisterFacts } from '../register-units.js';
import { noting, type ImportChange, type PlacedUnit, type RegisterDraft } from './import-draft.js';
import type { CellFault, SheetPlace } from '../sheet/index.js';

type Entered = { readonly unit: UnitVersion; readonly reason: string; readonly place: SheetPlace; readonly before: UnitPeriod | undefined };

/** The level of an office or department is that of the nearest unit above it that has one; 1 where nothing above is known. */
const levelsOf = (rows: readonly PlacedUnit[], register: Register, territory: readonly UnitPeriod[]): ((unit: UnitVersion) => number | null) => {
  const said = new Map(rows.map(({ unit }) => [unit.unitId, unit]));
  const known = (unitId: string): UnitVersion | undefined =>
    said.get(unitId) ?? versionsOf(register, unitId).at(-1) ?? territory.findLast((unit) => unit.unitId === unitId);
  return (unit) => {
    if (unit.level !== null || unit.kind === 'external-party') return unit.level;
    const met = new Set<string>();
    let above = known(unit.parentUnitId ?? '');
    while (above && above.level === null && !met.has(above.unitId)) {
      met.add(above.unitId);
      above = known(above.parentUnitId ?? '');
    }
    return above?.level ?? 1;
  };
};

const byDay = (a: PlacedUnit, b: PlacedUnit): number => (a.unit.validFrom < b.unit.validFrom ? -1 : a.unit.validFrom > b.unit.validFrom ? 1 : 0);

/** A unit stands once on a day. */
const requireOnce = ({ unitId, parentUnitId, validFrom }: UnitVersion, sameDay: UnitVersion | undefined): void => {
  if (!sameDay) return;
  if (sameDay.parentUnitId === parentUnitId) refuse('unit-repeated', 'unitId', { unitId });
  refuse('unit-in-two-places', 'parentUnitId', { unitId, from: validFrom, first: sameDay.parentUnitId ?? '—', second: parentUnitId ?? '—' });
};

/** What is said later begins later, while the unit exists, and has a reason. */
const requireLater = ({ unitId, validFrom }: UnitVersion, reason: string, before: UnitPeriod): void => {
  if (before.validUntil !== null) refuse('unit-dissolved', 'unitId', { unitId, validUntil: before.validUntil });
  if (validFrom <= before.validFrom) refuse('unit-exists', 'unitId', { unitId });
  if (reason === '') refuse('change-reason-missing', 'reason', { unitId, from: validFrom });
};

/** Puts a version into the draft; undefined where the register has it already. Refuses what contradicts the register or another row. */
const entered = (draft: RegisterDraft, { unit, reason, place }: PlacedUnit, sameDay: UnitVersion | undefined): Entered | undefined => {
  requireOnce(unit, sameDay);
  const versions = versionsOf(draft, unit.unitId);
  if (versions.some((version) => isSameVersion(version, unit))) return undefined;
  if (draft.tenant && !isOwnCode(unit.unitId, draft.tenant)) refuse('unit-outside-tenant', 'unitId', { unitId: unit.unitId });
  const before = versions.at(-1);
  if (before) requireLater(unit, reason, before);
  const earlier = before ? [...versions.slice(0, -1), { ...before, validUntil: dayBefore(unit.validFrom) }] : [];
  draft.units[unit.unitId] = [...earlier, { ...unit, validUntil: null }];
  return { unit, reason, place, before };
};

/** Units that are new, and changes of those that are there, each checked once all of them stand in the draft. */
export const plannedUnits = (
  draft: RegisterDraft, rows: readonly PlacedUnit[], { territory }: RegisterFacts, faults: CellFault[], changes: ImportChange[],
): { readonly registered: readonly UnitVersion[]; readonly changed: readonly UnitChanged[] } => {
  const levelOf = levelsOf(rows, draft, territory);
  const sameDay = new Map<string, UnitVersion>();
  const all: Entered[] = [];
  for (const said of [...rows].sort(byDay)) {
    const row = { ...said, unit: { ...said.unit, level: levelOf(said.unit) } };
    const day = `${row.unit.unitId}@${row.unit.validFrom}`;
    noting(faults, row.place, () => {
      const one = entered(draft, row, sameDay.get(day));
      if (one) all.push(one);
    });
    sameDay.set(day, row.unit);
  }
  for (const one of all) {
    noting(faults, one.place, () => requireFit(draft, one, territory));
    const { place, unit, before, reason } = one;
    changes.push(before ? { what: 'unit-changed', place, unit, before, reason } : { what: 'unit-registered', place, unit });
  }
  return {
    registered: all.filter(({ before }) => !before).map(({ unit }) => unit),
    changed: all.flatMap(({ unit, before, reason }) => (before ? [changeOf(unit, before, reason)] : [])),
  };
};

const changeOf = (unit: UnitVersion, { validFrom }: UnitPeriod, reason: string): UnitChanged =>
  ({ type: 'UnitChanged', data: { unit, previousValidFrom: validFrom, reason } });

/** A unit's place is possible, and after a change of its level what stands under it still fits. */
const requireFit = (draft: Register, { unit, before }: Entered, territory: readonly UnitPeriod[]): void => {
  requirePlace(draft, unit, territory, '');
  if (!before || before.level === unit.level) return;
  if (openChildren(draft, unit.unitId).some((child) => !levelFits(child, unit))) refuse('unit-level-wrong', 'level', { unitId: unit.unitId });
};
