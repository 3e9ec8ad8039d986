import type { RawCell, RawRow } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { siteDecider, type SiteFacts } from './site.js';
import type { SiteEvent, SiteVersion } from './site.events.js';
import { isOpenToPublic, lineOfSite, parseSites, siteSheet } from './site-sheet.js';
import { siteProjection } from './site-view.js';

const facts: SiteFacts = { hasArea: true, hasOwner: true, readers: ['511902'] };
const market: SiteVersion = {
  name: { zh: '江北农贸市场', en: 'Jiangbei Market' }, siteType: 'market', point: { latitude: '31.86', longitude: '106.75' }, address: '江北大道',
  areaUnitId: '511902004', ownerUnitId: '511900-commerce', validFrom: '2012-01-01',
};
const register = (site = market, said: Partial<SiteFacts> = {}) => ({ type: 'RegisterSite' as const, data: { number: 'BZ-1', site, facts: { ...facts, ...said } } });
const change = (site: Partial<SiteVersion>, reason = '划转') => ({ type: 'ChangeSite' as const, data: { site: { ...market, ...site }, reason, facts } });
const close = (closedOn: string, reason = '拆除') => ({ type: 'CloseSite' as const, data: { closedOn, reason } });
const registered: SiteEvent = { type: 'SiteRegistered', data: { site: market, readers: ['511902'] } };
const handedOver: SiteEvent = { type: 'SiteChanged', data: { site: { ...market, ownerUnitId: '511900-x-property-company', validFrom: '2013-06-01' }, readers: ['511902'], reason: '划转' } };
const { given } = specify(siteDecider);

describe('a site', () => {
  it('is registered with type, place, area and owner, once', () => {
    given().when(register()).then(registered);
    given(registered).when(register()).then();
    given(registered).when(register({ ...market, siteType: 'park' })).thenRefused('site-exists', 'number');
  });

  it('has another owner from a day on; what it was before stays', () => {
    const outcome = given(registered).when(change({ ownerUnitId: '511900-x-property-company', validFrom: '2013-06-01' })).outcome();
    expect(outcome).toEqual([handedOver]);
    const state = given(registered, ...outcome).state();
    expect(state.status !== 'none' && state.versions.map(({ ownerUnitId, validFrom, validUntil, reason }) => [ownerUnitId, validFrom, validUntil, reason])).toEqual([
      ['511900-commerce', '2012-01-01', '2013-05-31', null], ['511900-x-property-company', '2013-06-01', null, '划转'],
    ]);
    given(registered, handedOver).when(change({ ownerUnitId: '511900-x-property-company', validFrom: '2013-06-01' })).then();
  });

  it('is closed on a last day, once, and changes no more', () => {
    const closed: SiteEvent = { type: 'SiteClosed', data: { closedOn: '2014-01-31', reason: '拆除' } };
    given(registered).when(close('2014-01-31')).then(closed);
    given(registered, closed).when(close('2014-01-31')).then();
    given(registered, closed).when(close('2014-02-28')).thenRefused('site-closed');
    given(registered, closed).when(change({ validFrom: '2014-03-01' })).thenRefused('site-closed');
  });

  it('is known to the tenants in whose area it lies', () => {
    expect(siteDecider.sharedWith(given(registered).state())).toEqual(['511902']);
    expect(siteDecider.sharedWith(given().state())).toEqual([]);
  });

  it.each([
    ['in an area outside the tenant', register(market, { hasArea: false }), 'site-area-unknown', 'areaUnitId'],
    ['of an owner nobody knows', register(market, { hasOwner: false }), 'site-owner-unknown', 'ownerUnitId'],
    ['at a point outside the country', register({ ...market, point: { latitude: '106.75', longitude: '31.86' } }), 'site-point-wrong', 'point'],
    ['on a day that does not exist', register({ ...market, validFrom: '2013-02-30' }), 'not-a-date', 'validFrom'],
  ])('is refused %s', (_, command, code, field) => given().when(command).thenRefused(code, field));

  it.each([
    ['without a reason', change({ validFrom: '2013-06-01' }, ' '), 'site-reason-missing'],
    ['from a day not later', change({ validFrom: '2012-01-01', siteType: 'park' }), 'site-version-not-later'],
    ['closed before it began', close('2011-12-31'), 'site-version-not-later'],
  ])('is not changed %s', (_, command, code) => given(registered).when(command).thenRefused(code));

  it('that nobody registered is neither changed nor closed', () => {
    given().when(change({})).thenRefused('site-unknown');
    given().when(close('2013-01-01')).thenRefused('site-unknown');
  });
});

describe('the register of sites', () => {
  it('tells people without an account of no closed ground, and of nothing whose type is not stated', () => {
    expect((['market', 'back-lane', 'public-toilet', 'construction-site', 'idle-oilfield', 'other'] as const).map(isOpenToPublic)).toEqual([true, true, true, false, false, false]);
  });

  it('has a row for each reader, with all that the site was', () => {
    const stream = { stream: 'site-511900_BZ-1', metadata: { tenantId: '511900', sharedWith: ['511902'] } };
    const rows = specifyProjection(siteProjection).given(recorded(registered, stream), recorded(handedOver, { ...stream, revision: 1 })).rows();
    expect(rows.map(({ readerTenantId, id, ownerUnitId, status, versions }) => [readerTenantId, id, ownerUnitId, status, versions.length])).toEqual([
      ['511900', 'BZ-1', '511900-x-property-company', 'registered', 2], ['511902', 'BZ-1', '511900-x-property-company', 'registered', 2],
    ]);
  });

  const rowOf = (number: number, texts: readonly string[]): RawRow =>
    ({ number, isHidden: false, cells: new Map(texts.flatMap((text, at): [number, RawCell][] => (text === '' ? [] : [[at, { text, kind: 'text' }]]))) });
  const sheet = (...rows: readonly (readonly string[])[]) => parseSites([rowOf(1, siteSheet.columns.map(({ heading }) => heading.zh)), ...rows.map((texts, index) => rowOf(index + 2, texts))]);

  it('is read from a sheet and written as one', () => {
    const { sites, faults } = sheet(lineOfSite('BZ-1', market));
    expect({ faults, read: sites.map(({ number, site }) => [number, site]) }).toEqual({ faults: [], read: [['BZ-1', market]] });
  });

  it('names every error of a sheet with its place', () => {
    const { faults } = sheet(['BZ-1', '市场', '', '菜场', '5119', '511900-commerce', '三十一度', '106.7', '', '2013-01-01'], lineOfSite('BZ-1', market), lineOfSite('BZ-1', market));
    expect(faults.map(({ place, column, code }) => [place.row, column, code])).toEqual([
      [2, 'type', 'cell-choice'], [2, 'area', 'cell-form'], [2, 'latitude', 'cell-number'], [3, 'number', 'site-repeated'], [4, 'number', 'site-repeated'],
    ]);
  });
});
