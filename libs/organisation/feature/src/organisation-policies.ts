import { deriveUuid, type CommandContext } from '@zeren/event-store';
import type { RecordedEvent } from '@zeren/kernel';
import {
  matrixDecider, matterCatalogueDecider, registerDecider, type OpenRegister, type RegisterOpened, type TenantRegistered, type UnitChanged, type UnitsRegistered,
} from '@zeren/organisation-domain';
import type { PolicyJob } from '@zeren/read-model';
import { catalogueStream, matrixStream } from './matters/city-knowledge.js';
import { registerStream } from './register-surroundings.js';
import { enterSites } from './sites/index.js';

/** Caused by an event, in a tenant's name and in no post. */
const contextOf = ({ id, metadata }: RecordedEvent, tenantId: string, what: string): CommandContext => ({
  caller: { tenantId, actorId: 'zeren.policy', postId: '', unitId: '', roles: [], now: metadata.occurredAt },
  commandId: deriveUuid(what, id), correlationId: metadata.$correlationId, causationId: id,
});

/** A tenant that was taken onto the platform has its register, before it enters anything: what lies in its area is its own from then on. */
const openRegister: PolicyJob = {
  name: 'organisation-open-register',
  handles: ['TenantRegistered'],
  handle: async (recorded, { repository }) => {
    const { data } = recorded as RecordedEvent<TenantRegistered>;
    const command: OpenRegister = { type: 'OpenRegister', data: { facts: { tenant: data } } };
    await repository.execute(registerDecider, registerStream(data.tenantId), command, contextOf(recorded, data.tenantId, 'open register'));
  },
};

type SetUp = { readonly cityId: string; readonly districtTenantIds: readonly string[] };

/** The districts of a city that an event sets up: as tenants, or in the city's own register. */
const setUp = (event: RecordedEvent<RegisterOpened | UnitsRegistered | UnitChanged>): SetUp => {
  const cityId = event.metadata.tenantId;
  switch (event.type) {
    case 'RegisterOpened':
      return { cityId: event.data.parentTenantId ?? cityId, districtTenantIds: event.data.parentTenantId === null ? [] : [event.data.tenantId] };
    case 'UnitsRegistered':
      return { cityId, districtTenantIds: event.data.units.filter(({ kind }) => kind === 'district').map(({ unitId }) => unitId) };
    case 'UnitChanged':
      return { cityId, districtTenantIds: event.data.unit.kind === 'district' ? [event.data.unit.unitId] : [] };
  }
};

/** A district that is set up after its city laid down the catalogue and the matrix works by both at once, not only from their next version on. */
const shareWithDistricts: PolicyJob = {
  name: 'organisation-share-with-districts',
  handles: ['RegisterOpened', 'UnitsRegistered', 'UnitChanged'],
  handle: async (recorded, { repository }) => {
    const { cityId, districtTenantIds } = setUp(recorded as RecordedEvent<RegisterOpened | UnitsRegistered | UnitChanged>);
    for (const districtTenantId of districtTenantIds) {
      const context = (what: string) => contextOf(recorded, cityId, `${what} ${districtTenantId}`);
      await repository.execute(matterCatalogueDecider, catalogueStream(cityId), { type: 'ShareMatterCatalogue', data: { districtTenantId } }, context('share catalogue'));
      await repository.execute(matrixDecider, matrixStream(cityId), { type: 'ShareMatrix', data: { districtTenantId } }, context('share matrix'));
    }
  },
};

export const organisationPolicies: readonly PolicyJob[] = [openRegister, shareWithDistricts, enterSites];
