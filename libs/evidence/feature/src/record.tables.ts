import { experienceProjection, surveyProjection, trainingProjection, type ExperienceRow, type SurveyRow, type TrainingRow } from '@zeren/evidence-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;
const record = { unitId: 'text', campaignId: 'text', title: 'text', evidenceIds: 'jsonb', status: 'text', recordedAt: 'timestamptz', revision: 'integer' } as const;

export const surveyTable: ViewTable<SurveyRow> = viewTable({
  projection: surveyProjection,
  columns: {
    ...key, ...record, indicatorCode: 'text?', kind: 'text', areaUnitId: 'text', from: 'date', until: 'date', asked: 'integer', answered: 'integer',
    favourable: 'integer', conductedBy: 'text', rate: 'numeric', response: 'numeric', reason: 'text?',
  },
  indexes: [['recordedAt', 'ownerTenantId', 'id']],
});

export const trainingTable: ViewTable<TrainingRow> = viewTable({
  projection: trainingProjection,
  columns: { ...key, ...record, heldOn: 'date', attendance: 'jsonb', invited: 'integer', attended: 'integer', reason: 'text?' },
  indexes: [['recordedAt', 'ownerTenantId', 'id']],
});

export const experienceTable: ViewTable<ExperienceRow> = viewTable({
  projection: experienceProjection,
  columns: { ...key, ...record, summary: 'text', document: 'text?', takenUp: 'jsonb' },
  indexes: [['recordedAt', 'ownerTenantId', 'id']],
});
