import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import type { Caller, StreamId } from '@zeren/kernel';
import {
  emptyRegister, isWithin, OPERATOR_TENANT, REGISTER_ID, registerDecider, tenantDecider, versionsOf,
  type CalendarDate, type Register, type RegisterFacts, type TenantRegistered,
} from '@zeren/organisation-domain';

export const tenantStream = (tenantId: string): StreamId => ({ category: 'tenant', tenantId: OPERATOR_TENANT, id: tenantId });
export const registerStream = (tenantId: string): StreamId => ({ category: 'organisation', tenantId, id: REGISTER_ID });

/** A unit a command names, and the day on which it is meant. */
export type NamedUnit = { readonly unitId: string | null; readonly on: CalendarDate };

/** What a register must know from outside its own stream: read from the other streams themselves, so never behind. */
@Injectable()
export class RegisterSurroundings {
  constructor(private readonly repository: DeciderRepository) {}

  /** The tenant as the operator registered it; null where it is not, or not for this caller. */
  async tenant(tenantId: string, caller: Caller): Promise<TenantRegistered['data'] | null> {
    const state = await this.stateOr(null, () => this.repository.load(tenantDecider, tenantStream(tenantId), caller));
    return state?.status === 'registered' ? state.tenant : null;
  }

  async facts(caller: Caller, named: readonly NamedUnit[]): Promise<RegisterFacts> {
    const tenant = await this.tenant(caller.tenantId, caller);
    const parent = tenant?.parentTenantId ?? null;
    if (parent === null) return { tenant, territory: [] };
    const above = await this.stateOr(emptyRegister, () => this.repository.load(registerDecider, registerStream(parent), caller));
    return { tenant, territory: territoryOf(above, caller.tenantId, named) };
  }

  private async stateOr<State, Otherwise>(otherwise: Otherwise, load: () => Promise<{ state: State }>): Promise<State | Otherwise> {
    try {
      return (await load()).state;
    } catch (error) {
      if (error instanceof StreamNotFound) return otherwise;
      throw error;
    }
  }
}

const territoryOf = (above: Register, tenantId: string, named: readonly NamedUnit[]): RegisterFacts['territory'] => {
  const within = named.filter((unit): unit is { unitId: string; on: CalendarDate } =>
    unit.unitId !== null && isWithin(above, unit.unitId, tenantId, unit.on));
  return [...new Set(within.map(({ unitId }) => unitId))].flatMap((unitId) => versionsOf(above, unitId));
};
