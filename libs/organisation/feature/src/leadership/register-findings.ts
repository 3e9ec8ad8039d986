import { Injectable } from '@nestjs/common';
import { DeciderRepository, StreamNotFound } from '@zeren/event-store';
import { parsePublicId, type Caller } from '@zeren/kernel';
import { matterCatalogueDecider, matterClassOn, postFactOf, registerDecider, siteDecider, unitFactOf, type CalendarDate, type Register, type RegisterFindings, type SiteFact } from '@zeren/organisation-domain';
import { catalogueStream } from '../matters/city-knowledge.js';
import { registerStream } from '../register-surroundings.js';

/** The units and posts that a command names, and the day on which they are meant. */
export type NamedInRegister = { readonly unitIds: readonly string[]; readonly postIds: readonly string[]; readonly on: CalendarDate };

/** A unit's id begins with the six digits of the division that keeps it. */
const keeperOf = (id: string): readonly string[] => /^\d{6}/.exec(id) ?? [];

/** Finds units and posts in the registers the caller sees, read from their streams, so never behind. */
@Injectable()
export class RegisterFinder {
  constructor(private readonly repository: DeciderRepository) {}

  async find(caller: Caller, { unitIds, postIds, on }: NamedInRegister): Promise<RegisterFindings> {
    const registers = await this.registers(caller, [...unitIds, ...postIds]);
    return {
      units: [...new Set(unitIds)].flatMap((unitId) => unitFactOf(registers, unitId, on) ?? []),
      posts: [...new Set(postIds)].flatMap((postId) => postFactOf(registers, postId, on) ?? []),
    };
  }

  /** A site by its public id, as its register has it for a day; undefined where the caller sees none. */
  async site(siteId: string, caller: Caller, on: CalendarDate): Promise<SiteFact | undefined> {
    const id = parsePublicId(siteId);
    if (!id) return undefined;
    const { state } = await this.seen(() => this.repository.load(siteDecider, { category: siteDecider.category, ...id }, caller)) ?? {};
    const version = state?.status === 'none' ? undefined : state?.versions.find(({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on <= validUntil));
    return version && { siteId, name: version.name, areaUnitId: version.areaUnitId };
  }

  /** Of these matter classes, those that the catalogue of the caller's city holds on a day; a catalogue is read in its city's name. */
  async matters(codes: readonly string[], caller: Caller, on: CalendarDate): Promise<readonly string[]> {
    if (codes.length === 0) return [];
    const own = await this.register(caller.tenantId, caller);
    const tenantId = own?.tenant?.parentTenantId ?? caller.tenantId;
    const { state } = await this.seen(() => this.repository.load(matterCatalogueDecider, catalogueStream(tenantId), { ...caller, tenantId })) ?? {};
    return codes.filter((code) => state && matterClassOn(state, code, on) !== undefined);
  }

  /** The districts that stand in the caller's city, as its register has them now. */
  async districts(caller: Caller): Promise<readonly string[]> {
    const own = await this.register(caller.tenantId, caller);
    return Object.values(own?.units ?? {}).flatMap((versions) => {
      const last = versions.at(-1);
      return last?.kind === 'district' ? [last.unitId] : [];
    });
  }

  /** The place and the areas above it, nearest first, as they stood on a day. */
  async placesOf(unitId: string, caller: Caller, on: CalendarDate): Promise<readonly string[]> {
    const { units: [unit] } = await this.find(caller, { unitIds: [unitId], postIds: [], on });
    return unit ? [unitId, ...unit.superiorUnitIds] : [unitId];
  }

  /** The caller's own, that of the city it stands in, and those of the districts it names; each where it may see it. */
  private async registers(caller: Caller, ids: readonly string[]): Promise<readonly Register[]> {
    const own = await this.register(caller.tenantId, caller);
    const parent = own?.tenant?.parentTenantId ?? null;
    const others = [...new Set([...(parent === null ? [] : [parent]), ...ids.flatMap(keeperOf)])].filter((tenant) => tenant !== caller.tenantId);
    const found = [own, ...await Promise.all(others.map((tenant) => this.register(tenant, caller)))];
    return found.filter((register) => register !== undefined);
  }

  private async register(tenantId: string, caller: Caller): Promise<Register | undefined> {
    const { state } = await this.seen(() => this.repository.load(registerDecider, registerStream(tenantId), caller)) ?? {};
    return state?.tenant ? state : undefined;
  }

  /** What is loaded; undefined where the caller may not see it. */
  private async seen<Loaded>(load: () => Promise<Loaded>): Promise<Loaded | undefined> {
    try {
      return await load();
    } catch (error) {
      if (error instanceof StreamNotFound) return undefined;
      throw error;
    }
  }
}
