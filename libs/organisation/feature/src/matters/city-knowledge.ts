import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import { notFound } from '@zeren/http';
import type { Caller, Command, Decider, Event, StreamId } from '@zeren/kernel';
import {
  emptyRegister, MATRIX_ID, matrixDecider, MATTER_CATALOGUE_ID, matterCatalogueDecider, registerDecider, unitsOn, workingCalendarOf,
  type CalendarDate, type MatterCatalogue, type MatrixFacts, type Register, type ResponsibilityMatrix, type TenantRegistered, type WorkingCalendar,
} from '@zeren/organisation-domain';
import { registerStream, RegisterSurroundings } from '../register-surroundings.js';

export const catalogueStream = (cityId: string): StreamId => ({ category: matterCatalogueDecider.category, tenantId: cityId, id: MATTER_CATALOGUE_ID });
export const matrixStream = (cityId: string): StreamId => ({ category: matrixDecider.category, tenantId: cityId, id: MATRIX_ID });

/**
 * What a city lays down for itself and its districts, as they may all read it: from the streams themselves, so never
 * behind. It is read in the city's name.
 */
@Injectable()
export class CityKnowledge {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly surroundings: RegisterSurroundings,
  ) {}

  /** The caller's tenant; 404 for one that is not registered. */
  async tenant(caller: Caller): Promise<TenantRegistered['data']> {
    return (await this.surroundings.tenant(caller.tenantId, caller)) ?? notFound();
  }

  /** The city a caller belongs to: its own tenant, or the one its district stands in. */
  async cityOf(caller: Caller): Promise<string> {
    const { tenantId, parentTenantId } = await this.tenant(caller);
    return parentTenantId ?? tenantId;
  }

  catalogue(cityId: string, caller: Caller): Promise<MatterCatalogue> {
    return this.state(matterCatalogueDecider, catalogueStream(cityId), caller);
  }

  matrix(cityId: string, caller: Caller): Promise<ResponsibilityMatrix> {
    return this.state(matrixDecider, matrixStream(cityId), caller);
  }

  register(tenantId: string, caller: Caller): Promise<Register> {
    return this.state(registerDecider, registerStream(tenantId), caller, emptyRegister);
  }

  /** The city's register, and after it those of its districts. */
  async registers(cityId: string, caller: Caller, day: CalendarDate): Promise<readonly Register[]> {
    const city = await this.register(cityId, caller);
    const districts = unitsOn(city, day).filter(({ kind }) => kind === 'district');
    return [city, ...await Promise.all(districts.map(({ unitId }) => this.register(unitId, caller)))];
  }

  async facts(cityId: string, caller: Caller, day: CalendarDate): Promise<MatrixFacts> {
    const [registers, catalogue] = await Promise.all([this.registers(cityId, caller, day), this.catalogue(cityId, caller)]);
    return { registers, catalogue };
  }

  async calendar(tenantId: string, caller: Caller): Promise<WorkingCalendar> {
    return (await workingCalendarOf((decider, id) => this.state(decider, id, caller), tenantId));
  }

  private async state<State, C extends Command, E extends Event>(
    decider: Decider<State, C, E>, id: StreamId, caller: Caller, otherwise: State = decider.initialState,
  ): Promise<State> {
    try {
      return (await this.repository.load(decider, id, { ...caller, tenantId: id.tenantId })).state;
    } catch (error) {
      if (error instanceof StreamNotFound) return otherwise;
      throw error;
    }
  }
}
