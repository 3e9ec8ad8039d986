import { ownersReading, type DeciderRepository } from '@zeren/event-store';
import { workingCalendarOf } from '@zeren/organisation-domain';
import { TASK_RULES_ID, taskRulesDecider, withCalendar, type TaskRules } from '@zeren/tasks-domain';

/** A tenant's rules for its tasks, read in the tenant's own name: they govern what it dispatches, whoever acts on that. */
export const taskRulesOf = async (repository: DeciderRepository, tenantId: string): Promise<TaskRules> => {
  const read = ownersReading(repository);
  const rules = read(taskRulesDecider, { category: taskRulesDecider.category, tenantId, id: TASK_RULES_ID });
  const [own, { years }] = await Promise.all([rules, workingCalendarOf(read, tenantId)]);
  return withCalendar(own, years);
};
