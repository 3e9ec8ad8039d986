import { specify } from '@zeren/kernel/testing';
import { campaignDecider, type OpenCampaign } from './campaign.js';
import { aCampaign, DISTRICT } from '../testing/samples.js';

const campaign = specify(campaignDecider);
const open = (said: Partial<OpenCampaign['data']> = {}): OpenCampaign => ({
  type: 'OpenCampaign',
  data: { ...aCampaign().data, indicatorCodes: ['ENV-01-01'], districtTenantIds: [DISTRICT], ...said },
});

describe('a campaign', () => {
  it('opens with an approval, and with weights for every indicator of its standard', () => {
    campaign.given().when(open()).then(aCampaign());
  });

  it('opened again with the same content changes nothing', () => {
    campaign.given(aCampaign()).when(open()).then();
  });

  it('once open is not opened otherwise', () => {
    campaign.given(aCampaign()).when(open({ lastYear: 2015 })).thenRefused('campaign-open');
  });

  it('runs only where it is approved', () => {
    campaign.given().when(open({ approval: { authority: '市人民政府', document: ' ' } })).thenRefused('campaign-not-approved', 'approval.document');
    campaign.given().when(open({ approval: { authority: '', document: '1号' } })).thenRefused('campaign-not-approved', 'approval.authority');
  });

  it('runs only at the levels its approval allows', () => {
    const approvedFor = (...levels: readonly ('city' | 'district' | 'town')[]) => ({ approval: { authority: '市人民政府', document: '1号', levels } });
    campaign.given().when(open(approvedFor('district'))).thenRefused('level-not-approved', 'approval.levels');
    campaign.given().when(open(approvedFor('city'))).thenRefused('level-not-approved', 'participantTenantIds');
    campaign.given().when(open(approvedFor('city', 'district'))).then(aCampaign(approvedFor('city', 'district')));
  });

  it('is shared with districts of its own city, and with no other tenant', () => {
    campaign.given().when(open({ districtTenantIds: [] })).thenRefused('participant-not-district', 'participantTenantIds[0]');
  });

  it('has weights that sum to exactly 100', () => {
    campaign.given().when(open({ weights: [{ indicatorCode: 'ENV-01-01', weight: '99.99' }] })).thenRefused('weights-not-100', 'weights');
  });

  it('weighs each indicator of the standard once, and no other', () => {
    const two = ['ENV-01-01', 'ENV-01-02'];
    const weight = (indicatorCode: string) => ({ indicatorCode, weight: '50' });
    campaign.given().when(open({ indicatorCodes: two })).thenRefused('indicator-without-weight', 'weights');
    campaign.given().when(open({ indicatorCodes: two, weights: [weight('ENV-01-01'), weight('ENV-01-01')] })).thenRefused('indicator-repeated', 'weights[1].indicatorCode');
    campaign.given().when(open({ weights: [weight('ENV-09-09')] })).thenRefused('indicator-unknown', 'weights[0].indicatorCode');
    campaign.given().when(open({ weights: [{ indicatorCode: 'ENV-01-01', weight: '-100' }] })).thenRefused('weight-not-positive', 'weights[0].weight');
  });

  it('has its milestones within its years', () => {
    campaign.given().when(open({ firstYear: 2015 })).thenRefused('campaign-years', 'firstYear');
    campaign.given().when(open({ lastYear: 2013 })).thenRefused('milestone-outside-years', 'milestones[0].year');
  });

  it('is seen by the tenants that take part', () => {
    expect(campaignDecider.sharedWith(campaign.given(aCampaign()).state())).toEqual([DISTRICT]);
  });
});
