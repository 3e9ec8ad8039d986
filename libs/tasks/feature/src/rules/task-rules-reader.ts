import type { DeciderRepository } from '@zeren/event-store';
import { TASK_RULES_ID, taskRulesDecider, type TaskRules } from '@zeren/tasks-domain';

/** A tenant's rules for its tasks, read in the tenant's own name: they govern what it dispatches, whoever acts on that. */
export const taskRulesOf = async (repository: DeciderRepository, tenantId: string, now: string): Promise<TaskRules> => {
  const id = { category: taskRulesDecider.category, tenantId, id: TASK_RULES_ID };
  const caller = { tenantId, actorId: 'zeren.rules', postId: '', unitId: '', roles: [], now };
  return (await repository.load(taskRulesDecider, id, caller)).state;
};
