import type { OwnersReading } from '@zeren/kernel';
import type { DeciderRepository } from './decider-repository.js';

/** Reads any tenant's stream as that tenant itself would: for rules that hold whoever acts. Never to answer a reader. */
export const ownersReading = (repository: DeciderRepository): OwnersReading => async (decider, id) => {
  const owner = { tenantId: id.tenantId, actorId: 'zeren.rules', postId: '', unitId: '', roles: [], now: '' };
  return (await repository.load(decider, id, owner)).state;
};
