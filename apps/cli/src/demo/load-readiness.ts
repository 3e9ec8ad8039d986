import { multiply } from '@zeren/kernel';
import type { MockIndicator } from '@zeren/tasks-domain';
import { CITY, districts } from './bazhong.js';
import type { Load } from './loading.js';
import { taskIdOf, type PublishedSplit } from './published-split.js';

const office = `${CITY}.city-office`;
const assessor = `${CITY}.assessor`;
const campaignId = `${CITY}_env`;
const path = `/api/v1/readiness/${campaignId}`;
const YEAR = 2014;
/** Every so many items of the checklist are not ready. */
const NOT_READY = 5;

/** Shares of an indicator's weight that the assessor gives, in turn; the second time a little more. */
const shares = [['1', '0.9', '0.75', '1', '0.6'], ['1', '0.95', '0.9', '1', '0.85']] as const;

const loadComposition = (load: Load) => load.post(office, `/api/v1/campaigns/${campaignId}/composition`, 'composition:env', {
  sources: [
    { code: 'online', name: { zh: '网上申报', en: 'Online declaration' }, weight: '40' }, { code: 'field', name: { zh: '实地考察', en: 'Field visit' }, weight: '40' },
    { code: 'survey', name: { zh: '问卷调查', en: 'Survey' }, weight: '20' },
  ],
  years: [{ year: 2012, weight: '15' }, { year: 2013, weight: '25' }, { year: 2014, weight: '60' }], document: '演示测评办法〔2012〕1号',
});

const loadEarlierScores = async (load: Load): Promise<void> => {
  for (const [year, score] of [[2012, '82.5'], [2013, '86.25']] as const) {
    for (const source of ['online', 'field', 'survey']) {
      await load.post(office, `/api/v1/campaigns/${campaignId}/source-scores`, `score:env:${year}:${source}`, { source, year, score, document: `演示测评结果〔${year}〕1号` });
    }
  }
};

const loadChecklist = async (load: Load): Promise<void> => {
  const drawn = await load.post(office, `${path}/checklist`, 'checklist:env', {});
  const { items } = await load.get(office, `${path}/checklist`, drawn.position) as { items: readonly { readonly code: string }[] };
  const marks = items.map(({ code }, index) => (index % NOT_READY === NOT_READY - 1 ? { code, ready: false, remark: '演示：台账待补 / records to be completed' } : { code, ready: true, remark: '' }));
  await load.post(office, `${path}/marks`, 'checklist:env:marks', { marks });
};

type Commission = { readonly zh: string; readonly en: string; readonly more?: object };

const commission = async (load: Load, key: string, { zh, en, more = {} }: Commission): Promise<{ readonly id: string; readonly position: string | undefined }> => {
  const answer = await load.post(office, '/api/v1/mock-assessments', `mock:${key}`, {
    title: { zh: `${zh}(演示)`, en: `${en} (demonstration)` }, campaignId, assessorUnitId: `${CITY}-x-assessor`, areaUnitIds: districts.map(({ id }) => id),
    from: '2014-12-01', until: '2015-12-31', year: YEAR, ...more,
  });
  return { id: (answer.body as { id: string }).id, position: answer.position };
};

/** A mock assessment that the third party scored whole and handed in. */
const loadAssessed = async (load: Load, round: 0 | 1, said: Commission): Promise<void> => {
  const { id, position } = await commission(load, `env:${round}`, said);
  const { indicators } = await load.get(assessor, `/api/v1/mock-assessments/${id}`, position) as { indicators: readonly MockIndicator[] };
  const scores = indicators.map(({ code, weight }, index) => ({
    code, points: multiply(weight, shares[round][index % shares[round].length] as string), finding: '演示：查阅资料、走访现场 / documents read, places visited',
    areaUnitId: districts[index % districts.length]?.id, place: '演示点位',
  }));
  await load.post(assessor, `/api/v1/mock-assessments/${id}/scores`, `mock:env:${round}:scores`, { scores });
  await load.post(assessor, `/api/v1/mock-assessments/${id}/submission`, `mock:env:${round}:submission`, { summary: '演示：总体达标，个别指标需补强 / sound, a few indicators to strengthen' });
};

/** The model city is made ready: a checklist, two mock assessments and one under way, and a gap put to a district. */
export const loadReadiness = async (load: Load, city: PublishedSplit): Promise<void> => {
  load.progress.begin('readiness', 4);
  await loadComposition(load);
  await loadEarlierScores(load);
  load.progress.advance('readiness');
  await loadChecklist(load);
  load.progress.advance('readiness');
  await loadAssessed(load, 0, { zh: '第一次模拟测评', en: 'First mock assessment' });
  await loadAssessed(load, 1, { zh: '第二次模拟测评', en: 'Second mock assessment' });
  await commission(load, 'env:sample', { zh: '第三次模拟测评(抽样)', en: 'Third mock assessment, a sample', more: { sample: { size: 6, seed: '演示抽签2014128' } } });
  load.progress.advance('readiness');
  const row = city.rows.find(({ key }) => key === 'ENV-04-02~511903');
  if (row) await load.post(office, `/api/v1/task-gaps/${taskIdOf(city, row)}/notes`, 'gap:env', { reason: '演示：验收前补齐处理率统计表 / file the statistics before acceptance', year: YEAR });
  load.progress.advance('readiness');
};
