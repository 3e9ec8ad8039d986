import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import { OPERATOR_TENANT, tenantDecider } from '@zeren/organisation-domain';

/** Which tenants are a city's own districts, as the platform's operator registered them. */
@Injectable()
export class Districts {
  constructor(private readonly repository: DeciderRepository) {}

  /** Those of the named tenants that are districts of the caller's city. */
  async of(caller: Caller, tenantIds: readonly string[]): Promise<string[]> {
    const found = await Promise.all(tenantIds.map((tenantId) => this.isDistrict(caller, tenantId)));
    return tenantIds.filter((_, index) => found[index]);
  }

  /** A district's stream is shared with its city, so another city meets none. */
  private async isDistrict(caller: Caller, tenantId: string): Promise<boolean> {
    const id = { category: tenantDecider.category, tenantId: OPERATOR_TENANT, id: tenantId };
    try {
      const { state } = await this.repository.load(tenantDecider, id, caller);
      return state.status === 'registered' && state.tenant.parentTenantId === caller.tenantId;
    } catch (error) {
      if (error instanceof StreamNotFound) return false;
      throw error;
    }
  }
}
