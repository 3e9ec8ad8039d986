import { parsePublicId } from '@zeren/kernel';
import type { Credit } from './evidence.events.js';
import type { MeasuredIndicator } from './foreign-events.js';

/** A campaign and the standard it works to. */
export type CampaignStandard = { readonly campaignId: string; readonly standardId: string };
export type Measure = { readonly indicators: readonly MeasuredIndicator[] };
type CampaignIndicator = Pick<Credit, 'campaignId' | 'indicatorCode'>;

const ownerOf = (campaignId: string): string | undefined => parsePublicId(campaignId)?.tenantId;

const sameMeasure = (campaigns: readonly CampaignStandard[], { campaignId, indicatorCode }: CampaignIndicator) => {
  const standardId = campaigns.find((campaign) => campaign.campaignId === campaignId)?.standardId;
  const isThis = (one: MeasuredIndicator): boolean => one.standardId === standardId && one.indicatorCode === indicatorCode;
  const inCampaigns = (one: MeasuredIndicator): CampaignIndicator[] => campaigns
    .filter((other) => other.standardId === one.standardId && ownerOf(other.campaignId) === ownerOf(campaignId))
    .map((other) => ({ campaignId: other.campaignId, indicatorCode: one.indicatorCode }));
  return { isThis, inCampaigns };
};

/** The indicators of the same owner's other campaigns that evidence of this one proves too. */
export const indicatorsServedBy = (
  indicator: CampaignIndicator, campaigns: readonly CampaignStandard[], measures: readonly Measure[],
): CampaignIndicator[] => {
  const { isThis, inCampaigns } = sameMeasure(campaigns, indicator);
  return measures
    .filter(({ indicators }) => indicators.some((one) => isThis(one) && one.relation !== 'partial'))
    .flatMap(({ indicators }) => indicators.filter((one) => !isThis(one) && one.relation === 'same'))
    .flatMap(inCampaigns);
};

/**
 * The indicators of the same owner's other campaigns whose evidence proves this one too: they measure the same thing, or
 * more. What asks for more than its measure is proved by its own evidence only.
 */
export const indicatorsServing = (
  indicator: CampaignIndicator, campaigns: readonly CampaignStandard[], measures: readonly Measure[],
): CampaignIndicator[] => {
  const { isThis, inCampaigns } = sameMeasure(campaigns, indicator);
  return measures
    .filter(({ indicators }) => indicators.some((one) => isThis(one) && one.relation === 'same'))
    .flatMap(({ indicators }) => indicators.filter((one) => !isThis(one) && one.relation !== 'partial'))
    .flatMap(inCampaigns);
};
