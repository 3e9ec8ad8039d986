import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { Role } from '@zeren/kernel';
import type { UnitsRegistered } from '@zeren/organisation-domain';
import { tasksRefusals, type ChecklistRow, type Gap, type GapPage, type MockRow, type TaskPublished, type TaskGapRow } from '@zeren/tasks-domain';
import { aCampaign, anIndicator, aStandard, aTaskPublished, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import ExcelJS from 'exceljs';
import { TasksModule, tasksTables } from '../index.js';

const campaignId = `${CITY}_env`;
const path = `/api/v1/readiness/${campaignId}`;
const named = (code: string) => ({ code, name: { zh: code, en: code } });
const taskId = (unitId: string) => `${CITY}_s.${unitId}`;

describe('readiness for assessment, over HTTP', () => {
  let house: House;
  let office: string;
  let officer: string;
  let district: string;
  let stranger: string;
  let assessor: string;
  let otherAssessor: string;

  const send = async <T = { id: string; position: string }>(request: HttpRequest, token: string, status = 200): Promise<T> => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as T;
  };
  const gaps = (token: string, query: string) => send<GapPage>(get(`${path}/gaps?year=2013&${query}`), token);
  const of = (page: GapPage, unitId: string): Gap | undefined => page.items.find((gap) => gap.unitId === unitId);

  const publish = (unitId: string, said: Partial<TaskPublished['data']>) => {
    const { data } = aTaskPublished({ unitId, unitTenantId: unitId, supportingUnitIds: [], sharedWith: [unitId], ...said });
    return house.record(`task-${taskId(unitId)}`, { type: 'TaskPublished', data }, { sharedWith: data.sharedWith });
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals });
    house.setClock('2013-12-01T02:00:00.000Z');
    const token = (tenantId: string, role: Role, unitId = `${tenantId}-creation-office`) => house.tokenFor({ tenantId, actorId: `${unitId}.${role}`, unitId, roles: [role] });
    [office, officer, district, stranger, assessor, otherAssessor] = await Promise.all([
      token(CITY, 'city-office'), token(CITY, 'officer', '511900-health'), token(DISTRICT, 'district-office'), token('211100', 'city-office'),
      token(CITY, 'assessor', `${CITY}-x-assessor`), token(CITY, 'assessor', `${CITY}-x-another`),
    ]);
    const unit = (unitId: string, kind: 'external-party' | 'district' | 'department') =>
      ({ unitId, code: null, name: { zh: `单位${unitId}`, en: unitId }, kind, level: null, parentUnitId: null, validFrom: '2012-01-01' }) as const;
    const units: UnitsRegistered = { type: 'UnitsRegistered', data: { units: [unit(`${CITY}-x-assessor`, 'external-party'), unit(DISTRICT, 'district'), unit(`${CITY}-health`, 'department')] } };
    await house.record(`organisation-${CITY}_register`, { type: 'RegisterOpened', data: { tenantId: CITY, kind: 'city', parentTenantId: null, levels: [] } });
    await house.record(`organisation-${CITY}_register`, units);
    const categories = [{ ...named('ENV-01'), kind: 'assessed' as const, indicators: [anIndicator('ENV-01-01'), anIndicator('ENV-01-02')] }];
    await house.record(`standard-${CITY}_ENV.v1`, aStandard({ categories, preconditions: [named('ENV-P01')] }), { sharedWith: [DISTRICT] });
    const weights = [{ indicatorCode: 'ENV-01-01', weight: '62.5' }, { indicatorCode: 'ENV-01-02', weight: '37.5' }];
    await house.record(`campaign-${campaignId}`, aCampaign({ weights }), { sharedWith: [DISTRICT] });
    await publish('511900-health', { parentTaskId: null, ancestors: [], unitTenantId: CITY, sharedWith: [], weight: '62.5' });
    const below = { parentTaskId: taskId('511900-health'), ancestors: [{ taskId: taskId('511900-health'), unitId: '511900-health' }] };
    await publish(DISTRICT, { ...below, weight: '60' });
    await publish(OTHER_DISTRICT, { ...below, weight: '40' });
    const filed = { unitId: OTHER_DISTRICT, format: 'statistics-table', credits: [{ campaignId, indicatorCode: 'ENV-01-01', taskId: null }] };
    await house.record(`evidence-${OTHER_DISTRICT}_e1`, { type: 'EvidenceFiled', data: filed }, { sharedWith: [CITY] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a checklist is drawn, filled in by those who answer, and stays within its tenant', async () => {
    const drawn = await send(post(`${path}/checklist`, {}), office, 201);
    const first = await send<ChecklistRow>(get(`${path}/checklist?after=${drawn.position}`), office);
    expect(first.items.map(({ code, unitId, mark }) => [code, unitId, mark])).toEqual([['ENV-P01', '511900-environment', null], ['ENV-01-01', '511900-health', null], ['ENV-01-02', '511900-environment', null]]);
    await house.http.given().when(post(`${path}/marks`, { marks: [{ code: 'ENV-01-02', ready: true }] }).as(officer)).thenRefused(409, 'not-responsible', 'marks[0].code');
    await send(post(`${path}/marks`, { marks: [{ code: 'ENV-01-01', ready: false, remark: '缺测绘图' }] }), officer);
    const marked = await send(post(`${path}/marks`, { marks: [{ code: 'ENV-P01', ready: true }] }), office);
    const row = await send<ChecklistRow>(get(`${path}/checklist?after=${marked.position}`), officer);
    expect(row.items.map(({ mark }) => mark && { ready: mark.ready, unitId: mark.unitId })).toEqual([{ ready: true, unitId: `${CITY}-creation-office` }, { ready: false, unitId: '511900-health' }, null]);
    for (const token of [district, stranger]) await house.http.given().when(get(`${path}/checklist`).as(token)).thenRefused(404, 'not-found');
    await house.http.given().when(post(`${path}/checklist`, {}).as(stranger)).thenRefused(404, 'not-found');
  });

  it('the gap list has units below target, without evidence and not ready, with exact points; a district sees its own alone', async () => {
    const all = await gaps(office, 'sort=code');
    expect(of(all, DISTRICT)).toMatchObject({ kinds: ['below-target', 'missing-evidence'], points: '37.5', taskId: taskId(DISTRICT) });
    expect(of(all, OTHER_DISTRICT)).toMatchObject({ kinds: ['below-target'], points: '25' });
    expect(of(all, '511900-health')).toMatchObject({ kinds: ['not-ready'], points: '62.5', remark: '缺测绘图' });
    expect(all).toMatchObject({ total: 4, pointsAtStake: '100', year: 2013 });
    const first = await gaps(office, 'limit=1');
    expect(first).toMatchObject({ items: [{ points: '62.5' }], next: '1' });
    expect(await gaps(office, `limit=1&cursor=${first.next}`)).toMatchObject({ items: [{ points: '37.5' }] });
    expect((await gaps(office, 'kind=missing-evidence')).items.map(({ unitId }) => unitId)).toEqual([DISTRICT]);
    expect((await gaps(district, '')).items.map(({ unitId }) => unitId)).toEqual([DISTRICT]);
    await house.http.given().when(get(`${path}/gaps`).as(stranger)).thenRefused(404, 'not-found');
    await house.http.given().when(get(`${path}/gaps?cursor=x`).as(office)).thenRefused(400, 'malformed-cursor');
  });

  it('the gap list is exported as a workbook, in the reader\'s language, with formulas made harmless', async () => {
    const marked = await send(post(`${path}/marks`, { marks: [{ code: 'ENV-01-02', ready: false, remark: '=1+1' }] }), office);
    const answer = await fetch(`${house.url}${path}/gaps/spreadsheet?sort=-points&year=2013&after=${marked.position}`, { headers: { authorization: `Bearer ${office}`, 'accept-language': 'zh-CN' } });
    expect(answer.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const sheet = workbook.getWorksheet('差距清单');
    const lines = Array.from({ length: sheet?.rowCount ?? 0 }, (_, index) => (sheet?.getRow(index + 1).values as unknown[]).slice(1));
    expect(lines[0]?.slice(0, 5)).toEqual(['编号', '指标', '责任单位', '差距', '涉及分值']);
    expect(lines.slice(1).map((line) => line[4])).toEqual(['62.5', '37.5', '37.5', '25']);
    expect(lines.flat()).toEqual(expect.arrayContaining([`单位${DISTRICT}`, "'=1+1"]));
  });

  it('a gap becomes a reason on the task, seen by its unit and not by its peers', async () => {
    const { position } = await send(post(`/api/v1/task-gaps/${taskId(DISTRICT)}/notes`, { reason: '测评前补报', year: 2013 }), office, 201);
    const listed = (token: string, after: string) => send<{ items: TaskGapRow[] }>(get(`/api/v1/task-gaps?taskId=${taskId(DISTRICT)}&after=${after}`), token);
    expect(await listed(district, position)).toMatchObject({ items: [{ reason: '测评前补报', points: '37.5', settled: null }] });
    expect(await listed(stranger, position)).toEqual({ items: [] });
    await house.http.given().when(post(`/api/v1/task-gaps/${taskId('511900-health')}/notes`, { reason: '无' }).as(office)).thenRefused(409, 'no-gap');
    await house.http.given().when(post(`/api/v1/task-gaps/${taskId(DISTRICT)}/notes`, { reason: '无' }).as(stranger)).thenRefused(404, 'not-found');
    const settled = await send(post(`/api/v1/task-gaps/${taskId(DISTRICT)}/settlement`, { how: '已补报' }), office);
    expect(await listed(office, settled.position)).toMatchObject({ items: [{ settled: '已补报' }] });
  });

  describe('a mock assessment', () => {
    const body = (title: string) => ({ title: { zh: title, en: title }, campaignId, assessorUnitId: `${CITY}-x-assessor`, areaUnitIds: [DISTRICT], from: '2013-12-01', until: '2013-12-20', year: 2013 });
    const score = (code: string, points: string) => ({ code, points, finding: '现场查看', areaUnitId: DISTRICT, place: '江北' });
    let mock: string;

    it('is commissioned, scored by its assessor, handed in once, and stands beside the next', async () => {
      mock = (await send(post('/api/v1/mock-assessments', body('第一次')), office, 201)).id;
      await house.http.given().when(post('/api/v1/mock-assessments', { ...body('x'), assessorUnitId: `${CITY}-health` }).as(office)).thenRefused(409, 'assessor-not-external');
      await house.http.given().when(post('/api/v1/mock-assessments', { ...body('x'), areaUnitIds: ['999999'] }).as(office)).thenRefused(409, 'unit-not-registered', 'areaUnitIds[0]');
      await send(post(`/api/v1/mock-assessments/${mock}/scores`, { scores: [score('ENV-01-01', '60.25')] }), assessor);
      await house.http.given().when(post(`/api/v1/mock-assessments/${mock}/submission`, { summary: '' }).as(assessor)).thenRefused(409, 'indicator-not-scored');
      await send(post(`/api/v1/mock-assessments/${mock}/scores`, { scores: [score('ENV-01-02', '37.5')] }), assessor);
      const { position } = await send(post(`/api/v1/mock-assessments/${mock}/submission`, { summary: '基本达标' }), assessor);
      await house.http.given().when(post(`/api/v1/mock-assessments/${mock}/scores`, { scores: [score('ENV-01-01', '62.5')] }).as(assessor)).thenRefused(409, 'mock-submitted');
      expect(await send<MockRow>(get(`/api/v1/mock-assessments/${mock}?after=${position}`), office)).toMatchObject({ status: 'submitted', result: { points: '97.75', outOf: '100', score: '97.75' } });
      house.setClock('2013-12-02T02:00:00.000Z');
      const second = await send(post('/api/v1/mock-assessments', { ...body('第二次'), sample: { size: 1, seed: '彩票2013144' } }), office, 201);
      expect(await send(get(`/api/v1/mock-assessments?campaignId=${campaignId}&after=${second.position}`), office)).toMatchObject({ items: [{ status: 'submitted' }, { status: 'commissioned', seed: '彩票2013144', indicators: { length: 1 } }] });
    });

    it('shows what it took off in the gap list', async () => {
      expect(of(await gaps(office, 'kind=scored-low'), '511900-health')).toMatchObject({ kinds: ['not-ready', 'scored-low'] });
    });

    it('is all its assessor sees: another assessor sees none of it, and everything else is hidden from both', async () => {
      expect(await send(get('/api/v1/mock-assessments'), assessor)).toMatchObject({ items: { length: 2 } });
      expect(await send(get('/api/v1/mock-assessments'), otherAssessor)).toEqual({ items: [] });
      const own = [get(`/api/v1/mock-assessments/${mock}`), post(`/api/v1/mock-assessments/${mock}/scores`, { scores: [score('ENV-01-01', '1')] }), post(`/api/v1/mock-assessments/${mock}/submission`, { summary: 'x' })];
      for (const request of own) await house.http.given().when(request.as(otherAssessor)).thenRefused(404, 'not-found');
      const others = [
        '/campaigns', `/campaigns/${campaignId}`, '/standards', `/standards/${CITY}_ENV.v1`, '/tasks', `/tasks/${taskId(DISTRICT)}`, '/cockpit', '/workplace', '/splits', '/samples', '/titles', '/measures',
        '/projects', '/postings', '/task-register', '/task-rules', '/task-gaps', '/promise-lists', `/readiness/${campaignId}/checklist`, `/readiness/${campaignId}/gaps`, `/readiness/${campaignId}/gaps/spreadsheet`,
      ];
      for (const route of others) await house.http.given().when(get(`/api/v1${route}`).as(assessor)).thenRefused(404, 'not-found');
      await house.http.given().when(post('/api/v1/mock-assessments', body('自委托')).as(assessor)).thenRefused(404, 'not-found');
      await house.http.given().when(get(`/api/v1/mock-assessments/${mock}`).as(stranger)).thenRefused(404, 'not-found');
    });
  });
});
