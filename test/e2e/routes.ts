import { get, post, put, type HttpRequest } from '@zeren/http/testing';
import { frontDoorRoutes, noFrontDoor, openFrontDoorRoutes, type FrontDoor } from './front-door-routes.js';
import { governanceRoutes, noGovernance, type Governance } from './governance-routes.js';
import { readinessRoutes } from './readiness-routes.js';
import { noRequests, requestRoutes, type Requests } from './request-routes.js';
import { responsibilityRoutes } from './responsibility-routes.js';
import {
  batchBody, campaignBody, CITY, commitmentBody, contractBody, dispatchBody, DISTRICT, importBody, ownKey, investmentBody, keySplit, partValue, PEER, postingBody, projectBody, result, SCHEME, schemeBody, splitBody, standardFile, STRANGER, supportBody, type City,
} from './city.js';

/** What the city under test has, for another tenant to try its hand at. */
export type Holdings = City & FrontDoor & Governance & Requests & {
  readonly contractId: string;
  readonly fingerprint: string;
  /** A contract that was terminated before anybody signed it. */
  readonly withdrawnId: string;
  /** Contracts issued in one go. */
  readonly batchId: string;
  /** A key that the city's leader brought. */
  readonly keyId: string;
  /** A split of the city's that is still being drafted. */
  readonly draftId: string;
  readonly eventId: string;
  /** A sample of what the district verified, and the task it holds. */
  readonly sampleId: string;
  readonly sampledTaskId: string;
  /** An open bid, a problem to be claimed, and an open bid that is over, with a bid of the district's. */
  readonly postingId: string;
  readonly problemId: string;
  readonly awardableId: string;
  readonly bidId: string;
  readonly projectId: string;
  /** A joint task of the city's, with a part of the district's, which also supports it. */
  readonly jointTaskId: string;
  /** A piece of evidence, and a better one for the same. */
  readonly evidenceId: string;
  readonly betterId: string;
  readonly surveyId: string;
  readonly trainingId: string;
  /** An experience of a district's, which the city may recommend. */
  readonly experienceId: string;
  /** A mock assessment of one indicator, commissioned from a third party. */
  readonly mockId: string;
};

/** Ids as the city's are, of which there is nothing. */
export const nothing: Holdings = {
  ...noGovernance, ...noFrontDoor,
  ...noRequests,
  splitId: `${CITY}_aaaaaaaaaaaaaaaa`, taskId: (code, unitId = DISTRICT) => `${CITY}_aaaaaaaaaaaaaaaa.${code}~${unitId}`,
  contractId: `${CITY}_aaaaaaaaaaaaaaaa`, fingerprint: 'a'.repeat(64), withdrawnId: `${CITY}_aaaaaaaaaaaaaaaa`, batchId: `${CITY}_aaaaaaaaaaaaaaaa`, keyId: `${CITY}_aaaaaaaaaaaaaaaa`, draftId: `${CITY}_aaaaaaaaaaaaaaaa`,
  eventId: '00000000-0000-4000-8000-000000000000', sampleId: `${CITY}_aaaaaaaaaaaaaaaa`, sampledTaskId: `${DISTRICT}_aaaaaaaaaaaaaaaa.a`,
  postingId: `${CITY}_aaaaaaaaaaaaaaaa`, problemId: `${CITY}_aaaaaaaaaaaaaaaa`, awardableId: `${CITY}_aaaaaaaaaaaaaaaa`, bidId: `${DISTRICT}_aaaaaaaaaaaaaaaa~u`, projectId: `${CITY}_aaaaaaaaaaaaaaaa`, jointTaskId: `${CITY}_aaaaaaaaaaaaaaaa`, evidenceId: `${CITY}_aaaaaaaaaaaaaaaa`, betterId: `${CITY}_bbbbbbbbbbbbbbbb`,
  surveyId: `${CITY}_aaaaaaaaaaaaaaaa`, trainingId: `${CITY}_aaaaaaaaaaaaaaaa`, experienceId: `${DISTRICT}_aaaaaaaaaaaaaaaa`, mockId: `${CITY}_aaaaaaaaaaaaaaaa`,
};

/**
 * What another tenant gets: `hidden` is 404, the same as for what does not exist; `own` is its own side of things, with
 * nothing of the city's; `refused` a refusal by its own register or rules; `role` 403, where no other tenant has the role
 * at all; `everybody` what is nobody's in particular.
 */
export type Outsider = 'hidden' | 'own' | 'role' | 'everybody' | { readonly refused: string };

export type Route = {
  /** The account that may. */
  readonly owner: string;
  /** The account of another tenant that has the same role, or one that has not where none has. */
  readonly other: string;
  readonly request: (of: Holdings) => HttpRequest;
  readonly outsider: Outsider;
};

const office = `${CITY}.city-office`;
const strangersOffice = `${STRANGER}.district-office`;
const performance = `${CITY}.performance-office`;
const districtOffice = `${DISTRICT}.district-office`;

const read = (path: string | ((of: Holdings) => string), outsider: Outsider): Route => ({
  owner: office, other: strangersOffice, request: (of) => get(typeof path === 'string' ? path : path(of)), outsider,
});
const command = (owner: string, other: string, outsider: Outsider, request: (of: Holdings) => HttpRequest): Route => ({ owner, other, outsider, request });

