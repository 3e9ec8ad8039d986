import { specify } from '@zeren/kernel/testing';
import type { CreditFacts } from './credits.js';
import type { EvidenceEvent, EvidenceFiled } from './evidence.events.js';
import { evidenceDecider } from './evidence.js';
import { aPhoto, creditTo, someFacts } from './testing/evidence.sample.js';

const { given } = specify(evidenceDecider);
const district = { tenantId: '511902', actorId: '511902.district-office', unitId: '511902-creation-office', roles: ['district-office'] } as const;
const city = { tenantId: '511900', actorId: '511900.city-office', unitId: '511900-creation-office', roles: ['city-office'] } as const;

const file = (said: Partial<EvidenceFiled['data']> = {}, facts: Partial<CreditFacts> = {}) =>
  ({ type: 'FileEvidence' as const, data: { content: { ...aPhoto, ...said }, facts: someFacts(facts) } });
const filed: EvidenceEvent = { type: 'EvidenceFiled', data: aPhoto };
const withdrawn: EvidenceEvent = { type: 'EvidenceWithdrawn', data: { reason: '重拍', credits: aPhoto.credits } };

describe('a piece of evidence', () => {
  it('is filed with its hash, its place and time, and what it is for', () => {
    given().when(file(), district).then(filed);
  });

  it('filed twice as the same is one; with other content it is refused', () => {
    given(filed).when(file(), district).then();
    given(filed).when(file({ title: '另一张' }), district).thenRefused('evidence-exists');
  });

  it('is for a task or an indicator, or it is refused', () => {
    given().when(file({ credits: [] }), district).thenRefused('evidence-without-subject', 'credits');
  });

  it.each([
    ['a task nobody knows', [creditTo('ENV-01', { taskId: '511900_split.X~1' })], 'evidence-task-unknown', 'credits[0].taskId'],
    ['a campaign nobody knows', [creditTo('ENV-01', { campaignId: '511900_x' })], 'evidence-campaign-unknown', 'credits[0].campaignId'],
    ['an indicator the standard does not have', [creditTo('ENV-09')], 'evidence-indicator-unknown', 'credits[0].indicatorCode'],
    ['a task of another indicator', [creditTo('ENV-02', { taskId: '511900_split.ENV-01~511902' })], 'evidence-task-differs', 'credits[0].taskId'],
    ['the same indicator twice', [creditTo('ENV-01'), creditTo('ENV-01')], 'evidence-credit-repeated', 'credits[1]'],
    ['campaigns of two owners', [creditTo('ENV-01'), creditTo('OWN-01', { campaignId: '511902_own' })], 'evidence-campaigns-of-two-owners', 'credits'],
  ])('for %s is refused', (_, credits, code, field) => {
    given().when(file({ credits }), district).thenRefused(code, field);
  });

  it('for a task is filed by a unit that leads or supports it', () => {
    const of = (unitId: string) => file({ unitId });
    given().when(of('511902-health'), district).then({ type: 'EvidenceFiled', data: { ...aPhoto, unitId: '511902-health' } });
    given().when(of('511902-water'), district).thenRefused('evidence-task-of-another-unit', 'credits[0].taskId');
  });

  it('is filed by its unit, by a division’s creation office, or by the office of the tenant; by nobody else', () => {
    const credits = [creditTo('ENV-02')];
    const of = (unitId: string) => file({ unitId, credits });
    const town = { tenantId: '511902', unitId: '511902101', roles: ['officer'] } as const;
    given().when(of('511902101'), town).then({ type: 'EvidenceFiled', data: { ...aPhoto, unitId: '511902101', credits } });
    given().when(of('511902102'), town).thenRefused('evidence-unit-not-yours', 'unitId');
    given().when(of('511902102'), district).then({ type: 'EvidenceFiled', data: { ...aPhoto, unitId: '511902102', credits } });
    given().when(of('511903'), district).thenRefused('evidence-unit-not-yours', 'unitId');
    given().when(of('511902'), city).thenRefused('evidence-unit-not-yours', 'unitId');
  });

  it('that would be the 51st of its unit for an indicator is refused', () => {
    const onFile = (count: number) => ({ onFile: [{ campaignId: '511900_env', indicatorCode: 'ENV-01', count }] });
    given().when(file({}, onFile(49)), district).then(filed);
    given().when(file({}, onFile(50)), district).thenRefused('evidence-too-many', 'credits[0]');
  });

  it('called a photo is an image', () => {
    const pdf = { ...aPhoto.file, mediaType: 'application/pdf', name: '出水口.pdf' };
    given().when(file({ file: pdf }), district).thenRefused('evidence-format-unfit', 'format');
    given().when(file({ file: pdf, format: 'issued-document' }), district).then({ type: 'EvidenceFiled', data: { ...aPhoto, file: pdf, format: 'issued-document' } });
  });

  it('has one of the forms that the standard names for the indicator, where it names them', () => {
    const campaigns = (formats: readonly ('photo' | 'issued-document')[]) =>
      ({ campaigns: [{ campaignId: '511900_env', indicatorCodes: ['ENV-01'], formats: { 'ENV-01': formats } }] });
    given().when(file({}, campaigns(['issued-document', 'photo'])), district)
      .then({ type: 'EvidenceFiled', data: { ...aPhoto, credits: [{ ...aPhoto.credits[0], accepted: true } as never] } });
    given().when(file({}, campaigns(['issued-document'])), district).thenRefused('evidence-form-not-accepted', 'credits[0]');
  });

  it.each([['90.1', '0', 'latitude'], ['-91', '0', 'latitude'], ['0', '180.5', 'longitude'], ['1e2', '0', 'latitude']])(
    'taken at %s, %s, which is nowhere on earth, is refused', (latitude, longitude, field) => {
      given().when(file({ capture: { ...aPhoto.capture, place: { latitude, longitude } } }), district).thenRefused('evidence-place-wrong', field);
    });

  it('is shared with the owner of the campaign it is for, and with nobody else', () => {
    expect(evidenceDecider.sharedWith(given().state())).toEqual([]);
    expect(evidenceDecider.sharedWith(given(filed).state())).toEqual(['511900']);
    expect(evidenceDecider.sharedWith(given(filed, withdrawn).state())).toEqual(['511900']);
  });
});

