import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import { REGISTER_ID, registerDecider, type Register } from '@zeren/organisation-domain';

/** The organisation's registers, read from their streams, so never behind. */
@Injectable()
export class Registers {
  constructor(private readonly repository: DeciderRepository) {}

  /** Undefined where the tenant keeps none, or none that is shared with the caller's. */
  async of(tenantId: string, caller: Caller): Promise<Register | undefined> {
    try {
      const { state } = await this.repository.load(registerDecider, { category: registerDecider.category, tenantId, id: REGISTER_ID }, caller);
      return state.tenant ? state : undefined;
    } catch (error) {
      if (error instanceof StreamNotFound) return undefined;
      throw error;
    }
  }

  /** The caller's own, and that of the city it stands in. */
  async ownAndAbove(caller: Caller): Promise<readonly Register[]> {
    const own = await this.of(caller.tenantId, caller);
    const parent = own?.tenant?.parentTenantId ?? null;
    const above = parent === null ? undefined : await this.of(parent, caller);
    return [own, above].filter((register) => register !== undefined);
  }
}
