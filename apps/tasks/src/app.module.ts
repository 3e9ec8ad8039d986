import type { Service } from '@zeren/http';
import { tasksRefusals } from '@zeren/tasks-domain';

/** Standards, campaigns, splits, tasks. */
export const tasks: Service = {
  name: 'tasks',
  modules: [],
  tables: [],
  refusals: tasksRefusals,
};
