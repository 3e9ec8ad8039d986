import { get, post, type HttpRequest } from '@zeren/http/testing';
import { CITY, DISTRICT, PEER, STRANGER } from './city.js';
import type { Product } from './product.js';
import type { Holdings, Outsider, Route } from './routes.js';

/** What the city has of leaders, groups, meetings and delegations, for another tenant to try its hand at. */
export type Governance = {
  readonly assignmentId: string;
  readonly groupId: string;
  readonly meetingId: string;
  /** A meeting that is not to be held. */
  readonly idleMeetingId: string;
  readonly devolutionId: string;
  /** One that the district does not take. */
  readonly unwelcomeId: string;
};

const none = `${CITY}_aaaaaaaaaaaaaaaa`;
export const noGovernance: Governance = { assignmentId: `${none}@2013-01-01`, groupId: none, meetingId: none, idleMeetingId: none, devolutionId: none, unwelcomeId: none };

const office = `${CITY}.city-office`;
const districtOffice = `${DISTRICT}.district-office`;
const other = `${STRANGER}.district-office`;
const text = (zh: string, en: string) => ({ zh, en });
const document = '市委办〔2013〕8号';
const reason = '分工调整';

const assignment = { postId: `${CITY}.head`, target: { kind: 'area', id: DISTRICT }, duty: '背街小巷', from: '2013-01-01', document, reason };
const group = { name: text('创建领导小组', 'Leading group'), purpose: '统筹创建', document, foundedOn: '2013-01-04', sharedWith: [DISTRICT] };
const body = { body: 'office', kind: 'office', name: text('办公室', 'Office'), hostUnitId: `${CITY}-creation-office`, from: '2013-01-04', document };
const member = { body: 'group', postId: `${CITY}.head`, role: 'head', from: '2013-01-04', document };
const agenda = [{ number: 1, subject: '两岸整治' }];
const meeting = { title: text('联席会议', 'Joint meeting'), plannedOn: '2014-12-30', place: '一会议室', chairPostId: `${CITY}.head`, agenda, invitedPostIds: [`${CITY}.head`, `${DISTRICT}.head`] };
const minutes = {
  heldOn: '2013-02-18', minutesNumber: '纪要〔2013〕1号', attendance: [{ postId: `${CITY}.head`, presence: 'present' }, { postId: `${DISTRICT}.head`, presence: 'absent' }],
  decisions: [{ number: 1, agendaItem: 1, text: '清理主城段', leadUnitId: DISTRICT, dueOn: '2013-06-30' }],
};
const devolution = {
  fromUnitId: CITY, toUnitId: DISTRICT, powers: [{ name: text('占道经营处罚', 'Penalties for trading on the pavement') }], resources: { postIds: [], money: '1200.50', vehicles: 1 },
  from: '2013-03-01', document,
};

/** Assigns a leader, founds a group, calls two meetings and offers two delegations. */
export const openGovernance = async (product: Product): Promise<Governance> => {
  const idOf = async (path: string, content: object): Promise<string> => (await product.done(office, post(path, content))).id;
  return {
    assignmentId: `${await idOf('/api/v1/leader-assignments', assignment)}@${assignment.from}`,
    groupId: await idOf('/api/v1/leading-groups', group),
    meetingId: await idOf('/api/v1/meetings', meeting),
    idleMeetingId: await idOf('/api/v1/meetings', meeting),
    devolutionId: await idOf('/api/v1/devolutions', devolution),
    unwelcomeId: await idOf('/api/v1/devolutions', devolution),
  };
};

const by = (owner: string, outsider: Outsider, request: (of: Holdings) => HttpRequest): Route => ({ owner, other, outsider, request });
const read = (path: string): Route => by(office, 'own', () => get(path));
const on = (path: (of: Holdings) => string, content: object, owner = office): Route => by(owner, 'hidden', (of) => post(`/api/v1/${path(of)}`, content));

