import type { SplitRow } from '@zeren/tasks-domain';
import { inParallel } from './api.js';
import { CITY, districts } from './bazhong.js';
import { between, chance } from './chance.js';
import { drawnDocument, drawnPicture, drawnTable } from './drawn-files.js';
import type { Load } from './loading.js';
import { taskIdOf, type PublishedSplit } from './published-split.js';
import { plain, workerOf } from './split-plan.js';

const office = `${CITY}.city-office`;
/** Of a thousand tasks of the city's split: about two dozen of each district's kind of proof; all others stay missing. */
const FILED_OF_THOUSAND = 24;
/** Green coverage, which hygiene city and model city measure alike: filed once, it counts for each. */
const SHARED_INDICATOR = 'FOR-02-02';

type Said = { readonly format: string; readonly mediaType: string; readonly fileName: string; readonly bytes: Buffer };

const documentOf = ({ name, indicatorCode, unitId }: SplitRow, heading: string): Buffer =>
  drawnDocument(heading, [`${indicatorCode}  ${name.en}`, `Unit ${unitId}`, 'Drawn for the demonstration; all figures are made up.']);

/** A file that proves a task in the way it is checked. */
const proofOf = (row: SplitRow): Said => {
  const named = (ending: string) => `${row.indicatorCode}.${ending}`;
  switch (row.evidence) {
    case 'field': return { format: 'photo', mediaType: 'image/png', fileName: named('png'), bytes: drawnPicture(row.key) };
    case 'document': {
      const isReport = chance('report', row.key) < 0.5;
      const heading = isReport ? 'Explanatory report (demonstration)' : 'Issued document (demonstration)';
      return { format: isReport ? 'explanatory-report' : 'issued-document', mediaType: 'application/pdf', fileName: named('pdf'), bytes: documentOf(row, heading) };
    }
    case 'survey': return { format: 'explanatory-report', mediaType: 'application/pdf', fileName: named('pdf'), bytes: documentOf(row, 'Report of a survey (demonstration)') };
    case 'statistics': {
      const lines = [2013, 2014].map((year) => [String(year), row.name.zh.replaceAll(',', '，'), String(between(50, 100, 'table', row.key, year))]);
      return { format: 'statistics-table', mediaType: 'text/csv', fileName: named('csv'), bytes: drawnTable([['年份', '指标', '数值(演示)'], ...lines]) };
    }
  }
};

type Piece = { readonly row: SplitRow; readonly title: string; readonly key: string; readonly said: Said };

const pieceOf = (row: SplitRow): Piece => ({ row, title: `${row.name.zh}(演示)`.slice(0, 200), key: `evidence:${plain(row.key)}`, said: proofOf(row) });

type Filed = { readonly id: string; readonly position: string };

/** Files evidence under a task, once all that was loaded before is known. */
const file = async (load: Load, city: PublishedSplit, { row, title, key, said }: Piece, after: string): Promise<Filed> => {
  const { bytes, ...query } = said;
  const params = new URLSearchParams({ ...query, title, unitId: row.unitId, taskId: taskIdOf(city, row), placeName: '演示地点', after });
  const { body } = await load.post(workerOf(row), `/api/v1/evidence?${params.toString()}`, key, bytes);
  return body as Filed;
};

const of = ({ rows }: PublishedSplit, indicatorCode: string, unitId: string): SplitRow => {
  const row = rows.find((one) => one.indicatorCode === indicatorCode && one.unitId === unitId);
  if (!row) throw new Error(`${unitId} has no task for ${indicatorCode}`);
  return row;
};

/** A photo withdrawn with its reason, and one replaced by a better one. */
const loadMistakes = async (load: Load, city: PublishedSplit, after: string): Promise<void> => {
  const [withdrawn, replaced] = city.rows.filter(({ evidence, unitId }) => evidence === 'field' && unitId === '511922');
  if (!withdrawn || !replaced) throw new Error('Nanjiang has no task that is checked on the spot');
  const wrong = await file(load, city, { ...pieceOf(withdrawn), key: 'evidence:wrong' }, after);
  await load.post(workerOf(withdrawn), `/api/v1/evidence/${wrong.id}/withdrawal`, 'evidence:wrong:withdrawal', { reason: '照片地点有误，重新拍摄(演示)' });
  const early = await file(load, city, { ...pieceOf(replaced), key: 'evidence:early' }, after);
  const picture = { ...proofOf(replaced), bytes: drawnPicture('a better view') };
  const better = await file(load, city, { ...pieceOf(replaced), key: 'evidence:better', title: '整治后现场(演示)', said: picture }, after);
  await load.post(workerOf(replaced), `/api/v1/evidence/${early.id}/supersession`, 'evidence:early:supersession', { byEvidenceId: better.id, reason: '整治后重新拍摄(演示)' });
};

