import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { publicId } from '@zeren/kernel';
import type { TenantRegistered } from '@zeren/organisation-domain';
import { tasksRefusals, type AskedBefore, type MappedIndicator, type TaskRow } from '@zeren/tasks-domain';
import { aCampaign, aTaskPublished, CITY, DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksPolicies, tasksTables } from '../index.js';
import type { ServingMeasure } from './measure-reader.js';

const data = join(__dirname, '../../../../../apps/cli/data');
type MeasureFile = { readonly measures: readonly (Record<string, unknown> & { code: string; indicators: readonly (Omit<MappedIndicator, 'standardId' | 'indicatorCode'> & { indicator: string })[] })[] };
const { measures } = JSON.parse(readFileSync(join(data, 'measures.json'), 'utf8')) as MeasureFile;
const standards = { env: 'env_model_city', hea: 'health_city', for: 'forest_city', civ: 'civilised_city', eco: 'eco_city' };
const standardIdOf = (indicator: string) => `${CITY}_${indicator.slice(0, 3)}.v1`;
const bodyOf = ({ indicators, ...measure }: MeasureFile['measures'][number]) =>
  ({ ...measure, participantTenantIds: [DISTRICT], indicators: indicators.map(({ indicator, ...one }) => ({ ...one, indicatorCode: indicator, standardId: standardIdOf(indicator) })) });

