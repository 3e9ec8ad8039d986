import type { Role } from '@zeren/kernel';
import type { UnitKind } from '../organisation.events.js';
import { emptyRegister, type Register } from '../register-state.js';
import { confinementOf, Confinements, unitsAsked } from './confinement.js';

type Line = readonly [unitId: string, kind: UnitKind, parentUnitId: string | null, validFrom?: string];

const registerOf = (tenantId: string, parentTenantId: string | null, lines: readonly Line[]): Register => ({
  ...emptyRegister,
  tenant: { tenantId, kind: parentTenantId === null ? 'city' : 'district', parentTenantId, levels: 5 },
  units: Object.fromEntries(lines.map(([unitId, kind, parentUnitId, validFrom = '2012-01-01']) =>
    [unitId, [{ unitId, code: null, name: { zh: unitId, en: unitId }, kind, level: null, parentUnitId, validFrom, validUntil: null }]])),
});

const city = registerOf('511900', null, [
  ['511900', 'government', null], ['511900-health', 'department', '511900'], ['511902', 'district', '511900'], ['511902001', 'town', '511902'],
  ['511902001001', 'village', '511902001'], ['511902001001-g01', 'grid', '511902001001'], ['511902002', 'town', '511902'], ['511900-x-oilfield', 'external-party', null],
]);
/** Grids that the district has set up itself, one of them only later. */
const district = registerOf('511902', '511900', [
  ['511902', 'district', null], ['511902001001-g02', 'grid', '511902001001'], ['511902001001-g03', 'grid', '511902001001', '2014-01-01'],
]);

const officer = (unitId: string, tenantId = '511902', roles: readonly Role[] = ['officer']) => ({ tenantId, unitId, roles });
const on = (holder: ReturnType<typeof officer>, day = '2013-03-01') => confinementOf([district, city], holder, day);

describe('what somebody is kept to', () => {
  it('is in a town the town with its villages and grids: its own work, and as a command centre what others do there', () => {
    expect(on(officer('511902001'))).toEqual({ unitIds: ['511902001', '511902001001', '511902001001-g02', '511902001001-g01'], isCentre: true });
  });

  it('is in a village the village with its grids, in a grid the grid alone: their own work only', () => {
    expect(on(officer('511902001001'))).toEqual({ unitIds: ['511902001001', '511902001001-g02', '511902001001-g01'], isCentre: false });
    expect(on(officer('511902001001-g01'))).toEqual({ unitIds: ['511902001001-g01'], isCentre: false });
  });

  it('is for a body outside the tree that body, whatever its role', () => {
    expect(on(officer('511900-x-oilfield', '511900', ['inspector']))).toEqual({ unitIds: ['511900-x-oilfield'], isCentre: false });
  });

  it('follows the tree of the day', () => {
    expect(on(officer('511902001001'), '2014-01-01')?.unitIds).toContain('511902001001-g03');
  });

  it('is nothing less than the tenant for city, district and department, and in a town for roles that answer for the whole', () => {
    const holders = [officer('511902'), officer('511900', '511900'), officer('511900-health', '511900'), officer('511902001', '511902', ['inspector'])];
    expect(holders.map((holder) => on(holder))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is read from the register of the tenant and that of its city', async () => {
    const registers = new Map([['511900', city], ['511902', district]]);
    const confinements = new Confinements(async (decider, { tenantId }) => (registers.get(tenantId) ?? decider.initialState) as typeof decider.initialState);
    const caller = { ...officer('511902001'), actorId: 'a', postId: 'p', now: '2013-03-01T02:00:00.000Z' };
    expect((await confinements.of(caller))?.unitIds).toHaveLength(4);
    expect(await confinements.of({ ...caller, tenantId: '511900', unitId: '511900-health' })).toBeUndefined();
  });

  it('narrows what is asked for to the units that are its own', () => {
    const kept = { unitIds: ['a', 'b'], isCentre: false };
    expect([unitsAsked('a', kept), unitsAsked('c', kept), unitsAsked(undefined, kept), unitsAsked('c', undefined), unitsAsked(undefined, undefined)])
      .toEqual([['a'], [], ['a', 'b'], 'c', undefined]);
  });
});
