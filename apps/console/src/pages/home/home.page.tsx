import { isOutsideParty } from '@zeren/kernel';
import type { Way } from '@zeren/organisation-domain';
import { lazy, Suspense, type ComponentType } from 'react';
import { Navigate } from 'react-router-dom';
import { Bones } from '../../design/states.js';
import { useApplication } from '../../session/application.js';
import { useAccount } from '../../session/session.js';
import { MockListPage } from '../readiness/mock-list.page.js';

const CockpitPage = lazy(async () => ({ default: (await import('../cockpit/cockpit.page.js')).CockpitPage }));
const CommandCentrePage = lazy(async () => ({ default: (await import('../command-centre/command-centre.page.js')).CommandCentrePage }));
const RequestsPage = lazy(async () => ({ default: (await import('../requests/requests.page.js')).RequestsPage }));
const TenantsPage = lazy(async () => ({ default: (await import('../tenants/tenants.page.js')).TenantsPage }));
const WorkPage = lazy(async () => ({ default: (await import('../work/work.page.js')).WorkPage }));

/** The page of each beginning that is not the cockpit. */
const homes: { readonly [W in Way]?: ComponentType } = {
  'command-centre': CommandCentrePage,
  work: WorkPage,
  grid: () => <Navigate to="/grid" replace />,
  requests: RequestsPage,
  tenants: TenantsPage,
};

/** Where a reader begins follows from its level: the cockpit, its command centre, its work, its grid; a party from outside with what it was commissioned with. */
export const HomePage = () => {
  const isParty = isOutsideParty(useAccount());
  const application = useApplication();
  if (isParty) return <MockListPage />;
  if (!application) return <Bones lines={8} />;
  const Home = homes[application.home] ?? CockpitPage;
  return <Suspense fallback={<Bones lines={8} />}><Home /></Suspense>;
};
