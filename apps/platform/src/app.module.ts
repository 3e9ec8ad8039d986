import { AuditReadsModule } from '@zeren/audit-feature';
import { evidenceRefusals } from '@zeren/evidence-domain';
import { EvidenceModule, evidenceTables, fileRefusals } from '@zeren/evidence-feature';
import type { Service } from '@zeren/http';
import { IntegrationModule } from '@zeren/integration-feature';
import { admitPostHolder, organisationRefusals, ownWork } from '@zeren/organisation-domain';
import { OrganisationModule, organisationTables } from '@zeren/organisation-feature';
import { requesterRefusals, requestRefusals } from '@zeren/requests-domain';
import { RequestsModule, requestsTables } from '@zeren/requests-feature';
import { eventTypes } from './event-types.js';

/** The "1435" platform: organisation, requests, evidence, integration. */
export const platform: Service = {
  name: 'platform',
  modules: [OrganisationModule, RequestsModule, EvidenceModule, IntegrationModule.register({ eventTypes }), AuditReadsModule],
  tables: [...organisationTables, ...requestsTables, ...evidenceTables],
  refusals: { ...organisationRefusals, ...requestRefusals, ...requesterRefusals, ...evidenceRefusals, ...fileRefusals },
  admission: admitPostHolder,
  ownWork,
};
