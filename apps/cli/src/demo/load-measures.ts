import type { MappedIndicator, SplitRow } from '@zeren/tasks-domain';
import { CITY, districts } from './bazhong.js';
import type { Load } from './loading.js';
import { taskIdOf, type PublishedSplit } from './published-split.js';
import { workerOf } from './split-plan.js';

const office = `${CITY}.city-office`;
/** The green figures of the forest city hold all that the hygiene city asks for. */
const REPORTED_ONCE = { indicatorCode: 'FOR-02-02', unitId: '511923', year: 2015, measuredOn: '2015-01-09' };

/** `ENV-04-01` is of the first version of the standard `ENV`. */
const standardIdOf = (indicatorCode: string): string => `${CITY}_${indicatorCode.slice(0, 3)}.v1`;

/** What the five standards ask for in common, and how the score of the civilised city is composed. */
export const loadMeasures = async (load: Load): Promise<void> => {
  const measures = load.data.measures();
  load.progress.begin('measures', measures.length + 1);
  for (const { indicators, ...measure } of measures) {
    await load.post(office, '/api/v1/measures', `measure:${measure.code}`, {
      ...measure,
      indicators: indicators.map(({ indicator, ...mapped }): MappedIndicator => ({ ...mapped, indicatorCode: indicator, standardId: standardIdOf(indicator) })),
      participantTenantIds: districts.map(({ id }) => id),
    });
    load.progress.advance('measures');
  }
  const source = (code: string, zh: string, en: string, weight: string) => ({ code, name: { zh, en }, weight });
  await load.post(office, `/api/v1/campaigns/${CITY}_civ/composition`, 'composition:civ', {
    sources: [source('declaration', '网上申报', 'Online declaration', '40'), source('field', '实地考察', 'Field visit', '40'), source('survey', '问卷调查', 'Survey', '20')],
    years: [{ year: 2012, weight: '15' }, { year: 2013, weight: '25' }, { year: 2014, weight: '60' }],
    document: '2020 年公布的文明城市得分构成(演示套用)',
  });
  load.progress.advance('measures');
};

const valuesOf = ({ metrics, annualTargets }: SplitRow) =>
  annualTargets.find(({ year }) => year === REPORTED_ONCE.year)?.targets.flatMap((target) => {
    const unit = metrics.find(({ code }) => code === target.metric)?.unit ?? '';
    return 'value' in target ? [{ metric: target.metric, value: target.value, unit }] : [];
  });

/** One county reports its green figures for the forest city; they are credited to the hygiene city. */
export const loadReportOnce = async (load: Load, city: PublishedSplit): Promise<void> => {
  const { indicatorCode, unitId, year, measuredOn } = REPORTED_ONCE;
  const row = city.rows.find((one) => one.indicatorCode === indicatorCode && one.unitId === unitId);
  if (!row) throw new Error(`${unitId} has no task for ${indicatorCode}`);
  await load.post(workerOf(row), `/api/v1/tasks/${taskIdOf(city, row)}/results`, `report-once:${indicatorCode}`, {
    year, values: valuesOf(row), measuredOn, note: '演示数据 / demonstration figure',
  });
};
