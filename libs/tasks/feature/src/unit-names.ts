import { Injectable } from '@nestjs/common';
import type { Caller, LocalisedText } from '@zeren/kernel';
import { localDate, unitOn, type UnitPeriod } from '@zeren/organisation-domain';
import { Registers } from './registers.js';

/** A unit as it is today. */
export type KnownUnit = Pick<UnitPeriod, 'unitId' | 'name' | 'kind'>;

/** Units as the caller's own register, and that of the city above, have them on the caller's day. */
@Injectable()
export class UnitNames {
  constructor(private readonly registers: Registers) {}

  /** Those of the named units that are in force. */
  async of(caller: Caller, unitIds: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
    const registers = await this.registers.ownAndAbove(caller);
    const today = localDate(caller.now);
    return new Map([...new Set(unitIds)].flatMap((unitId) => {
      const unit = registers.map((register) => unitOn(register, unitId, today)).find((found) => found !== undefined);
      return unit ? [[unitId, { unitId, name: unit.name, kind: unit.kind }] as const] : [];
    }));
  }
}

/** The name of a unit; its code where no register has one. */
export const nameIn = (units: ReadonlyMap<string, KnownUnit>, unitId: string): LocalisedText => units.get(unitId)?.name ?? { zh: unitId, en: unitId };
