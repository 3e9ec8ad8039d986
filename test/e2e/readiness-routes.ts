import { get, post, type HttpRequest } from '@zeren/http/testing';
import { CITY, DISTRICT, STRANGER } from './city.js';
import type { Product } from './product.js';
import type { Holdings, Outsider, Route } from './routes.js';

const office = `${CITY}.city-office`;
const assessor = `${CITY}.assessor`;
const other = `${STRANGER}.district-office`;
const ASSESSING_UNIT = `${CITY}-x-assessor`;
const readiness = `/api/v1/readiness/${CITY}_clean`;
const task = 'CLN-01-02';

const by = (owner: string, outsider: Outsider, request: (of: Holdings) => HttpRequest): Route => ({ owner, other, outsider, request });
const read = (path: string, outsider: Outsider): Route => by(office, outsider, () => get(path));

const mockBody = {
  title: { zh: '模拟测评', en: 'Mock assessment' }, campaignId: `${CITY}_clean`, assessorUnitId: ASSESSING_UNIT, areaUnitIds: [DISTRICT], from: '2012-12-01', until: '2014-12-31', year: 2013,
  indicatorCodes: [task],
};

/** Registers the third party and commissions a mock assessment of one indicator from it. */
export const commissionMock = async (product: Product): Promise<{ readonly id: string }> => {
  const unit = { unitId: ASSESSING_UNIT, code: null, name: { zh: '第三方测评机构', en: 'Third-party assessor' }, kind: 'external-party', level: null, parentUnitId: null, validFrom: '2012-01-01' };
  await product.done(office, post('/api/v1/organisation/units', { units: [unit] }));
  return product.done(office, post('/api/v1/mock-assessments', mockBody));
};

const promiseOf = ({ taskId }: Holdings, target: string) => ({ code: 'MS-01', text: { zh: '绿化覆盖', en: 'Green cover' }, metric: 'value', target, dueOn: '2013-12-31', taskId: taskId(task) });

/** Readiness for assessment and promises to the public, in an order in which each can be taken. */
export const readinessRoutes: Readonly<Record<string, Route>> = {
  'POST /api/v1/readiness/{id}/checklist': by(office, 'role', () => post(`${readiness}/checklist`, {})),
  'POST /api/v1/readiness/{id}/marks': by(office, 'hidden', () => post(`${readiness}/marks`, { marks: [{ code: task, ready: false, remark: '缺图' }] })),
  'POST /api/v1/readiness/{id}/responsible-units': by(office, 'role', () => post(`${readiness}/responsible-units`, { code: task, unitId: `${CITY}-health` })),
  'GET /api/v1/readiness/{id}/checklist': read(`${readiness}/checklist`, 'hidden'),
  'GET /api/v1/readiness/{id}/gaps': read(`${readiness}/gaps`, 'hidden'),
  'GET /api/v1/readiness/{id}/gaps/spreadsheet': read(`${readiness}/gaps/spreadsheet`, 'hidden'),
  'POST /api/v1/task-gaps/{id}/notes': by(office, 'role', ({ taskId }) => post(`/api/v1/task-gaps/${taskId('CLN-01-01')}/notes`, { reason: '测评前补齐佐证' })),
  'POST /api/v1/task-gaps/{id}/settlement': by(office, 'role', ({ taskId }) => post(`/api/v1/task-gaps/${taskId('CLN-01-01')}/settlement`, { how: '已补齐' })),
  'GET /api/v1/task-gaps': read('/api/v1/task-gaps', 'own'),
  'POST /api/v1/mock-assessments': by(office, 'role', () => post('/api/v1/mock-assessments', { ...mockBody, year: 2014 })),
  'POST /api/v1/mock-assessments/{id}/scores': by(assessor, 'role', ({ mockId }) => post(`/api/v1/mock-assessments/${mockId}/scores`, {
    scores: [{ code: task, points: '30.5', finding: '现场查看', areaUnitId: DISTRICT, place: '江北' }],
  })),
  'POST /api/v1/mock-assessments/{id}/submission': by(assessor, 'role', ({ mockId }) => post(`/api/v1/mock-assessments/${mockId}/submission`, { summary: '总体良好' })),
  'GET /api/v1/mock-assessments': read('/api/v1/mock-assessments', 'own'),
  'GET /api/v1/mock-assessments/{id}': by(office, 'hidden', ({ mockId }) => get(`/api/v1/mock-assessments/${mockId}`)),
  'POST /api/v1/promise-lists': by(office, 'role', (of) => post('/api/v1/promise-lists', {
    year: 2013, title: { zh: '民生实事', en: 'Promises' }, approval: { authority: '市人大', document: '1号' }, promises: [promiseOf(of, '40')],
  })),
  'POST /api/v1/promise-lists/{id}/amendments': by(office, 'role', (of) => post(`/api/v1/promise-lists/${CITY}_2013/amendments`, { promise: promiseOf(of, '38'), reason: '口径调整', document: '2号' })),
  'GET /api/v1/promise-lists': read('/api/v1/promise-lists', 'own'),
  'GET /api/v1/promise-lists/{id}': read(`/api/v1/promise-lists/${CITY}_2013`, 'hidden'),
};

/** What a third-party assessor may read; of mock assessments those it was commissioned with. */
export const openToAssessors: readonly string[] = ['GET /api/v1/me', 'GET /api/v1/demonstration', 'GET /api/v1/mock-assessments', 'GET /api/v1/mock-assessments/{id}'];
