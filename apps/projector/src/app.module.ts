import { assessmentTables } from '@zeren/assessment-feature';
import { contractsMigrations, contractsTables } from '@zeren/contracts-feature';
import { evidenceTables } from '@zeren/evidence-feature';
import { organisationPolicies, organisationTables } from '@zeren/organisation-feature';
import { requestsClockJobs, requestsMigrations, requestsPolicies, requestsTables } from '@zeren/requests-feature';
import { tasksClockJobs, tasksPolicies, tasksTables } from '@zeren/tasks-feature';
import type { Work } from './projector.module.js';

/** The views, policies, clock jobs and migrations of every context. */
export const work: Work = {
  tables: [...organisationTables, ...requestsTables, ...tasksTables, ...contractsTables, ...evidenceTables, ...assessmentTables],
  policies: [...organisationPolicies, ...tasksPolicies, ...requestsPolicies],
  clockJobs: [...tasksClockJobs, ...requestsClockJobs],
  migrations: [...contractsMigrations, ...requestsMigrations],
};
