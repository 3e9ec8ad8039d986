import type { Declared, StandardDocumentRow } from '@zeren/tasks-domain';
import { CITY, districts } from './bazhong.js';
import type { Load } from './loading.js';

const office = `${CITY}.city-office`;
const participantTenantIds = districts.map(({ id }) => id);

/** Nanjiang became an ecological county in 2013, as its milestone asks; the documents are the demonstration's. */
const loadEcologicalCounty = async (load: Load): Promise<void> => {
  const path = `/api/v1/titles/${CITY}_eco-county-nanjiang`;
  await load.post(office, '/api/v1/titles', 'title:nanjiang', {
    code: 'eco-county-nanjiang', name: { zh: '省级生态县(演示)', en: 'Provincial ecological county (demonstration)' }, campaignId: `${CITY}_eco`, areaUnitId: '511922', year: 2013,
    preconditions: [], negativeList: [], participantTenantIds,
  });
  await load.post(office, `${path}/nomination`, 'title:nanjiang:nomination', { on: '2013-11-12', document: '演示提名〔2013〕1号' });
  await load.post(office, `${path}/award`, 'title:nanjiang:award', { on: '2013-12-24', validUntil: '2016-12-31', document: '演示命名〔2013〕1号' });
  await load.post(office, `/api/v1/campaigns/${CITY}_eco/milestones`, 'milestone:eco:nanjiang', { year: 2013, unitId: '511922', reachedOn: '2013-12-24', document: '演示命名〔2013〕1号' });
};

/** An application that ends at once: of the forest city's conditions one is not met. */
const loadEndedApplication = async (load: Load): Promise<void> => {
  const { preconditions } = await load.get(office, `/api/v1/standards/${CITY}_FOR.v1`) as StandardDocumentRow;
  const last = preconditions.at(-1)?.code;
  await load.post(office, '/api/v1/titles', 'title:forest', {
    code: 'forest-city-2014', name: { zh: '国家森林城市(演示)', en: 'National forest city (demonstration)' }, campaignId: `${CITY}_for`, areaUnitId: CITY, year: 2014,
    preconditions: preconditions.map(({ code }): Declared => ({ code, holds: code !== last, evidence: '演示材料' })), negativeList: [], participantTenantIds,
  });
};

/** A title that is held, and an application that a missing condition ended. */
export const loadTitles = async (load: Load): Promise<void> => {
  load.progress.begin('titles', 2);
  await loadEcologicalCounty(load);
  load.progress.advance('titles');
  await loadEndedApplication(load);
  load.progress.advance('titles');
};
