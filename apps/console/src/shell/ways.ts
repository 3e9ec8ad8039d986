import type { Application, Way } from '@zeren/organisation-domain';

/** Where each way of an application leads. */
const paths: Readonly<Record<Way, readonly string[]>> = {
  cockpit: ['/'],
  'command-centre': ['/command-centre'],
  work: ['/work'],
  standards: ['/standards', '/measures', '/titles', '/readiness', '/promises'],
  splitting: ['/split-tree', '/split-workbench', '/registers', '/samples', '/postings', '/projects'],
  tasks: ['/tasks'],
  evidence: ['/evidence'],
  contracts: ['/contracts', '/signing', '/contract-batches', '/veto-clauses', '/signature-keys'],
  rankings: ['/rankings'],
  requests: ['/requests', '/request-figures'],
  grid: ['/grid'],
  responsibility: ['/matters', '/matrix', '/responsibility-map', '/duty-lists'],
  governance: ['/leadership', '/meetings', '/delegations'],
  organisation: ['/organisation', '/onboarding', '/sites', '/calendar', '/access', '/feed'],
  'mock-assessments': ['/mock-assessments'],
  tenants: ['/tenants'],
};

const isBelow = (to: string, path: string): boolean => (path === '/' ? to === '/' : to === path || to.startsWith(`${path}/`));

/** Whether a way through the console belongs to an application. */
export const isOffered = ({ ways }: Pick<Application, 'ways'>, to: string): boolean => ways.some((way) => paths[way].some((path) => isBelow(to, path)));
