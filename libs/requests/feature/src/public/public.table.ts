import { viewTable, type ViewTable } from '@zeren/read-model';
import { placeSiteProjection, publicRequestProjection, type PlaceSiteRow, type PublicRequestRow } from '@zeren/requests-domain';

export const publicRequestTable: ViewTable<PublicRequestRow> = viewTable({
  projection: publicRequestProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', receipt: 'text', kind: 'text', channel: 'text', matterCode: 'text?', subject: 'text',
    areaUnitId: 'text', latitude: 'numeric?', longitude: 'numeric?', state: 'text', isOpen: 'boolean', mayBePublic: 'boolean', isPublic: 'boolean',
    leadUnitId: 'text?', askedBy: 'integer', filedAt: 'timestamptz', acceptedAt: 'timestamptz?', dispatchedAt: 'timestamptz?', answeredAt: 'timestamptz?',
    dueAt: 'timestamptz?', outcome: 'text?', answer: 'text?', photos: 'jsonb', reported: 'jsonb?', mergedInto: 'text?', updatedAt: 'timestamptz',
  },
  indexes: [['receipt'], ['isPublic', 'filedAt'], ['isPublic', 'isOpen', 'matterCode']],
});

export const placeSiteTable: ViewTable<PlaceSiteRow> = viewTable({
  projection: placeSiteProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', name: 'jsonb', siteType: 'text', areaUnitId: 'text', latitude: 'numeric', longitude: 'numeric',
    isOpen: 'boolean', versions: 'jsonb',
  },
  indexes: [['isOpen', 'areaUnitId']],
});
