import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import {
  emptyRegister, isWithin, registerDecider, unitOn, type CalendarDate, type Register, type SiteFacts, type SiteVersion, type UnitKind,
} from '@zeren/organisation-domain';
import { registerStream, RegisterSurroundings } from '../register-surroundings.js';

const areaKinds: readonly UnitKind[] = ['government', 'district', 'town', 'village', 'grid'];

/** What the registers say of a site, read from their streams, so never behind. */
@Injectable()
export class SiteFactsReader {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly surroundings: RegisterSurroundings,
  ) {}

  /** The registers are read once, for however many sites are asked about. */
  async reader(caller: Caller): Promise<(site: SiteVersion) => SiteFacts> {
    const tenant = await this.surroundings.tenant(caller.tenantId, caller);
    const parentTenantId = tenant?.parentTenantId ?? null;
    const own = await this.register(caller.tenantId, caller);
    const above = parentTenantId === null ? emptyRegister : await this.register(parentTenantId, caller);
    return ({ areaUnitId, ownerUnitId, validFrom: on }) => {
      const area = unitOn(own, areaUnitId, on) ?? unitOn(above, areaUnitId, on);
      const isOwn = unitOn(own, areaUnitId, on) !== undefined || isWithin(above, areaUnitId, caller.tenantId, on);
      return {
        hasArea: area !== undefined && areaKinds.includes(area.kind) && isOwn,
        hasOwner: (unitOn(own, ownerUnitId, on) ?? unitOn(above, ownerUnitId, on)) !== undefined,
        readers: parentTenantId === null ? districtOf(own, areaUnitId, on) : [parentTenantId],
      };
    };
  }

  private async register(tenantId: string, caller: Caller): Promise<Register> {
    try {
      return (await this.repository.load(registerDecider, registerStream(tenantId), caller)).state;
    } catch (error) {
      if (error instanceof StreamNotFound) return emptyRegister;
      throw error;
    }
  }
}

/** The district in which an area lies; none for what is the whole city's. */
const districtOf = (register: Register, areaUnitId: string, on: CalendarDate): readonly string[] => {
  let unit = unitOn(register, areaUnitId, on);
  while (unit && unit.kind !== 'district') unit = unit.parentUnitId === null ? undefined : unitOn(register, unit.parentUnitId, on);
  return unit ? [unit.unitId] : [];
};
