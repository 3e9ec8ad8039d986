import { publicId } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { CITY, DISTRICT } from '../testing/samples.js';
import { titleDecider, type ApplyForTitle, type AwardTitle, type TitleCommand } from './title.js';
import type { TitleApplied, TitleEvent } from './title.events.js';
import { titleRegister } from './title-register.js';

const title = specify(titleDecider);
const now = '2016-03-01T02:00:00.000Z';
const given = (...events: TitleEvent[]) => ({ when: (command: TitleCommand) => title.given(...events).when(command, { now }) });
const declared = (code: string, holds: boolean) => ({ code, holds, evidence: '市政府证明' });
const content: TitleApplied['data'] = {
  code: 'eco-county', name: { zh: '省级生态县', en: 'Provincial eco-county' }, campaignId: publicId(CITY, 'eco'), standardId: publicId(CITY, 'ECO.v1'), areaUnitId: DISTRICT, partUnitIds: [], year: 2013,
  preconditions: [declared('ECO-P01', true)], negativeList: [declared('ECO-N01', false)], participantTenantIds: [DISTRICT],
};
const apply = (said: Partial<ApplyForTitle['data']> = {}): ApplyForTitle =>
  ({ type: 'ApplyForTitle', data: { ...content, preconditionCodes: ['ECO-P01'], negativeCodes: ['ECO-N01'], districtTenantIds: [DISTRICT], ...said } });
const applied: TitleEvent = { type: 'TitleApplied', data: content };
const nominated: TitleEvent = { type: 'TitleNominated', data: { on: '2013-10-08', document: '提名1号' } };
const awarded: TitleEvent = { type: 'TitleAwarded', data: { on: '2013-12-20', validUntil: '2016-12-31', document: '命名1号' } };
const award = (said: Partial<AwardTitle['data']> = {}): AwardTitle => ({ type: 'AwardTitle', data: { ...awarded.data, holdingUnitIds: [], ...said } });
const review = (verdict: 'passed' | 'failed') => ({ type: 'TitleReReviewed', data: { on: '2016-02-20', verdict, finding: '抽查', document: '复审1号' } }) as const;
const withdraw = { type: 'WithdrawTitle', data: { on: '2016-02-28', reason: '复审不合格', document: '撤销1号' } } as const;

