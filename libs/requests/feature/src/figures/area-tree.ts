import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import {
  confinementOf, localDate, REGISTER_ID, registerDecider, unitOn, type CalendarDate, type Confinement, type Register, type UnitPeriod,
} from '@zeren/organisation-domain';
import type { AreaGroups } from './figure-question.js';

/** The units a reader knows of on a day: by its own register, and its city's or its districts'. */
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
    return groupsOf(areas, (area) => this.groupOf(area, above));
  }

  /** All areas, each with the one right below the tenant's own; one that no register knows any more stands under no key. */
  groupsOfAll(tenantId: string, areas: readonly string[]): AreaGroups {
    return groupsOf(areas, (area) => this.groupOf(area, tenantId) ?? '');
  }

  private groupOf(area: string, above: string): string | undefined {
    const line = this.lineOf(area);
    const place = line.indexOf(above);
    return place < 0 ? undefined : line[Math.max(place - 1, 0)];
  }

  /** What somebody is kept to today, whatever day is looked at; undefined where it sees its tenant's. */
  confinementOf(reader: Caller): Confinement | undefined {
    return confinementOf(this.registers, reader, localDate(reader.now));
  }
}

/** Whose registers are shared with a tenant: its city's, or its districts', whose tenants carry their unit's code. */
const tenantsAround = ({ tenant, units }: Register): readonly string[] => {
  if (!tenant || tenant.parentTenantId !== null) return tenant?.parentTenantId ? [tenant.parentTenantId] : [];
  return Object.values(units).flatMap((versions) => versions.at(-1)).flatMap((last) => (last?.kind === 'district' ? [last.unitId] : []));
};

const groupsOf = (areas: readonly string[], groupOf: (area: string) => string | undefined): AreaGroups => {
  const grouped = areas.map((area) => ({ area, group: groupOf(area) })).filter((one): one is { area: string; group: string } => one.group !== undefined);
  return { areas: grouped.map(({ area }) => area), groups: grouped.map(({ group }) => group) };
};

/** Reads the registers themselves, so never behind. */
@Injectable()
export class AreaTrees {
  constructor(private readonly repository: DeciderRepository) {}

  async of(reader: Caller, day: CalendarDate): Promise<AreaTree> {
    const own = await this.register(reader.tenantId, reader);
    const around = own ? await Promise.all(tenantsAround(own).map((tenantId) => this.register(tenantId, reader))) : [];
    return new AreaTree([own, ...around].filter((register) => register !== undefined), day);
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
