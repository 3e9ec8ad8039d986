import { ownersReading, type DeciderRepository } from '@zeren/event-store';
import type { OwnersReading } from '@zeren/kernel';
import {
  localDate, MATRIX_ID, matrixDecider, MATTER_CATALOGUE_ID, matterCatalogueDecider, REGISTER_ID, registerDecider, workingCalendarOf,
  type MatterCatalogue, type Register, type ResponsibilityMatrix, type WorkingCalendar,
} from '@zeren/organisation-domain';
import { REQUEST_RULES_ID, requestRulesDecider, type Counting, type RequestTerms, type Territory } from '@zeren/requests-domain';
import { Joined } from './joined.js';

type Read = {
  readonly cityTenantId: string;
  readonly registers: readonly Register[];
  readonly matrix: ResponsibilityMatrix;
  readonly catalogue: MatterCatalogue;
  readonly calendar: WorkingCalendar;
  readonly terms: RequestTerms;
};

/** What a decision on a request of a tenant stands on: who there is, who answers for what, and how time is counted. */
export type Grounds = Territory & { readonly cityTenantId: string; readonly counting: Counting };

/**
 * Reads them from the streams themselves, in their owners' names: they govern what the tenant's requests go through, whoever
 * acts. Who asks while a reading is awaited gets the next one together with all others who wait.
 */
export class RequestGrounds {
  private readonly state: OwnersReading;
  private readonly readings = new Map<string, Joined<Read>>();

  /** @param within by how many milliseconds they may be behind what another process wrote; what this one wrote they hold at once */
  constructor(repository: DeciderRepository, within = 0) {
    this.state = ownersReading(repository, within);
  }

  async of(tenantId: string, now: string): Promise<Grounds> {
    const reading = this.readings.get(tenantId) ?? new Joined(() => this.read(tenantId));
    this.readings.set(tenantId, reading);
    const { calendar, terms, ...rest } = await reading.get();
    return { ...rest, day: localDate(now), counting: { calendar, terms } };
  }

  private async read(tenantId: string): Promise<Read> {
    const own = await this.register(tenantId);
    const cityTenantId = own.tenant?.parentTenantId ?? tenantId;
    const city = cityTenantId === tenantId ? own : await this.register(cityTenantId);
    const [districts, matrix, catalogue, calendar, terms] = await Promise.all([
      Promise.all(districtsIn(city).map((district) => (district === tenantId ? own : this.register(district)))),
      this.state(matrixDecider, { category: matrixDecider.category, tenantId: cityTenantId, id: MATRIX_ID }),
      this.state(matterCatalogueDecider, { category: matterCatalogueDecider.category, tenantId: cityTenantId, id: MATTER_CATALOGUE_ID }),
      workingCalendarOf(this.state, tenantId),
      this.state(requestRulesDecider, { category: requestRulesDecider.category, tenantId, id: REQUEST_RULES_ID }),
    ]);
    return { cityTenantId, registers: [city, ...districts], matrix, catalogue, calendar, terms };
  }

  private register(tenantId: string): Promise<Register> {
    return this.state(registerDecider, { category: registerDecider.category, tenantId, id: REGISTER_ID });
  }
}

const districts = new WeakMap<Register, readonly string[]>();

/** Units that were ever a district: each may be a tenant with a register of its own. Looked for once in each state of the register, which is asked for each request. */
const districtsIn = (register: Register): readonly string[] => {
  const known = districts.get(register);
  if (known) return known;
  const found = Object.values(register.units).flatMap((versions) => (versions.at(-1)?.kind === 'district' ? [versions.at(-1)?.unitId ?? ''] : []));
  districts.set(register, found);
  return found;
};
