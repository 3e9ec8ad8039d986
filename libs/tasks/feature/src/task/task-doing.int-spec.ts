import { setTimeout as pause } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { Role } from '@zeren/kernel';
import { tasksRefusals, type RegisterRow, type SampleRow, type TaskRow, type Workplace } from '@zeren/tasks-domain';
import { aCampaign, annualTargetsOf, anObjectionRule, aTaskPublished, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { tasksClockJobs, TasksModule, tasksPolicies, tasksTables } from '../index.js';

const ROOT = `${CITY}_s.root`;
const idOf = (name: string) => `${CITY}_s.${name}`;
const DISPATCHED = '2013-03-01T02:00:00.000Z';

describe('doing a task, over HTTP', () => {
  let house: House;
  let office: string;
  let leader: string;
  let inspector: string;
  let district: string;
  let otherDistrict: string;
  let last: bigint;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer;
  };
  const done = async (path: string, body: object, token: string): Promise<string> => ((await send(post(path, body), token)).body as { position: string }).position;
  const row = async (name: string, token: string, after: string | bigint = last): Promise<TaskRow> =>
    (await send(get(`/api/v1/tasks/${idOf(name)}?after=${after}`), token)).body as TaskRow;
  const register = async (query: string, token: string, after: string): Promise<RegisterRow[]> =>
    ((await send(get(`/api/v1/task-register?${query}&after=${after}`), token)).body as { items: RegisterRow[] }).items;
  const refused = (path: string, body: object, token: string, code: string, status = 409) => house.http.given().when(post(path, body).as(token)).thenRefused(status, code);
  const path = (name: string, rest: string) => `/api/v1/tasks/${idOf(name)}/${rest}`;

  /** The district's task of that name, dispatched on 1 March 2013. */
  const dispatched = async (name: string, byWeekAlone = false): Promise<void> => {
    const task = aTaskPublished({ objection: { ...anObjectionRule, byWeekAlone }, parentTaskId: ROOT, ancestors: [{ taskId: ROOT, unitId: '511900-health' }] });
    last = await house.record(`task-${idOf(name)}`, task, { sharedWith: [DISTRICT] });
  };
  const successor = { unitId: OTHER_DISTRICT, unitTenantId: OTHER_DISTRICT, accountablePostId: `${OTHER_DISTRICT}.head` };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    house.setClock(DISPATCHED);
    const token = (tenantId: string, unitId: string, role: Role) => house.tokenFor({ tenantId, actorId: unitId, unitId, roles: [role] });
    [office, leader, inspector, district, otherDistrict] = await Promise.all([
      token(CITY, '511900-creation-office', 'city-office'), token(CITY, CITY, 'leader'), token(CITY, '511900-supervision-office', 'inspector'),
      token(DISTRICT, '511902-creation-office', 'district-office'), token(OTHER_DISTRICT, '511903-creation-office', 'district-office'),
    ]);
    await house.record(`campaign-${CITY}_env`, aCampaign({ participantTenantIds: [DISTRICT, OTHER_DISTRICT] }), { sharedWith: [DISTRICT, OTHER_DISTRICT] });
    const root = aTaskPublished({
      parentTaskId: null, ancestors: [], unitId: '511900-health', unitTenantId: CITY, supportingUnitIds: [], level: 1, sharedWith: [],
      annualTargets: annualTargetsOf('100').map((target) => ({ ...target, dueAt: `${target.year + 1}-03-31T15:59:59.000Z` })), deadline: '2015-03-31T15:59:59.000Z',
    });
    await house.record(`task-${ROOT}`, root);
    for (const name of ['a', 'b', 'c', 'd']) await dispatched(name);
    await dispatched('e', true);
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a tenant lays down its terms for objections and its working days', async () => {
    expect((await send(get('/api/v1/task-rules'), district)).body).toEqual({ objections: { workingDays: 5, refusals: 2 }, workingYears: [] });
    const published = { year: 2013, holidays: ['2013-03-08'], makeUpWorkdays: ['2013-03-16'], version: 1, document: '通知' };
    await house.record(`calendar-${CITY}_calendar`, { type: 'WorkingYearPublished', data: published });
    await send(post('/api/v1/task-rules/objections', { workingDays: 6, refusals: 2 }), office, 201);
    expect((await send(get('/api/v1/task-rules'), office)).body).toMatchObject({ objections: { workingDays: 6, refusals: 2 }, workingYears: [{ year: 2013 }] });
    await refused('/api/v1/task-rules/objections', { workingDays: 6, refusals: 2 }, inspector, 'role-not-allowed', 403);
  });

  it('the time for objections is counted anew once the calendar is published, by the dispatcher and from the day of dispatch', async () => {
    await refused(path('e', 'objection-time'), {}, district, 'not-the-dispatcher');
    const recounted = await done(path('e', 'objection-time'), {}, office);
    // Five working days after 1 March, the 8th being a holiday.
    expect(await row('e', district, recounted)).toMatchObject({ objectionUntil: '2013-03-11', objection: { until: '2013-03-11', byWeekAlone: false } });
  });

  it('an objection is refused, raised again, refused for good, and ruled on; both sides see it in the register', async () => {
    house.setClock('2013-03-05T02:00:00.000Z');
    await done(path('a', 'objections'), { reason: '不属本区' }, district);
    await refused(path('a', 'acceptance'), {}, district, 'objection-pending');
    const first = await done(path('a', 'objections/answer'), { answer: 'refused', reason: '属地' }, office);
    // Six working days after 5 March, the 8th being a holiday.
    expect(await row('a', district, first)).toMatchObject({ status: 'published', objectionUntil: '2013-03-14' });
    await done(path('a', 'objections'), { reason: '仍有异议' }, district);
    await done(path('a', 'objections/answer'), { answer: 'refused', reason: '维持' }, office);
    await refused(path('a', 'objections'), { reason: '第三次' }, district, 'objections-exhausted');
    await refused(path('a', 'objections/ruling'), { ruling: 'stands', reason: '裁定', document: '1号' }, office, 'role-not-allowed', 403);
    const ruled = await done(path('a', 'objections/ruling'), { ruling: 'stands', reason: '裁定', document: '裁定〔2013〕1号' }, leader);
    for (const reader of [office, district]) {
      const rows = await register(`kind=objection&taskId=${idOf('a')}`, reader, ruled);
      expect(rows.map(({ number, status }) => [number, status]).sort()).toEqual([[1, 'refused'], [2, 'refused']]);
    }
    expect(await register('kind=objection', otherDistrict, ruled)).toEqual([]);
    await done(path('a', 'acceptance'), {}, district);
  });

  it('an objection after its time is refused', async () => {
    house.setClock('2013-03-09T02:00:00.000Z');
    await refused(path('b', 'objections'), { reason: '不属本区' }, district, 'objection-late');
    house.setClock('2013-03-05T02:00:00.000Z');
  });

  it('an accepted objection withdraws the task, and the other unit gets one of its own', async () => {
    await done(path('b', 'objections'), { reason: '不属本区' }, district);
    await refused(path('b', 'objections/answer'), { answer: 'accepted', reason: '同意', successor: { ...successor, unitTenantId: '211103' } }, office, 'tenant-not-participant');
    const accepted = await done(path('b', 'objections/answer'), { answer: 'accepted', reason: '同意', successor }, office);
    expect(await row('b', district, accepted)).toMatchObject({ status: 'withdrawn', successor });
    let found: TaskRow | undefined;
    for (const end = Date.now() + 10_000; !found && Date.now() < end; await pause(50)) {
      const answer = await house.http.send(get(`/api/v1/tasks/${idOf('b.2')}`).as(otherDistrict));
      if (answer.status === 200) found = answer.body as TaskRow;
    }
    expect(found).toMatchObject({ unitId: OTHER_DISTRICT, replaces: idOf('b'), status: 'published', sharedWith: [OTHER_DISTRICT], objectionUntil: '2013-03-14' });
    await house.http.given().when(get(`/api/v1/tasks/${idOf('b.2')}`).as(district)).thenRefused(404, 'not-found');
  });

  it('an extension within the parent\'s own time is asked for, granted and seen; beyond it it is refused', async () => {
    await done(path('c', 'acceptance'), {}, district);
    const extension = { kind: 'extension', year: 2013, until: '2014-02-28', reason: '受灾' };
    await refused(path('c', 'requests'), { ...extension, until: '2014-04-30' }, district, 'extension-outside-parent');
    const asked = await done(path('c', 'requests'), extension, district);
    expect(await row('c', office, asked)).toMatchObject({ awaitsAnswer: true });
    await refused(path('c', 'requests/1/decision'), { decision: 'granted', reason: '属实' }, district, 'not-the-dispatcher');
    const granted = await done(path('c', 'requests/1/decision'), { decision: 'granted', reason: '属实' }, office);
    expect(await row('c', district, granted)).toMatchObject({ nextDueAt: '2014-02-28T15:59:59.000Z', awaitsAnswer: false });
    expect(await register('kind=extension&status=granted', district, granted)).toMatchObject([{ until: '2014-02-28T15:59:59.000Z', answer: '属实' }]);
  });

  it('progress is recorded with its evidence and corrected', async () => {
    const progress = { year: 2013, values: [{ metric: 'value', value: '30', unit: '处' }], measuredOn: '2013-03-04', evidenceIds: [`${DISTRICT}_photo`], note: '' };
    await done(path('c', 'progress'), progress, district);
    const corrected = await done(path('c', 'progress/2013/1/correction'), { values: [{ metric: 'value', value: '28', unit: '处' }], reason: '重复计入' }, district);
    expect((await row('c', office, corrected)).years[0]?.progress).toMatchObject([{ entry: 1, evidenceIds: [`${DISTRICT}_photo`], correction: { reason: '重复计入' } }]);
  });

  it('a voided task ends, is not marked overdue by the clock, and is counted apart', async () => {
    const asked = await done(path('d', 'requests'), { kind: 'voiding', reason: '指标取消' }, district);
    await row('d', office, asked);
    const voided = await done(path('d', 'requests/1/decision'), { decision: 'granted', reason: '同意' }, leader);
    await row('d', office, voided);
    house.setClock('2014-01-02T02:00:00.000Z');
    await house.tick(tasksClockJobs);
    const marked: string[] = [];
    for await (const event of house.store.readAll()) if (event.type === 'TaskMarkedOverdue') marked.push(event.stream);
    expect(marked.sort()).toEqual([`task-${idOf('a')}`, `task-${idOf('b.2')}`, `task-${idOf('e')}`]);
    house.setClock('2013-12-30T02:00:00.000Z');
    expect((await send(get('/api/v1/cockpit'), office)).body).toMatchObject({ campaigns: [{ status: { voided: 1, withdrawn: 1, done: 0, closed: 0, explained: 0 } }] });
  });

  it('a false report is flagged by an inspector and stands on the task', async () => {
    const result = { year: 2013, values: [{ metric: 'value', value: '100', unit: '处' }], measuredOn: '2013-12-01', note: '' };
    await refused(path('c', 'results/2013/false-report'), { finding: '现场没有' }, inspector, 'nothing-reported');
    await done(path('c', 'results'), result, district);
    const flagged = await done(path('c', 'results/2013/false-report'), { finding: '现场没有' }, inspector);
    expect(await row('c', district, flagged)).toMatchObject({ falseReports: 1, reworks: 0, status: 'rejected' });
  });

  it('a city draws a sample of what a district verified, re-checks it, and both see the failure rate', async () => {
    const published = (name: string, unitId: string) => house.record(`task-${DISTRICT}_t.${name}`, aTaskPublished({
      splitId: `${DISTRICT}_t`, parentTaskId: idOf('e'), ancestors: [{ taskId: ROOT, unitId: '511900-health' }, { taskId: idOf('e'), unitId: DISTRICT }],
      unitId, supportingUnitIds: [], level: 3, sharedWith: [CITY],
    }), { sharedWith: [CITY] });
    const events = (unitId: string) => [
      { type: 'TaskAccepted', data: { unitId } },
      { type: 'ResultReported', data: { year: 2013, values: [], measuredOn: '2013-12-01', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: unitId, note: '' } },
      { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: '511902-supervision-office', finding: '属实' } },
    ];
    let reached = 0n;
    for (let index = 0; index < 6; index += 1) {
      const unitId = `51190200${index}`;
      await published(`r${index}`, unitId);
      for (const event of events(unitId)) reached = await house.record(`task-${DISTRICT}_t.r${index}`, event, { sharedWith: [CITY] });
    }
    await send(get(`/api/v1/tasks?after=${reached}`), office);
    const asked = { districtTenantId: DISTRICT, year: 2013, seed: '2013-12-31', size: 2 };
    const { id, position } = (await send(post('/api/v1/samples', asked), inspector, 201)).body as { id: string; position: string };
    const sample = (await send(get(`/api/v1/samples/${id}?after=${position}`), district)).body as SampleRow;
    expect(sample).toMatchObject({ population: 6, status: 'drawn', failureRate: null });
    const again = (await send(post('/api/v1/samples', asked), inspector, 201)).body as { id: string; position: string };
    expect(((await send(get(`/api/v1/samples/${again.id}?after=${again.position}`), office)).body as SampleRow).results).toEqual(sample.results);
    await house.http.given().when(get(`/api/v1/samples/${id}`).as(otherDistrict)).thenRefused(404, 'not-found');
    await refused('/api/v1/samples', { ...asked, districtTenantId: OTHER_DISTRICT }, inspector, 'population-empty');

    const [first, second] = sample.results.map(({ taskId }) => taskId);
    await done(`/api/v1/samples/${id}/rechecks`, { taskId: first, verdict: 'held', finding: '属实' }, inspector);
    const concluded = await done(`/api/v1/samples/${id}/rechecks`, { taskId: second, verdict: 'failed', finding: '现场没有' }, inspector);
    expect((await send(get(`/api/v1/samples/${id}?after=${concluded}`), district)).body).toMatchObject({ status: 'concluded', failureRate: '50.00' });
    expect((await send(get(`/api/v1/samples/failure-rates?after=${concluded}`), office)).body).toEqual({
      items: [{ districtTenantId: DISTRICT, year: 2013, samples: 2, checked: 2, failed: 1, failureRate: '50.00' }],
    });
  });

  it('a unit\'s own page counts its lists and each list is the board\'s', async () => {
    const counts = async (token: string) => ((await send(get('/api/v1/workplace'), token)).body as Workplace).counts;
    const listed = async (list: string, token: string) =>
      ((await send(get(`/api/v1/tasks?work=${list}`), token)).body as { items: TaskRow[] }).items.map(({ id }) => id).sort();
    const asked = await done(path('e', 'requests'), { kind: 'closure', reason: '未完成' }, district);
    await row('e', office, asked);
    expect(await counts(district)).toMatchObject({ overdue: 2, 'to-rework': 1, waiting: 1, 'to-answer': 0, 'to-accept': 0 });
    expect(await listed('waiting', district)).toEqual(['s.e']);
    expect(await listed('overdue', district)).toEqual(['s.a', 's.e']);
    expect(await counts(office)).toMatchObject({ 'to-answer': 1, waiting: 0 });
    expect(await listed('to-answer', office)).toEqual(['s.e']);
    // 30 December 2013 was a Monday: the root is due in March, nothing today.
    expect(await counts(otherDistrict)).toMatchObject({ overdue: 1, 'due-today': 0 });
  });
});
