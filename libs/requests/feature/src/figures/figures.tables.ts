import { viewTable, type ViewTable } from '@zeren/read-model';
import { requestCase, requestHandling, type RequestCaseRow, type RequestHandlingRow } from '@zeren/requests-domain';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

const facts = {
  setAside: 'text?', respondBy: 'timestamptz?', respondedAt: 'timestamptz?', respondedInTime: 'boolean?', handleBy: 'timestamptz?', reportedAt: 'timestamptz?',
  reportedInTime: 'boolean?', isDeferred: 'boolean', outcome: 'text?', isRated: 'boolean', isSatisfied: 'boolean', reworks: 'integer',
} as const;

export const requestCaseTable: ViewTable<RequestCaseRow> = viewTable({
  projection: requestCase,
  columns: {
    ...key, ...facts, receipt: 'text', subject: 'text', kind: 'text', channel: 'text', matterCode: 'text?', areaUnitId: 'text', integrations: 'jsonb', filedAt: 'timestamptz',
    filedOn: 'date', leadUnitId: 'text?', answeredAt: 'timestamptz?', heldMinutes: 'integer', reopenings: 'integer',
  },
  indexes: [['filedOn'], ['matterCode', 'filedOn'], ['areaUnitId', 'filedOn']],
});

export const requestHandlingTable: ViewTable<RequestHandlingRow> = viewTable({
  projection: requestHandling,
  columns: {
    ...key, ...facts, requestId: 'text', round: 'integer', unitId: 'text', isLead: 'boolean', dispatchedAt: 'timestamptz', returnAskedAt: 'timestamptz?', heldMinutes: 'integer?',
  },
  indexes: [['ownerTenantId', 'requestId'], ['unitId']],
});

export const figuresTables: readonly ViewTable[] = [requestCaseTable, requestHandlingTable];
