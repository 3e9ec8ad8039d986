import { assessmentRefusals } from '@zeren/assessment-domain';
import { AssessmentModule, assessmentTables } from '@zeren/assessment-feature';
import { AuditModule } from '@zeren/audit-feature';
import { contractsRefusals } from '@zeren/contracts-domain';
import { ContractsModule, contractsTables } from '@zeren/contracts-feature';
import type { Service } from '@zeren/http';
import { admissionRefusals, admitPostHolder, ownWork } from '@zeren/organisation-domain';
import { folds } from './folds.js';

/** Contracts, assessment, audit. */
export const accountability: Service = {
  name: 'accountability',
  modules: [ContractsModule, AssessmentModule, AuditModule.register({ folds })],
  tables: [...contractsTables, ...assessmentTables],
  refusals: { ...contractsRefusals, ...assessmentRefusals, ...admissionRefusals },
  admission: admitPostHolder,
  ownWork,
};
