import type { OwnersReading } from '@zeren/kernel';
import type { DeciderRepository } from './decider-repository.js';

/**
 * Reads any tenant's stream as that tenant itself would: for rules that hold whoever acts. Never to answer a reader.
 * @param within by how many milliseconds it may be behind what another process wrote
 */
export const ownersReading = (repository: DeciderRepository, within = 0): OwnersReading => async (decider, id) => {
  const owner = { tenantId: id.tenantId, actorId: 'zeren.rules', postId: '', unitId: '', roles: [], now: '' };
  return (await repository.load(decider, id, owner, { within })).state;
};