const unitBody = {
  unitId: `${CITY}-x-oilfield`, code: null, name: { zh: '油田单位', en: 'Oil field' }, kind: 'external-party', level: null, parentUnitId: null, validFrom: '2012-01-01',
};
const siteVersion = {
  name: { zh: '江北市场', en: 'Jiangbei Market' }, siteType: 'market', point: { latitude: '31.86', longitude: '106.75' }, address: '', areaUnitId: DISTRICT, ownerUnitId: CITY,
};
/** A site as the city's office registers it. */
export const siteBody = { ...siteVersion, number: 'TIDY-1', validFrom: '2013-02-01' };
const siteChange = { ...siteVersion, siteType: 'park', validFrom: '2013-03-01', reason: '改建' };
const matchBody = { reason: '绿化管护', basis: '三定方案〔2012〕6号' };
const escalated = { kind: 'task', id: `${DISTRICT}_sample`, title: '界河整治' };
const dutyListBody = { document: '区委办〔2013〕4号', items: [{ code: 'J-01', text: { zh: '日常保洁', en: 'Daily cleaning' }, part: 'basic', leadUnitId: null }] };
const townVersion = { code: '511902001', name: { zh: '新名镇', en: 'Renamed town' }, kind: 'town', level: 3, parentUnitId: DISTRICT, validFrom: '2013-02-01', reason: '更名' };
const deputy = { postId: `${CITY}.deputy`, unitId: CITY, name: { zh: '分管领导', en: 'Deputy' }, kind: 'deputy', validFrom: '2012-01-01' };
/** The head of the health bureau is away; an officer of the bureau takes over. */
const healthDelegation = { postId: `${CITY}-health.head`, deputyPostId: `${CITY}-health.officer`, roles: ['officer'], from: '2013-03-18', until: '2013-03-29', reason: '外出学习' };
const task = 'CLN-01-01';
/** The contract's wording with another period, for a new version. */
const versionBody = (splitId: string) => {
  const { responsibleUnitId: _, responsibleTenantId: __, splitId: ___, ...wording } = contractBody(splitId);
  return { ...wording, period: { from: '2013-01-01', until: '2013-12-31' }, reason: '缩短期限' };
};
/** Two versions of standards of the city, TDY being imported by an earlier route. */
const measureBody = {
  code: 'cover', name: { zh: '绿化覆盖率', en: 'Green cover' }, definition: { zh: '绿化覆盖面积的比例', en: 'Share of area under green' }, unit: '%', direction: 'at-least',
  indicators: ['CLN', 'TDY'].map((code) => ({ standardId: `${CITY}_${code}.v1`, indicatorCode: `${code}-01-02`, metric: 'value', relation: 'same', reason: { zh: '口径相同', en: 'Same definition' } })),
  participantTenantIds: [DISTRICT],
};
const titleBody = {
  code: 'clean-city', name: { zh: '清洁城市', en: 'Clean city' }, campaignId: `${CITY}_clean`, areaUnitId: CITY, year: 2013, preconditions: [], negativeList: [], participantTenantIds: [DISTRICT],
};
const title = (path: string) => `/api/v1/titles/${CITY}_clean-city/${path}`;
const step = { on: '2013-02-10', document: '文件1号' };
const compositionBody = {
  sources: [{ code: 'field', name: { zh: '实地考察', en: 'Field visit' }, weight: '100' }], years: [{ year: 2013, weight: '100' }], document: '测评办法',
};
/** The campaign already works to this version: nothing moves. */
const mappingBody = { toStandardId: `${CITY}_CLN.v1`, rows: [], weights: [], weightsSource: { zh: '市里', en: 'The city' }, reason: '新版', document: '批文〔2013〕2号' };
const standardOf = (code: string) => ({ ...importBody, content: JSON.parse(JSON.stringify(standardFile).replaceAll('CLN', code)) as object });

/** Files a table for one indicator of the clean city, or for several. */
export const filing = (name: string, ...indicators: readonly string[]): HttpRequest => {
  const query = new URLSearchParams({ title: name, fileName: `${name}.csv`, mediaType: 'text/csv', format: 'statistics-table' });
  for (const code of indicators) query.append('indicator', `${CITY}_clean:${code}`);
  return post(`/api/v1/evidence?${query.toString()}`, Buffer.from(`单位,数值\n${name},1\n`)).with('Content-Type', 'application/octet-stream');
};

const about = { unitId: CITY, campaignId: `${CITY}_clean`, evidenceIds: [] };
export const surveyBody = {
  ...about, title: '满意度调查', indicatorCode: 'CLN-01-01', kind: 'satisfaction', areaUnitId: CITY, from: '2013-01-07', until: '2013-01-20', asked: 500, answered: 400,
  favourable: 350, conductedBy: '民调中心',
};
export const trainingBody = { ...about, title: '业务培训', heldOn: '2013-01-15', attendance: [{ unitId: DISTRICT, invited: 3, attended: 3 }] };
export const experienceBody = { ...about, unitId: DISTRICT, title: '路长制', summary: '一巷一长，日巡周报。' };

/** A workbook with an empty sheet for a year. */
const emptyYear = Buffer.from([
  'UEsDBBQAAAAIAAAAIQBhWNBSMgAAAEUAAAAPAAAAeGwvd29ya2Jvb2sueG1ssynPL8pOys/PtrMpzkhNLSmG0gp5ibmptkrBILahkkKRVWaKrVKikr6djT5MnT5cKwBQSwMEFAAAAAgAAAAhAMdL1F',
  'o7AAAATwAAABoAAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc7MJSs1JLMnMzyvOyCwotrNB5ip4ptgqJSophCQWpaeW2CqV5xdlF2ekppYU6xfrVeTmKOnb2eij6gcAUEsDBBQAAAAIAAAAIQDL',
  'mGokGQAAACMAAAATAAAAeGwvd29ya3NoZWV0cy9zLnhtbLMpzy/KLs5ITS2xswFTLoklifp2NvoIcQBQSwECFAMUAAAACAAAACEAYVjQUjIAAABFAAAADwAAAAAAAAAAAAAAgAEAAAAAeGwvd29ya2',
  'Jvb2sueG1sUEsBAhQDFAAAAAgAAAAhAMdL1Fo7AAAATwAAABoAAAAAAAAAAAAAAIABXwAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzUEsBAhQDFAAAAAgAAAAhAMuYaiQZAAAAIwAAABMAAAAA',
  'AAAAAAAAAIAB0gAAAHhsL3dvcmtzaGVldHMvcy54bWxQSwUGAAAAAAMAAwDGAAAAHAEAAAAA',
].join(''), 'base64');

