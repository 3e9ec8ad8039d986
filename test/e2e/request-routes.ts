import { get, post } from '@zeren/http/testing';
import { CITY, DISTRICT, STRANGER } from './city.js';
import type { Product } from './product.js';
import { catalogueBody } from './responsibility-routes.js';
import type { Holdings, Outsider, Route } from './routes.js';

/** Requests of the city's, each as far as the step that is tried on it. */
export type Requests = { readonly requests: Readonly<Record<
  'fresh' | 'declinable' | 'double' | 'unowned' | 'accepted' | 'provisional' | 'asked' | 'taken' | 'wanting' | 'reported' | 'verified' | 'answered' | 'dispute' | 'agreeing', string>>; };

const none = `${CITY}_aaaaaaaaaaaaaaaa`;
export const noRequests: Requests = {
  requests: {
    fresh: none, declinable: none, double: none, unowned: none, accepted: none, provisional: none, asked: none, taken: none, wanting: none, reported: none, verified: none, answered: none,
    dispute: none, agreeing: none,
  },
};

const office = `${CITY}.city-office`;
const strangersOffice = `${STRANGER}.district-office`;
const TOWN = `${DISTRICT}001`;
const VILLAGE = `${TOWN}001`;
const town = `${TOWN}.officer`;
const strangersTown = `${STRANGER}001.officer`;
const reason = '按职责办理';
const filing = { channel: 'hotline', subject: '背街路灯', place: { areaUnitId: TOWN }, disclosure: 'anonymous', atOnce: false };
const village = { unitId: VILLAGE, code: VILLAGE, name: { zh: '北门社区', en: 'Beimen' }, kind: 'village', level: 4, parentUnitId: TOWN, validFrom: '2012-01-01' };
const named = { leadUnitId: TOWN, supportingUnitIds: [`${CITY}-health`], reason };
const report = { outcome: 'solved', answer: '已修复' };

type Steps = readonly (readonly [account: string, step: string, body?: object])[];

const accepted: Steps = [[office, 'acceptance', { matterCode: 'E01-02' }]];
const dispatched: Steps = [...accepted, [office, 'dispatch', { byHand: { leadUnitId: TOWN, reason } }]];
const taken: Steps = [...dispatched, [town, 'taking']];
const reported: Steps = [...taken, [town, 'report', report]];
const verified: Steps = [...reported, [office, 'verification']];
const answered: Steps = [...verified, [office, 'feedback', { way: 'page' }]];

/** Lays down the catalogue and files requests that have come so far. */
export const openRequests = async (product: Product): Promise<Requests> => {
  await product.done(office, post('/api/v1/matters/versions', catalogueBody));
  await product.done(office, post('/api/v1/organisation/units', { units: [village] }));
  const opened = async (steps: Steps, kind = 'citizen'): Promise<string> => {
    const { id } = await product.done(office, post('/api/v1/requests', { ...filing, kind }));
    for (const [account, step, body = {}] of steps) await product.done(account, post(`/api/v1/requests/${id}/${step}`, body));
    return id;
  };
  const provisional = await opened(accepted);
  await product.done(office, post('/api/v1/calendar/years', { year: 2013, holidays: ['2013-01-01'], makeUpWorkdays: [], document: '国办发明电〔2012〕33号' }));
  return {
    requests: {
      provisional, fresh: await opened([]), declinable: await opened([]), double: await opened([]), unowned: await opened([...accepted, [office, 'dispatch']]), accepted: await opened(accepted),
      asked: await opened([...dispatched, [town, 'return', { reason }]]), taken: await opened(taken), wanting: await opened(reported), reported: await opened(reported), verified: await opened(verified),
      answered: await opened(answered), dispute: await opened(taken, 'dispute'),
      agreeing: await opened([...taken, [town, 'mediation', { level: 'village', mediatingUnitId: VILLAGE }]], 'dispute'),
    },
  };
};

type Name = keyof Requests['requests'];

const read = (path: string | ((of: Holdings) => string), outsider: Outsider): Route =>
  ({ owner: office, other: strangersOffice, request: (of) => get(`/api/v1/${typeof path === 'string' ? path : path(of)}`), outsider });
const on = (name: Name, step: string, body: object = {}): Route =>
  ({ owner: office, other: strangersOffice, outsider: 'hidden', request: ({ requests }) => post(`/api/v1/requests/${requests[name]}/${step}`, body) });
