import type { Role } from '@zeren/kernel';
import type { UnitKind } from '../organisation.events.js';
import { applicationOf, isConfined, type ApplicationHolder } from './application.js';

const text = (zh: string, en: string) => ({ zh, en });
const bazhong = { kind: 'city', levels: [text('市', 'City'), text('县区', 'District'), text('镇街', 'Town'), text('村社区', 'Village'), text('网格', 'Grid')] } as const;
/** Another order and another number of levels: grids above communities. */
const panjin = { kind: 'city', levels: [text('市', 'City'), text('区县', 'District'), text('街道', 'Subdistrict'), text('网格', 'Grid'), text('社区', 'Community')] } as const;
const bazhou = { ...bazhong, kind: 'district' } as const;

const unit = (kind: UnitKind, level: number | null) => ({ kind, level });
const holder = (unitId: string, roles: readonly Role[] = ['officer'], tenantId = '511900'): ApplicationHolder => ({ tenantId, unitId, roles });

describe('the application somebody works with', () => {
  it.each([
    ['the city', holder('511900', ['leader']), unit('government', 1), bazhong, { kind: 'city', levelName: { en: 'City' } }],
    ['an office of the city', holder('511900-creation-office', ['city-office']), unit('office', 1), bazhong, { kind: 'city', levelName: { en: 'City' } }],
    ['a department', holder('511900-health'), unit('department', 1), bazhong, { kind: 'department', levelName: { en: 'City' } }],
    ['a district, as its own tenant', holder('511902', ['leader'], '511902'), unit('district', 2), bazhou, { kind: 'district', levelName: { en: 'District' } }],
    ['an office of a district', holder('511902-creation-office', ['district-office'], '511902'), unit('office', 2), bazhou, { kind: 'district', levelName: { en: 'District' } }],
    ['a town', holder('511902001', ['officer'], '511902'), unit('town', 3), bazhou, { kind: 'town', levelName: { en: 'Town' } }],
    ['a village', holder('511902001001', ['officer'], '511902'), unit('village', 4), bazhou, { kind: 'village', levelName: { en: 'Village' } }],
    ['a grid', holder('511902001001-g1', ['officer'], '511902'), unit('grid', 5), bazhou, { kind: 'grid', levelName: { en: 'Grid' } }],
  ] as const)('follows from the unit and its level: %s', (_, who, of, tenant, expected) => {
    expect(applicationOf(who, of, tenant)).toMatchObject(expected);
  });

  it('is the same where a city puts grids above communities: number and names of levels are the tenant\'s own', () => {
    expect(applicationOf(holder('211103001-g1', ['officer'], '211100'), unit('grid', 4), panjin)).toMatchObject({ kind: 'grid', level: 4, levelName: { zh: '网格' }, home: 'grid' });
    expect(applicationOf(holder('211103001001', ['officer'], '211100'), unit('village', 5), panjin)).toMatchObject({ kind: 'village', level: 5, levelName: { zh: '社区' }, home: 'work' });
  });

  it('is a command centre for city, district and town, and for nobody else', () => {
    const centreOf = (kind: UnitKind, level: number | null) => applicationOf(holder('u'), unit(kind, level), bazhong).centre;
    expect([centreOf('government', 1), centreOf('district', 2), centreOf('town', 3)]).toEqual(['city', 'district', 'town']);
    expect([centreOf('department', 1), centreOf('village', 4), centreOf('grid', 5), centreOf('external-party', null)]).toEqual([null, null, null, null]);
  });

  it('reaches over the tenant for its government and for roles that answer for the whole, else over the unit and what is below it', () => {
    expect(applicationOf(holder('511900', ['leader']), unit('government', 1), bazhong).scope).toBe('tenant');
    expect(applicationOf(holder('511900-audit-office', ['auditor']), unit('office', 1), bazhong).scope).toBe('tenant');
    expect(applicationOf(holder('511900-health'), unit('department', 1), bazhong).scope).toBe('subtree');
    expect(applicationOf(holder('511902001', ['officer'], '511902'), unit('town', 3), bazhou).scope).toBe('subtree');
  });

  it('confines the officers of villages, grids and outside bodies to their own unit\'s work, whatever their role', () => {
    for (const kind of ['village', 'grid', 'external-party'] as const) {
      const application = applicationOf(holder('u', ['inspector']), unit(kind, null), bazhong);
      expect([isConfined(application), application.scope]).toEqual([true, 'subtree']);
    }
  });

  it('confines whoever works in a town to the town, unless a role answers for the whole of its tenant', () => {
    const isKept = (roles: readonly Role[]) => isConfined(applicationOf(holder('511902001', roles, '511902'), unit('town', 3), bazhou));
    expect([isKept(['officer']), isKept(['leader']), isKept(['inspector']), isKept(['hotline'])]).toEqual([true, true, false, false]);
  });

  it('has no contracts for a village or a grid, which are never a responsible party', () => {
    for (const kind of ['village', 'grid'] as const) expect(applicationOf(holder('u'), unit(kind, 4), bazhong).ways).not.toContain('contracts');
  });

  it('shows the platform\'s operator tenants and no business, a commissioned party its assignment alone', () => {
    expect(applicationOf(holder('', ['operator'], 'platform'), undefined, null)).toMatchObject({ kind: 'platform', scope: 'none', ways: ['tenants'] });
    expect(applicationOf(holder('511900-x-assessor', ['assessor']), undefined, bazhong)).toMatchObject({ kind: 'party', scope: 'assignment', ways: ['mock-assessments'] });
  });

  it('begins for a hotline operator with what is asked, over the whole tenant', () => {
    expect(applicationOf(holder('511900-hotline', ['hotline']), unit('office', 1), bazhong)).toMatchObject({ kind: 'city', home: 'requests', scope: 'tenant' });
  });

  it('is the tenant\'s own where the register does not know the unit', () => {
    expect(applicationOf(holder('511902-unknown', ['officer'], '511902'), undefined, bazhou)).toMatchObject({ kind: 'district', level: null, levelName: null });
  });
});
