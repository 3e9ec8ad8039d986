export { tasksClockJobs } from './overdue-clock.js';
export { tasksPolicies } from './split-publication.js';
export { TasksModule } from './tasks.module.js';
export { tasksTables } from './tasks.tables.js';
