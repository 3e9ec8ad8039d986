import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import { isWithin, localDate, unitOn } from '@zeren/organisation-domain';
import { dutyListDecider, isDivision, type DutyItem, type DutyLists, type SplitRow } from '@zeren/tasks-domain';
import { inParallel } from '../in-parallel.js';
import { Registers } from '../registers.js';

/** Streams read at once. */
const WIDTH = 64;
const TOWN_LEVEL = 3;

/** What the towns' lists say, and which units are towns: read from the streams themselves, so never behind. */
@Injectable()
export class DutyFacts {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly registers: Registers,
  ) {}

  /** The lists in force of the towns that rows go to. Read in the name of each town's district, whose they are. */
  async of(rows: readonly SplitRow[], caller: Caller): Promise<DutyLists> {
    const towns = new Map(rows.filter(({ unitId, level }) => level === TOWN_LEVEL && isDivision(unitId)).map(({ unitId, unitTenantId }) => [unitId, unitTenantId]));
    const lists = await inParallel([...towns], WIDTH, async ([unitId, tenantId]) => [unitId, await this.inForce(unitId, tenantId, caller)] as const);
    return new Map(lists.filter(([, items]) => items.length > 0));
  }

  /** Whether a unit is a town of the caller's district today, by the district's register or its city's. */
  async isTown(unitId: string, caller: Caller): Promise<boolean> {
    const day = localDate(caller.now);
    return (await this.registers.ownAndAbove(caller)).some((register) =>
      unitOn(register, unitId, day)?.kind === 'town' && isWithin(register, unitId, caller.tenantId, day));
  }

  /** A town's list in force, read in the name of its district; empty where it has none. */
  async inForce(unitId: string, tenantId: string, caller: Caller): Promise<readonly DutyItem[]> {
    const { state } = await this.repository.load(dutyListDecider, { category: dutyListDecider.category, tenantId, id: unitId }, { ...caller, tenantId });
    return state.items;
  }
}
