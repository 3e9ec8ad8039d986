import type { StandardPublished } from '@zeren/tasks-domain';
import type { Commitment, Milestone } from '@zeren/tasks-domain';
import { campaigns, CITY, departmentUnit, districts, type CampaignPlan } from './bazhong.js';
import { FIRST_YEAR, indicatorWeights, type PlannedIndicator } from './split-plan.js';
import type { Load } from './loading.js';

type PublishedMilestone = { readonly year: number; readonly division?: string | readonly string[]; readonly what_zh: string; readonly what_en: string };

const commitmentOf = (text: string): Commitment => (text.includes('力争') ? 'strive' : 'ensure');

const milestonesOf = (file: unknown): Milestone[] =>
  (file as { milestones: readonly PublishedMilestone[] }).milestones.flatMap(({ year, division, what_zh, what_en }) =>
    [division ?? CITY].flat().map((unitId) => ({ year, unitId, commitment: commitmentOf(what_zh), text: { zh: what_zh, en: what_en } })),
  );

const importStandard = async (load: Load, campaign: CampaignPlan, content: unknown): Promise<StandardPublished['data']> => {
  const office = `${CITY}.city-office`;
  const body = { file: campaign.file, content, participantTenantIds: districts.map(({ id }) => id) };
  await load.post(office, '/api/v1/standards/imports?dryRun=true', `dry-run:${campaign.id}`, body);
  const imported = await load.post(office, '/api/v1/standards/imports?dryRun=false', `standard:${campaign.id}`, body);
  const read = await load.get(office, `/api/v1/standards/${CITY}_${campaign.standardCode}.v1`, imported.position);
  return read as StandardPublished['data'];
};

const openCampaign = (load: Load, campaign: CampaignPlan, content: unknown, planned: readonly PlannedIndicator[]) => {
  const milestones = milestonesOf(content);
  const years = [FIRST_YEAR, campaign.lastYear, ...milestones.map(({ year }) => year)];
  return load.post(`${CITY}.city-office`, '/api/v1/campaigns', `campaign:${campaign.id}`, {
    id: campaign.id,
    name: campaign.name,
    standardId: `${CITY}_${campaign.standardCode}.v1`,
    grade: campaign.grade,
    leadUnitId: departmentUnit(campaign.leadSlug),
    approval: { authority: '巴中市人民政府(演示)', document: `演示批文〔2012〕${campaign.id.toUpperCase()}号`, levels: ['city', 'district'] },
    milestones,
    weights: planned.map(({ indicator, weight }) => ({ indicatorCode: indicator.code, weight })),
    weightsSource: { zh: '权重由演示设定,标准未公布权重', en: 'Weights are set by the demonstration; the standard publishes none' },
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    participantTenantIds: districts.map(({ id }) => id),
  });
};

/** The campaigns began in 2012, as their first milestones ask. */
const reachFirstMilestones = async (load: Load, campaign: CampaignPlan, content: unknown): Promise<void> => {
  for (const { year, unitId } of milestonesOf(content).filter((one) => one.year === 2012)) {
    await load.post(`${CITY}.city-office`, `/api/v1/campaigns/${CITY}_${campaign.id}/milestones`, `milestone:${campaign.id}:${year}:${unitId}`, {
      year, unitId, reachedOn: '2012-12-20', document: '演示启动通知〔2012〕1号',
    });
  }
};

/** Imports the five standards and opens a campaign against each; gives the indicators with their weights. */
export const loadCampaigns = async (load: Load): Promise<PlannedIndicator[]> => {
  load.progress.begin('campaigns', campaigns.length);
  await load.clock('2013-02-04T01:00:00.000Z');
  const all: PlannedIndicator[] = [];
  for (const campaign of campaigns) {
    const content = load.data.standard(campaign.file);
    const standard = await importStandard(load, campaign, content);
    const indicators = standard.categories.flatMap((category) => category.indicators);
    const weights = indicatorWeights(indicators);
    const planned = indicators.map((indicator, index) => ({ campaign, indicator, weight: weights[index] as string }));
    await openCampaign(load, campaign, content, planned);
    await reachFirstMilestones(load, campaign, content);
    all.push(...planned);
    load.progress.advance('campaigns');
  }
  return all;
};