const inTown = (name: Name, step: string, body: object = {}): Route => ({ ...on(name, step, body), owner: town, other: strangersTown });
const terms = {
  acceptWithin: { value: 30, unit: 'minute' }, dispatchWithin: { value: 2, unit: 'working-hour' }, urgentWithin: { value: 15, unit: 'minute' }, arbitrateWithin: { value: 2, unit: 'working-day' },
  returnWithin: { value: 1, unit: 'working-day' }, feedBackWithin: { value: 1, unit: 'working-day' }, escalateAfter: { value: 4, unit: 'working-hour' }, returns: 2,
};

/** What citizens and enterprises ask, in an order in which each step can be taken. */
export const requestRoutes: Readonly<Record<string, Route>> = {
  'GET /api/v1/requests': read('requests', 'own'),
  'GET /api/v1/requests/lanes': read('requests/lanes', 'own'),
  'GET /api/v1/requests/{id}': read(({ requests }) => `requests/${requests.accepted}`, 'hidden'),
  'GET /api/v1/requests/{id}/route-proposal': read(({ requests }) => `requests/${requests.accepted}/route-proposal`, 'hidden'),
  'GET /api/v1/requests/{id}/receipt': read(({ requests }) => `requests/${requests.accepted}/receipt`, 'hidden'),
  'GET /api/v1/request-rules': read('request-rules', 'own'),
  'POST /api/v1/request-rules': { owner: office, other: strangersOffice, outsider: 'own', request: () => post('/api/v1/request-rules', terms) },
  'POST /api/v1/requests': { owner: office, other: strangersOffice, outsider: { refused: 'place-outside' }, request: () => post('/api/v1/requests', filing) },
  'POST /api/v1/requests/{id}/acceptance': on('fresh', 'acceptance', { matterCode: 'E01-02' }),
  'POST /api/v1/requests/{id}/decline': on('declinable', 'decline', { reason }),
  'POST /api/v1/requests/{id}/merge': {
    ...on('double', 'merge'), request: ({ requests }) => post(`/api/v1/requests/${requests.double}/merge`, { intoRequestId: requests.accepted, reason }),
  },
  'POST /api/v1/requests/{id}/reclassification': on('accepted', 'reclassification', { matterCode: 'E01-01', reason }),
  'POST /api/v1/requests/{id}/deadlines': on('provisional', 'deadlines'),
  'POST /api/v1/requests/{id}/dispatch': on('accepted', 'dispatch', { byHand: named }),
  'POST /api/v1/requests/{id}/part': { ...on('accepted', 'part', { unitId: `${CITY}-health`, note: '' }), owner: `${CITY}-health.officer`, other: strangersTown },
  'POST /api/v1/requests/{id}/taking': inTown('accepted', 'taking'),
  'POST /api/v1/requests/{id}/ruling': on('unowned', 'ruling', { ...named, supportingUnitIds: [], intoMatrix: false }),
  'POST /api/v1/requests/{id}/return-decision': on('asked', 'return-decision', { decision: 'refused', reason }),
  'POST /api/v1/requests/{id}/return': inTown('asked', 'return', { reason: '不在本镇' }),
  'POST /api/v1/requests/{id}/deferral-application': inTown('taken', 'deferral-application', { until: '2014-12-31T02:00:00.000Z', reason }),
  'POST /api/v1/requests/{id}/deferral-decision': on('taken', 'deferral-decision', { decision: 'refused', reason }),
  'POST /api/v1/requests/{id}/stages': inTown('taken', 'stages', { stageCode: '1' }),
  'POST /api/v1/requests/{id}/deferral': on('taken', 'deferral', { until: '2014-12-31T02:00:00.000Z', reason }),
  'POST /api/v1/requests/{id}/report': inTown('taken', 'report', report),
  'POST /api/v1/requests/{id}/rework': on('wanting', 'rework', { reason }),
  'POST /api/v1/requests/{id}/verification': on('reported', 'verification'),
  'POST /api/v1/requests/{id}/feedback': on('verified', 'feedback', { way: 'page' }),
  'POST /api/v1/requests/{id}/call-back': on('answered', 'call-back', { reached: true }),
  'POST /api/v1/requests/{id}/rating': on('answered', 'rating', { satisfied: true }),
  'POST /api/v1/requests/{id}/closure': on('answered', 'closure'),
  'POST /api/v1/requests/{id}/reopening': on('answered', 'reopening', { reason }),
  'POST /api/v1/requests/{id}/mediation': inTown('dispute', 'mediation', { level: 'village', mediatingUnitId: VILLAGE }),
  'POST /api/v1/requests/{id}/mediation-failure': inTown('dispute', 'mediation-failure', { reason }),
  'POST /api/v1/requests/{id}/agreement': inTown('agreeing', 'agreement', { document: '调字〔2013〕1号', revisitBy: '2013-04-01' }),
  'POST /api/v1/requests/{id}/revisit': inTown('agreeing', 'revisit', { kept: true }),
};
