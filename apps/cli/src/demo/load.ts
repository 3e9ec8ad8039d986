import { CITY } from './bazhong.js';
import { loadAccess } from './load-access.js';
import { loadScheme } from './load-assessment.js';
import { loadCampaigns } from './load-campaigns.js';
import { loadAnnualContracts, loadContractEnds, loadTownContracts } from './load-contract-cases.js';
import { loadContracts } from './load-contracts.js';
import { loadDispatched } from './load-dispatched.js';
import { loadEscalations } from './load-escalations.js';
import { loadEvidence } from './load-evidence.js';
import { loadResponsibility } from './load-matrix.js';
import { loadDecisions, loadGovernance } from './load-governance.js';
import { loadMeasures, loadReportOnce } from './load-measures.js';
import { loadOrganisation } from './load-organisation.js';
import { loadProjects } from './load-projects.js';
import { loadPromises } from './load-promises.js';
import { loadReadiness } from './load-readiness.js';
import { loadOpenRequests } from './load-requests.js';
import { loadResults } from './load-results.js';
import { loadAcceptances, loadCitySplit, loadFullSplit, loadNanjiangSplit } from './load-splits.js';
import { PANJIN } from './panjin.js';
import { loadWorkingYears } from './load-working-years.js';
import { loadStandardRevision } from './load-standard-revision.js';
import { loadTitles } from './load-titles.js';
import { Load, type LoadOptions } from './loading.js';

/**
 * Loads the demonstration city through the HTTP API, as any client would. It can be stopped anywhere and run again:
 * every write carries an idempotency key, so nothing is doubled.
 */
export const loadDemo = async (options: LoadOptions): Promise<void> => {
  const load = new Load(options);
  await loadOrganisation(load);
  await loadWorkingYears(load);
  await loadAccess(load);
  await loadResponsibility(load, CITY);
  await loadResponsibility(load, PANJIN);
  await loadGovernance(load);
  const planned = await loadCampaigns(load);
  const city = await loadCitySplit(load, planned);
  const contracts = await loadContracts(load, city);
  const annualContracts = await loadAnnualContracts(load, city);
  const nanjiang = await loadNanjiangSplit(load, city);
  await loadTownContracts(load, nanjiang, contracts.get('511922'));
  await loadAcceptances(load, city, 'acceptances');
  await loadAcceptances(load, nanjiang, 'town-acceptances');
  await loadEscalations(load, city, nanjiang);
  await loadScheme(load, city);
  await loadResults(load, [city, nanjiang]);
  await loadOpenRequests(load);
  await loadContractEnds(load, annualContracts, contracts);
  await loadMeasures(load);
  await loadReportOnce(load, city);
  await loadEvidence(load, city);
  await loadTitles(load);
  await loadStandardRevision(load);
  await loadProjects(load, planned);
  await loadDispatched(load, planned);
  await loadDecisions(load);
  await loadReadiness(load, city);
  await loadPromises(load, city);
  if (options.full) await loadFullSplit(load, city);
  load.progress.finish();
};
