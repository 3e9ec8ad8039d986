import { specify } from '@zeren/kernel/testing';
import { tenantDecider, type TenantRegistered } from './index.js';

const city: TenantRegistered['data'] = {
  tenantId: '511900', name: { zh: '巴中市', en: 'Bazhong' }, kind: 'city', parentTenantId: null,
  levels: [{ zh: '市', en: 'City' }, { zh: '县区', en: 'District' }], timeZone: 'Asia/Shanghai',
};
const district: TenantRegistered['data'] = {
  ...city, tenantId: '511922', name: { zh: '南江县', en: 'Nanjiang' }, kind: 'district', parentTenantId: '511900',
};

describe('a tenant', () => {
  const { given } = specify(tenantDecider);
  const registered = (tenant: TenantRegistered['data']): TenantRegistered => ({ type: 'TenantRegistered', data: tenant });

  it('is registered once; the same again changes nothing', () => {
    given().when({ type: 'RegisterTenant', data: { tenant: city, parent: null } }).then(registered(city));
    given(registered(city)).when({ type: 'RegisterTenant', data: { tenant: city, parent: null } }).then();
  });

  it('is not registered again with other content', () => {
    given(registered(city))
      .when({ type: 'RegisterTenant', data: { tenant: { ...city, timeZone: 'Asia/Urumqi' }, parent: null } })
      .thenRefused('tenant-exists', 'tenantId');
  });

  it('belongs to a registered city where it is a district', () => {
    given().when({ type: 'RegisterTenant', data: { tenant: district, parent: city } }).then(registered(district));
    given().when({ type: 'RegisterTenant', data: { tenant: district, parent: null } }).thenRefused('tenant-parent-wrong', 'parentTenantId');
    given().when({ type: 'RegisterTenant', data: { tenant: district, parent: district } }).thenRefused('tenant-parent-wrong');
    given().when({ type: 'RegisterTenant', data: { tenant: { ...city, parentTenantId: '511922' }, parent: null } })
      .thenRefused('tenant-parent-wrong');
  });

  it('is shared with itself and its city, and with nobody before it is registered', () => {
    expect(tenantDecider.sharedWith(given().state())).toEqual([]);
    expect(tenantDecider.sharedWith(given(registered(district)).state())).toEqual(['511922', '511900']);
  });
});
