import { deriveUuid, type CommandContext } from '@zeren/event-store';
import type { RecordedEvent } from '@zeren/kernel';
import { registerDecider, type OpenRegister, type TenantRegistered } from '@zeren/organisation-domain';
import type { PolicyJob } from '@zeren/read-model';
import { registerStream } from './register-surroundings.js';

/** Caused by an event, in a tenant's name and in no post. */
const contextOf = ({ id, metadata }: RecordedEvent, tenantId: string): CommandContext => ({
  caller: { tenantId, actorId: 'zeren.policy', postId: '', unitId: '', roles: [], now: metadata.occurredAt },
  commandId: deriveUuid('open register', id), correlationId: metadata.$correlationId, causationId: id,
});

/** A tenant that was taken onto the platform has its register, before it enters anything: what lies in its area is its own from then on. */
const openRegister: PolicyJob = {
  name: 'organisation-open-register',
  handles: ['TenantRegistered'],
  handle: async (recorded, { repository }) => {
    const { data } = recorded as RecordedEvent<TenantRegistered>;
    const command: OpenRegister = { type: 'OpenRegister', data: { facts: { tenant: data } } };
    await repository.execute(registerDecider, registerStream(data.tenantId), command, contextOf(recorded, data.tenantId));
  },
};

export const organisationPolicies: readonly PolicyJob[] = [openRegister];
