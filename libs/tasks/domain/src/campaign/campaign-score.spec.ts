import { specify } from '@zeren/kernel/testing';
import { campaignDecider } from './campaign.js';
import type { CampaignEvent } from './campaign.events.js';
import { composedScore, type Composition, type RecordSourceScore, type SetComposition } from './campaign-score.js';
import { aCampaign } from '../testing/samples.js';

const campaign = specify(campaignDecider);
const named = (code: string) => ({ zh: code, en: code });
const composition: Composition = {
  sources: [{ code: 'declaration', name: named('网上申报'), weight: '40' }, { code: 'field', name: named('实地考察'), weight: '40' }, { code: 'survey', name: named('问卷调查'), weight: '20' }],
  years: [{ year: 2012, weight: '15' }, { year: 2013, weight: '25' }, { year: 2014, weight: '60' }],
  document: '测评办法',
};
const compose = (said: Partial<Composition> = {}): SetComposition => ({ type: 'SetComposition', data: { ...composition, ...said } });
const composed: CampaignEvent = { type: 'CompositionSet', data: composition };
const score = (said: Partial<RecordSourceScore['data']> = {}): RecordSourceScore =>
  ({ type: 'RecordSourceScore', data: { source: 'field', year: 2013, score: '87.4', document: '测评报告', ...said } });

describe('the composition of a campaign\'s score', () => {
  it('is configuration: by source and by year, each summing to exactly 100', () => {
    campaign.given(aCampaign()).when(compose()).then(composed);
    campaign.given(aCampaign()).when(compose({ sources: composition.sources.slice(1) })).thenRefused('weights-not-100', 'sources');
    campaign.given(aCampaign()).when(compose({ years: [{ year: 2013, weight: '99.99' }] })).thenRefused('weights-not-100', 'years');
    campaign.given(aCampaign()).when(compose({ years: [{ year: 2013, weight: '0' }, { year: 2014, weight: '100' }] })).thenRefused('weight-not-positive', 'years[0].weight');
  });

  it('names each source and year once, and the document it rests on', () => {
    const [first, ...rest] = composition.sources;
    campaign.given(aCampaign()).when(compose({ sources: [...rest, ...(first ? [{ ...first, weight: '20' }, { ...first, weight: '20' }] : [])] })).thenRefused('part-repeated', 'sources[3]');
    campaign.given(aCampaign()).when(compose({ years: [{ year: 2013, weight: '50' }, { year: 2013, weight: '50' }] })).thenRefused('part-repeated', 'years[1]');
    campaign.given(aCampaign()).when(compose({ document: ' ' })).thenRefused('document-required', 'document');
  });

  it('laid down again as it is changes nothing', () => {
    campaign.given(aCampaign(), composed).when(compose()).then();
  });

  it('takes what a source gave in a year, from 0 to 100, with its document', () => {
    campaign.given(aCampaign(), composed).when(score()).then({ type: 'SourceScored', data: score().data });
    campaign.given(aCampaign()).when(score()).thenRefused('composition-not-set');
    campaign.given(aCampaign(), composed).when(score({ source: 'web' })).thenRefused('source-unknown', 'source');
    campaign.given(aCampaign(), composed).when(score({ year: 2011 })).thenRefused('year-not-composed', 'year');
    campaign.given(aCampaign(), composed).when(score({ score: '100.1' })).thenRefused('score-outside', 'score');
    campaign.given(aCampaign(), composed).when(score({ document: '' })).thenRefused('document-required', 'document');
  });

  it('takes a later score for the same source and year in place of the earlier', () => {
    const state = campaign.given(aCampaign(), composed, { type: 'SourceScored', data: score().data }, { type: 'SourceScored', data: score({ score: '88' }).data }).state();
    expect(state).toMatchObject({ sourceScores: [{ score: '88' }] });
    campaign.given(aCampaign(), composed, { type: 'SourceScored', data: score().data }).when(score()).then();
  });

  it('composes 40/40/20 by source and 15/25/60 by year exactly, and says what is missing', () => {
    const all = composition.years.flatMap(({ year }) => composition.sources.map(({ code }, index) => ({ source: code, year, score: ['80.5', '90', '70.25'][index] as string, document: 'd' })));
    // 80.5 × 40 % + 90 × 40 % + 70.25 × 20 % = 82.25, the same each year.
    expect(composedScore(composition, all)).toEqual({ score: '82.25', missing: [] });
    expect(composedScore(composition, [{ source: 'survey', year: 2012, score: '70.1', document: 'd' }])).toMatchObject({ score: '2.103' });
    expect(composedScore(composition, all.slice(1)).missing).toEqual([{ source: 'declaration', year: 2012 }]);
  });
});
