import { assessmentTables } from '@zeren/assessment-feature';
import { contractsMigrations, contractsTables } from '@zeren/contracts-feature';
import { evidenceTables } from '@zeren/evidence-feature';
import { organisationTables } from '@zeren/organisation-feature';
import { tasksClockJobs, tasksPolicies, tasksTables } from '@zeren/tasks-feature';
import type { Work } from './projector.module.js';

/** The views, policies, clock jobs and migrations of every context. */
export const work: Work = {
  tables: [...organisationTables, ...tasksTables, ...contractsTables, ...evidenceTables, ...assessmentTables],
  policies: tasksPolicies,
  clockJobs: tasksClockJobs,
  migrations: contractsMigrations,
};
