import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import type { Caller, LocalisedText } from '@zeren/kernel';
import { REGISTER_ID, registerDecider, unitOn, type UnitPeriod } from '@zeren/organisation-domain';
import { localDate } from '@zeren/tasks-domain';

/** A unit of the caller's own register as it is today. */
export type KnownUnit = Pick<UnitPeriod, 'unitId' | 'name' | 'kind'>;

/** Units as the register of the caller's tenant has them on the caller's day. */
@Injectable()
export class UnitNames {
  constructor(private readonly repository: DeciderRepository) {}

  /** Those of the named units that are in force. */
  async of(caller: Caller, unitIds: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
    const { state } = await this.repository.load(registerDecider, { category: registerDecider.category, tenantId: caller.tenantId, id: REGISTER_ID }, caller);
    const today = localDate(caller.now);
    return new Map([...new Set(unitIds)].flatMap((unitId) => {
      const unit = unitOn(state, unitId, today);
      return unit ? [[unitId, { unitId, name: unit.name, kind: unit.kind }] as const] : [];
    }));
  }
}

/** The name of a unit; its code where the register has none. */
export const nameIn = (units: ReadonlyMap<string, KnownUnit>, unitId: string): LocalisedText => units.get(unitId)?.name ?? { zh: unitId, en: unitId };
