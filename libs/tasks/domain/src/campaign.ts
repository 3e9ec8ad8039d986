import { sameData, type Command, type Decider } from '@zeren/kernel';
import type { CampaignEvent, CampaignOpened, IndicatorWeight } from './campaign.events.js';
import { requireDistricts, type Invitation } from './participants.js';
import { refuse } from './refusals.js';
import { isPositive, wrongSum } from './weights.js';

/** Open a campaign against a published standard. `indicatorCodes` are that standard's, read by the handler. */
export type OpenCampaign = Command<'OpenCampaign', CampaignOpened['data'] & Invitation & { readonly indicatorCodes: readonly string[] }>;
export type CampaignCommand = OpenCampaign;

export type Campaign = { readonly status: 'unopened' } | { readonly status: 'open'; readonly content: CampaignOpened['data'] };

const checkWeights = (weights: readonly IndicatorWeight[], indicatorCodes: readonly string[]): void => {
  const missing = new Set(indicatorCodes);
  const known = new Set(indicatorCodes);
  weights.forEach(({ indicatorCode, weight }, index) => {
    const field = `weights[${index}]`;
    if (!known.has(indicatorCode)) refuse('indicator-unknown', `${field}.indicatorCode`, { indicator: indicatorCode });
    if (!missing.delete(indicatorCode)) refuse('indicator-repeated', `${field}.indicatorCode`, { indicator: indicatorCode });
    if (!isPositive(weight)) refuse('weight-not-positive', `${field}.weight`);
  });
  for (const indicator of missing) refuse('indicator-without-weight', 'weights', { indicator });
  const total = wrongSum(weights.map(({ weight }) => weight));
  if (total !== undefined) refuse('weights-not-100', 'weights', { sum: total });
};

const open = ({ indicatorCodes, districtTenantIds, ...content }: OpenCampaign['data'], campaign: Campaign): readonly CampaignEvent[] => {
  if (campaign.status === 'open') return sameData(campaign.content, content) ? [] : refuse('campaign-open');
  const { approval, firstYear, lastYear, milestones, weights } = content;
  if (approval.authority.trim() === '') refuse('campaign-not-approved', 'approval.authority');
  if (approval.document.trim() === '') refuse('campaign-not-approved', 'approval.document');
  if (firstYear > lastYear) refuse('campaign-years', 'firstYear');
  milestones.forEach(({ year }, index) => {
    if (year < firstYear || year > lastYear) refuse('milestone-outside-years', `milestones[${index}].year`, { year });
  });
  requireDistricts({ ...content, districtTenantIds });
  checkWeights(weights, indicatorCodes);
  return [{ type: 'CampaignOpened', data: content }];
};

export const campaignDecider: Decider<Campaign, CampaignCommand, CampaignEvent> = {
  category: 'campaign',
  initialState: { status: 'unopened' },
  decide: (command, campaign) => open(command.data, campaign),
  evolve: (_campaign, event) => ({ status: 'open', content: event.data }),
  sharedWith: (campaign) => (campaign.status === 'open' ? campaign.content.participantTenantIds : []),
};
