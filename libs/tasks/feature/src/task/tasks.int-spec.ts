import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { apportion } from '@zeren/kernel';
import type { TenantRegistered } from '@zeren/organisation-domain';
import { lampOf, lamps, tasksRefusals, type SplitRow, type TaskRow } from '@zeren/tasks-domain';
import { annualTargetsOf, aRow, DISTRICT, OTHER_DISTRICT } from '@zeren/tasks-domain/testing';
import { tasksClockJobs, TasksModule, tasksPolicies, tasksTables } from '../index.js';

const CITY = '511900';
const content = JSON.parse(readFileSync(join(__dirname, '../../../../../apps/cli/data/standards/env_model_city.json'), 'utf8')) as {
  categories: { indicators: { code: string; metric: { direction: string } }[] }[];
};
const codes = content.categories.flatMap(({ indicators }) => indicators.map(({ code }) => code));
const weights = apportion('100', codes.map(() => '1'), 2);

const districtWeights: Readonly<Record<string, readonly [weight: string, share: string]>> = { [DISTRICT]: ['60.5', '60.25'], [OTHER_DISTRICT]: ['39.5', '39.75'] };

/** The city's split of every indicator: a department's root and a child for each of two districts. */
const cityRows = (): SplitRow[] => codes.flatMap((code, index) => {
  const root = aRow({ key: code, indicatorCode: code, weight: weights[index] as string, name: { zh: `环保指标 ${code}`, en: `Environment ${code}` } });
  const children = Object.entries(districtWeights).map(([unitId, [weight, share]]) => ({
    ...root, key: `${code}~${unitId}`, parentKey: code, unitId, unitTenantId: unitId, supportingUnitIds: [], accountablePostId: `${unitId}.head`,
    level: 2, weight, annualTargets: annualTargetsOf(share),
  }));
  return [root, ...children];
});

const campaign = {
  id: 'env', name: { zh: '创建环保模范城市', en: 'Environmental model city' }, standardId: `${CITY}_ENV.v1`, grade: { zh: '国家级', en: 'national' },
  leadUnitId: '511900-environment', approval: { authority: '市人民政府', document: '批文〔2012〕1号' },
  milestones: [{ year: 2014, unitId: CITY, commitment: 'ensure', text: { zh: '通过验收', en: 'Passes acceptance' } }],
  weights: codes.map((indicatorCode, index) => ({ indicatorCode, weight: weights[index] })),
  weightsSource: { zh: '演示设定', en: 'Set by the demonstration' }, firstYear: 2012, lastYear: 2014, participantTenantIds: [DISTRICT, OTHER_DISTRICT],
};
const districtOf = (tenantId: string): TenantRegistered => ({
  type: 'TenantRegistered',
  data: { tenantId, name: { zh: tenantId, en: tenantId }, kind: 'district', parentTenantId: CITY, levels: [], timeZone: 'Asia/Shanghai' },
});
const draft = { title: { zh: '任务分解', en: 'Split' }, cycle: { kind: 'routine', from: '2013-01-01', until: '2014-12-31' }, deepestLevel: 3 };