describe('measures, over HTTP', () => {
  let house: House;
  let office: string;
  let district: string;
  let stranger: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as never;
  };

  const percent = (code: string) => ({ code, unit: '%', direction: 'at-least', distribution: 'threshold' }) as const;
  const accept = (id: string) => send(post(`/api/v1/tasks/${id}/acceptance`, {}), district);
  const published = async (campaign: string, indicatorCode: string, ...codes: readonly string[]): Promise<string> => {
    const id = `s.${indicatorCode}~${DISTRICT}`;
    const task = aTaskPublished({
      campaignId: publicId(CITY, campaign), indicatorCode, metrics: codes.map(percent), parentTaskId: null, ancestors: [],
      annualTargets: [{ year: 2013, dueAt: '2013-12-31T15:59:59.000Z', targets: codes.map((metric) => ({ metric, value: '35' })) }],
    });
    await house.record(`task-${CITY}_${id}`, task, { sharedWith: [DISTRICT] });
    return `${CITY}_${id}`;
  };
  const dispatched = async (...said: Parameters<typeof published>): Promise<string> => {
    const id = await published(...said);
    await accept(id);
    return id;
  };

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals }, { policies: tasksPolicies });
    house.setClock('2013-03-01T02:00:00.000Z');
    const token = (tenantId: string, role: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${role}`, unitId: `${tenantId}-creation-office`, roles: [role] });
    [office, district, stranger] = await Promise.all([token(CITY, 'city-office'), token(DISTRICT, 'district-office'), token('211100', 'city-office')]);
    const registered: TenantRegistered = {
      type: 'TenantRegistered', data: { tenantId: DISTRICT, name: { zh: '巴州区', en: 'Bazhou' }, kind: 'district', parentTenantId: CITY, levels: [], timeZone: 'Asia/Shanghai' },
    };
    await house.record(`tenant-platform_${DISTRICT}`, registered, { tenantId: 'platform' });
    for (const [id, file] of Object.entries(standards)) {
      const content = JSON.parse(readFileSync(join(data, 'standards', `${file}.json`), 'utf8')) as object;
      await send(post('/api/v1/standards/imports', { file, content, participantTenantIds: [DISTRICT] }), office, 201);
      await house.record(`campaign-${CITY}_${id}`, aCampaign({ standardId: `${CITY}_${id.toUpperCase()}.v1` }), { sharedWith: [DISTRICT] });
    }
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('the overlaps of the five standards are measures, each mapping with its reason', async () => {
    let position = '';
    for (const measure of measures) ({ position } = await send(post('/api/v1/measures', bodyOf(measure)), office, 201));
    const { items } = await send(get(`/api/v1/measures?after=${position}`), district) as { items: ServingMeasure[] };
    expect(items).toHaveLength(measures.length);
    expect(items.find(({ code }) => code === 'green-coverage')?.serves.map(({ campaignId }) => campaignId.slice(7))).toEqual(['env', 'hea', 'for', 'for', 'civ']);
    expect(((await send(get('/api/v1/measures'), stranger)) as { items: unknown[] }).items).toEqual([]);
  });

  it('what differs in unit is not called the same', async () => {
    const [first] = measures;
    const body = { ...bodyOf(first as MeasureFile['measures'][number]), code: 'other', unit: '天' };
    await house.http.given().when(post('/api/v1/measures', body).as(office)).thenRefused(409, 'measure-differs', 'indicators[0].relation');
  });

  it('a unit reports once: its result is credited to the other campaigns, and the place is named before it is asked again', async () => {
    const env = await dispatched('env', 'ENV-04-01', 'value');
    const forest = await dispatched('for', 'FOR-02-02', 'green_coverage_pct', 'green_space_pct');
    const hygiene = await dispatched('hea', 'HEA-04-03', 'value');
    const sewage = await dispatched('env', 'ENV-04-02', 'value');
    house.setClock('2013-12-16T02:00:00.000Z');
    const report = (value: string) => ({ year: 2013, values: [{ metric: 'value', value, unit: '%' }], measuredOn: '2013-12-15', note: '' });
    await send(post(`/api/v1/tasks/${env}/results`, report('38.2')), district);
    await send(post(`/api/v1/tasks/${sewage}/results`, report('87')), district);

    const credited = async (id: string): Promise<TaskRow['years'][number] | undefined> => {
      for (const end = Date.now() + 10_000; Date.now() < end; await pause(50)) {
        const { years: [year] } = await send(get(`/api/v1/tasks/${id}`), district) as TaskRow;
        if (year?.credits) return year;
      }
      throw new Error(`nothing was credited to ${id} in time`);
    };
    expect(await credited(forest)).toMatchObject({ status: 'pending', credits: [{ values: [{ metric: 'green_coverage_pct', value: '38.2' }], source: { taskId: env } }] });
    for (const end = Date.now() + 10_000; (await credited(hygiene))?.status !== 'reported' && Date.now() < end;) await pause(50);
    expect(await credited(hygiene)).toMatchObject({ status: 'reported', values: [{ value: '87' }], credits: [{ source: { taskId: sewage, measureId: `${CITY}_sewage-treatment` } }] });

    const question = `campaignId=${CITY}_hea&indicatorCode=HEA-03-11&unitId=${DISTRICT}&year=2013`;
    const { items } = await send(get(`/api/v1/measures/asked?${question}`), office) as { items: AskedBefore[] };
    expect(items.map(({ taskId, isUsable, status }) => [taskId, isUsable, status])).toEqual([[env, true, 'reported'], [forest, true, 'pending'], [forest, true, 'pending'], [forest, true, 'pending']]);
    expect(((await send(get(`/api/v1/measures/asked?${question}`), stranger)) as { items: unknown[] }).items).toEqual([]);
  });

  it('a task accepted after the other was reported is credited then, once', async () => {
    const env = `${CITY}_s.ENV-04-01~${DISTRICT}`;
    const hygiene = await published('hea', 'HEA-03-11', 'green_coverage_pct', 'green_space_pct');
    await accept(hygiene);
    const creditsOf = async () => ((await send(get(`/api/v1/tasks/${hygiene}`), district)) as TaskRow).years[0]?.credits ?? [];
    for (const end = Date.now() + 10_000; (await creditsOf()).length === 0 && Date.now() < end;) await pause(50);
    await accept(hygiene);
    await pause(300);
    expect(await creditsOf()).toMatchObject([{ values: [{ metric: 'green_coverage_pct', value: '38.2' }], source: { taskId: env } }]);
  });

  it('a measure shows what it asks of whom in a year, and is revised with a reason', async () => {
    const { items } = await send(get(`/api/v1/measures/${CITY}_sewage-treatment/requests?year=2013`), office) as { items: AskedBefore[] };
    expect(items.map(({ indicatorCode, values }) => [indicatorCode, values[0]?.value])).toEqual([['ENV-04-02', '87'], ['HEA-04-03', '87']]);
    const sewage = bodyOf(measures.find(({ code }) => code === 'sewage-treatment') as MeasureFile['measures'][number]);
    const { position } = await send(post(`/api/v1/measures/${CITY}_sewage-treatment/revisions`, { indicators: sewage.indicators.slice(0, 2), reason: '口径核对' }), office) as { position: string };
    expect(await send(get(`/api/v1/measures/${CITY}_sewage-treatment?after=${position}`), district)).toMatchObject({ revisions: [{ reason: '口径核对' }], serves: { length: 2 } });
    await house.http.given().when(get(`/api/v1/measures/${CITY}_sewage-treatment`).as(stranger)).thenRefused(404, 'not-found');
  });
});
