import { assessmentRefusals } from '@zeren/assessment-domain';
import { AssessmentModule, assessmentTables } from '@zeren/assessment-feature';
import type { Service } from '@zeren/http';

/** Contracts, assessment, audit. */
export const accountability: Service = {
  name: 'accountability',
  modules: [AssessmentModule],
  tables: assessmentTables,
  refusals: assessmentRefusals,
};
