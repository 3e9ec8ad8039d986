import type { Projection, RowKey } from '@zeren/kernel';
import type { CampaignEvent, CampaignOpened } from './campaign.events.js';
import { rowForEachReader } from './reader-rows.js';

/** A campaign as its city and the tenants that take part see it. */
export type CampaignRow = RowKey & CampaignOpened['data'] & { readonly openedAt: string };

export const campaignOverview: Projection<CampaignRow, CampaignEvent> = {
  name: 'campaign_overview',
  version: 1,
  handles: ['CampaignOpened'],
  keys: rowForEachReader,
  evolve: (_row, { data, metadata }, key) => ({ ...key, ...data, openedAt: metadata.occurredAt }),
};
