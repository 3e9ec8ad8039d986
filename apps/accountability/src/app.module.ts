import { assessmentDecider, assessmentRefusals, schemeDecider, scoreSheetDecider } from '@zeren/assessment-domain';
import { AssessmentModule, assessmentTables } from '@zeren/assessment-feature';
import { auditTrailDecider, AuditModule, type Folds } from '@zeren/audit-feature';
import { contractBatchDecider, contractDecider, contractsRefusals, signatureKeyDecider } from '@zeren/contracts-domain';
import { ContractsModule, contractsTables } from '@zeren/contracts-feature';
import { dossierDecider, evidenceDecider, experienceDecider, surveyDecider, trainingDecider } from '@zeren/evidence-domain';
import type { Service } from '@zeren/http';
import { accessDecider, admissionRefusals, admitPostHolder, calendarDecider, ownWork, registerFigures, siteDecider, tenantDecider } from '@zeren/organisation-domain';
import { devolutionDecider, escalationDecider, leadershipDecider, leadingGroupDecider, meetingDecider } from '@zeren/organisation-domain';
import { bidDecider, campaignDecider, postingDecider, projectDecider, sampleDecider, splitDecider, standardDecider, taskDecider, taskRulesDecider } from '@zeren/tasks-domain';

const deciders = [
  escalationDecider, leadershipDecider, leadingGroupDecider, meetingDecider, devolutionDecider,
  tenantDecider, registerFigures, siteDecider, calendarDecider, accessDecider, standardDecider, campaignDecider, splitDecider, taskDecider, taskRulesDecider, sampleDecider, postingDecider, bidDecider, projectDecider, contractDecider, contractBatchDecider, signatureKeyDecider, evidenceDecider, dossierDecider, surveyDecider, trainingDecider, experienceDecider,
  schemeDecider, scoreSheetDecider, assessmentDecider, auditTrailDecider,
];

/** How the events of each category fold, for replay. */
const folds: Folds = Object.fromEntries(deciders.map((decider) => [decider.category, decider]));

/** Contracts, assessment, audit. */
export const accountability: Service = {
  name: 'accountability',
  modules: [ContractsModule, AssessmentModule, AuditModule.register({ folds })],
  tables: [...contractsTables, ...assessmentTables],
  refusals: { ...contractsRefusals, ...assessmentRefusals, ...admissionRefusals },
  admission: admitPostHolder,
  ownWork,
};
