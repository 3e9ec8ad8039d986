/** Whom the organisation's register lets act on tasks. */
export { admissionRefusals, admitPostHolder } from '@zeren/organisation-domain';
export { tasksClockJobs } from './task/overdue-clock.js';
export { tasksPolicies } from './split/split-publication.js';
export { TasksModule } from './tasks.module.js';
export { tasksTables } from './tasks.tables.js';
