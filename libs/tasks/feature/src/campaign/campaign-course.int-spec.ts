import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { tasksRefusals, type CampaignRow, type MappingRow } from '@zeren/tasks-domain';
import { aCampaign, anIndicator, aStandard, CITY, DISTRICT } from '@zeren/tasks-domain/testing';
import { TasksModule, tasksTables } from '../index.js';

const campaignId = `${CITY}_env`;
const other = `${CITY}_ENV.v2`;

describe('the course of a campaign, over HTTP', () => {
  let house: House;
  let office: string;
  let district: string;
  let stranger: string;

  const send = async (request: HttpRequest, token: string, status = 200) => {
    const answer = await house.http.send(request.as(token));
    expect({ status: answer.status, body: answer.status === status ? undefined : (answer.body as unknown) }).toEqual({ status, body: undefined });
    return answer.body as never;
  };
  const done = async (path: string, body: object): Promise<string> => (await send(post(`/api/v1/campaigns/${campaignId}/${path}`, body), office) as { position: string }).position;
  const row = async (token: string, after: string): Promise<CampaignRow> => send(get(`/api/v1/campaigns/${campaignId}?after=${after}`), token);

  beforeAll(async () => {
    house = await startHouse({ name: 'tasks', modules: [TasksModule], tables: tasksTables, refusals: tasksRefusals });
    house.setClock('2014-03-01T02:00:00.000Z');
    const token = (tenantId: string, role: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${role}`, unitId: `${tenantId}-creation-office`, roles: [role] });
    [office, district, stranger] = await Promise.all([token(CITY, 'city-office'), token(DISTRICT, 'district-office'), token('211100', 'city-office')]);
    const later = aStandard({
      version: 2, edition: '2014',
      categories: [{ code: 'ENV-01', name: { zh: '经济社会', en: 'Economy and society' }, kind: 'assessed', indicators: [anIndicator('ENV-01-01', { evidence: 'survey' }), anIndicator('ENV-01-02')] }],
      declaredItems: 2,
    });
    await house.record(`standard-${CITY}_ENV.v1`, aStandard(), { sharedWith: [DISTRICT] });
    await house.record(`standard-${other}`, later, { sharedWith: [DISTRICT] });
    await house.record(`campaign-${campaignId}`, aCampaign(), { sharedWith: [DISTRICT] });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  it('a new version shows its differences to those who work to it, and to nobody else', async () => {
    const path = `/api/v1/standards/${other}/differences?standardId=${CITY}_ENV.v1`;
    expect(await send(get(path), district)).toMatchObject({ added: [{ code: 'ENV-01-02' }], removed: [], changed: [{ code: 'ENV-01-01', fields: [{ field: 'evidence', from: 'statistics', to: 'survey' }] }], unchanged: 0 });
    await house.http.given().when(get(path).as(stranger)).thenRefused(404, 'not-found');
    await house.http.given().when(get(`/api/v1/standards/${other}/differences`).as(district)).thenRefused(400, 'validation-failed', 'standardId');
  });

  it('a campaign moves to it as was decided for each indicator, and everybody who takes part sees how', async () => {
    const { rows } = await send(get(`/api/v1/campaigns/${campaignId}/mapping-proposal?standardId=${other}`), office) as { rows: MappingRow[] };
    expect(rows.map(({ outcome }) => outcome)).toEqual(['changed', 'added']);
    const mapping = {
      toStandardId: other, rows, weightsSource: { zh: '市里', en: 'The city' }, reason: '新版发布', document: '批文〔2014〕2号',
      weights: [{ indicatorCode: 'ENV-01-01', weight: '60' }, { indicatorCode: 'ENV-01-02', weight: '40' }],
    };
    await house.http.given().when(post(`/api/v1/campaigns/${campaignId}/mappings`, mapping).as(office)).thenRefused(409, 'reason-required', 'rows[0].reason');
    await house.http.given().when(post(`/api/v1/campaigns/${campaignId}/mappings`, mapping).as(stranger)).thenRefused(404, 'not-found');
    const position = await done('mappings', { ...mapping, rows: rows.map((one) => ({ ...one, reason: '改为问卷' })) });
    expect(await row(district, position)).toMatchObject({ standardId: other, weights: mapping.weights, mappings: [{ fromStandardId: `${CITY}_ENV.v1`, reason: '新版发布' }] });
  });

  it('its score is composed of sources and years as configured, and says what is missing', async () => {
    await house.http.given().when(get(`/api/v1/campaigns/${campaignId}/composed-score`).as(office)).thenRefused(404, 'not-found');
    const source = (code: string, weight: string) => ({ code, name: { zh: code, en: code }, weight });
    await done('composition', { sources: [source('declaration', '40'), source('field', '40'), source('survey', '20')], years: [{ year: 2013, weight: '25' }, { year: 2014, weight: '75' }], document: '办法' });
    await done('source-scores', { source: 'field', year: 2013, score: '87.4', document: '报告' });
    expect(await send(get(`/api/v1/campaigns/${campaignId}/composed-score`), district)).toMatchObject({ score: '8.74', missing: { length: 5 } });
  });

  it('ranks of others and milestones stand on it with their source', async () => {
    await done('external-ranks', { year: 2013, among: { zh: '全省市州', en: 'the province' }, rank: 3, of: 21, target: 1, source: '通报', publishedOn: '2014-02-01' });
    const position = await done('milestones', { year: 2014, unitId: CITY, reachedOn: '2014-02-20', document: '通知' });
    expect(await row(district, position)).toMatchObject({ externalRanks: [{ rank: 3, source: '通报' }], reached: [{ reachedOn: '2014-02-20' }], revision: 5 });
  });
});
