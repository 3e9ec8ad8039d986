export { tasksClockJobs } from './task/overdue-clock.js';
export { tasksPolicies } from './split/split-publication.js';
export { TasksModule } from './tasks.module.js';
export { tasksTables } from './tasks.tables.js';
