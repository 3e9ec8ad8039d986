import { applicationOf } from '@zeren/organisation-domain';
import { isOffered } from './ways.js';

const bazhou = { kind: 'district', levels: [] } as const;
const officer = (unitId: string) => ({ tenantId: '511902', unitId, roles: ['officer'] }) as const;

describe('the ways through the console', () => {
  it('are those of the application: a grid officer finds its own page and no contracts, a town its command centre', () => {
    const grid = applicationOf(officer('511902001001-g1'), { kind: 'grid', level: 5 }, bazhou);
    expect(['/grid', '/work', '/tasks', '/contracts', '/', '/organisation'].filter((to) => isOffered(grid, to))).toEqual(['/grid', '/work', '/tasks']);
    const town = applicationOf(officer('511902001'), { kind: 'town', level: 3 }, bazhou);
    expect(['/', '/command-centre', '/contracts', '/standards', '/requests/unowned'].filter((to) => isOffered(town, to))).toEqual(['/command-centre', '/contracts', '/requests/unowned']);
  });

  it('of the platform\'s operator lead to tenants alone', () => {
    const operator = applicationOf({ tenantId: 'platform', unitId: '', roles: ['operator'] }, undefined, null);
    expect(['/', '/tenants', '/tasks', '/requests'].filter((to) => isOffered(operator, to))).toEqual(['/tenants']);
  });
});