/** A workbook with an empty table of a split. */
const emptyTable = Buffer.from([
  'UEsDBBQAAAAIAAAAAACWMKiaMwAAAEQAAAAPAAAAeGwvd29ya2Jvb2sueG1ssynPL8pOys/PtrMpzkhNLSmG0gp5ibmptkrBBTmZJUoKRVaZKbZKiUr6djb6MGX6cJ0AUEsDBBQAAAAI',
  'AAAAAADHS9RaOwAAAE8AAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHOzCUrNSSzJzM8rzsgsKLazQeYqeKbYKiUqKYQkFqWnltgqlecXZRdnpKaWFOsX61Xk5ijp29noo+oH',
  'AFBLAwQUAAAACAAAAAAADfZwFw4AAAAMAAAAEwAAAHhsL3dvcmtzaGVldHMvcy54bWyzKc5ITS1xSSxJ1LcDAFBLAQIUABQAAAAIAAAAAACWMKiaMwAAAEQAAAAPAAAAAAAAAAAAAAAA',
  'AAAAAAB4bC93b3JrYm9vay54bWxQSwECFAAUAAAACAAAAAAAx0vUWjsAAABPAAAAGgAAAAAAAAAAAAAAAABgAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHNQSwECFAAUAAAACAAA',
  'AAAADfZwFw4AAAAMAAAAEwAAAAAAAAAAAAAAAADTAAAAeGwvd29ya3NoZWV0cy9zLnhtbFBLBQYAAAAAAwADAMYAAAASAQAAAAA=',
].join(''), 'base64');

