import { fold } from '@zeren/kernel';
import { matterCatalogueDecider, registerDecider, type MatrixRow, type RegisterEvent, type UnitKind } from '@zeren/organisation-domain';
import { handlingUnitOf, isInside, levelAbove, mediationLevelOf, standingOf, verdictOf, type Asked, type Territory } from './request-routing.js';
import { after, dispatchTo, filing, accept, ownedBy, town, rubbish } from './request.samples.js';
import type { FiledRequest } from './request-state.js';
import { requestDecider } from './request.js';

const text = (zh: string) => ({ zh, en: zh });
const unit = (unitId: string, kind: UnitKind, level: number | null, parentUnitId: string | null) =>
  ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom: '2000-01-01' });
const registerOf = (tenantId: string, units: ReturnType<typeof unit>[]) => fold(registerDecider, [
  { type: 'RegisterOpened', data: { tenantId, kind: tenantId === '511900' ? 'city' : 'district', parentTenantId: tenantId === '511900' ? null : '511900', levels: 5 } },
  { type: 'UnitsRegistered', data: { units } },
] satisfies RegisterEvent[]);

const city = registerOf('511900', [
  unit('511900', 'government', 1, null), unit('511900-urban', 'department', 1, '511900'), unit('511900-x-railway', 'external-party', null, null), unit('511902', 'district', 2, '511900'),
  unit('511902001', 'town', 3, '511902'), unit('511902001001', 'village', 4, '511902001'),
]);
const district = registerOf('511902', [unit('511902-office', 'office', 2, '511902'), unit('511902-desk', 'office', 2, null), unit('511902001001-g01', 'grid', 5, '511902001001')]);

const stages = [{ code: '1', name: text('处置'), term: { value: 4, unit: 'working-hour' as const } }];
const classOf = (code: string, urgent: boolean) => ({
  code, kind: 'event' as const, majorCode: 'E01', name: text(code), filingCondition: null, stages, limits: 'published' as const, closingCondition: null, urgent, source: null,
});
const catalogue = fold(matterCatalogueDecider, [{
  type: 'MatterCataloguePublished',
  data: {
    version: 1, validFrom: '2010-01-01', document: '1', defaultTerm: { value: 5, unit: 'working-day' }, majors: [{ code: 'E01', kind: 'event', name: text('市容') }],
    classes: [classOf('E01-01', false), classOf('E01-09', true)], districtTenantIds: ['511902'],
  },
}]);
const row = (said: Partial<MatrixRow>): MatrixRow => ({
  rowId: '1.1', areaUnitId: '511902001', matterCode: 'E01', claim: 'block', leadUnitId: '511902001', supportingUnitIds: [], officerPostId: null, validFrom: '2010-01-01', validUntil: null, ...said,
});
const territory = (...rows: MatrixRow[]): Territory => ({
  registers: [city, district], catalogue, day: '2013-03-01', matrix: { version: 3, rows, versions: [], referrals: [], districtTenantIds: ['511902'] },
});
const asked = (said: Partial<Asked> = {}): Asked => ({ kind: 'citizen', place: { areaUnitId: '511902001001-g01', point: null, siteId: null }, urgentReason: null, ...said });

