import { AuditReadsModule } from '@zeren/audit-feature';
import type { Service } from '@zeren/http';
import { admissionRefusals, admitPostHolder, ownWork } from '@zeren/organisation-domain';
import { tasksRefusals } from '@zeren/tasks-domain';
import { TasksModule, tasksTables } from '@zeren/tasks-feature';

/** Standards, campaigns, splits, tasks. */
export const tasks: Service = {
  name: 'tasks',
  modules: [TasksModule, AuditReadsModule],
  tables: tasksTables,
  refusals: { ...tasksRefusals, ...admissionRefusals },
  admission: admitPostHolder,
  ownWork,
};
