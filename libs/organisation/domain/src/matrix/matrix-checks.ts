import { holdsOn } from '../calendar-date.js';
import { catalogueOn, EVERY_MATTER, type MatterCatalogue } from '../matters/matter-catalogue.js';
import type { CalendarDate, UnitKind } from '../organisation.events.js';
import { postOf, type Register } from '../register-state.js';
import type { MatrixEntry, MatrixRow } from './matrix.events.js';
import type { MatrixRefusal } from './matrix.refusals.js';
import { unitIn } from './owner.js';

/** What the matrix must know from outside its own stream. */
export type MatrixFacts = {
  /** The register of the city, and after it those of its districts. */
  readonly registers: readonly Register[];
  readonly catalogue: MatterCatalogue;
};

/** What is wrong with an entry, by its place among those that were handed in. */
export type MatrixFault = {
  readonly index: number;
  readonly field: keyof MatrixEntry;
  readonly code: MatrixRefusal;
  readonly details: Readonly<Record<string, string>>;
};

const areaKinds: readonly UnitKind[] = ['government', 'district', 'town', 'village', 'grid'];

export const isArea = (registers: readonly Register[], unitId: string, day: CalendarDate): boolean => {
  const unit = unitIn(registers, unitId, day);
  return unit !== undefined && areaKinds.includes(unit.kind);
};

/** The codes that a row may name on a day. */
export const matterCodesOn = (catalogue: MatterCatalogue, day: CalendarDate): ReadonlySet<string> => {
  const version = catalogueOn(catalogue, day);
  return new Set([EVERY_MATTER, ...(version ? [...version.majors, ...version.classes].map(({ code }) => code) : [])]);
};

type Fault = Omit<MatrixFault, 'index'>;

const unitFaults = ({ leadUnitId, supportingUnitIds, officerPostId, claim }: MatrixEntry, { registers }: MatrixFacts, day: CalendarDate): readonly Fault[] => {
  const faults: Fault[] = [];
  const lead = unitIn(registers, leadUnitId, day);
  if (!lead) faults.push({ field: 'leadUnitId', code: 'matrix-unit-outside', details: { unit: leadUnitId, day } });
  else if (claim === 'line' && areaKinds.includes(lead.kind)) faults.push({ field: 'claim', code: 'matrix-claim-wrong', details: { unit: leadUnitId } });
  supportingUnitIds.forEach((unit, index) => {
    const details = { unit, day };
    if (!unitIn(registers, unit, day)) faults.push({ field: 'supportingUnitIds', code: 'matrix-unit-outside', details });
    else if (unit === leadUnitId || supportingUnitIds.indexOf(unit) !== index) faults.push({ field: 'supportingUnitIds', code: 'matrix-supporting-wrong', details });
  });
  const holdsPost = officerPostId === null || registers.some((register) => postOf(register, officerPostId)?.unitId === leadUnitId);
  if (!holdsPost) faults.push({ field: 'officerPostId', code: 'matrix-post-wrong', details: { post: officerPostId, unit: leadUnitId } });
  return faults;
};

const entryFaults = (entry: MatrixEntry, facts: MatrixFacts, codes: ReadonlySet<string>, day: CalendarDate): readonly Fault[] => {
  const { areaUnitId: area, matterCode: matter } = entry;
  return [
    ...(isArea(facts.registers, area, day) ? [] : [{ field: 'areaUnitId', code: 'matrix-area-outside', details: { area, day } } as const]),
    ...(codes.has(matter) ? [] : [{ field: 'matterCode', code: 'matrix-matter-unknown', details: { matter, day } } as const]),
    ...unitFaults(entry, facts, day),
  ];
};

/** Two claims of the same right: an area names one lead, a line is one department's and stands once. */
const rightOf = ({ areaUnitId, matterCode, claim, leadUnitId }: MatrixEntry): string =>
  [areaUnitId, matterCode, claim, claim === 'line' ? leadUnitId : ''].join('~');

/**
 * All that is wrong with entries that are to hold from a day on, beside rows that go on. Rows that are over or were taken
 * back before they began stand in nobody's way.
 */
export const matrixFaults = (
  entries: readonly MatrixEntry[], standing: readonly MatrixRow[], facts: MatrixFacts, from: CalendarDate,
): readonly MatrixFault[] => {
  const codes = matterCodesOn(facts.catalogue, from);
  const taken = new Map(standing.filter((row) => reachesBeyond(row, from)).map((row) => [rightOf(row), row.rowId]));
  return entries.flatMap((entry, index) => {
    const right = rightOf(entry);
    const other = taken.get(right);
    taken.set(right, other ?? `#${index + 1}`);
    const faults = entryFaults(entry, facts, codes, from);
    const overlap: readonly Fault[] = other === undefined ? [] : [
      { field: 'matterCode', code: 'matrix-rows-overlap', details: { area: entry.areaUnitId, matter: entry.matterCode, other } },
    ];
    return [...faults, ...overlap].map((fault) => ({ index, ...fault }));
  });
};

/** Whether a row holds on a day or on one after it. */
export const reachesBeyond = ({ validFrom, validUntil }: MatrixRow, day: CalendarDate): boolean =>
  validUntil === null || holdsOn({ from: validFrom, until: validUntil }, validFrom > day ? validFrom : day);
