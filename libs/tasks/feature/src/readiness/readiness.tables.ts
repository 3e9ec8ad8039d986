import { viewTable, type ViewTable } from '@zeren/read-model';
import { mockRegister, readinessChecklist, readinessProof, taskGapBoard, type ChecklistRow, type MockRow, type ProofRow, type TaskGapRow } from '@zeren/tasks-domain';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

export const checklistTable: ViewTable<ChecklistRow> = viewTable({
  projection: readinessChecklist,
  columns: { ...key, campaignId: 'text', standardId: 'text', items: 'jsonb', drawnAt: 'timestamptz', revision: 'integer' },
});

export const mockRegisterTable: ViewTable<MockRow> = viewTable({
  projection: mockRegister,
  columns: {
    ...key, title: 'jsonb', campaignId: 'text', campaignName: 'jsonb', assessorUnitId: 'text', assessorName: 'jsonb', areas: 'jsonb', from: 'date', until: 'date', year: 'integer',
    source: 'text?', indicators: 'jsonb', seed: 'text?', status: 'text', scores: 'jsonb', result: 'jsonb?', commissionedAt: 'timestamptz', submittedAt: 'timestamptz?', revision: 'integer',
  },
  indexes: [['campaignId', 'commissionedAt'], ['assessorUnitId']],
});

export const proofTable: ViewTable<ProofRow> = viewTable({
  projection: readinessProof,
  columns: { ...key, campaignId: 'text', indicatorCode: 'text', taskId: 'text?', unitId: 'text', format: 'text' },
  indexes: [['campaignId']],
});

export const taskGapTable: ViewTable<TaskGapRow> = viewTable({
  projection: taskGapBoard,
  columns: {
    ...key, taskId: 'text', campaignId: 'text', indicatorCode: 'text', unitId: 'text', kinds: 'jsonb', points: 'numeric', reason: 'text', readerTenantIds: 'jsonb', settled: 'text?',
    notedAt: 'timestamptz', revision: 'integer',
  },
  indexes: [['taskId'], ['campaignId', 'notedAt']],
});

/** Every view of readiness. */
export const readinessTables: readonly ViewTable[] = [checklistTable, mockRegisterTable, proofTable, taskGapTable];
