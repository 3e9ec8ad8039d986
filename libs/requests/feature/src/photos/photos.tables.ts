import { viewTable, type ViewTable } from '@zeren/read-model';
import { namedPhotos, type NamedPhotoRow } from '@zeren/requests-domain';

export const namedPhotoTable: ViewTable<NamedPhotoRow> = viewTable({
  projection: namedPhotos,
  columns: { readerTenantId: 'text', ownerTenantId: 'text', id: 'text', requestId: 'text', namedAt: 'timestamptz' },
  indexes: [['namedAt']],
});
