import { devolutionProjection, type DevolutionRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const devolutionTable: ViewTable<DevolutionRow> = viewTable({
  projection: devolutionProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', fromUnitId: 'text', fromTenantId: 'text', toUnitId: 'text', toTenantId: 'text', powers: 'jsonb',
    resources: 'jsonb', withoutResources: 'text?', document: 'text', status: 'text', inForce: 'boolean', validFrom: 'date', validUntil: 'date?', answer: 'text', reason: 'text',
    offeredAt: 'timestamptz', answeredAt: 'timestamptz?', revision: 'integer',
  },
  indexes: [['toUnitId', 'ownerTenantId', 'id']],
});
