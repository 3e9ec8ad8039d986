import { specify } from '@zeren/kernel/testing';
import { assessmentDecider, type AssessmentContent } from './assessment.js';

const { given } = specify(assessmentDecider);
const standing = (unitId: string, place: number, total: string) =>
  ({ unitId, tenantId: unitId, total, rank: place, counted: 3, late: 0, rework: 0 });
const content = (said: Partial<AssessmentContent> = {}): AssessmentContent => ({
  schemeId: '511900_districts.v1', schemeVersion: 1, period: '2013Q2', position: '4711',
  groups: [{ code: 'districts', name: { zh: '县区', en: 'Districts' }, standings: [standing('511922', 1, '95.00'), standing('511902', 2, '90.00')] }],
  ...said,
});
const publish = (said: Partial<AssessmentContent> = {}) =>
  ({ type: 'PublishAssessment' as const, data: { content: content(said), tieRule: 'late-then-rework-then-shared' as const } });
const published = { type: 'AssessmentPublished' as const, data: content() };
const after = { now: '2013-06-30T16:00:00.000Z' };

describe('an assessment', () => {
  it('is published with totals and ranks once its period is over', () => {
    given().when(publish(), after).then(published);
  });

  it('is not published while its period runs', () => {
    given().when(publish(), { now: '2013-06-30T15:59:59.999Z' }).thenRefused('period-not-over', 'period');
    given().when(publish({ period: '2013' }), after).thenRefused('period-not-over', 'period');
  });

  it('of something that is no period is refused', () => {
    given().when(publish({ period: '2013Q5' }), after).thenRefused('period-malformed', 'period');
  });

  it('ranks by the stated rule', () => {
    const standings = [standing('511922', 2, '95.00'), standing('511902', 1, '90.00')];
    given().when(publish({ groups: [{ code: 'districts', name: { zh: '县区', en: 'Districts' }, standings }] }), after)
      .thenRefused('standings-not-ranked', 'groups[0]');
  });

  it('published again the same changes nothing, and is otherwise frozen', () => {
    given(published).when(publish(), after).then();
    given(published).when(publish({ position: '4712' }), after).thenRefused('assessment-frozen');
  });

  it('is shared with every ranked tenant', () => {
    expect(assessmentDecider.sharedWith(given(published).state())).toEqual(['511922', '511902']);
  });
});
