import { parseStreamName, publicId, type Decimal, type Projection, type ViewRow } from '@zeren/kernel';
import type { CampaignOpened } from '@zeren/tasks-domain';

/** What an assessment knows of a campaign: the weight of each indicator. */
export type AssessmentCampaignRow = ViewRow & {
  /** Public id. */
  readonly campaignId: string;
  /** By indicator code; they sum to 100. */
  readonly weights: Readonly<Record<string, Decimal>>;
};

/** One row per campaign, for the tenant that runs it. */
export const assessmentCampaignProjection: Projection<AssessmentCampaignRow, CampaignOpened> = {
  name: 'assessment_campaign',
  version: 1,
  handles: ['CampaignOpened'],
  keys: ({ metadata, stream }) => [
    { readerTenantId: metadata.tenantId, ownerTenantId: metadata.tenantId, id: parseStreamName(stream)?.id ?? stream },
  ],
  evolve: (_row, { data }, key) => ({
    ...key,
    campaignId: publicId(key.ownerTenantId, key.id),
    weights: Object.fromEntries(data.weights.map(({ indicatorCode, weight }) => [indicatorCode, weight])),
  }),
};
