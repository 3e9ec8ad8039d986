import { viewTable, type ViewTable } from '@zeren/read-model';
import { titleRegister, type TitleRow } from '@zeren/tasks-domain';

export const titleRegisterTable: ViewTable<TitleRow> = viewTable({
  projection: titleRegister,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', code: 'text', name: 'jsonb', campaignId: 'text', standardId: 'text?', areaUnitId: 'text', partUnitIds: 'jsonb', year: 'integer',
    preconditions: 'jsonb', negativeList: 'jsonb', participantTenantIds: 'jsonb', status: 'text', missing: 'jsonb', occurred: 'jsonb', terms: 'integer', validUntil: 'date?',
    reviews: 'jsonb', documents: 'jsonb', appliedAt: 'timestamptz', revision: 'integer',
  },
  indexes: [['campaignId']],
});