describe('evidence on file', () => {
  const credit = (...credits: ReturnType<typeof creditTo>[]) => ({ type: 'CreditEvidence' as const, data: { credits, facts: someFacts() } });

  it('counts for further indicators and campaigns without being asked for again; what it counts for already changes nothing', () => {
    const added = [creditTo('ENV-02'), creditTo('CIV-01', { campaignId: '511900_civ' })];
    const credited: EvidenceEvent = { type: 'EvidenceCredited', data: { unitId: '511902', format: 'photo', credits: added } };
    given(filed).when(credit(creditTo('ENV-01'), ...added), district).then(credited);
    given(filed, credited).when(credit(...added), district).then();
    expect(given(filed, credited).state()).toMatchObject({ credits: [...aPhoto.credits, ...added] });
  });

  it('counts for no campaign of another owner than the first', () => {
    given(filed).when(credit(creditTo('OWN-01', { campaignId: '511902_own' })), district).thenRefused('evidence-campaigns-of-two-owners', 'credits');
  });

  it('is credited by those who may file it, not by the owner of the campaign', () => {
    given(filed).when(credit(creditTo('ENV-02')), city).thenRefused('evidence-unit-not-yours', 'unitId');
    given().when(credit(creditTo('ENV-02')), district).thenRefused('evidence-not-filed');
  });

  it('is withdrawn with a reason: its credits end, the file stays; again it changes nothing', () => {
    const withdraw = (reason: string) => ({ type: 'WithdrawEvidence' as const, data: { reason } });
    given(filed).when(withdraw('重拍'), district).then(withdrawn);
    given(filed).when(withdraw(' '), district).thenRefused('evidence-reason-missing', 'reason');
    given(filed, withdrawn).when(withdraw('重拍'), district).then();
    given(filed, withdrawn).when(withdraw('另有原因'), district).thenRefused('evidence-not-in-force');
    given(filed, withdrawn).when(credit(creditTo('ENV-02')), district).thenRefused('evidence-not-in-force');
  });

  describe('is superseded by a better piece', () => {
    const supersede = (successor: { unitId: string; credits: ReturnType<typeof creditTo>[] } | null, byEvidenceId = '511902_better') =>
      ({ type: 'SupersedeEvidence' as const, data: { evidenceId: '511902_old', byEvidenceId, reason: '更清晰', successor } });
    const superseded: EvidenceEvent = { type: 'EvidenceSuperseded', data: { byEvidenceId: '511902_better', reason: '更清晰', credits: aPhoto.credits } };
    const better = { unitId: '511902', credits: [creditTo('ENV-01'), creditTo('ENV-02')] };

    it('of the same unit that counts for all that it counted for', () => {
      given(filed).when(supersede(better), district).then(superseded);
      given(filed, superseded).when(supersede(better), district).then();
    });

    it('and by no other', () => {
      given(filed).when(supersede(null), district).thenRefused('evidence-successor-not-in-force', 'byEvidenceId');
      given(filed).when(supersede({ ...better, unitId: '511903' }), district).thenRefused('evidence-successor-not-in-force');
      given(filed).when(supersede({ ...better, credits: [creditTo('ENV-02')] }), district).thenRefused('evidence-successor-lacks-credit');
      given(filed).when(supersede(better, '511902_old'), district).thenRefused('evidence-successor-itself');
      given(filed, withdrawn).when(supersede(better), district).thenRefused('evidence-not-in-force');
    });
  });
});
