import { specify } from '@zeren/kernel/testing';
import { standardDecider } from './standard.js';
import { aStandard, DISTRICT } from './testing/samples.js';

const standard = specify(standardDecider);
const published = aStandard();

describe('a standard', () => {
  it('is published as a version', () => {
    standard.given().when({ type: 'PublishStandard', data: published.data }).then(published);
  });

  it('published again with the same content changes nothing', () => {
    standard.given(published).when({ type: 'PublishStandard', data: aStandard().data }).then();
  });

  it('never changes once published', () => {
    standard.given(published).when({ type: 'PublishStandard', data: { ...published.data, edition: '2012' } }).thenRefused('standard-frozen', 'version');
  });

  it('holds as many items as it declares', () => {
    standard.given().when({ type: 'PublishStandard', data: { ...published.data, declaredItems: 2 } }).thenRefused('standard-count-differs');
  });

  it('is read by the tenants that work to it', () => {
    expect(standardDecider.sharedWith(standard.given(published).state())).toEqual([DISTRICT]);
    expect(standardDecider.sharedWith(standard.given().state())).toEqual([]);
  });
});