/** Every route of the product but those open to anybody, in an order in which its owner can take each. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /api/v1/tenants': read('/api/v1/tenants', 'own'),
  'GET /api/v1/tenants/{id}': read(`/api/v1/tenants/platform_${CITY}`, 'hidden'),
  'GET /api/v1/units': read('/api/v1/units', 'own'),
  'GET /api/v1/units/{unitId}': read(`/api/v1/units/${DISTRICT}`, 'hidden'),
  'GET /api/v1/posts': read('/api/v1/posts', 'own'),
  'GET /api/v1/posts/{postId}': read(`/api/v1/posts/${DISTRICT}.head`, 'hidden'),
  'GET /api/v1/me': read('/api/v1/me', 'own'),
  'GET /api/v1/request-figures': read('/api/v1/request-figures?by=unit', 'own'),
  'GET /api/v1/request-figures/requests': read('/api/v1/request-figures/requests?by=unit&figure=received', 'own'),
  'GET /api/v1/escalations': read('/api/v1/escalations', 'own'),
  'GET /api/v1/events': read('/api/v1/events', 'own'),
  'GET /api/v1/events/{eventId}': read(({ eventId }) => `/api/v1/events/${eventId}`, 'hidden'),
  'GET /api/v1/event-types': read('/api/v1/event-types', 'everybody'),
  'GET /api/v1/standards': read('/api/v1/standards', 'own'),
  'GET /api/v1/standards/{id}': read(`/api/v1/standards/${CITY}_CLN.v1`, 'hidden'),
  'GET /api/v1/campaigns': read('/api/v1/campaigns', 'own'),
  'GET /api/v1/campaigns/{id}': read(`/api/v1/campaigns/${CITY}_clean`, 'hidden'),
  'GET /api/v1/standards/{id}/differences': read(`/api/v1/standards/${CITY}_CLN.v1/differences?standardId=${CITY}_CLN.v1`, 'hidden'),
  'GET /api/v1/titles': read('/api/v1/titles', 'own'),
  'GET /api/v1/measures': read('/api/v1/measures', 'own'),
  'GET /api/v1/measures/asked': read(`/api/v1/measures/asked?campaignId=${CITY}_clean&indicatorCode=CLN-01-01&unitId=${DISTRICT}`, 'own'),
  'GET /api/v1/campaigns/{id}/mapping-proposal': read(`/api/v1/campaigns/${CITY}_clean/mapping-proposal?standardId=${CITY}_CLN.v1`, 'hidden'),
  'GET /api/v1/splits': read('/api/v1/splits', 'own'),
  'GET /api/v1/splits/{id}': read(({ splitId }) => `/api/v1/splits/${splitId}`, 'hidden'),
  'GET /api/v1/splits/{id}/spreadsheet': read(({ splitId }) => `/api/v1/splits/${splitId}/spreadsheet`, 'hidden'),
  'GET /api/v1/split-spreadsheets/template': read('/api/v1/split-spreadsheets/template?firstYear=2013&lastYear=2015', 'everybody'),
  'GET /api/v1/splits/{id}/rows': read(({ splitId }) => `/api/v1/splits/${splitId}/rows`, 'hidden'),
  'GET /api/v1/duty-lists': read('/api/v1/duty-lists', 'own'),
  'GET /api/v1/tasks': read('/api/v1/tasks', 'own'),
  'GET /api/v1/tasks/{id}': read(({ taskId }) => `/api/v1/tasks/${taskId(task)}`, 'hidden'),
  'GET /api/v1/tasks/{id}/ancestors': read(({ taskId }) => `/api/v1/tasks/${taskId(task)}/ancestors`, 'hidden'),
  'GET /api/v1/cockpit': read('/api/v1/cockpit', 'own'),
  'GET /api/v1/workplace': read('/api/v1/workplace', 'own'),
  'GET /api/v1/joint-parts': read('/api/v1/joint-parts', 'own'),
  'GET /api/v1/joint-parts/{id}': read(({ jointTaskId }) => `/api/v1/joint-parts/${jointTaskId}~p1`, 'hidden'),
  'GET /api/v1/postings': read('/api/v1/postings', 'own'),
  'GET /api/v1/postings/{id}': read(({ postingId }) => `/api/v1/postings/${postingId}`, 'hidden'),
  'GET /api/v1/postings/{id}/bids': read(({ postingId }) => `/api/v1/postings/${postingId}/bids`, 'hidden'),
  'GET /api/v1/projects': read('/api/v1/projects', 'own'),
  'GET /api/v1/projects/figures': read('/api/v1/projects/figures?year=2013', 'own'),
  'GET /api/v1/projects/{id}': read(({ projectId }) => `/api/v1/projects/${projectId}`, 'hidden'),
  'GET /api/v1/samples': read('/api/v1/samples', 'own'),
  'GET /api/v1/samples/failure-rates': read('/api/v1/samples/failure-rates', 'own'),
  'GET /api/v1/samples/{id}': read(({ sampleId }) => `/api/v1/samples/${sampleId}`, 'hidden'),
  'GET /api/v1/task-register': read('/api/v1/task-register', 'own'),
  'GET /api/v1/task-rules': read('/api/v1/task-rules', 'own'),
  'GET /api/v1/contracts': read('/api/v1/contracts', 'own'),
  'GET /api/v1/contracts/{id}': read(({ contractId }) => `/api/v1/contracts/${contractId}`, 'hidden'),
  'GET /api/v1/contract-batches': read('/api/v1/contract-batches', 'own'),
  'GET /api/v1/contract-batches/{id}': read(({ batchId }) => `/api/v1/contract-batches/${batchId}`, 'hidden'),
  'GET /api/v1/signature-keys': read('/api/v1/signature-keys', 'own'),
  'GET /api/v1/contracts/{id}/signed-bytes': read(({ contractId }) => `/api/v1/contracts/${contractId}/signed-bytes`, 'hidden'),
  'GET /api/v1/veto-clauses': read('/api/v1/veto-clauses', 'own'),
  'GET /api/v1/contracts/{id}/document.pdf': read(({ contractId }) => `/api/v1/contracts/${contractId}/document.pdf`, 'hidden'),
  'GET /api/v1/schemes': read('/api/v1/schemes', 'own'),
  'GET /api/v1/schemes/{id}': read(`/api/v1/schemes/${SCHEME}`, 'hidden'),
  'GET /api/v1/assessments': read('/api/v1/assessments', 'own'),
  'GET /api/v1/rankings': read(`/api/v1/rankings?schemeId=${SCHEME}&period=2013Q1`, 'hidden'),
  'GET /api/v1/scores/{unitId}': read(`/api/v1/scores/${DISTRICT}?schemeId=${SCHEME}&period=2013Q1`, 'hidden'),
  'GET /api/v1/trend': read(`/api/v1/trend?schemeId=${SCHEME}&unitId=${DISTRICT}`, 'hidden'),
  'GET /api/v1/history/{stream}': read(({ taskId }) => `/api/v1/history/task-${taskId(task)}`, 'hidden'),
  'GET /api/v1/evidence': read('/api/v1/evidence', 'own'),
  'GET /api/v1/evidence/demands': read('/api/v1/evidence/demands', 'own'),
  'GET /api/v1/evidence/figures': read('/api/v1/evidence/figures', 'own'),
  'GET /api/v1/evidence/{id}': read(({ evidenceId }) => `/api/v1/evidence/${evidenceId}`, 'hidden'),
  'GET /api/v1/evidence/{id}/file': read(({ evidenceId }) => `/api/v1/evidence/${evidenceId}/file`, 'hidden'),
  'GET /api/v1/evidence-demands/spreadsheet': read('/api/v1/evidence-demands/spreadsheet', 'own'),
  'GET /api/v1/evidence-packs': read(`/api/v1/evidence-packs?campaignId=${CITY}_clean`, 'hidden'),
  'GET /api/v1/surveys': read('/api/v1/surveys', 'own'),
  'GET /api/v1/trainings': read('/api/v1/trainings', 'own'),
  'GET /api/v1/experiences': read('/api/v1/experiences', 'own'),
  'GET /api/v1/demonstration': read('/api/v1/demonstration', 'everybody'),

  'POST /api/v1/tenants': command('platform.operator', office, 'role', () => post('/api/v1/tenants', {
    tenantId: '211100', name: { zh: '盘锦市', en: 'Panjin' }, kind: 'city', parentTenantId: null, levels: [{ zh: '市', en: 'City' }], timeZone: 'Asia/Shanghai',
  })),
  'GET /api/v1/organisation/imports/template': read('/api/v1/organisation/imports/template', 'everybody'),
  'GET /api/v1/organisation/imports/workbook': read('/api/v1/organisation/imports/workbook', 'own'),
  'GET /api/v1/populations': read(`/api/v1/populations?unitId=${DISTRICT}`, 'own'),
  'GET /api/v1/units/{unitId}/versions': read(`/api/v1/units/${DISTRICT}/versions`, 'own'),
  'GET /api/v1/reorganisations': read('/api/v1/reorganisations', 'own'),
  'GET /api/v1/sites': read('/api/v1/sites', 'own'),
  'GET /api/v1/sites/{id}': read(`/api/v1/sites/${CITY}_TIDY-0`, 'hidden'),
  'GET /api/v1/site-sheets': read('/api/v1/site-sheets', 'own'),
  'GET /api/v1/site-sheets/template': read('/api/v1/site-sheets/template', 'everybody'),
  'POST /api/v1/sites': command(office, strangersOffice, { refused: 'site-area-unknown' }, () => post('/api/v1/sites', siteBody)),
  'POST /api/v1/sites/{id}/versions': command(office, strangersOffice, 'hidden', () => post(`/api/v1/sites/${CITY}_TIDY-1/versions`, siteChange)),
  'POST /api/v1/sites/{id}/closure': command(office, strangersOffice, 'hidden', () => post(`/api/v1/sites/${CITY}_TIDY-1/closure`, { closedOn: '2014-12-31', reason: '拆除' })),
  'POST /api/v1/site-sheets': command(office, strangersOffice, 'own', () => post('/api/v1/site-sheets?dryRun=true', emptyTable).with('Content-Type', 'application/octet-stream')),
  'POST /api/v1/organisation/imports': command(office, strangersOffice, 'own', () => post('/api/v1/organisation/imports?dryRun=true', {})),
  'POST /api/v1/organisation/imports/workbook': command(office, strangersOffice, 'own', () => post('/api/v1/organisation/imports/workbook?dryRun=true', emptyTable).with('Content-Type', 'application/octet-stream')),
  'POST /api/v1/organisation/populations': command(office, strangersOffice, { refused: 'unit-unknown' }, () => post('/api/v1/organisation/populations', { populations: [{ unitId: CITY, people: 2712894, on: '2020-11-01', source: '第七次全国人口普查' }] })),
  'POST /api/v1/organisation/units': command(office, `${PEER}.district-office`, { refused: 'unit-outside-tenant' }, () => post('/api/v1/organisation/units', { units: [unitBody] })),
  'POST /api/v1/organisation/units/{unitId}/versions': command(office, strangersOffice, { refused: 'unit-unknown' }, () => post('/api/v1/organisation/units/511902001/versions', townVersion)),
  'POST /api/v1/organisation/units/{unitId}/dissolution': command(office, strangersOffice, { refused: 'unit-unknown' }, () => post('/api/v1/organisation/units/511902002/dissolution', { validUntil: '2013-06-30', reason: '撤并' })),
  'POST /api/v1/organisation/posts': command(office, strangersOffice, { refused: 'post-unit-not-effective' }, () => post('/api/v1/organisation/posts', { posts: [deputy], holders: [] })),
  'POST /api/v1/organisation/posts/{postId}/holder': command(office, strangersOffice, { refused: 'post-unknown' }, () => post(`/api/v1/organisation/posts/${CITY}.deputy/holder`, { officerId: `${CITY}.deputy`, from: '2013-01-01' })),
  'POST /api/v1/organisation/posts/{postId}/vacancy': command(office, strangersOffice, { refused: 'post-unknown' }, () => post(`/api/v1/organisation/posts/${CITY}.deputy/vacancy`, { until: '2013-01-31' })),
  'POST /api/v1/escalations': command(districtOffice, strangersOffice, { refused: 'no-centre-above' }, () => post('/api/v1/escalations', { about: escalated, reason: '跨县区' })),
  'POST /api/v1/escalations/{id}/answer': command(office, strangersOffice, 'hidden', () => post(`/api/v1/escalations/${DISTRICT}_${DISTRICT}~task~${escalated.id}/answer`, { measure: 'instructed', instruction: '由市里协调' })),
  'POST /api/v1/standards/imports': command(office, strangersOffice, 'role', () => post('/api/v1/standards/imports', standardOf('TDY'))),
  'POST /api/v1/campaigns': command(office, strangersOffice, 'role', () => post('/api/v1/campaigns', { ...campaignBody, id: 'tidy' })),
  'POST /api/v1/campaigns/{id}/composition': command(office, strangersOffice, 'role', () => post(`/api/v1/campaigns/${CITY}_clean/composition`, compositionBody)),
  'POST /api/v1/campaigns/{id}/source-scores': command(office, strangersOffice, 'role', () => post(`/api/v1/campaigns/${CITY}_clean/source-scores`, { source: 'field', year: 2013, score: '87.4', document: '测评报告' })),
  'GET /api/v1/campaigns/{id}/composed-score': read(`/api/v1/campaigns/${CITY}_clean/composed-score`, 'hidden'),
  'POST /api/v1/campaigns/{id}/external-ranks': command(office, strangersOffice, 'role', () => post(`/api/v1/campaigns/${CITY}_clean/external-ranks`, { year: 2012, among: { zh: '全省', en: 'the province' }, rank: 3, of: 21, target: 1, source: '通报', publishedOn: '2013-02-01' })),
  'POST /api/v1/campaigns/{id}/milestones': command(office, strangersOffice, 'role', () => post(`/api/v1/campaigns/${CITY}_clean/milestones`, { year: 2014, unitId: CITY, reachedOn: '2013-02-01', document: '通知' })),
  'POST /api/v1/campaigns/{id}/mappings': command(office, strangersOffice, 'role', () => post(`/api/v1/campaigns/${CITY}_clean/mappings`, mappingBody)),
  'POST /api/v1/measures': command(office, strangersOffice, 'role', () => post('/api/v1/measures', measureBody)),
  'POST /api/v1/measures/{id}/revisions': command(office, strangersOffice, 'role', () => post(`/api/v1/measures/${CITY}_cover/revisions`, { indicators: measureBody.indicators, reason: '核对' })),
  'POST /api/v1/titles': command(office, strangersOffice, 'role', () => post('/api/v1/titles', titleBody)),
  'POST /api/v1/titles/{id}/nomination': command(office, strangersOffice, 'role', () => post(title('nomination'), step)),
  'POST /api/v1/titles/{id}/award': command(office, strangersOffice, 'role', () => post(title('award'), { ...step, validUntil: '2016-12-31' })),
  'POST /api/v1/titles/{id}/reviews': command(office, strangersOffice, 'role', () => post(title('reviews'), { ...step, verdict: 'passed', finding: '合格' })),
  'POST /api/v1/titles/{id}/keeping': command(office, strangersOffice, 'role', () => post(title('keeping'), { validUntil: '2019-12-31', document: '文件2号' })),
  'POST /api/v1/titles/{id}/withdrawal': command(office, strangersOffice, 'role', () => post(title('withdrawal'), { ...step, reason: '不再达标' })),
  'POST /api/v1/splits': command(office, strangersOffice, 'own', () => post('/api/v1/splits', splitBody)),
  'POST /api/v1/split-spreadsheets': command(office, strangersOffice, 'own', () => {
    const said = new URLSearchParams({ titleZh: '分解', titleEn: 'Split', kind: 'key', from: '2013-01-01', until: '2013-12-31', deepestLevel: '3', dryRun: 'true' });
    return post(`/api/v1/split-spreadsheets?${said.toString()}`, emptyTable).with('Content-Type', 'application/octet-stream');
  }),
  'POST /api/v1/splits/{id}/rows/reset': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/rows/reset`, { to: 'nothing' })),
  'POST /api/v1/splits/{id}/rows': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/rows`, { part: 1, rows: keySplit() })),
  'POST /api/v1/splits/{id}/rows/changes': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/rows/changes`, { rows: keySplit().slice(0, 1), removed: [] })),
  'POST /api/v1/splits/{id}/distributions': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/distributions`, {
    part: 2, parentKey: `${task}~${DISTRICT}`, parentTaskId: null, rule: { kind: 'equal', parts: [] },
    units: [{ unitId: `${DISTRICT}-creation-office`, unitTenantId: DISTRICT, accountablePostId: `${DISTRICT}.head`, level: 3 }],
  })),
  'POST /api/v1/splits/{id}/approval': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/approval`, { document: '批文〔2013〕9号' })),
  'POST /api/v1/splits/{id}/publication': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/publication`, {})),
  'POST /api/v1/splits/{id}/publication/stop': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/publication/stop`, { reason: '核对' })),
  'POST /api/v1/splits/{id}/publication/resumption': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/publication/resumption`, {})),
  'POST /api/v1/splits/{id}/revisions': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/revisions`, { reason: '区划调整' })),
  'POST /api/v1/splits/{id}/revisions/abandonment': command(office, strangersOffice, 'hidden', ({ draftId }) => post(`/api/v1/splits/${draftId}/revisions/abandonment`, { reason: '不再需要' })),
  'POST /api/v1/task-rules/objections': command(office, strangersOffice, 'own', () => post('/api/v1/task-rules/objections', { workingDays: 5, refusals: 3 })),
  'GET /api/v1/access/role-changes': read('/api/v1/access/role-changes', 'own'),
  'GET /api/v1/access/delegations': read('/api/v1/access/delegations', 'own'),
  'GET /api/v1/access/delegated-to-me': read('/api/v1/access/delegated-to-me', 'own'),
  'POST /api/v1/access/posts/{postId}/roles': command(office, strangersOffice, { refused: 'post-unknown' }, () => post(`/api/v1/access/posts/${CITY}-environment.head/roles`, { role: 'inspector', from: '2013-06-01', reason: '抽调督查' })),
  'POST /api/v1/access/posts/{postId}/role-withdrawals': command(office, strangersOffice, { refused: 'post-unknown' }, () => post(`/api/v1/access/posts/${CITY}-environment.head/role-withdrawals`, { role: 'inspector', from: '2013-12-01', reason: '抽调结束' })),
  'POST /api/v1/access/delegations': command(`${CITY}-health.leader`, `${STRANGER}.leader`, { refused: 'post-unknown' }, () => post('/api/v1/access/delegations', healthDelegation)),
  'POST /api/v1/access/delegations/{number}/end': command(`${CITY}-health.leader`, `${STRANGER}.leader`, { refused: 'delegation-unknown' }, () => post('/api/v1/access/delegations/1/end', { until: '2013-03-20', reason: '提前返回' })),
  'GET /api/v1/calendar': read('/api/v1/calendar', 'own'),
  'POST /api/v1/calendar/years': command(office, strangersOffice, 'own', () => post('/api/v1/calendar/years', { year: 2013, holidays: ['2013-01-01'], makeUpWorkdays: [], document: '放假安排的通知' })),
  'POST /api/v1/calendar/hours': command(office, strangersOffice, 'own', () => post('/api/v1/calendar/hours', { hours: [{ from: '08:30', until: '12:00' }, { from: '14:00', until: '18:00' }], document: '作息通知' })),
  'POST /api/v1/calendar/readings': command(office, strangersOffice, 'own', () => post('/api/v1/calendar/readings', emptyYear).with('Content-Type', 'application/octet-stream')),
  'POST /api/v1/tasks/{id}/objection-time': command(office, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId('CLN-01-02', PEER)}/objection-time`, {})),
  'POST /api/v1/tasks/{id}/objections': command(`${PEER}.district-office`, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task, PEER)}/objections`, { reason: '不属本区' })),
  'POST /api/v1/tasks/{id}/objections/answer': command(office, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task, PEER)}/objections/answer`, { answer: 'refused', reason: '属地' })),
  'POST /api/v1/tasks/{id}/objections/ruling': command(`${CITY}.leader`, `${STRANGER}.leader`, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task, PEER)}/objections/ruling`, { ruling: 'stands', reason: '裁定', document: '裁定1号' })),
  'POST /api/v1/tasks/{id}/matches': command(`${CITY}-environment.leader`, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task, PEER)}/matches`, matchBody)),
  'POST /api/v1/tasks/{id}/matches/{number}/answer': command(office, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task, PEER)}/matches/1/answer`, { answer: 'admitted', reason: '' })),
  'POST /api/v1/duty-lists/{townUnitId}/versions': command(districtOffice, strangersOffice, { refused: 'not-a-town' }, () => post('/api/v1/duty-lists/511902001/versions', dutyListBody)),
  'POST /api/v1/tasks/{id}/requests': command(`${PEER}.district-office`, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task, PEER)}/requests`, { kind: 'closure', reason: '未获批准' })),
  'POST /api/v1/tasks/{id}/requests/{number}/decision': command(office, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task, PEER)}/requests/1/decision`, { decision: 'refused', reason: '理由不足' })),
  'POST /api/v1/tasks/{id}/acceptance': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task)}/acceptance`, {})),
  'POST /api/v1/tasks/{id}/progress': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task)}/progress`, { year: 2013, values: result('30').values, measuredOn: '2013-02-15', note: '' })),
  'POST /api/v1/tasks/{id}/progress/{year}/{entry}/correction': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task)}/progress/2013/1/correction`, { values: result('28').values, reason: '重复计入' })),
  'POST /api/v1/tasks/{id}/results': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task)}/results`, { ...result('60.25'), measuredOn: '2013-02-15' })),
  'POST /api/v1/tasks/{id}/results/{year}/verification': command(`${CITY}.inspector`, `${STRANGER}.inspector`, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task)}/results/2013/verification`, { verdict: 'confirmed', finding: '属实' })),
  'POST /api/v1/tasks/{id}/results/{year}/false-report': command(`${CITY}.inspector`, `${STRANGER}.inspector`, 'hidden', ({ taskId }) => post(`/api/v1/tasks/${taskId(task)}/results/2013/false-report`, { finding: '现场没有' })),
  'POST /api/v1/tasks': command(office, strangersOffice, 'hidden', () => post('/api/v1/tasks', { ...dispatchBody, code: 'GG-02', parts: [] })),
  'POST /api/v1/tasks/{id}/support': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ jointTaskId }) => post(`/api/v1/tasks/${jointTaskId}/support`, supportBody)),
  'POST /api/v1/tasks/{id}/support/{year}/{entry}/correction': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ jointTaskId }) => post(`/api/v1/tasks/${jointTaskId}/support/2013/1/correction`, { values: supportBody.values, reason: '重复计入' })),
  ...Object.fromEntries(([['acceptance', {}], ['progress', partValue('6')], ['progress/{entry}/correction', { value: '5', reason: '重复计入' }], ['report', partValue('12')]] as const).map(([path, body]) => [
    `POST /api/v1/joint-parts/{id}/${path}`,
    command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ jointTaskId }) => post(`/api/v1/joint-parts/${jointTaskId}~p1/${path.replace('{entry}', '1')}`, body)),
  ])),
  'POST /api/v1/joint-parts/{id}/return': command(office, strangersOffice, 'hidden', ({ jointTaskId }) => post(`/api/v1/joint-parts/${jointTaskId}~p1/return`, { reason: '尚有一段' })),
  'POST /api/v1/joint-parts/{id}/excuse': command(office, strangersOffice, 'hidden', ({ jointTaskId }) => post(`/api/v1/joint-parts/${jointTaskId}~p1/excuse`, { reason: '另行安排' })),
  'POST /api/v1/postings': command(office, strangersOffice, 'hidden', () => post('/api/v1/postings', { ...postingBody, code: 'JB-02' })),
  'POST /api/v1/postings/{id}/bids': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ postingId }) => post(`/api/v1/postings/${postingId}/bids`, commitmentBody)),
  'POST /api/v1/postings/{id}/claim': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ problemId }) => post(`/api/v1/postings/${problemId}/claim`, { ...commitmentBody, value: '1' })),
  'POST /api/v1/postings/{id}/award': command(office, strangersOffice, 'hidden', ({ awardableId, bidId }) => post(`/api/v1/postings/${awardableId}/award`, { bidId, reason: '工期最短' })),
  'POST /api/v1/postings/{id}/closing': command(office, strangersOffice, 'hidden', ({ postingId }) => post(`/api/v1/postings/${postingId}/closing`, { reason: '另行安排' })),
  'POST /api/v1/projects': command(office, strangersOffice, 'hidden', () => post('/api/v1/projects', { ...projectBody, code: 'XM-02' })),
  'POST /api/v1/projects/{id}/investments': command(office, strangersOffice, 'hidden', ({ projectId }) => post(`/api/v1/projects/${projectId}/investments`, investmentBody)),
  'POST /api/v1/projects/{id}/investments/{entry}/correction': command(office, strangersOffice, 'hidden', ({ projectId }) => post(`/api/v1/projects/${projectId}/investments/1/correction`, { amount: '140', reason: '重复计入' })),
  'POST /api/v1/projects/{id}/completion': command(office, strangersOffice, 'hidden', ({ projectId }) => post(`/api/v1/projects/${projectId}/completion`, { finishedOn: '2013-02-15' })),
  'POST /api/v1/samples': command(`${CITY}.inspector`, `${STRANGER}.inspector`, { refused: 'population-empty' }, () => post('/api/v1/samples', { districtTenantId: DISTRICT, year: 2013, seed: '2', size: 1 })),
  'POST /api/v1/samples/{id}/rechecks': command(`${CITY}.inspector`, `${STRANGER}.inspector`, 'hidden', ({ sampleId, sampledTaskId }) => post(`/api/v1/samples/${sampleId}/rechecks`, { taskId: sampledTaskId, verdict: 'held', finding: '属实' })),
  'POST /api/v1/contracts': command(office, strangersOffice, { refused: 'split-not-published' }, ({ splitId }) => post('/api/v1/contracts', contractBody(splitId))),
  'POST /api/v1/contracts/{id}/reminders': command(office, strangersOffice, 'hidden', ({ contractId }) => post(`/api/v1/contracts/${contractId}/reminders`, { side: 'signature' })),
  'POST /api/v1/contracts/{id}/remarks': command(`${DISTRICT}.district-office`, strangersOffice, 'hidden', ({ contractId, fingerprint }) => post(`/api/v1/contracts/${contractId}/remarks`, { fingerprint, remarks: '请核目标' })),
  'POST /api/v1/contracts/{id}/answers': command(office, strangersOffice, 'hidden', ({ contractId }) => post(`/api/v1/contracts/${contractId}/answers`, { answer: '维持原稿' })),
  'POST /api/v1/contracts/{id}/signature': command(`${DISTRICT}.leader`, `${STRANGER}.leader`, 'hidden', ({ contractId, fingerprint }) => post(`/api/v1/contracts/${contractId}/signature`, { fingerprint })),
  'POST /api/v1/contracts/{id}/countersignature': command(`${CITY}.leader`, `${STRANGER}.leader`, 'hidden', ({ contractId, fingerprint }) => post(`/api/v1/contracts/${contractId}/countersignature`, { fingerprint })),
  'POST /api/v1/contracts/{id}/handovers': command(`${DISTRICT}.leader`, `${STRANGER}.leader`, 'hidden', ({ contractId }) => post(`/api/v1/contracts/${contractId}/handovers`, {})),
  'POST /api/v1/contracts/{id}/versions': command(office, strangersOffice, 'hidden', ({ contractId, splitId }) => post(`/api/v1/contracts/${contractId}/versions`, versionBody(splitId))),
  'POST /api/v1/contracts/{id}/breach': command(office, strangersOffice, 'hidden', ({ contractId }) => post(`/api/v1/contracts/${contractId}/breach`, { finding: '逾期', clauseCodes: ['V1'] })),
  'POST /api/v1/contracts/{id}/termination': command(office, strangersOffice, 'hidden', ({ contractId }) => post(`/api/v1/contracts/${contractId}/termination`, { reason: '机构改革' })),
  'POST /api/v1/contracts/{id}/settlements': command(office, strangersOffice, 'hidden', ({ contractId }) => post(`/api/v1/contracts/${contractId}/settlements`, { code: 'R1', honoured: true, finding: '达标', outcome: '通报表扬', document: null })),
  'POST /api/v1/contracts/{id}/archive': command(office, strangersOffice, 'hidden', ({ withdrawnId }) => post(`/api/v1/contracts/${withdrawnId}/archive`, { archiveNumber: '2013-001' })),
  'POST /api/v1/signature-keys': command(`${CITY}.leader`, `${STRANGER}.leader`, 'own', () => post('/api/v1/signature-keys', { pem: ownKey })),
  'POST /api/v1/signature-keys/{id}/confirmation': command(office, strangersOffice, 'hidden', ({ keyId }) => post(`/api/v1/signature-keys/${keyId}/confirmation`, { how: '当面核验' })),
  'POST /api/v1/signature-keys/{id}/revocation': command(office, strangersOffice, 'hidden', ({ keyId }) => post(`/api/v1/signature-keys/${keyId}/revocation`, { reason: '遗失' })),
  'POST /api/v1/contract-batches': command(office, strangersOffice, { refused: 'batch-without-parties' }, ({ splitId }) => post('/api/v1/contract-batches', batchBody(splitId))),
  'POST /api/v1/contract-batches/{id}/continuation': command(office, strangersOffice, 'hidden', ({ batchId }) => post(`/api/v1/contract-batches/${batchId}/continuation`, {})),
  'POST /api/v1/schemes': command(performance, strangersOffice, 'role', () => post('/api/v1/schemes', { ...schemeBody, code: 'tidy' })),
  'POST /api/v1/assessments': command(performance, strangersOffice, 'role', () => post('/api/v1/assessments', { schemeId: SCHEME, period: '2012' })),
  'POST /api/v1/evidence': command(office, strangersOffice, { refused: 'evidence-campaign-unknown' }, () => filing('台账', task)),
  'POST /api/v1/evidence/{id}/references': command(office, strangersOffice, 'hidden', ({ evidenceId }) => post(`/api/v1/evidence/${evidenceId}/references`, {
    title: '引用', format: 'statistics-table', taskIds: [], indicators: [{ campaignId: `${CITY}_clean`, indicatorCode: 'CLN-01-02' }],
  })),
  'POST /api/v1/evidence/{id}/credits': command(office, strangersOffice, 'hidden', ({ evidenceId }) => post(`/api/v1/evidence/${evidenceId}/credits`, {
    taskIds: [], indicators: [{ campaignId: `${CITY}_clean`, indicatorCode: 'CLN-01-02' }],
  })),
  'POST /api/v1/evidence/{id}/supersession': command(office, strangersOffice, 'hidden', ({ evidenceId, betterId }) => post(`/api/v1/evidence/${evidenceId}/supersession`, { byEvidenceId: betterId, reason: '更正' })),
  'POST /api/v1/evidence/{id}/withdrawal': command(office, strangersOffice, 'hidden', ({ betterId }) => post(`/api/v1/evidence/${betterId}/withdrawal`, { reason: '数据有误' })),
  'POST /api/v1/surveys': command(office, strangersOffice, { refused: 'evidence-unit-not-yours' }, () => post('/api/v1/surveys', surveyBody)),
  'POST /api/v1/surveys/{id}/withdrawal': command(office, strangersOffice, 'hidden', ({ surveyId }) => post(`/api/v1/surveys/${surveyId}/withdrawal`, { reason: '样本有误' })),
  'POST /api/v1/trainings': command(office, strangersOffice, { refused: 'evidence-unit-not-yours' }, () => post('/api/v1/trainings', trainingBody)),
  'POST /api/v1/trainings/{id}/withdrawal': command(office, strangersOffice, 'hidden', ({ trainingId }) => post(`/api/v1/trainings/${trainingId}/withdrawal`, { reason: '重复登记' })),
  'POST /api/v1/experiences': command(`${DISTRICT}.district-office`, strangersOffice, { refused: 'evidence-unit-not-yours' }, () => post('/api/v1/experiences', experienceBody)),
  'POST /api/v1/experiences/{id}/promotion': command(office, strangersOffice, 'role', ({ experienceId }) => post(`/api/v1/experiences/${experienceId}/promotion`, { document: '创办〔2013〕9号' })),
  'POST /api/v1/experiences/{id}/adoptions': command(`${PEER}.district-office`, strangersOffice, 'hidden', ({ experienceId }) => post(`/api/v1/experiences/${experienceId}/adoptions`, { unitId: PEER, on: '2013-02-20', how: '全区推行' })),
  'GET /api/v1/duty-lists/{townUnitId}': command(districtOffice, strangersOffice, 'hidden', () => get('/api/v1/duty-lists/511902001')),
  'GET /api/v1/titles/{id}': read(`/api/v1/titles/${CITY}_clean-city`, 'hidden'),
  'GET /api/v1/measures/{id}': read(`/api/v1/measures/${CITY}_cover`, 'hidden'),
  'GET /api/v1/measures/{id}/requests': read(`/api/v1/measures/${CITY}_cover/requests?year=2013`, 'hidden'),
  ...readinessRoutes,
  ...governanceRoutes,
  ...responsibilityRoutes,
  ...requestRoutes,
  ...frontDoorRoutes,
  'PUT /api/v1/demonstration/clock': command('platform.operator', strangersOffice, 'role', () => put('/api/v1/demonstration/clock', { now: '2013-02-18T03:00:00.000Z' })),
  'PUT /api/v1/demonstration/progress': command('platform.operator', strangersOffice, 'role', () => put('/api/v1/demonstration/progress', { running: false, done: true, steps: [] })),
};

/** Open to anybody, without a token: they say nothing of any tenant, but whether a paper one holds is genuine, and what was promised to the public. */
export const openRoutes = ['GET /api/v1/contracts/{id}/genuineness', 'GET /api/v1/promises/{tenantId}/{year}', 'GET /api/v1/public/{tenantId}/figures', 'GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /asyncapi.json', ...openFrontDoorRoutes];
