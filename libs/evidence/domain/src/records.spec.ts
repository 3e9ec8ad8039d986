import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { experienceDecider } from './experience.js';
import type { ExperienceContent, ExperienceEvent } from './experience.events.js';
import type { RecordFacts } from './record-facts.js';
import { experienceProjection, surveyProjection, trainingProjection } from './record-views.js';
import { surveyDecider } from './survey.js';
import type { SurveyEvent, SurveyRecorded } from './survey.events.js';
import { trainingDecider } from './training.js';
import type { TrainingEvent, TrainingHeld } from './training.events.js';

const district = { tenantId: '511902', unitId: '511902-creation-office', roles: ['district-office'] } as const;
const city = { tenantId: '511900', unitId: '511900-creation-office', roles: ['city-office'] } as const;
const peer = { tenantId: '511903', unitId: '511903-creation-office', roles: ['district-office'] } as const;
const facts: RecordFacts = {
  campaign: { campaignId: '511900_civ', indicatorCodes: ['CIV-01'], participantTenantIds: ['511902', '511903'] }, evidenceIds: ['511902_abc'],
};

const survey: SurveyRecorded['data'] = {
  unitId: '511902', campaignId: '511900_civ', indicatorCode: 'CIV-01', kind: 'satisfaction', title: '满意度调查', areaUnitId: '511902', from: '2013-05-01',
  until: '2013-05-20', asked: 1_200, answered: 1_000, favourable: 875, conductedBy: '统计局民调中心', evidenceIds: ['511902_abc'],
};
const surveyed: SurveyEvent = { type: 'SurveyRecorded', data: survey };

describe('a survey', () => {
  const { given } = specify(surveyDecider);
  const record = (said: Partial<SurveyRecorded['data']> = {}, known: Partial<RecordFacts> = {}) =>
    ({ type: 'RecordSurvey' as const, data: { content: { ...survey, ...said }, facts: { ...facts, ...known } } });

  it('is recorded with the size of its sample; again it changes nothing', () => {
    given().when(record(), district).then(surveyed);
    given(surveyed).when(record(), district).then();
    given(surveyed).when(record({ favourable: 876 }), district).thenRefused('record-exists');
  });

  it.each<[string, Partial<SurveyRecorded['data']>, string, string]>([
    ['with more answers than people asked', { answered: 1_201 }, 'survey-counts-wrong', 'answered'],
    ['with more in favour than answered', { favourable: 1_001 }, 'survey-counts-wrong', 'favourable'],
    ['that nobody answered', { answered: 0, favourable: 0 }, 'survey-without-answers', 'answered'],
    ['of half a person', { asked: 1_200.5 }, 'record-count-wrong', 'asked'],
    ['that ends before it begins', { until: '2013-04-30' }, 'record-day-wrong', 'until'],
    ['on a day that does not exist', { from: '2013-02-30' }, 'record-day-wrong', 'from'],
    ['of an indicator the standard does not have', { indicatorCode: 'CIV-99' }, 'evidence-indicator-unknown', 'indicatorCode'],
    ['with evidence nobody filed', { evidenceIds: ['511902_x'] }, 'record-evidence-unknown', 'evidenceIds[0]'],
    ['of another unit', { unitId: '511903' }, 'evidence-unit-not-yours', 'unitId'],
  ])('%s is refused', (_, said, code, field) => {
    given().when(record(said), district).thenRefused(code, field);
  });

  it('is about a campaign one takes part in, whose owner sees it', () => {
    given().when(record({}, { campaign: null }), district).thenRefused('evidence-campaign-unknown', 'campaignId');
    expect(surveyDecider.sharedWith(given(surveyed).state())).toEqual(['511900']);
  });

  it('is withdrawn with a reason, by those who made it', () => {
    const withdraw = (reason: string) => ({ type: 'WithdrawSurvey' as const, data: { reason } });
    const withdrawn: SurveyEvent = { type: 'SurveyWithdrawn', data: { reason: '样本有误' } };
    given(surveyed).when(withdraw('样本有误'), district).then(withdrawn);
    given(surveyed).when(withdraw(' '), district).thenRefused('evidence-reason-missing', 'reason');
    given(surveyed).when(withdraw('样本有误'), city).thenRefused('evidence-unit-not-yours');
    given(surveyed, withdrawn).when(withdraw('样本有误'), district).then();
    given(surveyed, withdrawn).when(withdraw('另有原因'), district).thenRefused('record-withdrawn');
  });

  it('is listed with its exact rate beside the sample', () => {
    const [row] = specifyProjection(surveyProjection).given(recorded(surveyed, { stream: 'survey-511902_s' })).rows();
    expect(row).toMatchObject({ asked: 1_200, answered: 1_000, rate: '87.50', response: '83.33', status: 'recorded' });
  });
});

