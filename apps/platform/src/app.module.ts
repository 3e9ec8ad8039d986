import { AuditReadsModule } from '@zeren/audit-feature';
import { evidenceRefusals } from '@zeren/evidence-domain';
import { EvidenceModule, evidenceTables, fileRefusals } from '@zeren/evidence-feature';
import type { Service } from '@zeren/http';
import { IntegrationModule } from '@zeren/integration-feature';
import { admitPostHolder, organisationRefusals } from '@zeren/organisation-domain';
import { OrganisationModule, organisationTables } from '@zeren/organisation-feature';
import { eventTypes } from './event-types.js';

/** The "1435" platform: organisation, evidence, integration. */
export const platform: Service = {
  name: 'platform',
  modules: [OrganisationModule, EvidenceModule, IntegrationModule.register({ eventTypes }), AuditReadsModule],
  tables: [...organisationTables, ...evidenceTables],
  refusals: { ...organisationRefusals, ...evidenceRefusals, ...fileRefusals },
  admission: admitPostHolder,
};
