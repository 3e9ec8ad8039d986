import { specify } from '@zeren/kernel/testing';
import type { DoingRules } from './assessment.events.js';
import { schemeDecider } from './scheme.js';
import { aScheme, doingRules } from './testing/samples.js';

const { given } = specify(schemeDecider);
const publish = (said: Partial<DoingRules> = {}) => ({ type: 'PublishScheme' as const, data: aScheme({ doing: doingRules(said) }) });

describe('a scheme with rules on the doing', () => {
  it('is published with them, and frozen with them', () => {
    const data = aScheme({ doing: doingRules() });
    given().when(publish()).then({ type: 'SchemePublished', data });
    given({ type: 'SchemePublished', data }).when(publish({ sharedCredit: true })).thenRefused('scheme-frozen');
  });

  it.each(['10', '9.99'])('in which a false report costs %s points, not more than rework, is refused', (points) => {
    given().when(publish({ falseReport: { points, cap: '30' } })).thenRefused('false-report-not-dearer', 'doing.falseReport.points');
  });

  it('in which false reports together cost not more than rework together is refused', () => {
    given().when(publish({ falseReport: { points: '12', cap: '20' } })).thenRefused('false-report-cap-not-dearer', 'doing.falseReport.cap');
  });

  it('has no cap below a single one', () => {
    given().when(publish({ reworkCap: '9' })).thenRefused('cap-below-points', 'doing.reworkCap');
    given().when(publish({ falseReport: { points: '31', cap: '30' } })).thenRefused('cap-below-points', 'doing.falseReport.cap');
    given().when(publish({ claim: { points: '3', cap: '2' } })).thenRefused('cap-below-points', 'doing.claim.cap');
    given().when(publish({ sampleFailure: { tolerated: '5', points: '9', cap: '8' } })).thenRefused('cap-below-points', 'doing.sampleFailure.cap');
  });

  it('keeps points between 0 and 100, and the share of the on-time rate below 100', () => {
    given().when(publish({ claim: { points: '1', cap: '101' } })).thenRefused('deduction-out-of-range', 'doing.claim.cap');
    given().when(publish({ sampleFailure: { tolerated: '-1', points: '1', cap: '8' } })).thenRefused('deduction-out-of-range', 'doing.sampleFailure.tolerated');
    given().when(publish({ onTimeShare: '100' })).thenRefused('share-out-of-range', 'doing.onTimeShare');
    given().when(publish({ onTimeShare: '-1' })).thenRefused('share-out-of-range', 'doing.onTimeShare');
  });

  it('names once what leaves the denominator', () => {
    given().when(publish({ leaves: ['deferred', 'voided', 'deferred'] })).thenRefused('excuse-twice', 'doing.leaves[2]');
  });
});
