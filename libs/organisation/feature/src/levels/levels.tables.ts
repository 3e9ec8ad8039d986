import { escalationProjection, type EscalationRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const escalationTable: ViewTable<EscalationRow> = viewTable({
  projection: escalationProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', status: 'text', round: 'integer', about: 'jsonb', integrationSet: 'text', fromUnitId: 'text', toUnitId: 'text', reason: 'text',
    raisedAt: 'timestamptz', measure: 'text?', instruction: 'text?', answeredAt: 'timestamptz?', revision: 'integer',
  },
  indexes: [['toUnitId', 'status', 'raisedAt'], ['fromUnitId', 'status', 'raisedAt']],
});

export const levelsTables: readonly ViewTable[] = [escalationTable];