describe('tasks over HTTP', () => {
  let house: House;
  let city: string;
  let district: string;
  let otherDistrict: string;
  let stranger: string;
  let inspector: string;
  let splitId: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer;
  };

  const draftAndPublish = async (token: string, rows: readonly SplitRow[]): Promise<string> => {
    const { id } = (await send(post('/api/v1/splits', draft), token, 201)).body as { id: string };
    await send(post(`/api/v1/splits/${id}/rows`, { part: 1, rows }), token);
    await send(post(`/api/v1/splits/${id}/approval`, { document: '批文〔2013〕1号' }), token);
    const { position } = (await send(post(`/api/v1/splits/${id}/publication`, {}), token)).body as { position: string };
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
      const { body } = await send(get(`/api/v1/splits/${id}?after=${position}`), token);
      if ((body as { tasksPublished: number }).tasksPublished === rows.length) return id;
    }
    throw new Error(`the tasks of ${id} were not published in time`);
  };

  const board = async (query: string, token: string): Promise<TaskRow[]> =>
    ((await send(get(`/api/v1/tasks?${query}`), token)).body as { items: TaskRow[] }).items;

  const taskId = (code: string, unit = DISTRICT) => `${splitId}.${code}~${unit}`;
  const result = (value = '70', unit = '处') => ({ year: 2013, values: [{ metric: 'value', value, unit }], measuredOn: '2013-12-15', note: '' });

  beforeAll(async () => {
    const service = { name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals };
    house = await startHouse(service, { policies: tasksPolicies });
    house.setClock('2013-02-18T01:00:00.000Z');
    const office = (tenantId: string, roles: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${roles}`, unitId: `${tenantId}-creation-office`, roles: [roles] });
    [city, district, otherDistrict, stranger, inspector] = await Promise.all([
      office(CITY, 'city-office'), office(DISTRICT, 'district-office'), office(OTHER_DISTRICT, 'district-office'), office('511922', 'district-office'),
      house.tokenFor({ tenantId: CITY, actorId: `${CITY}.inspector`, unitId: '511900-supervision-office', roles: ['inspector'] }),
    ]);
    for (const tenantId of [DISTRICT, OTHER_DISTRICT]) await house.record(`tenant-platform_${tenantId}`, districtOf(tenantId), { tenantId: 'platform' });
    const imported = { file: 'env_model_city.json', content, participantTenantIds: [DISTRICT, OTHER_DISTRICT] };
    await send(post('/api/v1/standards/imports', imported), city, 201);
    await send(post('/api/v1/campaigns', campaign), city, 201);
    splitId = await draftAndPublish(city, cityRows());
  }, 180_000);

  afterAll(() => house?.stop(), 60_000);

  describe('standards and campaigns', () => {
    it('a dry run counts items, categories and placeholders, and publishes nothing', async () => {
      const { body } = await send(post('/api/v1/standards/imports?dryRun=true', { file: 'x.json', content: { ...content, missing: 2 } }), city);
      expect(body).toMatchObject({ code: 'ENV', items: 28, categories: 4, placeholders: 2, errors: [{ file: 'x.json', path: 'declared.tasks', code: 'items-do-not-reconcile' }] });
    });

    it('an import with an error is refused whole, naming the place', () =>
      house.http.given().when(post('/api/v1/standards/imports', { file: 'x.json', content: { ...content, missing: 2 } }).as(city))
        .thenRefused(422, 'standard-import-refused', 'declared.tasks'));

    it('an import with errors says every one of them, with its place in the file', async () => {
      const { body } = await send(post('/api/v1/standards/imports', { file: 'x.json', content: { ...content, missing: 2 } }), city, 422);
      expect(body).toMatchObject({ errors: [{ field: 'declared.tasks', code: 'items-do-not-reconcile', detail: expect.any(String) }] });
    });

    it('the same import again changes nothing; another text under the same version is refused', async () => {
      await send(post('/api/v1/standards/imports', { file: 'again.json', content, participantTenantIds: [DISTRICT, OTHER_DISTRICT] }), city);
      await house.http.given().when(post('/api/v1/standards/imports', { file: 'again.json', content }).as(city)).thenRefused(409, 'standard-frozen');
    });

    it('a standard is read by those who work to it, and is nobody else\'s', async () => {
      const { body } = await send(get(`/api/v1/standards/${CITY}_ENV.v1`), district);
      expect((body as { categories: unknown[] }).categories).toHaveLength(5);
      await house.http.given().when(get(`/api/v1/standards/${CITY}_ENV.v1`).as(stranger)).thenRefused(404, 'not-found');
      expect((await send(get('/api/v1/standards'), stranger)).body).toEqual({ items: [] });
    });

    it('a campaign is seen by the tenants that take part', async () => {
      expect((await send(get('/api/v1/campaigns'), otherDistrict)).body).toMatchObject({ items: [{ id: 'env', ownerTenantId: CITY }] });
      await house.http.given().when(get(`/api/v1/campaigns/${CITY}_env`).as(stranger)).thenRefused(404, 'not-found');
    });

    it('a city invites its own districts, and no other tenant of the deployment', () =>
      house.http.given().when(post('/api/v1/campaigns', { ...campaign, id: 'far', participantTenantIds: [DISTRICT, '211103'] }).as(city))
        .thenRefused(409, 'participant-not-district', 'participantTenantIds[1]'));

    it('a campaign against a standard of another tenant is 404, one whose weights do not sum to 100 a refusal', async () => {
      await house.http.given().when(post('/api/v1/campaigns', { ...campaign, standardId: '511922_ENV.v1' }).as(city)).thenRefused(404, 'not-found');
      const short = campaign.weights.map((of, index) => (index === 0 ? { ...of, weight: '0.01' } : of));
      await house.http.given().when(post('/api/v1/campaigns', { ...campaign, id: 'short', weights: short }).as(city)).thenRefused(409, 'weights-not-100', 'weights');
    });
  });

  describe('a split', () => {
    const refused = async (change: (rows: SplitRow[]) => SplitRow[], code: string, field: string) => {
      const { id } = (await send(post('/api/v1/splits', draft), city, 201)).body as { id: string };
      await send(post(`/api/v1/splits/${id}/rows`, { part: 1, rows: change(cityRows()) }), city);
      await house.http.given().when(post(`/api/v1/splits/${id}/approval`, { document: '1号' }).as(city)).thenRefused(409, code, field);
      await house.http.given().when(post(`/api/v1/splits/${id}/publication`, {}).as(city)).thenRefused(409, 'split-not-approved');
    };
    const child = `ENV-01-01~${DISTRICT}`;
    const altered = (said: Partial<SplitRow>) => (rows: SplitRow[]) => rows.map((row) => (row.key === child ? { ...row, ...said } : row));

    it('with shares that sum to 99.99 is refused, at the row', () =>
      refused(altered({ annualTargets: annualTargetsOf('60.24') }), 'shares-differ', `rows[${child}].annualTargets[2013].value`));

    it('with a deadline outside the parent\'s is refused', () =>
      refused((rows) => rows.map((row) => (row.key === 'ENV-01-01' ? { ...row, annualTargets: annualTargetsOf('100').map((annual) => ({ ...annual, dueAt: `${annual.year}-11-30T15:59:59.000Z` })) } : row)),
        'deadline-outside-parent', `rows[${child}].annualTargets[2013].dueAt`));

    it('with two lead units is no split: the body is refused', async () => {
      const { id } = (await send(post('/api/v1/splits', draft), city, 201)).body as { id: string };
      const rows = cityRows().map((row, index) => (index === 0 ? { ...row, unitId: [DISTRICT, OTHER_DISTRICT] } : row));
      await house.http.given().when(post(`/api/v1/splits/${id}/rows`, { part: 1, rows }).as(city)).thenRefused(400, 'validation-failed', 'rows[0].unitId');
    });

    it('is its tenant\'s alone: others get 404', async () => {
      await house.http.given().when(get(`/api/v1/splits/${splitId}`).as(district)).thenRefused(404, 'not-found');
      await house.http.given().when(post(`/api/v1/splits/${splitId}/publication`, {}).as(district)).thenRefused(404, 'not-found');
    });

    it('published again changes nothing', async () => {
      const again = await send(post(`/api/v1/splits/${splitId}/publication`, {}), city);
      expect(again.headers['etag']).toBe('"3"');
      expect(await board(`indicatorCode=ENV-01-01`, city)).toHaveLength(3);
    });
  });

  describe('the board', () => {
    it('shows the dispatching city everything, and each district its own', async () => {
      expect(await board('limit=200', city)).toHaveLength(codes.length * 3);
      const own = await board('limit=200', district);
      expect(own).toHaveLength(codes.length);
      expect(own.every(({ unitId, readerTenantId }) => unitId === DISTRICT && readerTenantId === DISTRICT)).toBe(true);
      expect(await board('limit=200', stranger)).toEqual([]);
    });

    it('shows until when each unit may object: five working days after dispatch', async () => {
      const [row] = await board('indicatorCode=ENV-01-01', district);
      expect(row).toMatchObject({ objectionUntil: '2013-02-25', objection: { workingDays: 5, refusals: 2, until: '2013-02-25', byWeekAlone: true } });
    });

    it('a task of another tenant is 404, to read and to act on', async () => {
      const foreign = taskId('ENV-01-01', OTHER_DISTRICT);
      await house.http.given().when(get(`/api/v1/tasks/${foreign}`).as(district)).thenRefused(404, 'not-found');
      await house.http.given().when(post(`/api/v1/tasks/${foreign}/acceptance`, {}).as(district)).thenRefused(404, 'not-found');
      await house.http.given().when(post('/api/v1/tasks/nonsense/acceptance', {}).as(district)).thenRefused(404, 'not-found');
    });

    it('opens the tree from the top of what the reader sees', async () => {
      expect(await board('parentTaskId=none&limit=200', city)).toHaveLength(codes.length);
      expect(await board('parentTaskId=none&limit=200', district)).toHaveLength(codes.length);
      const children = await board(`parentTaskId=${splitId}.ENV-01-01`, city);
      expect(children.map(({ unitId }) => unitId).sort()).toEqual([DISTRICT, OTHER_DISTRICT]);
      const { body } = await send(get(`/api/v1/tasks/${taskId('ENV-01-01')}/ancestors`), city);
      expect((body as { items: TaskRow[] }).items.map(({ rowKey }) => rowKey)).toEqual(['ENV-01-01']);
      expect((await send(get(`/api/v1/tasks/${taskId('ENV-01-01')}/ancestors`), district)).body).toEqual({ items: [] });
    });

    it.each(['sort=-weight', 'sort=name&search=environment', 'sort=-indicatorCode&lamp=green'])('pages through all rows once: %s', async (query) => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await send(get(`/api/v1/tasks?${query}&limit=30${cursor && `&cursor=${cursor}`}`), city);
        const page = body as { items: TaskRow[]; next?: string };
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? '';
      } while (cursor !== '');
      expect(seen).toHaveLength(codes.length * 3);
      expect(new Set(seen).size).toBe(seen.length);
    });

    it('is searched by name and code, in which % is no wildcard', async () => {
      expect(await board('search=env-01-01', city)).toHaveLength(3);
      expect(await board('search=环保指标 ENV-01-01', city)).toHaveLength(3);
      expect(await board('search=%25', city)).toEqual([]);
    });

    it('refuses a cursor it did not give, in whatever order', async () => {
      const forged = Buffer.from(JSON.stringify(['soon', CITY, 'x'])).toString('base64url');
      for (const query of ['sort=deadline', 'sort=deadline&lamp=green', 'sort=-weight&search=a']) {
        await house.http.given().when(get(`/api/v1/tasks?${query}&cursor=${forged}`).as(city)).thenRefused(400, 'malformed-cursor', 'cursor');
      }
    });

    it('refuses an order and a field it does not know', async () => {
      await house.http.given().when(get('/api/v1/tasks?sort=colour').as(city)).thenRefused(400, 'validation-failed', 'sort');
      await house.http.given().when(get('/api/v1/tasks?colour=red').as(city)).thenRefused(400, 'validation-failed', 'colour');
    });
  });

  describe('a task\'s life', () => {
    const id = () => taskId('ENV-02-01');

    it('is accepted by its lead unit, reported, verified by someone with no interest, and seen so by both sides', async () => {
      await house.http.given().when(post(`/api/v1/tasks/${id()}/results`, result()).as(district)).thenRefused(409, 'task-not-accepted');
      const accepted = await send(post(`/api/v1/tasks/${id()}/acceptance`, {}), district);
      expect(accepted.headers['etag']).toBe('"1"');
      await send(post(`/api/v1/tasks/${id()}/acceptance`, {}), district);

      house.setClock('2013-12-20T02:00:00.000Z');
      await house.http.given().when(post(`/api/v1/tasks/${id()}/results`, result('70', 'm²')).as(district)).thenRefused(409, 'wrong-unit', 'values[0].unit');
      await house.http.given().when(post(`/api/v1/tasks/${id()}/results`, result()).as(district).with('If-Match', '"0"')).thenRefused(412, 'revision-mismatch');
      await send(post(`/api/v1/tasks/${id()}/results`, result()).with('If-Match', '"1"'), district);

      const verification = { verdict: 'confirmed', finding: '属实' };
      await house.http.given().when(post(`/api/v1/tasks/${id()}/results/2013/verification`, verification).as(district)).thenRefused(403, 'role-not-allowed');
      const { body } = await send(post(`/api/v1/tasks/${id()}/results/2013/verification`, verification), inspector);
      for (const reader of [city, district]) {
        const row = (await send(get(`/api/v1/tasks/${id()}?after=${(body as { position: string }).position}`), reader)).body as TaskRow;
        expect(row).toMatchObject({ status: 'verified', revision: 3, years: [{ year: 2013, status: 'verified', late: false }, { year: 2014, status: 'pending' }] });
      }
    });

    it('a repeated key answers the same, and with another body is refused', async () => {
      const other = taskId('ENV-02-02');
      await send(post(`/api/v1/tasks/${other}/acceptance`, {}), district);
      const first = await send(post(`/api/v1/tasks/${other}/results`, result()).with('Idempotency-Key', 'r1'), district);
      const again = await send(post(`/api/v1/tasks/${other}/results`, result()).with('Idempotency-Key', 'r1'), district);
      expect(again.body).toEqual(first.body);
      await house.http.given().when(post(`/api/v1/tasks/${other}/results`, result('71')).as(district).with('Idempotency-Key', 'r1')).thenRefused(422, 'idempotency-key-reused');
    });

    it('a result not reported by its time is marked overdue, once, and turns the lamp red', async () => {
      house.setClock('2014-01-02T02:00:00.000Z');
      await house.tick(tasksClockJobs);
      await house.tick(tasksClockJobs);
      const overdue = taskId('ENV-03-01');
      const types: string[] = [];
      for await (const event of house.store.read(`task-${overdue}`)) types.push(event.type);
      expect(types).toEqual(['TaskPublished', 'TaskMarkedOverdue']);
      for (const end = Date.now() + 10_000; Date.now() < end && (await board('status=overdue&limit=200', district)).length < codes.length - 2;) await pause(50);
      expect((await board('lamp=red&limit=200', district)).length).toBe(codes.length - 2);
      const { body } = await send(get('/api/v1/cockpit'), city);
      expect(body).toMatchObject({
        scope: 'tenant', now: '2014-01-02T02:00:00.000Z',
        campaigns: [{
          campaignId: `${CITY}_env`, total: codes.length * 3, status: { overdue: codes.length * 3 - 2, verified: 1, reported: 1 },
          lamps: { red: codes.length * 3 - 2, green: 1, yellow: 1, grey: 0 },
          districts: [{ tenantId: DISTRICT, total: codes.length }, { tenantId: OTHER_DISTRICT, total: codes.length, lamps: { red: codes.length } }],
        }],
      });
    });

    it('the lamps the board is filtered by are those its rows show, at any time', async () => {
      const rows = await board('limit=200', city);
      for (const now of ['2012-06-01T00:00:00.000Z', '2013-06-01T00:00:00.000Z', '2013-12-10T00:00:00.000Z', '2014-01-02T02:00:00.000Z', '2014-12-10T00:00:00.000Z', '2016-01-01T00:00:00.000Z']) {
        house.setClock(now);
        for (const lamp of lamps) {
          const found = await board(`lamp=${lamp}&limit=200`, city);
          expect([now, lamp, found.map(({ id }) => id).sort()]).toEqual([now, lamp, rows.filter((row) => lampOf(row, now) === lamp).map(({ id }) => id).sort()]);
        }
      }
      house.setClock('2014-01-02T02:00:00.000Z');
    });

    it('a department\'s cockpit counts what it leads and what descends from that', async () => {
      const department = await house.tokenFor({ tenantId: CITY, unitId: '511900-health', roles: ['officer'] });
      const idle = await house.tokenFor({ tenantId: CITY, unitId: '511900-forestry', roles: ['officer'] });
      expect((await send(get('/api/v1/cockpit'), department)).body).toMatchObject({ scope: 'unit', campaigns: [{ total: codes.length * 3 }] });
      expect((await send(get('/api/v1/cockpit'), idle)).body).toMatchObject({ scope: 'unit', campaigns: [] });
    });
  });

  describe('a further split', () => {
    const town = (unitId: string, weight: string, share: string): SplitRow => ({
      ...aRow({ key: `ENV-01-02~${unitId}`, indicatorCode: 'ENV-01-02', parentTaskId: taskId('ENV-01-02'), unitId, unitTenantId: DISTRICT, level: 3, weight }),
      supportingUnitIds: [], accountablePostId: `${unitId}.head`, annualTargets: annualTargetsOf(share),
    });

    it('by the district is seen by the city that dispatched the work, and by no other district', async () => {
      const further = await draftAndPublish(district, [town('511902001', '50', '60'), town('511902002', '50', '0.25')]);
      const row = (await send(get(`/api/v1/tasks/${further}.ENV-01-02~511902001`), city)).body as TaskRow;
      expect(row).toMatchObject({ ownerTenantId: DISTRICT, readerTenantId: CITY, unitPath: '/511900-health/511902/511902001/', isTop: false });
      expect(row.ancestors.map(({ taskId: above }) => above)).toEqual([`${splitId}.ENV-01-02`, taskId('ENV-01-02')]);
      await house.http.given().when(get(`/api/v1/tasks/${further}.ENV-01-02~511902001`).as(otherDistrict)).thenRefused(404, 'not-found');
    });

    it('of a task already split, or of one another tenant leads, is refused', async () => {
      const refused = async (rows: SplitRow[], code: string) => {
        const { id } = (await send(post('/api/v1/splits', draft), district, 201)).body as { id: string };
        await send(post(`/api/v1/splits/${id}/rows`, { part: 1, rows }), district);
        await house.http.given().when(post(`/api/v1/splits/${id}/approval`, { document: '1号' }).as(district)).thenRefused(409, code);
      };
      await refused([town('511902001', '50', '60'), town('511902002', '50', '0.25')], 'parent-already-split');
      await refused([{ ...town('511902001', '100', '39.75'), parentTaskId: taskId('ENV-01-02', OTHER_DISTRICT) }], 'parent-task-unknown');
    });
  });
});
