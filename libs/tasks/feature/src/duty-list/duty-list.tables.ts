import { viewTable, type ViewTable } from '@zeren/read-model';
import { dutyRegister, type DutyListRow } from '@zeren/tasks-domain';

export const dutyRegisterTable: ViewTable<DutyListRow> = viewTable({
  projection: dutyRegister,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', version: 'integer', document: 'text', items: 'jsonb', publishedAt: 'timestamptz',
    versions: 'jsonb', revision: 'integer',
  },
});