/** Leaders, groups, meetings, delegation and the four integrations, in an order in which each can be taken. */
export const governanceRoutes: Readonly<Record<string, Route>> = {
  'GET /api/v1/leader-assignments': read('/api/v1/leader-assignments'),
  'GET /api/v1/leader-assignments/answering': read(`/api/v1/leader-assignments/answering?unitId=${DISTRICT}`),
  'POST /api/v1/leader-assignments': by(office, { refused: 'assignment-post-unknown' }, () => post('/api/v1/leader-assignments', { ...assignment, target: { kind: 'area', id: PEER } })),
  'POST /api/v1/leader-assignments/{id}/end': on(({ assignmentId }) => `leader-assignments/${assignmentId}/end`, { until: '2013-12-31', reason }),
  'GET /api/v1/leading-groups': read('/api/v1/leading-groups'),
  'GET /api/v1/leading-groups/{id}': by(office, 'hidden', ({ groupId }) => get(`/api/v1/leading-groups/${groupId}`)),
  'POST /api/v1/leading-groups': by(office, { refused: 'group-tenant-unknown' }, () => post('/api/v1/leading-groups', { ...group, name: text('另一领导小组', 'Another group') })),
  'POST /api/v1/leading-groups/{id}/bodies': on(({ groupId }) => `leading-groups/${groupId}/bodies`, body),
  'POST /api/v1/leading-groups/{id}/bodies/{body}/end': on(({ groupId }) => `leading-groups/${groupId}/bodies/office/end`, { until: '2013-12-31', reason }),
  'POST /api/v1/leading-groups/{id}/members': on(({ groupId }) => `leading-groups/${groupId}/members`, member),
  'POST /api/v1/leading-groups/{id}/members/{postId}/release': on(({ groupId }) => `leading-groups/${groupId}/members/${CITY}.head/release`, { body: 'group', until: '2013-12-31', reason }),
  'POST /api/v1/leading-groups/{id}/dissolution': on(({ groupId }) => `leading-groups/${groupId}/dissolution`, { until: '2014-12-31', reason, document }),
  'GET /api/v1/meetings': read('/api/v1/meetings'),
  'GET /api/v1/meetings/{id}': by(office, 'hidden', ({ meetingId }) => get(`/api/v1/meetings/${meetingId}`)),
  'POST /api/v1/meetings': by(office, { refused: 'meeting-post-unknown' }, () => post('/api/v1/meetings', meeting)),
  'POST /api/v1/meetings/{id}/rearrangement': on(({ meetingId }) => `meetings/${meetingId}/rearrangement`, { plannedOn: '2014-12-31', place: '二会议室', agenda, reason }),
  'POST /api/v1/meetings/{id}/calling-off': on(({ idleMeetingId }) => `meetings/${idleMeetingId}/calling-off`, { reason }),
  'POST /api/v1/meetings/{id}/minutes': on(({ meetingId }) => `meetings/${meetingId}/minutes`, minutes),
  'GET /api/v1/devolutions': read('/api/v1/devolutions'),
  'GET /api/v1/devolutions/{id}': by(office, 'hidden', ({ devolutionId }) => get(`/api/v1/devolutions/${devolutionId}`)),
  'POST /api/v1/devolutions': by(office, { refused: 'devolution-unit-unknown' }, () => post('/api/v1/devolutions', { ...devolution, toUnitId: PEER })),
  'POST /api/v1/devolutions/{id}/acceptance': on(({ devolutionId }) => `devolutions/${devolutionId}/acceptance`, { note: '已承接' }, districtOffice),
  'POST /api/v1/devolutions/{id}/refusal': on(({ unwelcomeId }) => `devolutions/${unwelcomeId}/refusal`, { reason: '人手不足' }, districtOffice),
  'POST /api/v1/devolutions/{id}/recall': on(({ devolutionId }) => `devolutions/${devolutionId}/recall`, { until: '2013-12-31', reason, document }),
  'POST /api/v1/campaigns/{id}/integrations': by(office, 'role', () => post(`/api/v1/campaigns/${CITY}_clean/integrations`, { integrations: ['problem-goal'], document })),
  'POST /api/v1/tasks/{id}/integrations': on(({ taskId }) => `tasks/${taskId('CLN-01-01')}/integrations`, { integrations: ['party-smart'], reason }),
  'GET /api/v1/meeting-decisions': by(office, 'own', ({ meetingId }) => get(`/api/v1/meeting-decisions?meetingId=${meetingId}`)),
  'GET /api/v1/integrations': by(office, 'everybody', () => get('/api/v1/integrations')),
  'POST /api/v1/integrations/{code}/name': by(office, 'own', () => post('/api/v1/integrations/old-new/name', { name: text('守正创新', 'Old and new'), document })),
};
