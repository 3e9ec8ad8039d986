import { viewTable, type ViewTable } from '@zeren/read-model';
import { promiseListBoard, type PromiseListRow } from '@zeren/tasks-domain';

export const promiseListTable: ViewTable<PromiseListRow> = viewTable({
  projection: promiseListBoard,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', year: 'integer', title: 'jsonb', approval: 'jsonb', promises: 'jsonb', publishedAt: 'timestamptz', revision: 'integer',
  },
});
