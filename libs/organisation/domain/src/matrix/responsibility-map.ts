import type { LocalisedText } from '@zeren/kernel';
import { catalogueOn, majorOf, type MatterCatalogue } from '../matters/matter-catalogue.js';
import type { MajorClass } from '../matters/matters.events.js';
import type { CalendarDate, UnitKind, UnitPeriod } from '../organisation.events.js';
import { unitsOn, type Register } from '../register-state.js';
import type { MatrixRow } from './matrix.events.js';
import type { ResponsibilityMatrix } from './matrix-state.js';
import { rowsByArea, rowsInForce, saidOf, VACUUM, type Ownership } from './owner.js';

/** How many cells there are, village by class, and for how many of them nobody or several units answer. */
export type CellCounts = { readonly cells: number; readonly vacuums: number; readonly overlaps: number };

/** A village and a class for which nobody answers, or several do. */
export type OpenCell = {
  readonly areaUnitId: string;
  readonly matterCode: string;
  readonly why: 'vacuum' | 'overlap';
  readonly claimantUnitIds: readonly string[];
};

/** The counts of an area and its villages, all classes together and by major class. */
export type AreaCounts = {
  readonly unit: UnitPeriod;
  readonly total: CellCounts;
  readonly byMajor: ReadonlyMap<string, CellCounts>;
};

/** The whole city on a day: every village against every class. */
export type ResponsibilityMap = {
  readonly day: CalendarDate;
  readonly matrixVersion: number;
  readonly total: CellCounts;
  /** City, districts and towns, by their unit's id. */
  readonly areas: ReadonlyMap<string, AreaCounts>;
  /** What a village's classes come to, in the order of the catalogue's. Villages under the same rows have the same. */
  readonly villages: ReadonlyMap<string, VillageFindings>;
};

/** Who answers for each class in a village, and what that comes to. */
export type VillageFindings = { readonly owners: readonly Ownership[]; readonly byMajor: ReadonlyMap<string, CellCounts> };

/** An area's counts, as they are told. */
export type AreaFigures = {
  readonly unitId: string;
  readonly name: LocalisedText;
  readonly kind: UnitKind;
  readonly total: CellCounts;
  /** In the order of the major classes. */
  readonly byMajor: readonly CellCounts[];
};

/** An area and its parts against the major classes, on a day. */
export type MapReading = {
  readonly day: CalendarDate;
  readonly matrixVersion: number;
  readonly majors: readonly MajorClass[];
  readonly area: AreaFigures;
  /** Districts of a city, towns of a district, none of a town. */
  readonly parts: readonly AreaFigures[];
};

const NONE: CellCounts = { cells: 0, vacuums: 0, overlaps: 0 };
const plus = (a: CellCounts, b: CellCounts): CellCounts => ({ cells: a.cells + b.cells, vacuums: a.vacuums + b.vacuums, overlaps: a.overlaps + b.overlaps });
const sumOf = (counts: Iterable<CellCounts>): CellCounts => [...counts].reduce(plus, NONE);

/** Counts by major class that grow while the villages are gone through. */
type Tally = Map<string, CellCounts>;

const addTo = (tally: Tally, counts: ReadonlyMap<string, CellCounts>): void => {
  for (const [major, found] of counts) tally.set(major, plus(tally.get(major) ?? NONE, found));
};

const findingsOf = (codes: readonly string[], owners: readonly Ownership[]): VillageFindings => {
  const byMajor: Tally = new Map();
  owners.forEach(({ kind }, index) => {
    const major = majorOf(codes[index] as string);
    const one = { cells: 1, vacuums: kind === 'vacuum' ? 1 : 0, overlaps: kind === 'overlap' ? 1 : 0 };
    byMajor.set(major, plus(byMajor.get(major) ?? NONE, one));
  });
  return { owners, byMajor };
};

const childrenOf = (units: readonly UnitPeriod[]): ReadonlyMap<string | null, readonly UnitPeriod[]> => {
  const children = new Map<string | null, UnitPeriod[]>();
  for (const unit of units) {
    const brothers = children.get(unit.parentUnitId);
    if (brothers) brothers.push(unit);
    else children.set(unit.parentUnitId, [unit]);
  }
  return children;
};

/**
 * Every village of the city against every class, from the top down: an area that says nothing of its own hands on what it
 * was given, so that the work grows with the rows and not with the cells.
 */
export const responsibilityMap = (
  matrix: ResponsibilityMatrix, registers: readonly Register[], catalogue: MatterCatalogue, day: CalendarDate,
): ResponsibilityMap => {
  const codes = catalogueOn(catalogue, day)?.classes.map(({ code }) => code) ?? [];
  const units = registers[0] ? unitsOn(registers[0], day) : [];
  const children = childrenOf(units);
  const named = rowsByArea(matrix);
  const villages = new Map<string, VillageFindings>();
  const areas = new Map<string, AreaCounts>();

  const within = (area: string, given: VillageFindings): VillageFindings => {
    if (!named.has(area)) return given;
    const rows = rowsInForce(matrix, registers, area, day);
    return rows.length === 0 ? given : findingsOf(codes, given.owners.map((above, index) => saidOf(rows, codes[index] as string) ?? above));
  };
  const visit = (unit: UnitPeriod, above: VillageFindings): Tally => {
    const tally: Tally = new Map();
    const findings = within(unit.unitId, above);
    if (unit.kind === 'village') {
      villages.set(unit.unitId, findings);
      addTo(tally, findings.byMajor);
      return tally;
    }
    for (const child of children.get(unit.unitId) ?? []) addTo(tally, visit(child, findings));
    if (unit.kind === 'government' || unit.kind === 'district' || unit.kind === 'town') {
      areas.set(unit.unitId, { unit, total: sumOf(tally.values()), byMajor: tally });
    }
    return tally;
  };

  const nothingSaid = findingsOf(codes, codes.map(() => VACUUM));
  const total: Tally = new Map();
  for (const root of (children.get(null) ?? []).filter(({ kind }) => kind === 'government')) addTo(total, visit(root, nothingSaid));
  return { day, matrixVersion: matrix.version, total: sumOf(total.values()), areas, villages };
};

/** An area's counts for those who read the map. */
export const figuresOf = ({ unit, total, byMajor }: AreaCounts, majors: readonly MajorClass[]): AreaFigures =>
  ({ unitId: unit.unitId, name: unit.name, kind: unit.kind, total, byMajor: majors.map(({ code }) => byMajor.get(code) ?? NONE) });

const claimantsOf = (rows: readonly MatrixRow[]): readonly string[] => [...new Set(rows.map(({ leadUnitId }) => leadUnitId))];

/** The cells below an area for which nobody or several answer, in the order of villages and classes. */
export const openCells = (
  { villages }: ResponsibilityMap, classCodes: readonly string[], isWanted: (villageId: string, matterCode: string) => boolean,
): readonly OpenCell[] => [...villages.keys()].sort().flatMap((areaUnitId) =>
  (villages.get(areaUnitId)?.owners ?? []).flatMap((owner, index): readonly OpenCell[] => {
    const matterCode = classCodes[index] as string;
    if (owner.kind === 'owned' || !isWanted(areaUnitId, matterCode)) return [];
    return [{ areaUnitId, matterCode, why: owner.kind, claimantUnitIds: owner.kind === 'overlap' ? claimantsOf(owner.rows) : [] }];
  }));
