import { publicId } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { CITY, cityOffice, DISTRICT } from '../testing/samples.js';
import type { MockAssessmentCommissioned, MockAssessmentEvent, MockIndicator, MockScore } from './mock-assessment.events.js';
import { composedWithMock, mockAssessmentDecider, type CommissionMockAssessment, type MockAssessmentCommand } from './mock-assessment.js';
import { mockOf, mockRegister } from './mock-register.js';

const ASSESSOR = '511900-x-assessor';
const now = '2014-05-06T02:00:00.000Z';
const assessor = { unitId: ASSESSOR, roles: ['assessor'] as const, now };
const mock = specify(mockAssessmentDecider);
const given = (...events: MockAssessmentEvent[]) => ({ when: (command: MockAssessmentCommand, caller: object = assessor) => mock.given(...events).when(command, caller) });

const indicator = (code: string, weight: string): MockIndicator => ({ code, name: { zh: code, en: code }, metrics: [], formats: ['photo'], weight });
const all = [indicator('ENV-01-01', '60.5'), indicator('ENV-01-02', '39.5')];
const content: MockAssessmentCommissioned['data'] = {
  title: { zh: '第一次模拟测评', en: 'First mock' }, campaignId: publicId(CITY, 'env'), campaignName: { zh: '环保', en: 'Model city' }, assessorUnitId: ASSESSOR, assessorName: { zh: '测评机构', en: 'Assessor' },
  areas: [{ unitId: DISTRICT, name: { zh: '巴州区', en: 'Bazhou' } }], from: '2014-05-01', until: '2014-05-31', year: 2014, source: null, indicators: all, seed: null,
};
const commissioned: MockAssessmentEvent = { type: 'MockAssessmentCommissioned', data: content };
const commission = (said: Partial<CommissionMockAssessment['data']> = {}): CommissionMockAssessment => {
  const { indicators: _, seed: __, ...rest } = content;
  return { type: 'CommissionMockAssessment', data: { ...rest, all, isExternal: true, sources: ['field'], years: { first: 2012, last: 2014 }, choice: 'all', ...said } };
};
const scored = (code: string, points: string, said: Partial<MockScore> = {}): MockScore => ({ code, points, finding: '查阅台账，走访现场', areaUnitId: DISTRICT, place: '江北市场', ...said });
const score = (...scores: MockScore[]) => ({ type: 'ScoreMockIndicators', data: { scores } }) as const;
const given2: MockAssessmentEvent = { type: 'MockIndicatorsScored', data: { at: now, scores: [scored('ENV-01-01', '50.25'), scored('ENV-01-02', '39.5')] } };
const submitted: MockAssessmentEvent = { type: 'MockAssessmentSubmitted', data: { points: '89.75', outOf: '100', score: '89.75', summary: '总体良好' } };
const submit = { type: 'SubmitMockAssessment', data: { summary: '总体良好' } } as const;

