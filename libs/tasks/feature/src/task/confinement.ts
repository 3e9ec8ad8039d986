import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import { applicationOf, isConfined, localDate, unitOn } from '@zeren/organisation-domain';
import type { TaskRow } from '@zeren/tasks-domain';
import { Registers } from '../registers.js';

/** What a unit is changes by the day: for so long it is remembered, in milliseconds. */
const REMEMBERED = 10_000;

type Known = { readonly isConfined: boolean; readonly until: number };

/** Whether somebody sees its own unit's work alone: a village's or grid's officer, and a body from outside the tree. */
@Injectable()
export class Confinement {
  private readonly known = new Map<string, Known>();

  constructor(private readonly registers: Registers) {}

  /** The unit to whose work a reader is kept; undefined where it sees its tenant's. */
  async unitOf(caller: Caller): Promise<string | undefined> {
    const { tenantId, unitId } = caller;
    if (unitId === tenantId || unitId === '') return undefined;
    const key = `${tenantId}/${unitId}/${localDate(caller.now)}`;
    const known = this.known.get(key);
    if (known && known.until > performance.now()) return known.isConfined ? unitId : undefined;
    const found = await this.isConfined(caller);
    this.known.set(key, { isConfined: found, until: performance.now() + REMEMBERED });
    return found ? unitId : undefined;
  }

  private async isConfined(caller: Caller): Promise<boolean> {
    const day = localDate(caller.now);
    const units = (await this.registers.ownAndAbove(caller)).map((register) => unitOn(register, caller.unitId, day));
    return isConfined(applicationOf(caller, units.find((unit) => unit !== undefined), null));
  }
}

/** Whether a task is a unit's own work, or descends from it: it leads or supports it, or does a part of it. */
export const isWorkOf = ({ unitPath, supportingUnitIds, parts }: Pick<TaskRow, 'unitPath' | 'supportingUnitIds' | 'parts'>, unitId: string): boolean =>
  unitPath.includes(`/${unitId}/`) || supportingUnitIds.includes(unitId) || parts.some((part) => part.unitId === unitId);

/** The same, asked of the board. */
export const workOf = 'task.unitPath like :ownPath or task.supportingUnitIds @> cast(:ownUnit as jsonb) or task.parts @> cast(:ownPart as jsonb)';
export const workOfParameters = (unitId: string) => ({ ownPath: `%/${unitId}/%`, ownUnit: JSON.stringify([unitId]), ownPart: JSON.stringify([{ unitId }]) });
