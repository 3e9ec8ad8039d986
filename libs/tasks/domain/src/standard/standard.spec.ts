import { specify } from '@zeren/kernel/testing';
import { standardDecider, type PublishStandard } from './standard.js';
import { aStandard, DISTRICT } from '../testing/samples.js';

const standard = specify(standardDecider);
const published = aStandard();
const publish = (said: Partial<PublishStandard['data']> = {}): PublishStandard => ({
  type: 'PublishStandard',
  data: { ...published.data, districtTenantIds: [DISTRICT], hasPrevious: false, ...said },
});

describe('a standard', () => {
  it('is published as a version', () => {
    standard.given().when(publish()).then(published);
  });

  it('published again with the same content changes nothing', () => {
    standard.given(published).when(publish(aStandard().data)).then();
  });

  it('never changes once published', () => {
    standard.given(published).when(publish({ edition: '2012' })).thenRefused('standard-frozen', 'version');
  });

  it('follows the version before it: none is left out', () => {
    const second = aStandard({ version: 2, edition: '2014' });
    standard.given().when(publish({ ...second.data, hasPrevious: false })).thenRefused('standard-version-missing', 'version');
    standard.given().when(publish({ ...second.data, hasPrevious: true })).then(second);
  });

  it('holds as many items as it declares', () => {
    standard.given().when(publish({ declaredItems: 2 })).thenRefused('standard-count-differs');
  });

  it('is shared with districts of its own city, and with no other tenant', () => {
    standard.given().when(publish({ districtTenantIds: [] })).thenRefused('participant-not-district', 'participantTenantIds[0]');
  });

  it('is read by the tenants that work to it', () => {
    expect(standardDecider.sharedWith(standard.given(published).state())).toEqual([DISTRICT]);
    expect(standardDecider.sharedWith(standard.given().state())).toEqual([]);
  });
});
