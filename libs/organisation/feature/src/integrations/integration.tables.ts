import { integrationNameProjection, type IntegrationNameRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const integrationNameTable: ViewTable<IntegrationNameRow> = viewTable({
  projection: integrationNameProjection,
  columns: { readerTenantId: 'text', ownerTenantId: 'text', id: 'text', name: 'jsonb', document: 'text' },
});
