import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import type { Caller } from '@zeren/kernel';
import { OPERATOR_TENANT, tenantDecider } from '@zeren/organisation-domain';

/** City, district, town, village, grid (domain page, section 2), where the tenant has not said otherwise. */
const USUAL_LEVELS = 5;

/** How many levels a tenant's city has, as the platform's operator registered it. */
@Injectable()
export class SplitLevels {
  constructor(private readonly repository: DeciderRepository) {}

  async of(caller: Caller): Promise<number> {
    return (await this.registered(caller, caller.tenantId)) ?? USUAL_LEVELS;
  }

  /** A district's are its city's, where it has none of its own. Read in the operator's name, whose register it is. */
  private async registered(caller: Caller, tenantId: string): Promise<number | undefined> {
    const id = { category: tenantDecider.category, tenantId: OPERATOR_TENANT, id: tenantId };
    const { state } = await this.repository.load(tenantDecider, id, { ...caller, tenantId: OPERATOR_TENANT });
    if (state.status === 'unregistered') return undefined;
    const { levels, parentTenantId } = state.tenant;
    if (levels.length > 0) return levels.length;
    return parentTenantId === null ? undefined : this.registered(caller, parentTenantId);
  }
}
