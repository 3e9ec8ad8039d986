import { evidenceRefusals, type ExperienceRow, type SurveyRow, type TrainingRow } from '@zeren/evidence-domain';
import { newFolder } from '@zeren/file-store/testing';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import { EvidenceModule, evidenceTables, fileRefusals } from './index.js';

const text = (zh: string, en = zh) => ({ zh, en });
type Changed = { id: string; position: string };

describe('surveys, trainings and experiences over HTTP', () => {
  let house: House;
  let last: string;
  const tokens = {} as Record<'city' | 'district' | 'peer' | 'stranger', string>;

  beforeAll(async () => {
    process.env['ZEREN_DATA'] = newFolder();
    house = await startHouse({ name: 'platform', modules: [EvidenceModule], tables: evidenceTables, refusals: { ...evidenceRefusals, ...fileRefusals } });
    const office = (tenantId: string, role: 'city-office' | 'district-office') =>
      house.tokenFor({ tenantId, actorId: `${tenantId}.${role}`, unitId: `${tenantId}-creation-office`, roles: [role] });
    [tokens.city, tokens.district, tokens.peer, tokens.stranger] = await Promise.all([
      office('511900', 'city-office'), office('511902', 'district-office'), office('511903', 'district-office'), office('511922', 'district-office'),
    ]);
    last = String(await house.record('campaign-511900_civ', {
      type: 'CampaignOpened',
      data: { name: text('文明城市', 'Civilised city'), standardId: '511900_CIV.v1', leadUnitId: '511900', weights: [{ indicatorCode: 'CIV-01', weight: '100' }], participantTenantIds: ['511902', '511903'] },
    }, { sharedWith: ['511902', '511903'] }));
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  const patiently = async (request: HttpRequest): Promise<Awaited<ReturnType<House['http']['send']>>> => {
    const answer = await house.http.send(request);
    return answer.status === 503 ? patiently(request) : answer;
  };
  const done = async (path: string, body: object, token: string): Promise<Changed> => {
    const answer = await patiently(post(`${path}?after=${last}`, body).as(token));
    expect([answer.status < 300, answer.body]).toEqual([true, expect.anything()]);
    last = (answer.body as Changed).position;
    return answer.body as Changed;
  };
  const listed = async <Row>(path: string, token: string): Promise<readonly Row[]> => {
    const answer = await patiently(get(`${path}?after=${last}`).as(token));
    return (answer.body as { items: Row[] }).items;
  };
  const about = { unitId: '511902', campaignId: '511900_civ', evidenceIds: [] };
  const survey = {
    ...about, title: '满意度调查', indicatorCode: 'CIV-01', kind: 'satisfaction', areaUnitId: '511902', from: '2013-02-01', until: '2013-02-20',
    asked: 1_200, answered: 1_000, favourable: 875, conductedBy: '统计局民调中心',
  };
  const training = { ...about, title: '业务培训', heldOn: '2013-02-12', attendance: [{ unitId: '511902101', invited: 4, attended: 3 }] };
  const experience = { ...about, title: '路长制', summary: '一巷一长，日巡周报。' };

  it('a survey is recorded with its sample, seen by the campaign’s owner and nobody else, and withdrawn', async () => {
    const { id } = await done('/api/v1/surveys', survey, tokens.district);
    const rows = await listed<SurveyRow>('/api/v1/surveys', tokens.city);
    expect(rows).toMatchObject([{ id: id.split('_')[1], asked: 1_200, answered: 1_000, rate: '87.50', response: '83.33', from: '2013-02-01' }]);
    expect(await listed('/api/v1/surveys', tokens.peer)).toEqual([]);
    await done(`/api/v1/surveys/${id}/withdrawal`, { reason: '样本有误' }, tokens.district);
    expect(await listed<SurveyRow>('/api/v1/surveys', tokens.district)).toMatchObject([{ status: 'withdrawn', reason: '样本有误' }]);
    await house.http.given().when(post('/api/v1/surveys', { ...survey, favourable: 1_001 }).as(tokens.district)).thenRefused(409, 'survey-counts-wrong', 'favourable');
    await house.http.given().when(post('/api/v1/surveys', { ...survey, unitId: '511922' }).as(tokens.stranger)).thenRefused(409, 'evidence-campaign-unknown');
    await house.http.given().when(post('/api/v1/surveys', { ...survey, evidenceIds: ['511902_none'] }).as(tokens.district)).thenRefused(409, 'record-evidence-unknown');
  });

  it('a training is recorded with its attendance', async () => {
    const { id } = await done('/api/v1/trainings', training, tokens.district);
    expect(await listed<TrainingRow>('/api/v1/trainings', tokens.city)).toMatchObject([{ invited: 4, attended: 3, heldOn: '2013-02-12' }]);
    await done(`/api/v1/trainings/${id}/withdrawal`, { reason: '重复登记' }, tokens.district);
    await house.http.given().when(post('/api/v1/trainings', { ...training, attendance: [] }).as(tokens.district)).thenRefused(409, 'training-without-attendance');
  });

  it('an experience is put forward, recommended by the city, and taken up by a peer, who sees it from then on', async () => {
    const { id } = await done('/api/v1/experiences', experience, tokens.district);
    expect(await listed('/api/v1/experiences', tokens.peer)).toEqual([]);
    const adoption = { unitId: '511903', on: '2013-02-25', how: '全区推行' };
    await house.http.given().when(post(`/api/v1/experiences/${id}/adoptions`, adoption).as(tokens.peer)).thenRefused(404, 'not-found');
    await done(`/api/v1/experiences/${id}/promotion`, { document: '巴创办〔2013〕9号' }, tokens.city);
    await done(`/api/v1/experiences/${id}/adoptions`, adoption, tokens.peer);
    for (const token of [tokens.city, tokens.district, tokens.peer]) {
      expect(await listed<ExperienceRow>('/api/v1/experiences', token)).toMatchObject([{ title: '路长制', status: 'promoted', document: '巴创办〔2013〕9号', takenUp: [{ unitId: '511903', how: '全区推行' }] }]);
    }
    expect(await listed('/api/v1/experiences', tokens.stranger)).toEqual([]);
    await house.http.given().when(post(`/api/v1/experiences/${id}/promotion`, { document: '1号' }).as(tokens.district)).thenRefused(403, 'role-not-allowed');
  });
});
