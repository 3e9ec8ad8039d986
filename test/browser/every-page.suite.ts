import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readAs } from './product.js';
import { expectSound, keepPicture, visit } from './reader.js';
import { walkTogether } from './walk.js';

const reader = '511900.city-office';

/** The first of what a list of the API holds. */
const first = async (url: string, list: string): Promise<string> => {
  const { items: [item] } = await readAs<{ items: readonly { readonly ownerTenantId: string; readonly id: string }[] }>(url, reader, `${list}${list.includes('?') ? '&' : '?'}limit=1`);
  if (!item) throw new Error(`${list} holds nothing to open.`);
  return `${item.ownerTenantId}_${item.id}`;
};

type Address = string | ((url: string) => Promise<string>);
const firstOf = (path: string, list: string): Address => async (url) => path.replace(':id', await first(url, list));

/** Every page of the console that a signed-in reader opens, with an address that shows something in the demonstration city. */
const pages: Readonly<Record<string, Address>> = {
  '': '/',
  'standards': '/standards',
  'standards/:id': firstOf('/standards/:id', '/standards'),
  'campaigns/:id/mapping': '/campaigns/511900_env/mapping?standardId=511900_ENV.v2',
  'campaigns/:id': '/campaigns/511900_civ',
  'titles': '/titles',
  'readiness': '/readiness?campaignId=511900_env',
  'mock-assessments': '/mock-assessments',
  'mock-assessments/:id': firstOf('/mock-assessments/:id', '/mock-assessments'),
  'promises': '/promises',
  'measures': '/measures',
  'measures/new': '/measures/new',
  'measures/:id/revision': '/measures/511900_green-coverage/revision',
  'measures/:id': firstOf('/measures/:id', '/measures'),
  'split-tree': '/split-tree?campaignId=511900_eco',
  'split-workbench': '/split-workbench',
  'split-workbench/:id': firstOf('/split-workbench/:id', '/splits'),
  'leadership': '/leadership?unitId=511902001',
  'leadership/groups/:id': firstOf('/leadership/groups/:id', '/leading-groups'),
  'meetings': '/meetings',
  'meetings/:id': firstOf('/meetings/:id', '/meetings?status=held'),
  'delegations': '/delegations',
  'tasks': '/tasks',
  'tasks/:id': firstOf('/tasks/:id', '/tasks?level=2&status=done'),
  'command-centre': '/command-centre',
  'request-figures': '/request-figures',
  'work': '/work',
  'requests': '/requests',
  'requests/new': '/requests/new',
  'requests/unowned': '/requests/unowned',
  'requests/:id': firstOf('/requests/:id', '/requests'),
  'grid': '/grid',
  'postings': '/postings',
  'postings/:id': firstOf('/postings/:id', '/postings'),
  'projects': '/projects',
  'projects/:id': firstOf('/projects/:id', '/projects'),
  'samples': '/samples',
  'registers': '/registers',
  'evidence': '/evidence?view=missing',
  'contracts': '/contracts',
  'contracts/:id': firstOf('/contracts/:id', '/contracts'),
  'signing': '/signing',
  'contract-batches': '/contract-batches',
  'signature-keys': '/signature-keys',
  'veto-clauses': '/veto-clauses',
  'rankings': '/rankings?period=2013Q4&group=districts',
  'schemes/:id': '/schemes/511900_wuchuang.v2',
  'scores/:unitId': '/scores/511902?schemeId=511900_wuchuang.v2&period=2014Q3',
  'matters': '/matters',
  'matrix': '/matrix',
  'duty-lists': '/duty-lists',
  'responsibility-map': '/responsibility-map?areaUnitId=511902',
  'organisation': '/organisation',
  'onboarding': '/onboarding',
  'sites': '/sites',
  'sites/:id': firstOf('/sites/:id', '/sites'),
  'tenants': '/tenants',
  'calendar': '/calendar?year=2013',
  'access': '/access?unit=511900-health',
  'feed': '/feed',
  '*': '/no-such-page',
};

/** Visited by their own suites, or without signing in. */
const elsewhere: readonly string[] = ['/front-door/:tenantId', '/front-door/:tenantId/receipt', '/front-door/:tenantId/requests', '/promises/:tenantId/:year', '/sign-in', '/verify/:id', '/callback', 'history/:stream', 'samples/:id', 'grid/:id', 'evidence/:id', 'contract-batches/:id'];

const routed = (): string[] =>
  [...readFileSync(join(process.cwd(), 'apps/console/src/routes.tsx'), 'utf8').matchAll(/page\('([^']+)'/g)].map(([, path]) => path as string);

/** Visits the product that stands at `url` once the tests run. */
export const everyPage = (url: () => string): void => {
  describe('every page of the console', () => {
    it('is visited here or in a suite of its own', () => {
      const known = [...Object.keys(pages), ...elsewhere];
      expect(routed().filter((path) => !known.includes(path))).toEqual([]);
      expect(known.filter((path) => path !== '' && !routed().includes(path))).toEqual([]);
    });
  });

  walkTogether('every page', url, ({ language, width, signedIn, before, step }) => {
    let page: Page;
    const failures: string[] = [];
    before(async () => {
      page = await signedIn(reader);
      page.on('pageerror', (failure) => failures.push(failure.message));
    });

    for (const [name, address] of Object.entries(pages)) {
      step(`/${name} shows itself without a failure, within its window, with nothing serious for axe`, async () => {
        await visit(page, url(), typeof address === 'string' ? address : await address(url()));
        await page.waitForLoadState('networkidle');
        await page.locator('.bones').first().waitFor({ state: 'detached' });
        await keepPicture(page, `${name || 'cockpit'}.${language}-${width}`);
        await expectSound(page);
        expect(failures).toEqual([]);
      });
    }
  });
};