const training: TrainingHeld['data'] = {
  unitId: '511902', campaignId: '511900_civ', title: '创建业务培训', heldOn: '2013-03-12', evidenceIds: [],
  attendance: [{ unitId: '511902101', invited: 4, attended: 3 }, { unitId: '511902102', invited: 2, attended: 2 }],
};
const held: TrainingEvent = { type: 'TrainingHeld', data: training };

describe('a training', () => {
  const { given } = specify(trainingDecider);
  const record = (said: Partial<TrainingHeld['data']> = {}) => ({ type: 'RecordTraining' as const, data: { content: { ...training, ...said }, facts } });

  it('is recorded with who attended, unit by unit', () => {
    given().when(record(), district).then(held);
    given(held).when(record(), district).then();
    const [row] = specifyProjection(trainingProjection).given(recorded(held, { stream: 'training-511902_t' })).rows();
    expect(row).toMatchObject({ invited: 6, attended: 5 });
  });

  it.each<[string, Partial<TrainingHeld['data']>, string, string]>([
    ['nobody attended', { attendance: [] }, 'training-without-attendance', 'attendance'],
    ['more attended than were invited', { attendance: [{ unitId: '511902101', invited: 1, attended: 2 }] }, 'training-attendance-wrong', 'attendance[0].attended'],
    ['a unit is named twice', { attendance: [training.attendance[0], training.attendance[0]] as never }, 'training-unit-repeated', 'attendance[0].unitId'],
    ['the day does not exist', { heldOn: '2013-13-01' }, 'record-day-wrong', 'heldOn'],
  ])('at which %s is refused', (_, said, code, field) => {
    given().when(record(said), district).thenRefused(code, code === 'training-unit-repeated' ? 'attendance[1].unitId' : field);
  });

  it('is withdrawn with a reason', () => {
    given(held).when({ type: 'WithdrawTraining', data: { reason: '重复登记' } }, district).then({ type: 'TrainingWithdrawn', data: { reason: '重复登记' } });
    given().when({ type: 'WithdrawTraining', data: { reason: '重复登记' } }, district).thenRefused('record-unknown');
  });
});

const content: ExperienceContent = { unitId: '511902', campaignId: '511900_civ', title: '背街小巷“路长制”', summary: '一巷一长，日巡周报。', evidenceIds: [] };
const put: ExperienceEvent = { type: 'ExperienceRecorded', data: content };
const promoted: ExperienceEvent = { type: 'ExperiencePromoted', data: { content, document: '巴创办〔2013〕9号', participantTenantIds: ['511902', '511903'] } };
const takenUp: ExperienceEvent = { type: 'ExperienceTakenUp', data: { unitId: '511903', tenantId: '511903', on: '2013-06-01', how: '全区推行' } };

describe('an experience worth copying', () => {
  const { given } = specify(experienceDecider);
  const promote = (document = '巴创办〔2013〕9号') => ({ type: 'PromoteExperience' as const, data: { document, participantTenantIds: ['511902', '511903'] } });
  const takeUp = (unitId = '511903') => ({ type: 'TakeUpExperience' as const, data: { unitId, on: '2013-06-01', how: '全区推行' } });

  it('is put forward, and seen by its own tenant and the campaign’s owner', () => {
    given().when({ type: 'RecordExperience', data: { content, facts } }, district).then(put);
    expect(experienceDecider.sharedWith(given(put).state())).toEqual(['511900']);
  });

  it('is recommended by the campaign’s owner, by a document, to all that take part', () => {
    given(put).when(promote(), city).then(promoted);
    given(put).when(promote(), district).thenRefused('experience-promoted-by-owner');
    given(put).when(promote(' '), city).thenRefused('experience-without-document', 'document');
    given(put, promoted).when(promote(), city).then();
    given(put, promoted).when(promote('另文'), city).thenRefused('experience-promoted');
    expect(experienceDecider.sharedWith(given(put, promoted).state())).toEqual(['511900', '511902', '511903']);
  });

  it('is taken up by other units once it is recommended, and it is kept where', () => {
    given(put).when(takeUp(), peer).thenRefused('experience-not-promoted');
    given(put, promoted).when(takeUp(), peer).then(takenUp);
    given(put, promoted, takenUp).when(takeUp(), peer).then();
    given(put, promoted).when(takeUp('511902'), district).thenRefused('experience-own', 'unitId');
    given(put, promoted).when(takeUp('511902'), peer).thenRefused('evidence-unit-not-yours', 'unitId');
  });

  it('is whole also for those who see it only since it was recommended', () => {
    const of = (revision: number, sharedWith: string[]) => ({ stream: 'experience-511902_e', revision, metadata: { tenantId: '511902', sharedWith } });
    const all = ['511900', '511903'];
    const rows = specifyProjection(experienceProjection).given(recorded(put, of(0, ['511900'])), recorded(promoted, of(1, all)), recorded(takenUp, of(2, all))).rows();
    expect(rows.map(({ readerTenantId, title, status, takenUp: where }) => [readerTenantId, title, status, where.length]))
      .toEqual(['511902', '511900', '511903'].map((reader) => [reader, content.title, 'promoted', 1]));
  });
});
