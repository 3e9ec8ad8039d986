import { setTimeout as pause } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { Role } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import { tasksRefusals, type PartRow, type PostingRow, type ProjectRow, type RegisterRow, type SampleRow, type TaskRow } from '@zeren/tasks-domain';
import { aCampaign, aTaskPublished, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';

const OILFIELD = `${CITY}-x-oilfield`;
const WATER = `${CITY}-water`;
const ENVIRONMENT = `${CITY}-environment`;
const asked = {
  campaignId: `${CITY}_env`, code: 'LH-01', name: { zh: '河道联合整治', en: 'River banks, jointly' }, origin: { kind: 'meeting-decision', document: '纪要〔2013〕5号' },
  evidence: 'field', unitId: WATER, unitTenantId: CITY, supportingUnitIds: [ENVIRONMENT], accountablePostId: `${WATER}.head`, metric: { unit: '公里', direction: 'at-least' },
  target: '30', dueOn: '2013-12-31',
  parts: [
    { unitId: DISTRICT, unitTenantId: DISTRICT, what: '清理上游', quantity: { value: '12.5', unit: '公里' }, dueOn: '2013-09-30' },
    { unitId: OTHER_DISTRICT, unitTenantId: OTHER_DISTRICT, what: '清理下游', quantity: { value: '17.5', unit: '公里' }, dueOn: '2013-09-30' },
    { unitId: OILFIELD, unitTenantId: CITY, representedBy: ENVIRONMENT, what: '拆除跨河管道', dueOn: '2013-10-31' },
  ],
};
const value = (amount: string | null) => ({ value: amount, measuredOn: '2013-03-05', note: '' });

describe('joint tasks, over HTTP', () => {
  let house: House;
  let office: string;
  let lead: string;
  let environment: string;
  let district: string;
  let otherDistrict: string;
  let stranger: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as { id: string; position: string };
  };
  const read = async <T>(path: string, token: string): Promise<T> => (await send(get(path), token)) as unknown as T;
  const refused = (path: string, body: object, token: string, code: string, status = 409) => house.http.given().when(post(path, body).as(token)).thenRefused(status, code);
  const parts = async (taskId: string, token: string, after = '0') => (await read<{ items: PartRow[] }>(`/api/v1/joint-parts?taskId=${taskId}&after=${after}`, token)).items;
  /** Once the policy has told each party its part. */
  const dispatchedParts = async (taskId: string): Promise<string[]> => {
    for (const end = Date.now() + 10_000; Date.now() < end; await pause(50)) if ((await parts(taskId, office)).length === asked.parts.length) break;
    return [1, 2, 3].map((number) => `/api/v1/joint-parts/${taskId}~p${number}`);
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    house.setClock('2013-03-05T02:00:00.000Z');
    const token = (tenantId: string, unitId: string, role: Role) => house.tokenFor({ tenantId, actorId: unitId, unitId, roles: [role] });
    [office, lead, environment, district, otherDistrict, stranger] = await Promise.all([
      token(CITY, `${CITY}-creation-office`, 'city-office'), token(CITY, WATER, 'officer'), token(CITY, ENVIRONMENT, 'officer'),
      token(DISTRICT, `${DISTRICT}-creation-office`, 'district-office'), token(OTHER_DISTRICT, `${OTHER_DISTRICT}-creation-office`, 'district-office'),
      token('511922', '511922-creation-office', 'district-office'),
    ]);
    await house.record(`campaign-${CITY}_env`, aCampaign({ participantTenantIds: [DISTRICT, OTHER_DISTRICT] }), { sharedWith: [DISTRICT, OTHER_DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('each party works on its own part and sees no other; the lead reports the whole when every part is done or excused', async () => {
    const { id, position } = await send(post('/api/v1/tasks', asked), office, 201);
    const [first = '', second = '', third = ''] = await dispatchedParts(id);
    expect(await read(`/api/v1/tasks/${id}?after=${position}`, otherDistrict)).toMatchObject({ originKind: 'meeting-decision', parts: [{ number: 1 }, { number: 2 }, { number: 3 }] });
    expect((await parts(id, district)).map(({ unitId }) => unitId)).toEqual([DISTRICT]);
    await house.http.given().when(get(second).as(district)).thenRefused(404, 'not-found');
    await refused(`${second}/acceptance`, {}, district, 'not-found', 404);
    expect(await parts(id, stranger)).toEqual([]);
    for (const path of [first, `/api/v1/tasks/${id}`]) await house.http.given().when(get(path).as(stranger)).thenRefused(404, 'not-found');
    await refused(`${first}/acceptance`, {}, stranger, 'not-found', 404);

    await send(post(`/api/v1/tasks/${id}/acceptance`, {}), lead);
    await refused(`${first}/acceptance`, {}, lead, 'not-the-party');
    await send(post(`${first}/acceptance`, {}), district);
    await send(post(`${first}/progress`, value('6')), district);
    await send(post(`${first}/progress/1/correction`, { value: '5.5', reason: '重复计入' }), district);
    await refused(`${first}/report`, value('12.4'), district, 'part-falls-short');
    await send(post(`${first}/report`, value('12.5')), district);
    await send(post(`${first}/return`, { reason: '尚有一段' }), lead);
    await send(post(`${first}/report`, value('12.6')), district);

    const whole = { year: 2013, values: [{ metric: 'value', value: '30', unit: '公里' }], measuredOn: '2013-03-05', note: '' };
    await send(post(`${third}/acceptance`, {}), environment);
    await refused(`/api/v1/tasks/${id}/results`, whole, lead, 'parts-open');
    await send(post(`${third}/report`, value(null)), environment);
    const excused = await send(post(`${second}/excuse`, { reason: '改由市里实施' }), lead);
    expect((await parts(id, office, excused.position)).map(({ number, status, sentBack, report }) => [number, status, sentBack, report?.onBehalfOf ?? null]))
      .toEqual([[1, 'reported', 1, null], [2, 'excused', 0, null], [3, 'reported', 0, OILFIELD]]);
    expect((await read<{ items: PartRow[] }>('/api/v1/joint-parts?mine=true', environment)).items.map(({ unitId }) => unitId)).toEqual([OILFIELD]);
    const reported = await send(post(`/api/v1/tasks/${id}/results`, whole), lead);
    expect(await read(`/api/v1/tasks/${id}?after=${reported.position}`, district)).toMatchObject({ status: 'reported' });
    await refused(`${first}/return`, { reason: '晚了' }, lead, 'whole-reported');
  });

  it('a task of an origin is dispatched once, found by its origin, and its supporting units\' own progress stands apart', async () => {
    const reform = { ...asked, code: 'GG-01', origin: { kind: 'reform', document: '改革方案〔2013〕1号' }, parts: [] };
    await refused('/api/v1/tasks', { ...reform, campaignId: `${CITY}_none` }, office, 'campaign-unknown');
    await refused('/api/v1/tasks', reform, lead, 'role-not-allowed', 403);
    const { id } = await send(post('/api/v1/tasks', reform), office, 201);
    await send(post(`/api/v1/tasks/${id}/acceptance`, {}), lead);
    const progress = (amount: string) => ({ year: 2013, values: [{ metric: 'value', value: amount, unit: '公里' }], measuredOn: '2013-03-05', note: '', evidenceIds: [] });
    await refused(`/api/v1/tasks/${id}/support`, progress('3'), lead, 'not-supporting');
    await send(post(`/api/v1/tasks/${id}/support`, progress('3')), environment);
    const { position } = await send(post(`/api/v1/tasks/${id}/support/2013/1/correction`, { values: progress('2.5').values, reason: '重复计入' }), environment);
    const { items } = await read<{ items: TaskRow[] }>(`/api/v1/tasks?origin=reform&after=${position}`, office);
    expect(items.map(({ indicatorCode, years }) => [indicatorCode, years[0]?.progress, years[0]?.support])).toMatchObject([
      ['GG-01', [], [{ entry: 1, unitId: ENVIRONMENT, values: [{ value: '3' }], correction: { values: [{ value: '2.5' }] } }]],
    ]);
  });

  it('a task names the decision of a joint meeting it comes from, and the decision is seen in its tasks', async () => {
    const meetingId = `${CITY}_m1`;
    const invited = [{ postId: `${CITY}.head`, unitId: CITY, tenantId: CITY }, { postId: `${DISTRICT}.head`, unitId: DISTRICT, tenantId: DISTRICT }];
    const convened = {
      title: { zh: '联席会议', en: 'Joint meeting' }, groupId: null, conveningUnitId: CITY, plannedOn: '2013-03-04', place: '一会议室', chairPostId: `${CITY}.head`,
      agenda: [{ number: 1, subject: '河道', reportingUnitId: null }], invited,
    };
    const decisions = [1, 2].map((number) => ({ number, agendaItem: 1, text: '清理', leadUnitId: WATER, leadTenantId: CITY, dueOn: '2013-12-31' }));
    await house.record(`meeting-${meetingId}`, { type: 'MeetingConvened', data: convened }, { sharedWith: [DISTRICT] });
    await house.record(`meeting-${meetingId}`, { type: 'MeetingHeld', data: { heldOn: '2013-03-04', minutesNumber: '纪要〔2013〕7号', attendance: [], decisions } }, { sharedWith: [DISTRICT] });
    const from = (number: number, document = '纪要〔2013〕7号') => ({ ...asked, code: `JD-0${number}`, parts: [], origin: { kind: 'meeting-decision', document, decision: { meetingId, number } } });
    await refused('/api/v1/tasks', from(3), office, 'decision-unknown');
    await refused('/api/v1/tasks', from(1, '纪要〔2013〕8号'), office, 'decision-of-other-minutes');
    await refused('/api/v1/tasks', from(1), stranger, 'not-found', 404);
    const { id } = await send(post('/api/v1/tasks', from(1)), office, 201);
    const { position } = await send(post('/api/v1/tasks', from(2)), office, 201);
    await send(post(`/api/v1/tasks/${id}/acceptance`, {}), lead);
    expect(await read(`/api/v1/meeting-decisions?meetingId=${meetingId}&after=${position}`, office)).toEqual({
      items: [1, 2].map((number) => ({ number, tasks: 1, done: 0, ended: 0, overdue: 0 })),
    });
    expect(await read(`/api/v1/tasks?decision=${encodeURIComponent(`${meetingId}#1`)}`, office)).toMatchObject({ items: [{ indicatorCode: 'JD-01' }] });
    expect(await read(`/api/v1/meeting-decisions?meetingId=${meetingId}`, stranger)).toEqual({ items: [] });
  });

  it('every board is cut by the four integrations: a task counts under its campaign\'s until it is classified itself', async () => {
    const { id } = await send(post('/api/v1/tasks', { ...asked, code: 'RH-01', parts: [] }), office, 201);
    const document = '工作方案〔2013〕1号';
    const { position: opened } = await send(post(`/api/v1/campaigns/${CITY}_env/integrations`, { integrations: ['design-practice'], document }), office);
    const codes = async (integration: string, after: string, token = office) =>
      (await read<{ items: TaskRow[] }>(`/api/v1/tasks?integration=${integration}&limit=200&after=${after}`, token)).items.map(({ indicatorCode }) => indicatorCode);
    expect(await codes('design-practice', opened)).toContain('RH-01');
    const { position } = await send(post(`/api/v1/tasks/${id}/integrations`, { integrations: ['party-smart', 'old-new'], reason: '党支部牵头' }), office);
    expect(await codes('design-practice', position)).not.toContain('RH-01');
    expect(await codes('old-new', position)).toEqual(['RH-01']);
    const cockpit = await read<{ campaigns: { total: number }[]; integrations: { code: string; total: number }[] }>(`/api/v1/cockpit?integration=party-smart&after=${position}`, office);
    expect(cockpit).toMatchObject({ campaigns: [{ total: 1 }] });
    expect(cockpit.integrations.map(({ code, total }) => [code, total > 0])).toEqual([['party-smart', true], ['design-practice', true], ['old-new', true], ['problem-goal', false]]);
    expect(await read(`/api/v1/workplace?integration=old-new&after=${position}`, lead)).toMatchObject({ counts: { 'to-accept': 1 } });
    expect(await read('/api/v1/campaigns?integration=design-practice', district)).toMatchObject({ items: [{ id: 'env', integrations: ['design-practice'] }] });
    expect(await read('/api/v1/campaigns?integration=problem-goal', district)).toEqual({ items: [] });
    await refused(`/api/v1/tasks/${id}/integrations`, { integrations: ['fifth'], reason: '—' }, office, 'integration-unknown');
    await refused(`/api/v1/tasks/${id}/integrations`, { integrations: [], reason: '—' }, stranger, 'not-found', 404);
    await house.http.given().when(get('/api/v1/tasks?integration=fifth').as(office)).thenRefused(400, 'validation-failed', 'integration');
  });

  it('postings and projects count under integrations of their own or their campaign\'s, entries of registers and samples under those of their tasks', async () => {
    await send(post(`/api/v1/campaigns/${CITY}_env/integrations`, { integrations: ['problem-goal'], document: '工作方案〔2013〕2号' }), office);
    const posting = {
      kind: 'problem', code: 'WT-1', title: { zh: '占道', en: 'Stalls' }, description: '清理', campaignId: `${CITY}_env`, evidence: 'field', metric: { unit: '', direction: 'boolean' },
      closesAt: '2013-04-01T15:59:59.000Z', deadline: '2013-12-31T15:59:59.000Z', invitedTenantIds: [],
    };
    const project = {
      code: 'XM-1', name: { zh: '水厂', en: 'Works' }, campaignId: `${CITY}_env`, indicatorCode: 'ENV-01-01', unitId: WATER, investment: '10', annualPlans: [{ year: 2013, amount: '10' }],
      funding: [{ source: 'budget', amount: '10' }], startsOn: '2013-01-01', endsOn: '2013-12-31',
    };
    const own = ['old-new'];
    const sampled = (index: number, integrations: Integration[]) => {
      const data = { ...aTaskPublished().data, splitId: `${DISTRICT}_s`, integrations, sharedWith: [CITY] };
      return house.record(`task-${DISTRICT}_s.${index}`, { type: 'TaskPublished', data }, { sharedWith: [CITY] });
    };
    await Promise.all([sampled(1, ['party-smart']), sampled(2, ['old-new'])]);
    const result = (index: number) => ({ taskId: `${DISTRICT}_s.${index}`, year: 2013, name: asked.name, indicatorCode: 'ENV-01-01', unitId: WATER, interestedUnitIds: [] });
    const drawn = { districtTenantId: DISTRICT, campaignId: null, year: 2013, seed: '1', size: 2, population: 2, populationHash: 'h', results: [result(1), result(2)] };
    await house.record(`sample-${CITY}_s`, { type: 'SampleDrawn', data: drawn }, { sharedWith: [DISTRICT] });
    await house.record(`sample-${CITY}_s`, { type: 'ResultRechecked', data: { taskId: result(2).taskId, verdict: 'failed', finding: '—', unitId: CITY } }, { sharedWith: [DISTRICT] });

    const { id: taskId } = await send(post('/api/v1/tasks', { ...asked, code: 'RH-02', parts: [], integrations: own }), office, 201);
    await send(post(`/api/v1/tasks/${taskId}/acceptance`, {}), lead);
    await send(post(`/api/v1/tasks/${taskId}/requests`, { kind: 'voiding', reason: '河道已改线' }), lead);
    await send(post('/api/v1/postings', { ...posting, code: 'WT-2', integrations: own }), office, 201);
    await send(post('/api/v1/postings', posting), office, 201);
    house.setClock('2013-03-05T02:00:01.000Z');
    await send(post('/api/v1/postings', { ...posting, code: 'WT-3', integrations: own }), office, 201);
    await send(post('/api/v1/projects', { ...project, code: 'XM-2', investment: '20', annualPlans: [{ year: 2013, amount: '20' }], funding: [{ source: 'budget', amount: '20' }], integrations: own }), office, 201);
    const { position } = await send(post('/api/v1/projects', project), office, 201);

    const cut = async <Row extends object, Key extends keyof Row>(path: string, integration: string, key: Key) => {
      const { items } = await read<{ items: Row[] }>(`/api/v1/${path}?integration=${integration}&after=${position}`, office);
      return items.map((row) => row[key]);
    };
    expect(await cut<PostingRow, 'code'>('postings', 'problem-goal', 'code')).toEqual(['WT-1']);
    expect(await cut<PostingRow, 'code'>('postings', 'old-new', 'code')).toEqual(['WT-3', 'WT-2']);
    const first = await read<{ items: PostingRow[]; next: string }>('/api/v1/postings?integration=old-new&limit=1', office);
    expect([first.items[0]?.code, (await read<{ items: PostingRow[] }>(`/api/v1/postings?integration=old-new&limit=1&cursor=${first.next}`, office)).items[0]?.code]).toEqual(['WT-3', 'WT-2']);
    await house.http.given().when(get('/api/v1/postings?integration=old-new&cursor=WzFd').as(office)).thenRefused(400, 'malformed-cursor');
    expect(await cut<ProjectRow, 'code'>('projects', 'problem-goal', 'code')).toEqual(['XM-1']);
    expect(await cut<ProjectRow, 'code'>('projects', 'old-new', 'code')).toEqual(['XM-2']);
    expect(await read('/api/v1/projects/figures?year=2013&integration=old-new', office)).toMatchObject({ projects: 1, planned: '20' });
    expect(await cut<RegisterRow, 'taskId'>('task-register', 'old-new', 'taskId')).toEqual([taskId]);
    expect(await cut<RegisterRow, 'taskId'>('task-register', 'party-smart', 'taskId')).toEqual([]);
    expect(await cut<SampleRow, 'id'>('samples', 'old-new', 'id')).toEqual(['s']);
    expect(await cut<SampleRow, 'id'>('samples', 'design-practice', 'id')).toEqual([]);
    const rates = async (integration: string) => (await read<{ items: unknown[] }>(`/api/v1/samples/failure-rates?integration=${integration}`, office)).items;
    expect(await rates('old-new')).toEqual([{ districtTenantId: DISTRICT, year: 2013, samples: 1, checked: 1, failed: 1, failureRate: '100.00' }]);
    expect(await rates('party-smart')).toMatchObject([{ samples: 1, checked: 0, failureRate: null }]);
  });
});
