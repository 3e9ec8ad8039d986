import { sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import type { Approval, CampaignEvent, CampaignMapped, CampaignOpened } from './campaign.events.js';
import { mapCampaign, type MapCampaign } from './campaign-mapping.js';
import { checkExternalRank, checkReached, type EnterExternalRank, type ExternalRank, type ReachedMilestone, type ReachMilestone } from './campaign-milestone.js';
import { checkComposition, checkSourceScore, type Composition, type RecordSourceScore, type SetComposition, type SourceScore } from './campaign-score.js';
import { checkWeights } from './campaign-weights.js';
import { requireDistricts, type Invitation } from './participants.js';
import { refuse } from '../refusals.js';
import { requireIntegrations } from '../task/task-classification.js';

/** Open a campaign against a published standard. `indicatorCodes` are that standard's, read by the handler. */
export type OpenCampaign = Command<'OpenCampaign', CampaignOpened['data'] & Invitation & { readonly indicatorCodes: readonly string[] }>;
/** Say under which of the four integrations the campaign counts. */
export type ClassifyCampaign = Command<'ClassifyCampaign', { readonly integrations: readonly string[]; readonly document: string }>;
export type CampaignCommand = OpenCampaign | MapCampaign | SetComposition | RecordSourceScore | EnterExternalRank | ReachMilestone | ClassifyCampaign;

/** A campaign that runs. `content` names the version of the standard and the weights in force now. */
export type OpenedCampaign = {
  readonly status: 'open';
  readonly content: CampaignOpened['data'];
  readonly mappings: readonly CampaignMapped['data'][];
  readonly composition: Composition | null;
  readonly sourceScores: readonly SourceScore[];
  readonly externalRanks: readonly ExternalRank[];
  readonly reached: readonly ReachedMilestone[];
  /** None until it is classified. */
  readonly integrations: readonly Integration[];
};

export type Campaign = { readonly status: 'unopened' } | OpenedCampaign;

const checkApproval = ({ authority, document, levels }: Approval, participantTenantIds: readonly string[]): void => {
  if (authority.trim() === '') refuse('campaign-not-approved', 'approval.authority');
  if (document.trim() === '') refuse('campaign-not-approved', 'approval.document');
  if (!levels) return;
  if (!levels.includes('city')) refuse('level-not-approved', 'approval.levels', { level: 'city' });
  if (participantTenantIds.length > 0 && !levels.includes('district')) refuse('level-not-approved', 'participantTenantIds', { level: 'district' });
};

/** What does not depend on the version of the standard. */
const withoutVersion = (content: CampaignOpened['data']) => ({ ...content, standardId: '', weights: [], weightsSource: null });

/** Opened again with the same content: also where it has moved to another version of its standard since. */
const isRepeated = ({ content, mappings: [first] }: OpenedCampaign, said: CampaignOpened['data']): boolean =>
  (first ? said.standardId === first.fromStandardId && sameData(withoutVersion(content), withoutVersion(said)) : sameData(content, said));

const open = ({ indicatorCodes, districtTenantIds, ...content }: OpenCampaign['data'], campaign: Campaign): readonly CampaignEvent[] => {
  if (campaign.status === 'open') return isRepeated(campaign, content) ? [] : refuse('campaign-open');
  const { approval, firstYear, lastYear, milestones, weights, participantTenantIds } = content;
  checkApproval(approval, participantTenantIds);
  if (firstYear > lastYear) refuse('campaign-years', 'firstYear');
  milestones.forEach(({ year }, index) => {
    if (year < firstYear || year > lastYear) refuse('milestone-outside-years', `milestones[${index}].year`, { year });
  });
  requireDistricts({ ...content, districtTenantIds });
  checkWeights(weights, indicatorCodes);
  return [{ type: 'CampaignOpened', data: content }];
};

const compose = (data: SetComposition['data'], { composition }: OpenedCampaign): readonly CampaignEvent[] => {
  if (composition && sameData(composition, data)) return [];
  checkComposition(data);
  return [{ type: 'CompositionSet', data }];
};

const score = (data: RecordSourceScore['data'], { composition, sourceScores }: OpenedCampaign): readonly CampaignEvent[] => {
  checkSourceScore(data, composition);
  return sourceScores.some((one) => sameData(one, data)) ? [] : [{ type: 'SourceScored', data }];
};

const enterRank = (data: EnterExternalRank['data'], { externalRanks }: OpenedCampaign, caller: Caller): readonly CampaignEvent[] => {
  checkExternalRank(data, caller.now);
  return externalRanks.some((one) => sameData(one, data)) ? [] : [{ type: 'ExternalRankEntered', data }];
};

const reach = (data: ReachMilestone['data'], { content, reached }: OpenedCampaign, caller: Caller): readonly CampaignEvent[] => {
  checkReached(data, content, caller.now);
  return reached.some((one) => sameData(one, data)) ? [] : [{ type: 'MilestoneReached', data }];
};

const classify = ({ integrations: said, document }: ClassifyCampaign['data'], campaign: OpenedCampaign): readonly CampaignEvent[] => {
  const integrations = requireIntegrations(said);
  if (sameData(campaign.integrations, integrations)) return [];
  if (document.trim() === '') refuse('document-required', 'document');
  return [{ type: 'CampaignClassified', data: { integrations, document } }];
};

const decide = (command: CampaignCommand, campaign: Campaign, caller: Caller): readonly CampaignEvent[] => {
  if (command.type === 'OpenCampaign') return open(command.data, campaign);
  if (campaign.status === 'unopened') return refuse('campaign-not-open');
  switch (command.type) {
    case 'MapCampaign': return mapCampaign(command.data, campaign.content);
    case 'SetComposition': return compose(command.data, campaign);
    case 'RecordSourceScore': return score(command.data, campaign);
    case 'EnterExternalRank': return enterRank(command.data, campaign, caller);
    case 'ClassifyCampaign': return classify(command.data, campaign);
    case 'ReachMilestone': return reach(command.data, campaign, caller);
  }
};

const opened = (content: CampaignOpened['data']): OpenedCampaign =>
  ({ status: 'open', content, mappings: [], composition: null, sourceScores: [], externalRanks: [], reached: [], integrations: [] });

const mapped = (campaign: OpenedCampaign, data: CampaignMapped['data']): OpenedCampaign => ({
  ...campaign,
  content: { ...campaign.content, standardId: data.toStandardId, weights: data.weights, weightsSource: data.weightsSource },
  mappings: [...campaign.mappings, data],
});

const scored = (scores: readonly SourceScore[], score: SourceScore): readonly SourceScore[] =>
  [...scores.filter(({ source, year }) => source !== score.source || year !== score.year), score];

const reachedAfter = (reached: readonly ReachedMilestone[], one: ReachedMilestone): readonly ReachedMilestone[] =>
  [...reached.filter(({ year, unitId }) => year !== one.year || unitId !== one.unitId), one];

const evolve = (campaign: Campaign, event: CampaignEvent): Campaign => {
  if (event.type === 'CampaignOpened') return opened(event.data);
  if (campaign.status === 'unopened') return campaign;
  switch (event.type) {
    case 'CampaignMapped': return mapped(campaign, event.data);
    case 'CompositionSet': return { ...campaign, composition: event.data };
    case 'SourceScored': return { ...campaign, sourceScores: scored(campaign.sourceScores, event.data) };
    case 'ExternalRankEntered': return { ...campaign, externalRanks: [...campaign.externalRanks, event.data] };
    case 'CampaignClassified': return { ...campaign, integrations: event.data.integrations };
    case 'MilestoneReached': return { ...campaign, reached: reachedAfter(campaign.reached, event.data) };
  }
};

export const campaignDecider: Decider<Campaign, CampaignCommand, CampaignEvent> = {
  category: 'campaign',
  initialState: { status: 'unopened' },
  decide,
  evolve,
  sharedWith: (campaign) => (campaign.status === 'open' ? campaign.content.participantTenantIds : []),
};
