import { leaderAssignmentProjection, type LeaderAssignmentRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const leaderAssignmentTable: ViewTable<LeaderAssignmentRow> = viewTable({
  projection: leaderAssignmentProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', postId: 'text', unitId: 'text', targetKind: 'text', targetId: 'text', targetName: 'jsonb',
    areaUnitId: 'text?', duty: 'text', document: 'text', reason: 'text', validFrom: 'date', validUntil: 'date?', endReason: 'text?', revision: 'integer',
  },
  indexes: [['postId', 'ownerTenantId', 'id'], ['targetId']],
});
