import type { LocalisedText } from '@zeren/kernel';
import { CITY } from './bazhong.js';
import type { Load } from './loading.js';
import { taskIdOf, type PublishedSplit } from './published-split.js';

const office = `${CITY}.city-office`;
const YEAR = 2014;

/** Indicators that speak to everybody, with the promise made of each. */
const promised: readonly (readonly [indicatorCode: string, text: LocalisedText])[] = [
  ['ENV-03-02', { zh: '让全市人民喝上放心水：集中式饮用水水源地水质达标', en: 'Safe water for everybody: the sources of drinking water meet their standard' }],
  ['ENV-04-01', { zh: '出门见绿：建成区绿化覆盖率达标', en: 'Green at the doorstep: the built-up area reaches its green coverage' }],
  ['ENV-04-02', { zh: '污水不下河：城市生活污水集中处理', en: 'No sewage in the river: domestic sewage is treated' }],
  ['ENV-04-06', { zh: '垃圾不落地：生活垃圾无害化处理', en: 'No refuse on the ground: household refuse is treated harmlessly' }],
  ['ENV-03-04', { zh: '安静睡个好觉：降低区域环境噪声', en: 'A quiet night: less noise in the neighbourhood' }],
];

/** What the task of an indicator asks for in the year, as a promise; nothing where it has no figure to promise. */
const promiseOf = (city: PublishedSplit, [code, text]: (typeof promised)[number], index: number) => {
  const row = city.rows.find(({ key }) => key === code);
  const target = row?.annualTargets.find(({ year }) => year === YEAR)?.targets.find((one) => 'value' in one);
  return row && target && 'value' in target
    ? [{ code: `MS-0${index + 1}`, text, metric: target.metric, target: target.value, dueOn: `${YEAR}-12-31`, taskId: taskIdOf(city, row) }]
    : [];
};

/** The promises of one year, published under a document of the demonstration, and one of them amended since. */
export const loadPromises = async (load: Load, city: PublishedSplit): Promise<void> => {
  load.progress.begin('promises', 2);
  const promises = promised.flatMap((one, index) => promiseOf(city, one, index));
  await load.post(office, '/api/v1/promise-lists', 'promises', {
    year: YEAR, title: { zh: `${YEAR} 年民生实事(演示)`, en: `Promises to the public of ${YEAR} (demonstration)` }, approval: { authority: '巴中市人民政府(演示)', document: `演示〔${YEAR}〕1号` }, promises,
  });
  load.progress.advance('promises');
  const [first] = promises;
  if (first) {
    const text = { zh: `${first.text.zh}，每季度公布水质`, en: `${first.text.en}, with the quality published every quarter` };
    await load.post(office, `/api/v1/promise-lists/${CITY}_${YEAR}/amendments`, 'promises:amended', { promise: { ...first, text }, reason: '应市民建议增加信息公开 / at citizens’ wish, the figures are made public', document: `演示〔${YEAR}〕6号` });
  }
  load.progress.advance('promises');
};
