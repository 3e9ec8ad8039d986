import {
  contractBoardProjection, contractDocumentProjection, contractPostHoldingProjection, contractSplitProjection, contractTaskProjection,
  contractUnitProjection, type ContractBoardRow, type ContractDocumentRow, type ContractTaskRow,
} from '@zeren/contracts-domain';
import type { PostHoldingRow, UnitRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';
import type { SplitProgressRow } from '@zeren/tasks-domain';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

export const contractBoardTable: ViewTable<ContractBoardRow> = viewTable({
  projection: contractBoardProjection,
  columns: {
    ...key, title: 'jsonb', status: 'text', issuerUnitId: 'text', issuerUnitName: 'jsonb', issuerPostId: 'text', responsibleTenantId: 'text',
    responsibleUnitId: 'text', responsibleUnitName: 'jsonb', responsiblePostId: 'text', splitId: 'text', terms: 'integer', periodFrom: 'date',
    periodUntil: 'date', fingerprint: 'text', signedOn: 'date?', countersignedOn: 'date?', revision: 'integer',
  },
  indexes: [['responsibleUnitId']],
});

export const contractDocumentTable: ViewTable<ContractDocumentRow> = viewTable({
  projection: contractDocumentProjection,
  columns: {
    ...key, status: 'text', content: 'jsonb', fingerprint: 'text', signature: 'jsonb?', countersignature: 'jsonb?', revision: 'integer',
  },
});

export const contractUnitTable: ViewTable<UnitRow> = viewTable({
  projection: contractUnitProjection,
  columns: {
    ...key, unitId: 'text', code: 'text?', name: 'jsonb', kind: 'text', level: 'integer?', parentUnitId: 'text?', validFrom: 'date',
    validUntil: 'date?',
  },
  indexes: [['unitId']],
});

export const contractPostHoldingTable: ViewTable<PostHoldingRow> = viewTable({
  projection: contractPostHoldingProjection,
  columns: { ...key, postId: 'text', unitId: 'text', officerId: 'text', validFrom: 'date', validUntil: 'date?' },
  indexes: [['postId', 'officerId']],
});

export const contractSplitTable: ViewTable<SplitProgressRow> = viewTable({
  projection: contractSplitProjection,
  columns: {
    ...key, title: 'jsonb', cycle: 'jsonb', deepestLevel: 'integer', status: 'text', rows: 'integer', parts: 'integer', document: 'text?',
    hash: 'text?', chainTenantIds: 'jsonb', tasksPublished: 'integer', draftedAt: 'timestamptz', publishedAt: 'timestamptz?',
    revision: 'integer',
  },
});

export const contractTaskTable: ViewTable<ContractTaskRow> = viewTable({
  projection: contractTaskProjection,
  columns: { ...key, splitId: 'text', unitId: 'text', unitTenantId: 'text', indicatorCode: 'text', term: 'jsonb' },
  indexes: [['splitId', 'unitId', 'indicatorCode']],
});

/** Every view the contracts context keeps. */
export const contractsTables: readonly ViewTable[] = [
  contractBoardTable, contractDocumentTable, contractUnitTable, contractPostHoldingTable, contractSplitTable, contractTaskTable,
];