describe('a mock assessment by a third party', () => {
  it('is commissioned from a unit outside the tree, with campaign, indicators, areas and period', () => {
    given().when(commission(), cityOffice).then(commissioned);
    given().when(commission({ isExternal: false }), cityOffice).thenRefused('assessor-not-external', 'assessorUnitId');
    given().when(commission({ areas: [] }), cityOffice).thenRefused('units-required', 'areas');
    given().when(commission({ until: '2014-04-30' }), cityOffice).thenRefused('date-invalid', 'until');
    given().when(commission({ source: 'survey' }), cityOffice).thenRefused('source-unknown', 'source');
    given().when(commission({ year: 2015 }), cityOffice).thenRefused('year-outside-cycle', 'year');
  });

  it('covers all indicators, those named, or a sample that its seed draws again', () => {
    given().when(commission({ choice: { codes: ['ENV-01-02'] } }), cityOffice).then({ type: 'MockAssessmentCommissioned', data: { ...content, indicators: [all[1] as MockIndicator] } });
    given().when(commission({ choice: { codes: ['ENV-09-09'] } }), cityOffice).thenRefused('indicator-unknown', 'indicatorCodes[0]');
    const drawn = () => given().when(commission({ choice: { size: 1, seed: '双色球2014052' } }), cityOffice).outcome();
    expect(drawn()).toMatchObject([{ data: { seed: '双色球2014052', indicators: { length: 1 } } }]);
    expect(drawn()).toEqual(drawn());
    given().when(commission({ choice: { size: 3, seed: 'x' } }), cityOffice).thenRefused('sample-size', 'sample.size');
  });

  it('is scored by the commissioned party alone, within the time agreed', () => {
    given(commissioned).when(score(scored('ENV-01-01', '50.25'))).then({ type: 'MockIndicatorsScored', data: { at: now, scores: [scored('ENV-01-01', '50.25')] } });
    given(commissioned).when(score(scored('ENV-01-01', '50.25')), cityOffice).thenRefused('not-the-assessor');
    given(commissioned).when(score(scored('ENV-01-01', '50.25')), { ...assessor, unitId: '511900-x-other' }).thenRefused('not-the-assessor');
    given(commissioned).when(score(scored('ENV-01-01', '50.25')), { ...assessor, now: '2014-06-01T02:00:00.000Z' }).thenRefused('mock-outside-period');
  });

  it('gives each indicator points of its weight, with a finding and a place in an assigned area', () => {
    given(commissioned).when(score(scored('ENV-01-01', '60.51'))).thenRefused('points-outside', 'scores[0].points');
    given(commissioned).when(score(scored('ENV-01-01', '-1'))).thenRefused('points-outside', 'scores[0].points');
    given(commissioned).when(score(scored('ENV-01-01', '1', { finding: ' ' }))).thenRefused('finding-required', 'scores[0].finding');
    given(commissioned).when(score(scored('ENV-01-01', '1', { areaUnitId: '511903' }))).thenRefused('area-not-assigned', 'scores[0].areaUnitId');
    given(commissioned).when(score(scored('ENV-09-09', '1'))).thenRefused('indicator-not-assigned', 'scores[0].code');
  });

  it('is handed in once, whole, and cannot be changed afterwards', () => {
    given(commissioned, given2).when(submit).then(submitted);
    given(commissioned).when(submit).thenRefused('indicator-not-scored');
    given(commissioned, given2, submitted).when(score(scored('ENV-01-01', '60'))).thenRefused('mock-submitted');
    given(commissioned, given2, submitted).when({ type: 'SubmitMockAssessment', data: { summary: '改写' } }).thenRefused('mock-submitted');
    given(commissioned, given2, submitted).when(submit).then();
  });

  it('corrected before it is handed in, shows the latest score of each indicator', () => {
    const again: MockAssessmentEvent = { type: 'MockIndicatorsScored', data: { at: now, scores: [scored('ENV-01-01', '48')] } };
    expect(mock.given(commissioned, given2, again).state()).toMatchObject({ scores: [{ code: 'ENV-01-02' }, { code: 'ENV-01-01', points: '48' }] });
  });

  it('makes the campaign\'s composed score by the composition laid down, exactly, saying what is missing', () => {
    const [row] = specifyProjection(mockRegister).given(...[commissioned, given2, submitted].map((event, revision) => recorded(event, { stream: `mockassessment-${CITY}_one`, revision }))).rows();
    if (!row) throw new Error('No row');
    const source = (code: string, weight: string) => ({ code, name: { zh: code, en: code }, weight });
    const composition = { sources: [source('field', '80'), source('survey', '20')], years: [{ year: 2013, weight: '25' }, { year: 2014, weight: '75' }], document: '办法' };
    const known = ['field', 'survey'].map((code) => ({ source: code, year: 2013, score: '80', document: '1号' }));
    expect(composedWithMock(composition, known, mockOf(row))).toEqual({ score: '87.3125', missing: [] });
    expect(composedWithMock(composition, known, { ...mockOf(row), content: { ...content, source: 'field' } })).toEqual({ score: '73.85', missing: [{ source: 'survey', year: 2014 }] });
  });
});
