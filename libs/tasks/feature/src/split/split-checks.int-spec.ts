import { setTimeout as pause } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { Post, RegisterEvent, UnitVersion } from '@zeren/organisation-domain';
import { tasksRefusals, type DutyListRow, type SplitProgressRow, type SplitRow, type TaskRow } from '@zeren/tasks-domain';
import { aCampaign, aCitySplit, aDistrictRow, annualTargetsOf, aRow, CITY, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';

const draft = { title: { zh: '任务分解', en: 'Split' }, cycle: { kind: 'routine', from: '2013-01-01', until: '2014-12-31' }, deepestLevel: 3 };
const document = '批文〔2013〕1号';
const SINCE = '2012-01-01';
const TOWN = `${DISTRICT}001`;
const SECOND_TOWN = `${DISTRICT}002`;

const unit = (unitId: string, kind: UnitVersion['kind'], level: number, parentUnitId: string | null): UnitVersion =>
  ({ unitId, code: null, name: { zh: unitId, en: unitId }, kind, level, parentUnitId, validFrom: SINCE });
const headOf = (unitId: string): Post => ({ postId: `${unitId}.head`, unitId, name: { zh: '主要负责人', en: 'Head' }, kind: 'head', validFrom: SINCE });

const cityUnits = [
  unit(CITY, 'government', 1, null), unit(`${CITY}-health`, 'department', 1, CITY), unit(`${CITY}-water`, 'department', 1, CITY),
  unit(DISTRICT, 'district', 2, CITY), unit(OTHER_DISTRICT, 'district', 2, CITY), unit(TOWN, 'town', 3, DISTRICT), unit(SECOND_TOWN, 'town', 3, DISTRICT),
];

describe('a split, against what is known elsewhere', () => {
  let house: House;
  let office: string;
  let district: string;
  let cityId: string;

  const send = async <T = { id: string; position: string }>(request: HttpRequest, token: string, status = 200): Promise<T> => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as T;
  };
  const refused = (request: HttpRequest, token: string, code: string, field?: string) => house.http.given().when(request.as(token)).thenRefused(409, code, field);
  const until = async <T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> => {
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
      const answer = await ask();
      if (answer) return answer;
    }
    throw new Error(`${what} did not come about`);
  };
  const drafted = async (rows: readonly SplitRow[], token: string, said: object = {}): Promise<string> => {
    const { id } = await send(post('/api/v1/splits', { ...draft, ...said }), token, 201);
    await send(post(`/api/v1/splits/${id}/rows`, { part: 1, rows }), token);
    return `/api/v1/splits/${id}`;
  };
  const approved = async (rows: readonly SplitRow[], token: string, said: object = {}): Promise<string> => {
    const path = await drafted(rows, token, said);
    await send(post(`${path}/approval`, { document }), token);
    return path;
  };
  const record = (tenantId: string, events: readonly RegisterEvent[], sharedWith: readonly string[]) =>
    events.reduce<Promise<unknown>>((before, event) => before.then(() => house.record(`organisation-${tenantId}_register`, event, { sharedWith: [...sharedWith] })), Promise.resolve());
  const opened = (tenantId: string, parentTenantId: string | null): RegisterEvent =>
    ({ type: 'RegisterOpened', data: { tenantId, kind: parentTenantId === null ? 'city' : 'district', parentTenantId, levels: 5 } });
  /** The district's task, split among its two towns. */
  const toTowns = (share: string, other: string, said: Partial<SplitRow> = {}, parent = 'ENV-01-01'): SplitRow[] => ([[TOWN, share], [SECOND_TOWN, other]] as const).map(([unitId, value]) => aRow({
    key: `${parent}~${unitId}`, parentTaskId: `${cityId}.${parent}~${DISTRICT}`, indicatorCode: parent, unitId, unitTenantId: DISTRICT, supportingUnitIds: [], accountablePostId: `${unitId}.head`,
    level: 3, weight: '50', annualTargets: annualTargetsOf(value), ...said,
  }));

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    house.setClock('2013-03-01T02:00:00.000Z');
    [office, district] = await Promise.all([
      house.tokenFor({ tenantId: CITY, actorId: `${CITY}.city-office`, unitId: `${CITY}-creation-office`, roles: ['city-office'] }),
      house.tokenFor({ tenantId: DISTRICT, actorId: `${DISTRICT}.district-office`, unitId: `${DISTRICT}-creation-office`, roles: ['district-office'] }),
    ]);
    const only = { weights: [{ indicatorCode: 'ENV-01-01', weight: '100' }], participantTenantIds: [DISTRICT, OTHER_DISTRICT] };
    await house.record(`campaign-${CITY}_env`, aCampaign(only), { sharedWith: [DISTRICT, OTHER_DISTRICT] });
    await record(CITY, [
      opened(CITY, null), { type: 'UnitsRegistered', data: { units: cityUnits } }, { type: 'PostsCreated', data: { posts: [headOf(`${CITY}-health`), headOf(`${CITY}-water`)] } },
    ], [DISTRICT, OTHER_DISTRICT]);
    await record(DISTRICT, [opened(DISTRICT, CITY), { type: 'PostsCreated', data: { posts: [headOf(DISTRICT), headOf(TOWN), headOf(SECOND_TOWN)] } }], [CITY]);
    await record(OTHER_DISTRICT, [opened(OTHER_DISTRICT, CITY), { type: 'PostsCreated', data: { posts: [headOf(OTHER_DISTRICT)] } }], [CITY]);
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it.each<[string, Partial<SplitRow>, string, string]>([
    ['a unit nobody registered', { unitId: `${CITY}-nobody` }, 'row-unit-unknown', 'unitId'],
    ['a supporting unit nobody registered', { supportingUnitIds: [`${CITY}-nobody`] }, 'row-unit-unknown', 'supportingUnitIds[0]'],
    ['a post nobody created', { accountablePostId: `${CITY}-health.deputy` }, 'row-post-unknown', 'accountablePostId'],
    ['the post of another unit', { accountablePostId: `${CITY}-water.head` }, 'row-post-elsewhere', 'accountablePostId'],
  ])('with %s is refused, at the row', async (_, change, code, field) => {
    const path = await drafted(aCitySplit().map((row) => (row.parentKey === null ? { ...row, ...change } : row)), office);
    await refused(post(`${path}/approval`, { document }), office, code, `rows[ENV-01-01].${field}`);
  });

  it('whose unit was dissolved between approval and publication is refused then', async () => {
    await record(CITY, [{ type: 'UnitsRegistered', data: { units: [unit(`${CITY}-film`, 'department', 1, CITY)] } }], [DISTRICT, OTHER_DISTRICT]);
    const path = await approved(aCitySplit().map((row) => (row.parentKey === null ? { ...row, supportingUnitIds: [`${CITY}-film`] } : row)), office);
    await record(CITY, [{ type: 'UnitDissolved', data: { unitId: `${CITY}-film`, previousValidFrom: SINCE, validUntil: '2013-02-28', reason: '机构改革' } }], [DISTRICT, OTHER_DISTRICT]);
    await refused(post(`${path}/publication`, {}), office, 'row-unit-dissolved', 'rows[ENV-01-01].supportingUnitIds[0]');
  });

  it('published at the same moment as another of the same indicators: one passes, the other does not', async () => {
    const paths = [await approved(aCitySplit(), office), await approved(aCitySplit(), office)];
    const answers = await Promise.all(paths.map((path) => house.http.send(post(`${path}/publication`, {}).as(office))));
    expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code]).sort()).toEqual([[200, undefined], [409, 'root-already-split']]);
    const winner = paths[answers.findIndex(({ status }) => status === 200)] as string;
    cityId = winner.slice('/api/v1/splits/'.length);
    await until('its tasks', async () => (await send<SplitProgressRow>(get(winner), office)).tasksPublished === 3);
    await refused(post(`${paths.find((path) => path !== winner)}/publication`, {}), office, 'root-already-split', 'indicatorCode');
  });

  it('that was kept from being published holds nothing', async () => {
    const key = { cycle: { kind: 'key', from: '2013-01-01', until: '2013-12-31' } };
    const rows = aCitySplit().map((row) => ({ ...row, annualTargets: row.annualTargets.filter(({ year }) => year === 2013), deadline: '2013-12-31T15:59:59.000Z' }));
    const [stale, other] = [await approved(rows, office, key), await approved(rows, office, key)];
    expect((await house.http.send(post(`${stale}/publication`, {}).with('If-Match', '"0"').as(office))).status).toBe(412);
    await send(post(`${other}/publication`, {}), office);
    await refused(post(`${stale}/publication`, {}), office, 'root-already-split', 'indicatorCode');
  });

  it('does not name every unit: one declares that a task falls within its duties, and is admitted', async () => {
    const id = `${cityId}.ENV-01-01`;
    const gardens = await house.tokenFor({ tenantId: CITY, actorId: `${CITY}-gardens.officer`, unitId: `${CITY}-gardens`, roles: ['officer'] });
    const said = { reason: '绿地养护由我局承担', basis: '三定方案〔2012〕6号' };
    await send(post(`/api/v1/tasks/${id}/matches`, said), gardens);
    await refused(post(`/api/v1/tasks/${id}/matches`, { ...said, reason: '另一理由' }), gardens, 'match-pending');
    await house.http.given().when(post(`/api/v1/tasks/${id}/matches`, said).as(district)).thenRefused(404, 'not-found');
    await house.http.given().when(post(`/api/v1/tasks/${id}/matches/1/answer`, { answer: 'admitted', reason: '' }).as(gardens)).thenRefused(403, 'role-not-allowed');
    const { position } = await send(post(`/api/v1/tasks/${id}/matches/1/answer`, { answer: 'admitted', reason: '职责相符' }), office);
    expect(await send<TaskRow>(get(`/api/v1/tasks/${id}?after=${position}`), office)).toMatchObject({
      matches: [{ number: 1, unitId: `${CITY}-gardens`, status: 'admitted', ...said }], supportingUnitIds: [`${CITY}-water`], awaitsAnswer: false,
    });
  });

  describe('of work dispatched to a district', () => {
    let below: string;

    it('published at the same moment as another of the same task: one passes, the other does not', async () => {
      const paths = [await approved(toTowns('30.25', '30'), district), await approved(toTowns('30', '30.25'), district)];
      const answers = await Promise.all(paths.map((path) => house.http.send(post(`${path}/publication`, {}).as(district))));
      expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code]).sort()).toEqual([[200, undefined], [409, 'parent-already-split']]);
      below = paths[answers.findIndex(({ status }) => status === 200)] as string;
      await until('its tasks', async () => (await send<SplitProgressRow>(get(below), district)).tasksPublished === 2);
    });

    it('is told when the task above is revised, until it is revised in turn; more is asked, so the unit may object anew', async () => {
      await send(post(`/api/v1/splits/${cityId}/revisions`, { reason: '目标上调' }), office);
      const rows = [aCitySplit()[0] as SplitRow, aDistrictRow(DISTRICT, { weight: '60.5', annualTargets: annualTargetsOf('70') }), aDistrictRow(OTHER_DISTRICT, { weight: '39.5', annualTargets: annualTargetsOf('30') })];
      house.setClock('2013-06-03T02:00:00.000Z');
      await send(post(`/api/v1/splits/${cityId}/rows`, { part: 1, rows }), office);
      await send(post(`/api/v1/splits/${cityId}/approval`, { document }), office);
      await send(post(`/api/v1/splits/${cityId}/publication`, {}), office);
      const told = await until('the split below told', async () => {
        const row = await send<SplitProgressRow>(get(below), district);
        return row.parentChanges.length > 0 && row;
      });
      expect(told.parentChanges).toMatchObject([{ taskId: `${cityId}.ENV-01-01~${DISTRICT}`, version: 2, reason: '目标上调' }]);
      const tasks = await Promise.all([DISTRICT, OTHER_DISTRICT].map((unitId) => send<TaskRow>(get(`/api/v1/tasks/${cityId}.ENV-01-01~${unitId}`), office)));
      expect(tasks.map(({ objectionUntil }) => objectionUntil)).toEqual(['2013-06-10', '2013-03-08']);

      await send(post(`${below}/revisions`, { reason: '随上级调整' }), district);
      await send(post(`${below}/rows`, { part: 1, rows: toTowns('40', '30') }), district);
      await send(post(`${below}/approval`, { document }), district);
      await send(post(`${below}/publication`, {}), district);
      await until('the split below in line', async () => (await send<SplitProgressRow>(get(below), district)).parentChanges.length === 0);
    });

    it('to a town with a list of duties names an item, or the document that admits it', async () => {
      const items = [
        { code: 'J-01', text: { zh: '日常保洁', en: 'Daily cleaning' }, part: 'basic', leadUnitId: null },
        { code: 'S-01', text: { zh: '行政许可', en: 'Permits' }, part: 'taken-back', leadUnitId: null },
      ];
      const path = `/api/v1/duty-lists/${TOWN}`;
      await send(post(`${path}/versions`, { document: '区委办〔2013〕4号', items: items.slice(0, 1) }), district, 201);
      const { position } = await send(post(`${path}/versions`, { document: '区委办〔2013〕9号', items }), district);
      expect(await send<DutyListRow>(get(`${path}?after=${position}`), district)).toMatchObject({ id: TOWN, version: 2, versions: [{ version: 1 }, { version: 2, document: '区委办〔2013〕9号' }] });
      expect((await send<{ items: DutyListRow[] }>(get('/api/v1/duty-lists'), district)).items.map(({ id }) => id)).toEqual([TOWN]);
      await refused(post(`/api/v1/duty-lists/${CITY}-health/versions`, { document: '1号', items }), district, 'not-a-town', 'townUnitId');
      await house.http.given().when(get(path).as(office)).thenRefused(404, 'not-found');

      await send(post(`${below}/revisions`, { reason: '按清单核对' }), district);
      const revise = async (said: Partial<SplitRow>, code: string): Promise<void> => {
        await send(post(`${below}/rows/reset`, { to: 'nothing' }), district);
        await send(post(`${below}/rows`, { part: 1, rows: toTowns('41', '29', said) }), district);
        await refused(post(`${below}/approval`, { document }), district, code, `rows[ENV-01-01~${TOWN}].dutyItem`);
      };
      await send(post(`${below}/rows`, { part: 1, rows: toTowns('40', '30') }), district);
      await send(post(`${below}/approval`, { document }), district);
      await send(post(`${below}/revisions/abandonment`, { reason: '仍按清单核对' }), district);
      await send(post(`${below}/revisions`, { reason: '按清单核对' }), district);
      await revise({}, 'duty-not-named');
      await revise({ dutyItem: 'X' }, 'duty-unknown');
      await revise({ dutyItem: 'S-01' }, 'duty-taken-back');
      await send(post(`${below}/rows/reset`, { to: 'nothing' }), district);
      await send(post(`${below}/rows`, { part: 2, rows: toTowns('41', '29', { dutyItem: 'J-01' }) }), district);
      await send(post(`${below}/approval`, { document }), district);
    });
  });
});
