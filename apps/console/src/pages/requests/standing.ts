import type { UnitRow } from '@zeren/organisation-domain';
import type { FiledRequest, Standing } from '@zeren/requests-domain';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/client.js';
import { ServiceProblem } from '../../api/problem.js';
import { useAccount } from '../../session/session.js';

const hour = 3_600_000;
/** No tree is deeper; a cycle cannot be registered. */
const DEEPEST = 8;

const unitOf = async (unitId: string, signal: AbortSignal): Promise<UnitRow | null> => {
  try {
    return await read<UnitRow>(`/units/${encodeURIComponent(unitId)}`, {}, signal);
  } catch (failure) {
    if (failure instanceof ServiceProblem && failure.details.status === 404) return null;
    throw failure;
  }
};

const standsBelow = async (unitId: string, acting: readonly string[], signal: AbortSignal): Promise<boolean> => {
  let current = (await unitOf(unitId, signal))?.parentUnitId ?? null;
  for (let step = 0; current !== null && step < DEEPEST; step += 1) {
    if (acting.includes(current)) return true;
    current = (await unitOf(current, signal))?.parentUnitId ?? null;
  }
  return false;
};

/** The units in whose name somebody acts: the own one, and for an office the government it is the office of. */
const actingUnits = async (unitId: string, signal: AbortSignal): Promise<readonly string[]> => {
  const unit = await unitOf(unitId, signal);
  return unit?.kind === 'office' && unit.parentUnitId !== null ? [unitId, unit.parentUnitId] : [unitId];
};

const standingOf = async (units: readonly string[], unitId: string, signal: AbortSignal): Promise<Standing> => {
  const acting = await actingUnits(unitId, signal);
  const others = units.filter((unit) => !acting.includes(unit));
  const below = await Promise.all(others.map((unit) => standsBelow(unit, acting, signal)));
  return { own: units.filter((unit) => acting.includes(unit)), above: others.filter((_, index) => below[index]) };
};

/** Which of the units that have a request are the reader's own, and which stand below its own, as the register says today. */
export const useStanding = ({ assignment }: FiledRequest): Standing | undefined => {
  const { tenantId, unitId } = useAccount();
  const units = (assignment ? [assignment.lead, ...assignment.supporting] : []).filter((unit) => unit.tenantId === tenantId).map((unit) => unit.unitId);
  const standing = useQuery({ queryKey: ['standing', unitId, units], staleTime: hour, enabled: units.length > 0, queryFn: ({ signal }) => standingOf(units, unitId, signal) });
  if (units.length === 0 || standing.isError) return nowhere;
  return standing.data;
};

const nowhere: Standing = { own: [], above: [] };

const lineFrom = async (areaUnitId: string, signal: AbortSignal): Promise<readonly UnitRow[]> => {
  const line: UnitRow[] = [];
  for (let unit = await unitOf(areaUnitId, signal); unit && line.length < DEEPEST; unit = unit.parentUnitId === null ? null : await unitOf(unit.parentUnitId, signal)) line.push(unit);
  return line;
};

/** Where a dispute happened and what that lies in, the nearest first; nothing for what is no dispute, or until it is read. */
export const useLine = ({ content: { kind, place } }: FiledRequest): readonly UnitRow[] => {
  const line = useQuery({ queryKey: ['line', place.areaUnitId], staleTime: hour, enabled: kind === 'dispute', queryFn: ({ signal }) => lineFrom(place.areaUnitId, signal) });
  return line.data ?? unread;
};

const unread: readonly UnitRow[] = [];
