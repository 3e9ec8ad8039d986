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
const period = { schemeId: '511900_districts.v1', schemeVersion: 1, period: '2013Q2' };
const close = (said: Partial<typeof period> = {}) => ({ type: 'ClosePeriod' as const, data: { ...period, ...said } });
const closed = { type: 'PeriodClosed' as const, data: period };
const published = { type: 'AssessmentPublished' as const, data: content() };
const after = { now: '2013-06-30T16:00:00.000Z' };

describe('a period', () => {
  it('is closed once it is over', () => {
    given().when(close(), after).then(closed);
  });

  it('is not closed while it runs', () => {
    given().when(close(), { now: '2013-06-30T15:59:59.999Z' }).thenRefused('period-not-over', 'period');
    given().when(close({ period: '2013' }), after).thenRefused('period-not-over', 'period');
  });

  it('is a year or a quarter', () => {
    given().when(close({ period: '2013Q5' }), after).thenRefused('period-malformed', 'period');
  });

  it('closed again changes nothing, also after its result was published', () => {
    given(closed).when(close(), after).then();
    given(closed, published).when(close(), after).then();
  });

  it('that was closed is known to its owner alone', () => {
    expect(assessmentDecider.sharedWith(given(closed).state())).toEqual([]);
  });
});

describe('an assessment', () => {
  it('is published with totals and ranks once its period is closed', () => {
    given(closed).when(publish()).then(published);
  });

  it('of a period that was not closed is refused', () => {
    given().when(publish()).thenRefused('period-not-closed', 'period');
    given(closed).when(publish({ schemeVersion: 2 })).thenRefused('period-not-closed', 'period');
  });

  it('ranks by the stated rule', () => {
    const standings = [standing('511922', 2, '95.00'), standing('511902', 1, '90.00')];
    given(closed).when(publish({ groups: [{ code: 'districts', name: { zh: '县区', en: 'Districts' }, standings }] }))
      .thenRefused('standings-not-ranked', 'groups[0]');
  });

  it('published again the same changes nothing, and is otherwise frozen', () => {
    given(closed, published).when(publish()).then();
    given(closed, published).when(publish({ position: '4712' })).thenRefused('assessment-frozen');
  });

  it('is shared with every ranked tenant', () => {
    expect(assessmentDecider.sharedWith(given(closed, published).state())).toEqual(['511922', '511902']);
  });
});
