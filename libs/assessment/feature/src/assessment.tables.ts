import {
  assessmentCampaignProjection, assessmentFactProjection, assessmentInputProjection, publishedRankingProjection, schemeProjection, scoreSheetProjection,
  type AssessmentCampaignRow, type AssessmentFactRow, type AssessmentInputRow, type PublishedRankingRow, type SchemeRow, type ScoreSheetRow,
} from '@zeren/assessment-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

export const assessmentInputTable: ViewTable<AssessmentInputRow> = viewTable({
  projection: assessmentInputProjection,
  columns: {
    ...key,
    taskId: 'text',
    campaignId: 'text',
    indicatorCode: 'text',
    name: 'jsonb',
    unitId: 'text',
    year: 'integer',
    dueAt: 'text',
    dueQuarter: 'text',
    dueYear: 'text',
    metrics: 'jsonb',
    status: 'text',
    values: 'jsonb',
    late: 'boolean',
    rework: 'integer',
    attempt: 'integer',
    reportedAt: 'text?',
    credits: 'jsonb',
    eventIds: 'jsonb',
    occurredAt: 'text',
  },
  indexes: [['dueQuarter'], ['dueYear']],
  history: true,
});

export const assessmentFactTable: ViewTable<AssessmentFactRow> = viewTable({
  projection: assessmentFactProjection,
  columns: {
    ...key,
    kind: 'text',
    taskId: 'text?',
    year: 'integer?',
    campaignId: 'text?',
    unitId: 'text?',
    name: 'jsonb?',
    until: 'text?',
    attempt: 'integer?',
    size: 'integer?',
    failed: 'integer?',
    quarter: 'text?',
    occurredAt: 'text',
    events: 'jsonb',
  },
  history: true,
});

export const assessmentCampaignTable: ViewTable<AssessmentCampaignRow> = viewTable({
  projection: assessmentCampaignProjection,
  columns: { ...key, campaignId: 'text', weights: 'jsonb' },
});

export const schemeTable: ViewTable<SchemeRow> = viewTable({
  projection: schemeProjection,
  columns: {
    ...key,
    name: 'jsonb',
    version: 'integer',
    campaigns: 'jsonb',
    rules: 'jsonb',
    lateDeduction: 'numeric',
    reworkDeduction: 'numeric',
    groups: 'jsonb',
    notApplicable: 'jsonb',
    places: 'integer',
    tieRule: 'text',
    doing: 'jsonb?',
  },
});

export const publishedRankingTable: ViewTable<PublishedRankingRow> = viewTable({
  projection: publishedRankingProjection,
  columns: {
    ...key, schemeId: 'text', schemeVersion: 'integer', period: 'text', position: 'bigint', groups: 'jsonb', publishedAt: 'timestamptz',
  },
  indexes: [['schemeId', 'period']],
});

export const scoreSheetTable: ViewTable<ScoreSheetRow> = viewTable({
  projection: scoreSheetProjection,
  columns: {
    ...key, schemeId: 'text', schemeVersion: 'integer', period: 'text', position: 'bigint', group: 'text', standing: 'jsonb', lines: 'jsonb',
    unitId: 'text', doing: 'jsonb?',
  },
});

/** What a result is computed from. */
export const scoredTables: readonly ViewTable[] = [assessmentInputTable, assessmentFactTable, assessmentCampaignTable];

/** Every view the assessment context keeps. */
export const assessmentTables: readonly ViewTable[] = [
  ...scoredTables, schemeTable, publishedRankingTable, scoreSheetTable,
];
