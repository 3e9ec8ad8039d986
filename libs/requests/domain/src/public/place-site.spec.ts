import type { SiteEvent, SiteVersion } from '@zeren/organisation-domain';
import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { nearestSite, placeSiteProjection, siteOn } from './place-site.js';

const market: SiteVersion = {
  name: { zh: '江北农贸市场', en: 'Jiangbei Market' }, siteType: 'market', point: { latitude: '31.860000', longitude: '106.750000' }, address: '',
  areaUnitId: '511902004', ownerUnitId: '511900-commerce', validFrom: '2012-01-01',
};
const registered: SiteEvent = { type: 'SiteRegistered', data: { site: market, readers: ['511902'] } };
const closedGround: SiteEvent = { type: 'SiteChanged', data: { site: { ...market, siteType: 'construction-site', validFrom: '2013-06-01' }, readers: ['511902'], reason: '改建' } };
const over: SiteEvent = { type: 'SiteClosed', data: { closedOn: '2014-01-31', reason: '拆除' } };
const stream = { stream: 'site-511900_BZ-1', metadata: { tenantId: '511900', sharedWith: ['511902'] } };
const rowsAfter = (...events: readonly SiteEvent[]) =>
  specifyProjection(placeSiteProjection).given(...events.map((event, revision) => recorded(event, { ...stream, revision }))).rows();

describe('a site as the place of requests', () => {
  it('is known where it is kept and where it lies, by name, type, area and point', () => {
    expect(rowsAfter(registered)).toMatchObject([
      { readerTenantId: '511900', id: 'BZ-1', siteType: 'market', areaUnitId: '511902004', latitude: '31.860000', isOpen: true }, { readerTenantId: '511902', ownerTenantId: '511900' },
    ]);
    expect(rowsAfter(registered, closedGround)).toMatchObject([{ isOpen: false }, { isOpen: false }]);
  });

  it('is what it was on the day: nothing before its first and after its last', () => {
    const [row] = rowsAfter(registered, closedGround, over);
    expect(['2011-12-31', '2013-05-31', '2013-06-01', '2014-02-01'].map((day) => row && siteOn(row, day)?.siteType)).toEqual([undefined, 'market', 'construction-site', undefined]);
  });

  it('is the nearest of several to a point, with the distance', () => {
    const sites = [{ point: { latitude: '31.900000', longitude: '106.750000' } }, { point: { latitude: '31.861500', longitude: '106.750000' } }];
    const nearest = nearestSite(market.point, sites);
    expect([nearest?.site, Math.round(nearest?.metres ?? 0)]).toEqual([sites[1], 167]);
    expect(nearestSite(market.point, [])).toBeUndefined();
  });
});
