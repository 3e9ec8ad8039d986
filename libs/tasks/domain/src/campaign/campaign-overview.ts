import type { Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { campaignDecider, type OpenedCampaign } from './campaign.js';
import type { CampaignEvent, CampaignOpened } from './campaign.events.js';
import { rowForEachReader } from '../reader-rows.js';

/** A campaign as its city and the tenants that take part see it: its content in force, and what came since it opened. */
export type CampaignRow = RowKey & CampaignOpened['data'] & Omit<OpenedCampaign, 'status' | 'content'> & {
  readonly openedAt: string;
  readonly revision: number;
};

/** The state of the campaign behind a row: with it the reader's own side can decide, and say why not. */
export const campaignOf = (row: CampaignRow): OpenedCampaign => ({
  status: 'open',
  content: {
    name: row.name,
    standardId: row.standardId,
    grade: row.grade,
    leadUnitId: row.leadUnitId,
    approval: row.approval,
    milestones: row.milestones,
    weights: row.weights,
    weightsSource: row.weightsSource,
    firstYear: row.firstYear,
    lastYear: row.lastYear,
    participantTenantIds: row.participantTenantIds,
  },
  mappings: row.mappings,
  composition: row.composition,
  sourceScores: row.sourceScores,
  externalRanks: row.externalRanks,
  reached: row.reached,
  integrations: row.integrations,
});

const rowOf = (campaign: OpenedCampaign, key: RowKey, openedAt: string, revision: number): CampaignRow => {
  const { status: _, content, ...since } = campaign;
  return { ...key, ...content, ...since, openedAt, revision };
};

const evolve = (row: CampaignRow | undefined, event: RecordedEvent<CampaignEvent>, key: RowKey): CampaignRow | undefined => {
  if (!row && event.type !== 'CampaignOpened') return undefined;
  const campaign = campaignDecider.evolve(row ? campaignOf(row) : campaignDecider.initialState, event);
  return campaign.status === 'open' ? rowOf(campaign, key, row?.openedAt ?? event.metadata.occurredAt, event.revision) : undefined;
};

export const campaignOverview: Projection<CampaignRow, CampaignEvent> = {
  name: 'campaign_overview',
  version: 3,
  handles: ['CampaignOpened', 'CampaignMapped', 'CompositionSet', 'SourceScored', 'ExternalRankEntered', 'MilestoneReached', 'CampaignClassified'],
  keys: rowForEachReader,
  evolve,
};
