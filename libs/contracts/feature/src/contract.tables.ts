import {
  contractBatchProjection, contractBoardProjection, contractDocumentProjection, contractInterimProjection, contractPostHoldingProjection, contractProgressProjection, contractSplitProjection,
  contractTaskProjection, contractUnitProjection, vetoRegisterProjection, type ContractBatchRow, type ContractBoardRow, type ContractDocumentRow, type ContractInterimRow, type ContractProgressRow, type ContractSplitRow, type ContractTaskRow,
  signatureKeyProjection, type SignatureKeyRow, type VetoClauseRow,
} from '@zeren/contracts-domain';
import type { PostHoldingRow, UnitRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

export const contractBoardTable: ViewTable<ContractBoardRow> = viewTable({
  projection: contractBoardProjection,
  columns: {
    ...key, version: 'integer', title: 'jsonb', status: 'text', issuerUnitId: 'text', issuerUnitName: 'jsonb', issuerPostIds: 'jsonb',
    responsibleTenantId: 'text', responsibleUnitId: 'text', responsibleUnitName: 'jsonb', responsiblePostIds: 'jsonb', splitId: 'text',
    parentContractId: 'text?', terms: 'integer', periodFrom: 'date', periodUntil: 'date', fingerprint: 'text', termsAsOf: 'bigint?', signedOn: 'date?',
    countersignedOn: 'date?', proposed: 'jsonb?', awaitedSide: 'text?', awaitedPostIds: 'jsonb', awaitedSince: 'date?', isReturned: 'boolean',
    remindedOn: 'date?', reminders: 'integer', revision: 'integer',
  },
  indexes: [['responsibleUnitId'], ['awaitedSide', 'awaitedSince']],
});

export const contractDocumentTable: ViewTable<ContractDocumentRow> = viewTable({
  projection: contractDocumentProjection,
  columns: {
    ...key, status: 'text', content: 'jsonb', fingerprint: 'text', reason: 'text?', signatures: 'jsonb', inForceSince: 'date?', proposed: 'jsonb?',
    earlier: 'jsonb', negotiations: 'jsonb', reminders: 'jsonb', handovers: 'jsonb', settlements: 'jsonb', breach: 'jsonb?', termination: 'jsonb?',
    archive: 'jsonb?', revision: 'integer',
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

export const contractSplitTable: ViewTable<ContractSplitRow> = viewTable({ projection: contractSplitProjection, columns: { ...key, rows: 'integer' } });

export const contractTaskTable: ViewTable<ContractTaskRow> = viewTable({
  projection: contractTaskProjection,
  columns: {
    ...key, splitId: 'text', unitId: 'text', unitTenantId: 'text', indicatorCode: 'text', term: 'jsonb', ancestorTaskIds: 'jsonb', standing: 'text', changedOn: 'date',
    changedAt: 'bigint', reason: 'text',
  },
  indexes: [['splitId', 'unitId', 'indicatorCode'], ['splitId', 'unitId', 'changedAt']],
});

export const contractProgressTable: ViewTable<ContractProgressRow> = viewTable({
  projection: contractProgressProjection,
  columns: { ...key, taskId: 'text', year: 'integer', status: 'text', values: 'jsonb', measuredOn: 'date' },
  indexes: [['taskId', 'year']],
});

export const contractInterimTable: ViewTable<ContractInterimRow> = viewTable({
  projection: contractInterimProjection,
  columns: { ...key, taskId: 'text', year: 'integer', entry: 'integer', values: 'jsonb', measuredOn: 'date' },
  indexes: [['taskId', 'year']],
});

export const contractBatchTable: ViewTable<ContractBatchRow> = viewTable({
  projection: contractBatchProjection,
  columns: { ...key, status: 'text', template: 'jsonb', parties: 'jsonb', results: 'jsonb', startedAt: 'timestamptz', revision: 'integer' },
});

export const vetoRegisterTable: ViewTable<VetoClauseRow> = viewTable({
  projection: vetoRegisterProjection,
  columns: {
    ...key, contractId: 'text', version: 'integer', code: 'text', text: 'jsonb', basisKind: 'text', basisTitle: 'text', basisNumber: 'text',
    responsibleUnitId: 'text', responsibleUnitName: 'jsonb', periodFrom: 'date', periodUntil: 'date',
  },
  indexes: [['basisTitle', 'basisNumber']],
});

export const signatureKeyTable: ViewTable<SignatureKeyRow> = viewTable({
  projection: signatureKeyProjection,
  columns: {
    ...key, status: 'text', officerId: 'text', algorithm: 'text', keyId: 'text', publicKey: 'text', certificate: 'text?', subject: 'text?',
    validUntil: 'timestamptz?', broughtAt: 'timestamptz', confirmedAt: 'timestamptz?', revision: 'integer',
  },
  indexes: [['officerId']],
});

/** Every view the contracts context keeps. */
export const contractsTables: readonly ViewTable[] = [
  contractBoardTable, contractDocumentTable, contractUnitTable, contractPostHoldingTable, contractSplitTable, contractTaskTable,
  contractProgressTable, contractInterimTable, contractBatchTable, vetoRegisterTable, signatureKeyTable,
];
