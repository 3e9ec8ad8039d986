import {
  evidenceBoardProjection, evidenceCampaignProjection, evidenceCreditProjection, evidenceMeasureProjection, evidenceRequirementProjection,
  evidenceStandardProjection, evidenceUnitProjection,
  type EvidenceCampaignRow, type EvidenceCreditRow, type EvidenceMeasureRow, type EvidenceRequirementRow, type EvidenceRow,
  type EvidenceStandardRow,
} from '@zeren/evidence-domain';
import type { UnitRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';
import { experienceTable, surveyTable, trainingTable } from './record.tables.js';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

export const evidenceBoardTable: ViewTable<EvidenceRow> = viewTable({
  projection: evidenceBoardProjection,
  columns: {
    ...key, unitId: 'text', title: 'text', format: 'text', status: 'text', hash: 'text', size: 'integer', mediaType: 'text', fileName: 'text',
    capturedAt: 'timestamptz?', latitude: 'numeric?', longitude: 'numeric?', placeName: 'text?', capturedFrom: 'text?', credits: 'jsonb',
    reusedFrom: 'text?', filedAt: 'timestamptz', filedBy: 'text', reason: 'text?', supersededBy: 'text?', revision: 'integer',
  },
  indexes: [['filedAt', 'ownerTenantId', 'id'], ['unitId', 'filedAt']],
});

export const evidenceCreditTable: ViewTable<EvidenceCreditRow> = viewTable({
  projection: evidenceCreditProjection,
  columns: { ...key, evidenceId: 'text', campaignId: 'text', indicatorCode: 'text', taskId: 'text?', unitId: 'text', format: 'text', duty: 'text', proves: 'integer' },
  // Demands and credits meet along the second and third, which hold all that is asked: neither table is read for it.
  indexes: [['campaignId', 'indicatorCode', 'unitId'], ['duty', 'proves'], ['taskId', 'proves'], ['evidenceId']],
});

export const evidenceCampaignTable: ViewTable<EvidenceCampaignRow> = viewTable({
  projection: evidenceCampaignProjection,
  columns: { ...key, name: 'jsonb', standardId: 'text', indicatorCodes: 'jsonb', participantTenantIds: 'jsonb' },
});

export const evidenceStandardTable: ViewTable<EvidenceStandardRow> = viewTable({
  projection: evidenceStandardProjection,
  columns: { ...key, formats: 'jsonb' },
});

export const evidenceMeasureTable: ViewTable<EvidenceMeasureRow> = viewTable({
  projection: evidenceMeasureProjection,
  columns: { ...key, indicators: 'jsonb' },
});

export const evidenceRequirementTable: ViewTable<EvidenceRequirementRow> = viewTable({
  projection: evidenceRequirementProjection,
  columns: {
    ...key, campaignId: 'text', indicatorCode: 'text', name: 'jsonb', unitId: 'text', supportingUnitIds: 'jsonb', level: 'integer', kind: 'text',
    formats: 'jsonb', deadline: 'timestamptz', taskId: 'text', duty: 'text', accepts: 'integer',
  },
  indexes: [
    ['campaignId', 'indicatorCode', 'ownerTenantId', 'id'], ['unitId', 'ownerTenantId', 'id'], ['indicatorCode', 'ownerTenantId', 'id'], ['deadline', 'ownerTenantId', 'id'],
    ['duty', 'accepts', 'campaignId'], ['taskId', 'accepts', 'duty', 'campaignId'],
  ],
});

export const evidenceUnitTable: ViewTable<UnitRow> = viewTable({
  projection: evidenceUnitProjection,
  columns: {
    ...key, unitId: 'text', code: 'text?', name: 'jsonb', kind: 'text', level: 'integer?', parentUnitId: 'text?', validFrom: 'date',
    validUntil: 'date?',
  },
  indexes: [['unitId']],
});

/** Every view the evidence context keeps. */
export const evidenceTables: readonly ViewTable[] = [
  evidenceBoardTable, evidenceCreditTable, evidenceCampaignTable, evidenceStandardTable, evidenceMeasureTable, evidenceRequirementTable, evidenceUnitTable,
  surveyTable, trainingTable, experienceTable,
];
