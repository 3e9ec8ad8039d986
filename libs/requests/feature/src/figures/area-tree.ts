import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import { applicationOf, isConfined, REGISTER_ID, registerDecider, unitOn, type CalendarDate, type Register, type UnitPeriod } from '@zeren/organisation-domain';
import type { AreaGroups } from './figure-question.js';

type Reader = Pick<Caller, 'tenantId' | 'actorId' | 'postId' | 'unitId' | 'roles' | 'now'>;

/** The units a reader knows of on a day, by its own register and its city's. */
export class AreaTree {
  constructor(private readonly registers: readonly Register[], private readonly day: CalendarDate) {}

  unit(unitId: string): UnitPeriod | undefined {
    for (const register of this.registers) {
      const unit = unitOn(register, unitId, this.day);
      if (unit) return unit;
    }
    return undefined;
  }

  /** The unit and all above it, the topmost last. */
  lineOf(unitId: string): readonly string[] {
    const line: string[] = [];
    for (let at: string | null | undefined = unitId; at !== null && at !== undefined && !line.includes(at); at = this.unit(at)?.parentUnitId) line.push(at);
    return line;
  }

  /** Each area with the one right below `above` that it stands in; `above` itself where it is that, and nothing of what lies elsewhere. */
  groupsBelow(above: string, areas: readonly string[]): AreaGroups {
    const grouped = areas.flatMap((area) => {
      const line = this.lineOf(area);
      const place = line.indexOf(above);
      return place < 0 ? [] : [{ area, group: line[Math.max(place - 1, 0)] as string }];
    });
    return { areas: grouped.map(({ area }) => area), groups: grouped.map(({ group }) => group) };
  }

  /** Whether somebody sees its own unit's work only. */
  confines(reader: Reader): boolean {
    const tenant = this.registers[0]?.tenant;
    return isConfined(applicationOf(reader, this.unit(reader.unitId), tenant ? { kind: tenant.kind, levels: [] } : null));
  }
}

/** Reads the registers themselves, so never behind. */
@Injectable()
export class AreaTrees {
  constructor(private readonly repository: DeciderRepository) {}

  async of(reader: Caller, day: CalendarDate): Promise<AreaTree> {
    const own = await this.register(reader.tenantId, reader);
    const parent = own?.tenant?.parentTenantId ?? null;
    const above = parent === null ? undefined : await this.register(parent, reader);
    return new AreaTree([own, above].filter((register) => register !== undefined), day);
  }

  private async register(tenantId: string, reader: Caller): Promise<Register | undefined> {
    try {
      return (await this.repository.load(registerDecider, { category: registerDecider.category, tenantId, id: REGISTER_ID }, reader)).state;
    } catch (error) {
      if (error instanceof StreamNotFound) return undefined;
      throw error;
    }
  }
}
