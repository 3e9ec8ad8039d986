import { AuditReadsModule } from '@zeren/audit-feature';
import type { Service } from '@zeren/http';
import { IntegrationModule } from '@zeren/integration-feature';
import { organisationRefusals } from '@zeren/organisation-domain';
import { OrganisationModule, organisationTables } from '@zeren/organisation-feature';
import { eventTypes } from './event-types.js';

/** The "1435" platform: organisation, integration. */
export const platform: Service = {
  name: 'platform',
  modules: [OrganisationModule, IntegrationModule.register({ eventTypes }), AuditReadsModule],
  tables: organisationTables,
  refusals: organisationRefusals,
};