const surveys = [
  { unitId: '511902', kind: 'satisfaction', title: '群众满意度调查(演示)', from: '2014-05-06', until: '2014-05-20', asked: 1_200, answered: 1_086, favourable: 968 },
  { unitId: '511922', kind: 'awareness', title: '创建知晓率调查(演示)', from: '2014-06-03', until: '2014-06-13', asked: 800, answered: 731, favourable: 655 },
  { unitId: '511923', kind: 'participation', title: '创建参与率调查(演示)', from: '2014-09-02', until: '2014-09-12', asked: 600, answered: 512, favourable: 371 },
] as const;

/** Surveys with their samples, each with its report. Gives the position of the last. */
const loadSurveys = async (load: Load, city: PublishedSplit): Promise<string> => {
  let last = '0';
  for (const { unitId, kind, ...survey } of surveys) {
    const row = city.rows.find((one) => one.unitId === unitId && one.campaignId === `${CITY}_civ` && one.evidence === 'survey') ?? of(city, SHARED_INDICATOR, unitId);
    const bytes = drawnDocument('Report of a survey (demonstration)', [`${kind}: ${survey.favourable} of ${survey.answered} in favour`, `Sample: ${survey.asked} asked, ${survey.answered} answered`, `Unit ${unitId}`]);
    const said = { format: 'explanatory-report', mediaType: 'application/pdf', fileName: '调查报告.pdf', bytes };
    const report = await file(load, city, { row, title: `${survey.title}报告`, key: `evidence:survey:${unitId}`, said }, last);
    const { position } = await load.post(`${unitId}.district-office`, `/api/v1/surveys?after=${report.position}`, `survey:${unitId}`, {
      ...survey, unitId, kind, campaignId: row.campaignId, indicatorCode: row.evidence === 'survey' ? row.indicatorCode : null, areaUnitId: unitId, conductedBy: '统计局社情民意调查中心(演示)', evidenceIds: [report.id],
    });
    last = position ?? last;
  }
  return last;
};

/** A training of the city's for all districts, and an experience that two of them took up. */
const loadGuidance = async (load: Load): Promise<void> => {
  const campaignId = `${CITY}_civ`;
  await load.post(office, '/api/v1/trainings', 'training:civ', {
    unitId: CITY, campaignId, title: '文明城市创建业务培训(演示)', heldOn: '2014-03-12', evidenceIds: [],
    attendance: districts.map(({ id }) => ({ unitId: id, invited: 30, attended: between(24, 30, 'training', id) })),
  });
  const put = await load.post('511922.district-office', '/api/v1/experiences', 'experience:lanes', {
    unitId: '511922', campaignId, title: '背街小巷“路长制”(演示)', summary: '一巷一长、日巡周报、问题三日办结；背街小巷群众投诉较上年减少四成。', evidenceIds: [],
  });
  const { id } = put.body as { id: string };
  const promotion = await load.post(office, `/api/v1/experiences/${id}/promotion`, 'experience:lanes:promotion', { document: '演示推广〔2014〕9号' });
  for (const [unitId, on, how] of [['511902', '2014-07-01', '城区 46 条背街小巷全部推行'], ['511923', '2014-08-15', '先行三个社区试点']] as const) {
    await load.post(`${unitId}.district-office`, `/api/v1/experiences/${id}/adoptions?after=${promotion.position ?? '0'}`, `experience:lanes:${unitId}`, { unitId, on, how });
  }
};

/** Evidence for a few dozen tasks, surveys, a training, an experience: drawn or made up, and marked so. The rest is missing. */
export const loadEvidence = async (load: Load, city: PublishedSplit): Promise<void> => {
  const shared = districts.map(({ id }) => of(city, SHARED_INDICATOR, id));
  const chosen = city.rows.filter((row) => row.indicatorCode !== SHARED_INDICATOR && chance('evidence', row.key) * 1_000 < FILED_OF_THOUSAND);
  const pieces = [...shared.slice(0, 3), ...chosen].map(pieceOf);
  load.progress.begin('evidence', pieces.length + 3);
  const after = await loadSurveys(load, city);
  load.progress.advance('evidence');
  await inParallel(pieces, load.width, async (piece) => {
    await file(load, city, piece, after);
    load.progress.advance('evidence');
  });
  await loadMistakes(load, city, after);
  load.progress.advance('evidence');
  await loadGuidance(load);
  load.progress.advance('evidence');
};
