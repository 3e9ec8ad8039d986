import type { Caller, OwnersReading } from '@zeren/kernel';
import { localDate } from '../calendar/local-time.js';
import { unitIn } from '../matrix/owner.js';
import type { CalendarDate } from '../organisation.events.js';
import { REGISTER_ID, registerDecider } from '../register.js';
import { unitOn, type Register } from '../register-state.js';
import { applicationOf, isConfined, type ApplicationHolder } from './application.js';

/** To what somebody is kept, in every list and of every single thing. */
export type Confinement = {
  /** Its unit, with all that stands below it on the day. */
  readonly unitIds: readonly string[];
  /** Whether it sees besides its units' work what others do within them: a town's command centre does. */
  readonly isCentre: boolean;
};

const below = new WeakMap<Register, ReadonlyMap<string, readonly string[]>>();

/** All units that ever stood right under each. Made once for each state of a register, which is asked for each read. */
const everBelow = (register: Register): ReadonlyMap<string, readonly string[]> => {
  const known = below.get(register);
  if (known) return known;
  const index = new Map<string, Set<string>>();
  for (const { unitId, parentUnitId } of Object.values(register.units).flat()) {
    if (parentUnitId !== null) index.set(parentUnitId, (index.get(parentUnitId) ?? new Set()).add(unitId));
  }
  const made = new Map([...index].map(([parent, units]) => [parent, [...units]]));
  below.set(register, made);
  return made;
};

/** A unit, with all that stands below it on a day by any of the registers. */
const subtreeOf = (registers: readonly Register[], unitId: string, day: CalendarDate): readonly string[] => {
  const found = new Set([unitId]);
  for (const parent of found) {
    for (const register of registers) {
      const children = everBelow(register).get(parent) ?? [];
      children.filter((child) => unitOn(register, child, day)?.parentUnitId === parent).forEach((child) => found.add(child));
    }
  }
  return [...found];
};

/** What somebody is kept to on a day, by the registers of its tenant and of those around it; undefined where it sees what its tenant sees. */
export const confinementOf = (registers: readonly Register[], holder: ApplicationHolder, day: CalendarDate): Confinement | undefined => {
  const { tenantId, unitId } = holder;
  if (unitId === tenantId || unitId === '') return undefined;
  const application = applicationOf(holder, unitIn(registers, unitId, day), null);
  return isConfined(application) ? { unitIds: subtreeOf(registers, unitId, day), isCentre: application.centre !== null } : undefined;
};

/** The same by the streams themselves: the register of the holder's own tenant and that of its city, by which the rule holds whoever acts. */
export class Confinements {
  constructor(private readonly read: OwnersReading) {}

  async of(caller: Caller): Promise<Confinement | undefined> {
    const own = await this.register(caller.tenantId);
    const parent = own.tenant?.parentTenantId ?? null;
    return confinementOf(parent === null ? [own] : [own, await this.register(parent)], caller, localDate(caller.now));
  }

  private register(tenantId: string): Promise<Register> {
    return this.read(registerDecider, { category: registerDecider.category, tenantId, id: REGISTER_ID });
  }
}

/** What of a tenant's streams is the work of units, and so seen by whoever is kept to these: all but what is laid down for, or handed on to, everybody. */
export const ownWork = {
  keptTo: async (caller: Caller, read: OwnersReading): Promise<readonly string[] | undefined> => (await new Confinements(read).of(caller))?.unitIds,
  categories: ['task', 'part', 'taskgap', 'project', 'bid', 'evidence', 'survey', 'training', 'experience', 'contract', 'request', 'escalation', 'dutylist', 'scoresheet'],
};

/** Of units that are asked for, those of somebody's own; all that are its own where none is named, undefined where neither is. */
export const unitsAsked = (asked: string | undefined, kept: Confinement | undefined): string | readonly string[] | undefined => {
  if (!kept) return asked;
  return asked === undefined ? kept.unitIds : kept.unitIds.filter((unitId) => unitId === asked);
};

/** Whether something is somebody's own: it sees its tenant's, or one of the units that have to do with it is among its own. */
export const isOwn = (kept: Confinement | undefined, ...unitIds: readonly string[]): boolean => !kept || unitIds.some((unitId) => kept.unitIds.includes(unitId));
