import type { ComponentType } from 'react';
import { createBrowserRouter, useRouteError, type RouteObject } from 'react-router-dom';
import { requireAccount } from './session/session.js';

/** A page that loads when it is first visited; the page before stays until then. */
const page = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});

const RouteFailure = () => {
  const failure = useRouteError();
  return <main style={{ padding: 40 }}><pre>{failure instanceof Error ? failure.message : String(failure)}</pre></main>;
};

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteFailure,
    HydrateFallback: () => null,
    children: [
      page('/sign-in', async () => (await import('./session/sign-in.page.js')).SignInPage),
      page('/verify/:id', async () => (await import('./pages/verify/verify.page.js')).VerifyPage),
      page('/promises/:tenantId/:year', async () => (await import('./pages/promises/public-promises.page.js')).PublicPromisesPage),
      page('/front-door/:tenantId', async () => (await import('./pages/front-door/filing.page.js')).FilingPage),
      page('/front-door/:tenantId/receipt', async () => (await import('./pages/front-door/receipt.page.js')).ReceiptPage),
      page('/front-door/:tenantId/requests', async () => (await import('./pages/front-door/public-list.page.js')).PublicListPage),
      page('/callback', async () => (await import('./session/callback.page.js')).CallbackPage),
      {
        path: '/',
        loader: requireAccount,
        shouldRevalidate: () => false,
        lazy: async () => {
          const { Shell, ShellFailure } = await import('./shell/shell.js');
          return { Component: Shell, ErrorBoundary: ShellFailure };
        },
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./pages/home/home.page.js')).HomePage }) },
          page('standards', async () => (await import('./pages/standards/standards.page.js')).StandardsPage),
          page('standards/:id', async () => (await import('./pages/standards/standard.page.js')).StandardPage),
          page('campaigns/:id/mapping', async () => (await import('./pages/standards/mapping.page.js')).MappingPage),
          page('titles', async () => (await import('./pages/titles/titles.page.js')).TitlesPage),
          page('readiness', async () => (await import('./pages/readiness/readiness.page.js')).ReadinessPage),
          page('mock-assessments', async () => (await import('./pages/readiness/mock-list.page.js')).MockListPage),
          page('mock-assessments/:id', async () => (await import('./pages/readiness/mock.page.js')).MockPage),
          page('promises', async () => (await import('./pages/promises/promises.page.js')).PromisesPage),
          page('measures', async () => (await import('./pages/measures/measures.page.js')).MeasuresPage),
          page('measures/new', async () => (await import('./pages/measures/measure-form.page.js')).DefineMeasurePage),
          page('measures/:id/revision', async () => (await import('./pages/measures/measure-form.page.js')).ReviseMeasurePage),
          page('measures/:id', async () => (await import('./pages/measures/measure.page.js')).MeasurePage),
          page('campaigns/:id', async () => (await import('./pages/campaign/campaign.page.js')).CampaignPage),
          page('split-tree', async () => (await import('./pages/split-tree/split-tree.page.js')).SplitTreePage),
          page('split-workbench', async () => (await import('./pages/split-workbench/workbench.page.js')).WorkbenchPage),
          page('split-workbench/:id', async () => (await import('./pages/split-workbench/batch.page.js')).BatchPage),
          page('leadership', async () => (await import('./pages/leadership/leadership.page.js')).LeadershipPage),
          page('leadership/groups/:id', async () => (await import('./pages/leadership/group.page.js')).GroupPage),
          page('meetings', async () => (await import('./pages/meetings/meetings.page.js')).MeetingsPage),
          page('meetings/:id', async () => (await import('./pages/meetings/meeting.page.js')).MeetingPage),
          page('delegations', async () => (await import('./pages/delegations/delegations.page.js')).DelegationsPage),
          page('tasks', async () => (await import('./pages/tasks/tasks.page.js')).TasksPage),
          page('command-centre', async () => (await import('./pages/command-centre/command-centre.page.js')).CommandCentrePage),
          page('request-figures', async () => (await import('./pages/request-figures/request-figures.page.js')).RequestFiguresPage),
          page('requests', async () => (await import('./pages/requests/requests.page.js')).RequestsPage),
          page('requests/new', async () => (await import('./pages/requests/intake.page.js')).IntakePage),
          page('requests/unowned', async () => (await import('./pages/requests/unowned.page.js')).UnownedPage),
          page('requests/:id', async () => (await import('./pages/requests/request.page.js')).RequestPage),
          page('grid', async () => (await import('./pages/grid/grid.page.js')).GridPage),
          page('grid/:id', async () => (await import('./pages/grid/grid-request.page.js')).GridRequestPage),
          page('work', async () => (await import('./pages/work/work.page.js')).WorkPage),
          page('postings', async () => (await import('./pages/postings/postings.page.js')).PostingsPage),
          page('postings/:id', async () => (await import('./pages/postings/posting.page.js')).PostingPage),
          page('projects', async () => (await import('./pages/projects/projects.page.js')).ProjectsPage),
          page('projects/:id', async () => (await import('./pages/projects/project.page.js')).ProjectPage),
          page('samples', async () => (await import('./pages/samples/samples.page.js')).SamplesPage),
          page('samples/:id', async () => (await import('./pages/samples/sample.page.js')).SamplePage),
          page('registers', async () => (await import('./pages/registers/registers.page.js')).RegistersPage),
          page('tasks/:id', async () => (await import('./pages/task/task.page.js')).TaskPage),
          page('evidence', async () => (await import('./pages/evidence/evidence.page.js')).EvidencePage),
          page('evidence/:id', async () => (await import('./pages/evidence/evidence-detail.page.js')).EvidenceDetailPage),
          page('contracts', async () => (await import('./pages/contracts/contracts.page.js')).ContractsPage),
          page('signing', async () => (await import('./pages/signing/signing.page.js')).SigningPage),
          page('contract-batches', async () => (await import('./pages/contract-batch/contract-batches.page.js')).ContractBatchesPage),
          page('contract-batches/:id', async () => (await import('./pages/contract-batch/contract-batch.page.js')).ContractBatchPage),
          page('signature-keys', async () => (await import('./pages/signature-keys/signature-keys.page.js')).SignatureKeysPage),
          page('veto-clauses', async () => (await import('./pages/veto-clauses/veto-clauses.page.js')).VetoClausesPage),
          page('contracts/:id', async () => (await import('./pages/contract/contract.page.js')).ContractPage),
          page('rankings', async () => (await import('./pages/rankings/rankings.page.js')).RankingsPage),
          page('schemes/:id', async () => (await import('./pages/scheme/scheme.page.js')).SchemePage),
          page('scores/:unitId', async () => (await import('./pages/score/score.page.js')).ScorePage),
          page('history/:stream', async () => (await import('./pages/history/history.page.js')).HistoryPage),
          page('matters', async () => (await import('./pages/matters/matters.page.js')).MattersPage),
          page('matrix', async () => (await import('./pages/matrix/matrix.page.js')).MatrixPage),
          page('duty-lists', async () => (await import('./pages/duty-lists/duty-lists.page.js')).DutyListsPage),
          page('responsibility-map', async () => (await import('./pages/responsibility-map/responsibility-map.page.js')).ResponsibilityMapPage),
          page('calendar', async () => (await import('./pages/calendar/calendar.page.js')).CalendarPage),
          page('access', async () => (await import('./pages/access/access.page.js')).AccessPage),
          page('onboarding', async () => (await import('./pages/onboarding/onboarding.page.js')).OnboardingPage),
          page('sites', async () => (await import('./pages/sites/sites.page.js')).SitesPage),
          page('sites/:id', async () => (await import('./pages/sites/site.page.js')).SitePage),
          page('tenants', async () => (await import('./pages/tenants/tenants.page.js')).TenantsPage),
          page('organisation', async () => (await import('./pages/organisation/organisation.page.js')).OrganisationPage),
          page('feed', async () => (await import('./pages/feed/feed.page.js')).FeedPage),
          page('*', async () => (await import('./pages/not-found/not-found.page.js')).NotFoundPage),
        ],
      },
    ],
  },
]);
