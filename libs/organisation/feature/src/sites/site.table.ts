import { siteProjection, type SiteRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const siteTable: ViewTable<SiteRow> = viewTable({
  projection: siteProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', name: 'jsonb', siteType: 'text', latitude: 'text', longitude: 'text', address: 'text',
    areaUnitId: 'text', ownerUnitId: 'text', status: 'text', validFrom: 'date', versions: 'jsonb',
  },
  indexes: [['siteType', 'id'], ['areaUnitId', 'id'], ['ownerUnitId', 'id']],
});
