import { assessmentTables } from '@zeren/assessment-feature';
import { organisationTables } from '@zeren/organisation-feature';
import type { Work } from './projector.module.js';

/** The views, policies, clock jobs and migrations of every context. */
export const work: Work = {
  tables: [...organisationTables, ...assessmentTables],
  policies: [],
  clockJobs: [],
  migrations: [],
};
