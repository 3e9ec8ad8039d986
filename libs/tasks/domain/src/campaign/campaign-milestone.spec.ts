import { specify } from '@zeren/kernel/testing';
import { campaignDecider, type CampaignCommand } from './campaign.js';
import type { CampaignEvent } from './campaign.events.js';
import { milestoneLamp, type EnterExternalRank, type ReachMilestone } from './campaign-milestone.js';
import { aCampaign, CITY } from '../testing/samples.js';

const campaign = specify(campaignDecider);
const now = '2014-11-20T02:00:00.000Z';
const given = (...events: CampaignEvent[]) => ({ when: (command: CampaignCommand) => campaign.given(...events).when(command, { now }) });
const reach = (said: Partial<ReachMilestone['data']> = {}): ReachMilestone =>
  ({ type: 'ReachMilestone', data: { year: 2014, unitId: CITY, reachedOn: '2014-11-18', document: '验收通知', ...said } });
const reached: CampaignEvent = { type: 'MilestoneReached', data: reach().data };
const rank = (said: Partial<EnterExternalRank['data']> = {}): EnterExternalRank => ({
  type: 'EnterExternalRank',
  data: { year: 2013, among: { zh: '全省市州', en: 'prefectures of the province' }, rank: 3, of: 21, target: 1, source: '省厅通报', publishedOn: '2014-02-01', ...said },
});

describe('the milestones of a campaign', () => {
  it('are reached on a day, as a document shows', () => {
    given(aCampaign()).when(reach()).then(reached);
    given(aCampaign()).when(reach({ document: '' })).thenRefused('document-required', 'document');
    given(aCampaign()).when(reach({ reachedOn: '2014-12-01' })).thenRefused('date-in-future', 'reachedOn');
    given(aCampaign()).when(reach({ reachedOn: '2014-02-30' })).thenRefused('date-invalid', 'reachedOn');
    given(aCampaign(), reached).when(reach()).then();
  });

  it('are those of the campaign: an area and a year', () => {
    given(aCampaign()).when(reach({ year: 2013 })).thenRefused('milestone-unknown', 'year');
  });

  it('show a lamp: green reached, grey not yet due, yellow due this year or striven for in vain, red promised and missed', () => {
    const ensured = { year: 2014, unitId: CITY, commitment: 'ensure' } as const;
    expect(milestoneLamp(ensured, [reach().data], now)).toBe('green');
    expect(milestoneLamp(ensured, [], '2013-12-01T00:00:00.000Z')).toBe('grey');
    expect(milestoneLamp(ensured, [], now)).toBe('yellow');
    expect(milestoneLamp(ensured, [], '2015-01-02T00:00:00.000Z')).toBe('red');
    expect(milestoneLamp({ ...ensured, commitment: 'strive' }, [], '2015-01-02T00:00:00.000Z')).toBe('yellow');
  });
});

describe('an external rank', () => {
  it('is entered with its source', () => {
    given(aCampaign()).when(rank()).then({ type: 'ExternalRankEntered', data: rank().data });
    given(aCampaign()).when(rank({ source: ' ' })).thenRefused('source-required', 'source');
    given(aCampaign(), { type: 'ExternalRankEntered', data: rank().data }).when(rank()).then();
  });

  it('lies among those ranked, and was published already', () => {
    given(aCampaign()).when(rank({ rank: 22 })).thenRefused('rank-invalid', 'rank');
    given(aCampaign()).when(rank({ target: 0 })).thenRefused('rank-invalid', 'target');
    given(aCampaign()).when(rank({ publishedOn: '2015-01-01' })).thenRefused('date-in-future', 'publishedOn');
  });
});
