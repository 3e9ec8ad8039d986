import { viewTable, type ViewTable } from '@zeren/read-model';
import { measureRegister, type MeasureRow } from '@zeren/tasks-domain';

export const measureRegisterTable: ViewTable<MeasureRow> = viewTable({
  projection: measureRegister,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', code: 'text', name: 'jsonb', definition: 'jsonb', unit: 'text', direction: 'text', indicators: 'jsonb',
    participantTenantIds: 'jsonb', definedAt: 'timestamptz', revisions: 'jsonb', revision: 'integer',
  },
});
