import { leadingGroupProjection, type LeadingGroupRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const leadingGroupTable: ViewTable<LeadingGroupRow> = viewTable({
  projection: leadingGroupProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', name: 'jsonb', purpose: 'text', document: 'text', validFrom: 'date', validUntil: 'date?',
    sharedWith: 'jsonb', bodies: 'jsonb', members: 'jsonb', revision: 'integer',
  },
  indexes: [['validFrom', 'ownerTenantId', 'id']],
});
