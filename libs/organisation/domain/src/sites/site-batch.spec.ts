import { specify } from '@zeren/kernel/testing';
import type { EnteredSite, SiteBatchEvent } from './site-batch.events.js';
import { commandOfEntered, siteBatchDecider } from './site-batch.js';

const entered = (number: string): EnteredSite => ({
  number, readers: ['511902'], reason: '划转',
  site: {
    name: { zh: '市场', en: 'Market' }, siteType: 'market', point: { latitude: '31.86', longitude: '106.75' }, address: '',
    areaUnitId: '511902004', ownerUnitId: '511900-commerce', validFrom: '2012-01-01',
  },
});
const sites = Array.from({ length: 1_200 }, (_, at) => entered(`BZ-${at}`));
const enter = { type: 'EnterSites' as const, data: { sites } };
const listed = (from: number, until: number): SiteBatchEvent => ({ type: 'SitesListed', data: { sites: sites.slice(from, until) } });
const whole: SiteBatchEvent = { type: 'SitesEntered', data: { sites: 1_200 } };
const { given } = specify(siteBatchDecider);

describe('a batch of sites', () => {
  it('is written down in parts of at most 500, and holds only once the last of them is', () => {
    given().when(enter).then(listed(0, 500));
    given(listed(0, 500)).when(enter).then(listed(500, 1_000));
    given(listed(0, 500), listed(500, 1_000)).when(enter).then(listed(1_000, 1_200), whole);
    expect(given(listed(0, 500), listed(500, 1_000)).state().status).toBe('listing');
  });

  it('is entered once, whatever is sent again', () => {
    given(listed(0, 500), listed(500, 1_000), listed(1_000, 1_200), whole).when(enter).then();
    given().when({ type: 'EnterSites', data: { sites: [] } }).then();
  });

  it('registers a site that is new, and changes one that is known, with its reason', () => {
    expect(commandOfEntered(entered('BZ-1'), false)).toMatchObject({ type: 'RegisterSite', data: { number: 'BZ-1', facts: { readers: ['511902'] } } });
    expect(commandOfEntered(entered('BZ-1'), true)).toMatchObject({ type: 'ChangeSite', data: { reason: '划转' } });
  });
});