describe('whose a request is', () => {
  it('is told by the nearest row of the matrix above the place, which is named with its version', () => {
    expect(verdictOf(territory(row({})), asked(), 'E01-01')).toEqual({
      kind: 'owned',
      assigned: {
        lead: town, supporting: [], officerPostId: null,
        route: { by: 'matrix', matrixVersion: 3, rowId: '1.1', areaUnitId: '511902001', matterCode: 'E01', isRaised: false },
      },
    });
  });

  it('is nobody\'s where the matrix is silent, and several\' where it names several', () => {
    expect(verdictOf(territory(), asked(), 'E01-01')).toEqual({ kind: 'vacuum' });
    const rows = [row({}), row({ rowId: '1.2', claim: 'line', leadUnitId: '511900-x-railway' })];
    expect(verdictOf(territory(...rows), asked(), 'E01-01')).toEqual({ kind: 'overlap', claimants: [town, { unitId: '511900-x-railway', tenantId: '511900' }] });
  });

  it('is raised to the district where it is urgent, by its filing or its class; the unit itself works along', () => {
    const raised = { kind: 'owned', assigned: { lead: { unitId: '511902', tenantId: '511902' }, supporting: [town], route: { rowId: '1.1', isRaised: true } } };
    expect(verdictOf(territory(row({})), asked({ urgentReason: '坍塌危险' }), 'E01-01')).toMatchObject(raised);
    expect(verdictOf(territory(row({})), asked(), 'E01-09')).toMatchObject(raised);
    expect(verdictOf(territory(row({ leadUnitId: '511900-urban' })), asked({ urgentReason: '坍塌危险' }), 'E01-01')).toMatchObject({ assigned: { lead: { unitId: '511900-urban' }, route: { isRaised: false } } });
  });

  it('is joint where an enterprise needs something: the level above works along where nobody else is named', () => {
    expect(verdictOf(territory(row({})), asked({ kind: 'enterprise' }), 'E01-01')).toMatchObject({ assigned: { lead: town, supporting: [{ unitId: '511902', tenantId: '511902' }] } });
  });
});

describe('units and their tenants', () => {
  it('a unit works in the tenant of the district it stands in, and outside the tree in the city that knows it', () => {
    expect(handlingUnitOf(territory(), '511902001001-g01', 'lead').tenantId).toBe('511902');
    expect(handlingUnitOf(territory(), '511900-x-railway', 'lead').tenantId).toBe('511900');
    expect(() => handlingUnitOf(territory(), 'nowhere', 'lead')).toThrow('handling-unit-unknown');
  });

  it('a place is a tenant\'s where it lies below it', () => {
    expect(isInside(territory(), '511902001001-g01', '511900')).toBe(true);
    expect(isInside(territory(), '511902001', '511903')).toBe(false);
    expect(isInside(territory(), '211100', '511900')).toBe(false);
  });

  const given = after([filing()], accept, dispatchTo(ownedBy(town), undefined, rubbish)).reduce(requestDecider.evolve, requestDecider.initialState) as FiledRequest;

  it('an office acts for its government, and who stands above a unit is told apart from the unit itself', () => {
    expect(standingOf(territory(), given, { tenantId: '511902', unitId: '511902001' })).toEqual({ own: ['511902001'], above: [] });
    expect(standingOf(territory(), given, { tenantId: '511902', unitId: '511902-office' })).toEqual({ own: [], above: ['511902001'] });
    expect(standingOf(territory(), given, { tenantId: '511902', unitId: '511902-desk' })).toEqual({ own: [], above: ['511902001'] });
    expect(standingOf(territory(), given, { tenantId: '511902', unitId: '511902001001' })).toEqual({ own: [], above: [] });
    expect(standingOf(territory(), given, { tenantId: '511900', unitId: '511900' })).toEqual({ own: [], above: [] });
  });

  it('one level up from a unit is the unit above it, and from the dispatching side its government', () => {
    expect(levelAbove(territory(), given)).toEqual({ unitId: '511902', tenantId: '511902' });
    const filed = after([filing()]).reduce(requestDecider.evolve, requestDecider.initialState) as FiledRequest;
    expect(levelAbove(territory(), filed)).toEqual({ unitId: '511900', tenantId: '511900' });
  });
});

describe('the level at which a unit mediates', () => {
  it('is its own, or that of what it stands below; a department of the district or the city is at the last', () => {
    const level = (unitId: string) => mediationLevelOf(territory(), unitId);
    expect(['511902001001-g01', '511902001001', '511902001', '511902', '511902-desk', '511900-urban'].map(level)).toEqual(['village', 'village', 'town', 'district', 'district', 'district']);
    expect(level('nowhere')).toBeNull();
  });
});
