import { delegationProjection, roleChangeProjection, type DelegationRow, type RoleChangeRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

export const roleChangeTable: ViewTable<RoleChangeRow> = viewTable({
  projection: roleChangeProjection,
  columns: { ...key, postId: 'text', unitId: 'text', role: 'text', from: 'date', reason: 'text', held: 'boolean', actorId: 'text' },
  indexes: [['postId'], ['unitId']],
});

export const delegationTable: ViewTable<DelegationRow> = viewTable({
  projection: delegationProjection,
  columns: {
    ...key, number: 'integer', postId: 'text', unitId: 'text', holderId: 'text?', deputyPostId: 'text', deputyId: 'text', roles: 'jsonb', from: 'date',
    until: 'date', reason: 'text', actorId: 'text', endReason: 'text?',
  },
  indexes: [['postId'], ['unitId'], ['deputyPostId']],
});
