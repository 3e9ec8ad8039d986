import { workingMinutesBetween, type WorkingCalendar } from '@zeren/organisation-domain';
import type { HandlingUnit } from './request-values.js';
import type { Assignment, UnitClock } from './request-state.js';

/** Working minutes for which the unit had it in this round until a moment. What it was deferred for is not in it. */
export const heldMinutes = ({ since, heldBefore }: Assignment, until: string, calendar: WorkingCalendar): number =>
  heldBefore + workingMinutesBetween(since, until, calendar);

/** The clocks of all units, with what one of them had it for in a round that ended. */
export const clocksWith = (clocks: readonly UnitClock[], { unitId, tenantId }: HandlingUnit, minutes: number): readonly UnitClock[] => {
  const before = clocks.find((clock) => clock.unitId === unitId)?.heldMinutes ?? 0;
  return [...clocks.filter((clock) => clock.unitId !== unitId), { unitId, tenantId, heldMinutes: before + minutes }];
};
