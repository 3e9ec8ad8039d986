import type { Caller } from '@zeren/kernel';
import {
  matterClassOn, ownerOf, unitIn, unitOn, type CalendarDate, type MatterCatalogue, type Register, type ResponsibilityMatrix, type UnitPeriod,
} from '@zeren/organisation-domain';
import type { MediationLevel } from './dispute.events.js';
import { refuse } from './request-refusals.js';
import type { AskedMatter, Assigned, Standing, Verdict } from './request.commands.js';
import { isHeld, type FiledRequest } from './request-state.js';
import type { HandlingUnit, RequestContent } from './request-values.js';

/** What the organisation says of responsibility on a day: the city's register first, then its districts'. */
export type Territory = {
  readonly registers: readonly Register[];
  readonly matrix: ResponsibilityMatrix;
  readonly catalogue: MatterCatalogue;
  readonly day: CalendarDate;
};

const parentOf = ({ registers, day }: Territory, { parentUnitId }: UnitPeriod): UnitPeriod | undefined =>
  (parentUnitId === null ? undefined : unitIn(registers, parentUnitId, day));

/** A unit and all above it, the nearest first; none where no register knows it. */
const lineOf = (territory: Territory, unitId: string): readonly UnitPeriod[] => {
  const line: UnitPeriod[] = [];
  for (let unit = unitIn(territory.registers, unitId, territory.day); unit; unit = parentOf(territory, unit)) line.push(unit);
  return line;
};

/** The tenant a unit works in: the district it stands in, where that is a tenant; else that of the register that knows it. */
const tenantOf = (territory: Territory, unitId: string): string | undefined => {
  const { registers, day } = territory;
  const tenants = registers.map(({ tenant }) => tenant?.tenantId);
  const district = lineOf(territory, unitId).find((unit) => unit.kind === 'district' && tenants.includes(unit.unitId));
  return district?.unitId ?? registers.find((register) => unitOn(register, unitId, day))?.tenant?.tenantId;
};

/** A unit that exists on the day, with the tenant in which it works. */
export const handlingUnitOf = (territory: Territory, unitId: string, field: string): HandlingUnit => {
  const tenantId = tenantOf(territory, unitId);
  return tenantId === undefined ? refuse('handling-unit-unknown', field, { unit: unitId, day: territory.day }) : { unitId, tenantId };
};

/** Whether a place is one of the tenant's on the day. */
export const isInside = (territory: Territory, areaUnitId: string, tenantId: string): boolean =>
  lineOf(territory, areaUnitId).some(({ unitId }) => unitId === tenantId);

/** What the catalogue says of a class on the day. */
export const askedMatter = ({ catalogue, day }: Territory, code: string): AskedMatter => ({ code, known: matterClassOn(catalogue, code, day) ?? null });

/** A level that acts for a whole area or line: the city's, the districts', and the departments'. */
const HIGH_LEVEL = 2;

/** What is urgent goes to the first unit at district level or above; the unit that would have had it works along. */
const raised = (territory: Territory, assigned: Assigned): Assigned => {
  const line = lineOf(territory, assigned.lead.unitId);
  const [first] = line;
  const higher = line.find(({ level }) => level !== null && level <= HIGH_LEVEL);
  if (!first || !higher || higher.unitId === first.unitId || assigned.route.by !== 'matrix') return assigned;
  const lead = handlingUnitOf(territory, higher.unitId, 'lead');
  const supporting = [assigned.lead, ...assigned.supporting.filter(({ unitId }) => unitId !== lead.unitId)];
  return { lead, supporting, officerPostId: null, route: { ...assigned.route, isRaised: true } };
};

/** An enterprise's need is answered jointly: where the matrix names nobody beside the lead, the level above it works along. */
const joint = (territory: Territory, assigned: Assigned): Assigned => {
  const above = lineOf(territory, assigned.lead.unitId)[1];
  if (assigned.supporting.length > 0 || !above) return assigned;
  return { ...assigned, supporting: [handlingUnitOf(territory, above.unitId, 'supporting')] };
};