describe('a title', () => {
  it('is applied for, nominated, awarded, reviewed again, and kept or withdrawn', () => {
    given().when(apply()).then(applied);
    given(applied).when({ type: 'NominateForTitle', data: nominated.data }).then(nominated);
    given(applied, nominated).when(award()).then(awarded);
    given(applied, nominated, awarded).when({ type: 'ReReviewTitle', data: review('passed').data }).then(review('passed'));
    given(applied, nominated, awarded, review('passed')).when({ type: 'KeepTitle', data: { validUntil: '2019-12-31', document: '保留1号' } })
      .then({ type: 'TitleKept', data: { validUntil: '2019-12-31', document: '保留1号', term: 2 } });
    given(applied, nominated, awarded, review('failed')).when(withdraw).then({ type: 'TitleWithdrawn', data: withdraw.data });
  });

  it('goes no step before the one it follows', () => {
    given(applied).when(award()).thenRefused('title-step');
    given(applied, nominated).when({ type: 'ReReviewTitle', data: review('passed').data }).thenRefused('title-step');
    given(applied, nominated, awarded).when({ type: 'KeepTitle', data: { validUntil: '2019-12-31', document: '1号' } }).thenRefused('title-step');
    given(applied, nominated).when(withdraw).thenRefused('title-step');
    given(applied, nominated, awarded).when({ type: 'NominateForTitle', data: nominated.data }).thenRefused('title-step');
    given().when(award()).thenRefused('title-not-applied');
  });

  it('is not applied for any more once a precondition is missing or something on the negative list occurred, whatever the score', () => {
    const missing = { preconditions: [declared('ECO-P01', false)] };
    given().when(apply(missing)).then({ type: 'TitleApplied', data: { ...content, ...missing } }, { type: 'TitleApplicationEnded', data: { missing: ['ECO-P01'], occurred: [] } });
    const occurred = { negativeList: [declared('ECO-N01', true)] };
    given().when(apply(occurred)).then({ type: 'TitleApplied', data: { ...content, ...occurred } }, { type: 'TitleApplicationEnded', data: { missing: [], occurred: ['ECO-N01'] } });
    given(applied, { type: 'TitleApplicationEnded', data: { missing: ['ECO-P01'], occurred: [] } }).when({ type: 'NominateForTitle', data: nominated.data }).thenRefused('title-step');
  });

  it('is applied for with every precondition and the whole negative list declared, each with what shows it', () => {
    given().when(apply({ preconditions: [] })).thenRefused('not-declared', 'preconditions');
    given().when(apply({ negativeList: [declared('ECO-N09', false)] })).thenRefused('declared-unknown', 'negativeList[0].code');
    given().when(apply({ preconditions: [{ ...declared('ECO-P01', true), evidence: ' ' }] })).thenRefused('declared-without-evidence', 'preconditions[0].evidence');
    given(applied).when(apply()).then();
    given(applied).when(apply({ year: 2014 })).thenRefused('title-applied', 'code');
  });

  it('of a whole area needs every area\'s', () => {
    const whole: TitleEvent = { type: 'TitleApplied', data: { ...content, areaUnitId: CITY, partUnitIds: [DISTRICT, '511903'] } };
    given(whole, nominated).when(award({ holdingUnitIds: [DISTRICT] })).thenRefused('title-of-part-missing', 'partUnitIds');
    given(whole, nominated).when(award({ holdingUnitIds: ['511903', DISTRICT] })).then(awarded);
    given().when(apply({ partUnitIds: [DISTRICT] })).thenRefused('title-part-of-itself', 'partUnitIds');
  });

  it('counts its terms in a row, and loses them when it is withdrawn', () => {
    const kept: TitleEvent = { type: 'TitleKept', data: { term: 2, validUntil: '2019-12-31', document: '保留1号' } };
    const course = [applied, nominated, awarded, review('passed'), kept];
    expect(title.given(...course).state()).toMatchObject({ status: 'awarded', terms: 2, validUntil: '2019-12-31' });
    expect(title.given(...course, { type: 'TitleWithdrawn', data: withdraw.data }).state()).toMatchObject({ status: 'withdrawn', terms: 0 });
  });

  it('is kept only after a review it passed, for a term beyond the present one', () => {
    const keep = (validUntil: string) => ({ type: 'KeepTitle', data: { validUntil, document: '1号' } }) as const;
    given(applied, nominated, awarded, review('failed')).when(keep('2019-12-31')).thenRefused('review-not-passed');
    given(applied, nominated, awarded, review('passed')).when(keep('2016-12-31')).thenRefused('date-invalid', 'validUntil');
  });

  it('rests on a document and a day for each step, and on a reason where it is withdrawn', () => {
    given(applied).when({ type: 'NominateForTitle', data: { on: '2013-10-08', document: '' } }).thenRefused('document-required', 'document');
    given(applied).when({ type: 'NominateForTitle', data: { on: '2017-10-08', document: '1号' } }).thenRefused('date-in-future', 'on');
    given(applied, nominated, awarded).when({ ...withdraw, data: { ...withdraw.data, reason: ' ' } }).thenRefused('reason-required', 'reason');
  });

  it('is seen by its city and by those who take part', () => {
    const rows = specifyProjection(titleRegister).given(...[applied, nominated, awarded].map((event, revision) =>
      recorded(event, { stream: `title-${CITY}_eco-county`, revision, metadata: { sharedWith: [DISTRICT] } }))).rows();
    expect(rows).toMatchObject([CITY, DISTRICT].map((readerTenantId) => ({ readerTenantId, status: 'awarded', terms: 1, documents: ['提名1号', '命名1号'] })));
    given().when(apply({ districtTenantIds: [] })).thenRefused('participant-not-district', 'participantTenantIds[0]');
  });
});
