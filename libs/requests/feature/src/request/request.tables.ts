import { viewTable, type ViewTable } from '@zeren/read-model';
import { requestBoard, type RequestRow } from '@zeren/requests-domain';

export const requestBoardTable: ViewTable<RequestRow> = viewTable({
  projection: requestBoard,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', status: 'text', lane: 'text', kind: 'text', channel: 'text', receipt: 'text', subject: 'text',
    matterCode: 'text?', areaUnitId: 'text', integrationText: 'text', isUrgent: 'boolean', leadUnitId: 'text?', supportingText: 'text', dueAt: 'timestamptz?',
    dueStage: 'text?', isOverdue: 'boolean', isDeferralAsked: 'boolean', isProvisional: 'boolean', nextHeedAt: 'timestamptz?', orderAt: 'timestamptz', filedAt: 'timestamptz', acceptedAt: 'timestamptz?',
    dispatchedAt: 'timestamptz?', reportedAt: 'timestamptz?', answeredAt: 'timestamptz?', endedAt: 'timestamptz?', request: 'jsonb', steps: 'jsonb', revision: 'integer',
  },
  indexes: [
    ['orderAt', 'ownerTenantId', 'id'], ['lane', 'orderAt', 'ownerTenantId', 'id'], ['leadUnitId', 'lane', 'orderAt', 'ownerTenantId', 'id'],
    ['isOverdue', 'orderAt', 'ownerTenantId', 'id'], ['isDeferralAsked', 'orderAt', 'ownerTenantId', 'id'], ['filedAt', 'ownerTenantId', 'id'], ['receipt'], ['nextHeedAt'],
  ],
});

/** Every view of requests themselves. */
export const requestTables: readonly ViewTable[] = [requestBoardTable];