/** What is asked, as far as it decides whose it is. */
export type Asked = Pick<RequestContent, 'kind' | 'place' | 'urgentReason'>;

/** Whose a request is by the matrix, with the row that says so. */
export const verdictOf = (territory: Territory, { kind, place, urgentReason }: Asked, matterCode: string): Verdict => {
  const { matrix, registers, day } = territory;
  const ownership = ownerOf(matrix, registers, place.areaUnitId, matterCode, day);
  if (ownership.kind === 'vacuum') return { kind: 'vacuum' };
  if (ownership.kind === 'overlap') {
    return { kind: 'overlap', claimants: [...new Set(ownership.rows.map(({ leadUnitId }) => leadUnitId))].map((unitId) => handlingUnitOf(territory, unitId, 'lead')) };
  }
  const { row } = ownership;
  const found: Assigned = {
    lead: handlingUnitOf(territory, ownership.lead, 'lead'),
    supporting: ownership.supporting.map((unitId) => handlingUnitOf(territory, unitId, 'supporting')),
    officerPostId: ownership.officerPostId,
    route: { by: 'matrix', matrixVersion: matrix.version, rowId: row.rowId, areaUnitId: row.areaUnitId, matterCode: row.matterCode, isRaised: false },
  };
  const isUrgent = urgentReason !== null || matterClassOn(territory.catalogue, matterCode, day)?.urgent === true;
  const lifted = isUrgent ? raised(territory, found) : found;
  return { kind: 'owned', assigned: kind === 'enterprise' ? joint(territory, lifted) : lifted };
};

const levels: Readonly<Partial<Record<UnitPeriod['kind'], MediationLevel>>> = { village: 'village', town: 'town', district: 'district' };

/** The level at which a unit mediates: its own, or for a grid or a department that of what it stands below; who stands below none, as a district's own departments, mediates at the last. */
export const mediationLevelOf = (territory: Territory, unitId: string): MediationLevel | null => {
  const level = lineOf(territory, unitId).map(({ kind }) => levels[kind]).find((one) => one !== undefined);
  return level ?? (tenantOf(territory, unitId) === undefined ? null : 'district');
};

/** The units in whose name somebody acts: the own one, and for an office the government it is the office of, which is its tenant's where none is named. */
export const actingUnits = ({ registers, day }: Territory, unitId: string): readonly string[] => {
  const register = registers.find((one) => unitOn(one, unitId, day));
  const unit = register && unitOn(register, unitId, day);
  if (unit?.kind !== 'office') return [unitId];
  const government = unit.parentUnitId ?? register?.tenant?.tenantId;
  return government === undefined ? [unitId] : [unitId, government];
};

/** How a caller stands to the units that handle a request; units of other tenants are none of its. */
export const standingOf = (territory: Territory, { assignment }: FiledRequest, caller: Pick<Caller, 'tenantId' | 'unitId'>): Standing => {
  const acting = actingUnits(territory, caller.unitId);
  const units = assignment ? [assignment.lead, ...assignment.supporting].filter(({ tenantId }) => tenantId === caller.tenantId).map(({ unitId }) => unitId) : [];
  const isAbove = (unitId: string): boolean => lineOf(territory, unitId).slice(1).some((unit) => acting.includes(unit.unitId));
  return { own: units.filter((unitId) => acting.includes(unitId)), above: units.filter((unitId) => !acting.includes(unitId) && isAbove(unitId)) };
};

/** One level up from whoever has it: from a unit to the one above it, from the dispatcher to its government. */
export const levelAbove = (territory: Territory, request: FiledRequest): HandlingUnit => {
  const { ownerTenantId } = request.content;
  const government = { unitId: ownerTenantId, tenantId: ownerTenantId };
  if (!isHeld(request) || !request.assignment) return government;
  const above = lineOf(territory, request.assignment.lead.unitId)[1];
  return above ? handlingUnitOf(territory, above.unitId, 'lead') : government;
};
