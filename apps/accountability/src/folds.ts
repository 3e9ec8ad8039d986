import { assessmentDecider, schemeDecider, scoreSheetDecider } from '@zeren/assessment-domain';
import { auditTrailDecider, type Folds } from '@zeren/audit-feature';
import { contractBatchDecider, contractDecider, signatureKeyDecider } from '@zeren/contracts-domain';
import { dossierDecider, evidenceDecider, experienceDecider, surveyDecider, trainingDecider } from '@zeren/evidence-domain';
import {
  accessDecider, calendarDecider, devolutionDecider, escalationDecider, integrationNamesDecider, leadershipDecider, leadingGroupDecider, matrixDecider, matterCatalogueDecider, meetingDecider,
  registerFigures, siteBatchDecider, siteDecider, tenantDecider,
} from '@zeren/organisation-domain';
import { requestDecider, requesterDecider, requestRulesDecider } from '@zeren/requests-domain';
import {
  bidDecider, campaignDecider, checklistDecider, dutyListDecider, measureDecider, mockAssessmentDecider, partDecider, postingDecider, projectDecider, promiseListDecider, reservationDecider,
  sampleDecider, splitDecider, standardDecider, taskDecider, taskGapDecider, taskRulesDecider, titleDecider,
} from '@zeren/tasks-domain';

/** Whose streams are replayed with the state before and after each event: those of every context. */
const replayed = [
  tenantDecider, registerFigures, siteDecider, siteBatchDecider, calendarDecider, accessDecider, matterCatalogueDecider, matrixDecider, integrationNamesDecider, escalationDecider, leadershipDecider,
  leadingGroupDecider, meetingDecider, devolutionDecider,
  standardDecider, campaignDecider, measureDecider, titleDecider, splitDecider, reservationDecider, dutyListDecider, taskDecider, taskRulesDecider, partDecider, sampleDecider, postingDecider,
  bidDecider, projectDecider, promiseListDecider, checklistDecider, mockAssessmentDecider, taskGapDecider,
  requestDecider, requestRulesDecider, requesterDecider,
  evidenceDecider, dossierDecider, surveyDecider, trainingDecider, experienceDecider,
  contractDecider, contractBatchDecider, signatureKeyDecider, schemeDecider, scoreSheetDecider, assessmentDecider, auditTrailDecider,
];

/** How the events of each category fold, for replay. */
export const folds: Folds = Object.fromEntries(replayed.map((decider) => [decider.category, decider]));
