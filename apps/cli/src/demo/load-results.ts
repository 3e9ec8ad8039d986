import { inParallel } from './api.js';
import { loadSchemeOfDoing, publishAssessment } from './load-assessment.js';
import { loadExceptions, loadFindings } from './load-doing.js';
import { loadRequests } from './load-requests.js';
import type { Load } from './loading.js';
import type { PublishedSplit } from './published-split.js';
import { resultsOf, type PlannedResult } from './results-plan.js';
import { plain, quarterEnd, workerOf } from './split-plan.js';

const NOTE = '演示数据 / demonstration figure';
const DAY = 86_400_000;

const daysFrom = (moment: string, days: number): string => new Date(Date.parse(moment) + days * DAY).toISOString();

const report = async (load: Load, result: PlannedResult, measuredOn: string, attempt: number): Promise<void> => {
  await load.post(workerOf(result.row), `/api/v1/tasks/${result.taskId}/results`, `report:${plain(result.row.key)}:${result.year}:${attempt}`, {
    year: result.year, values: result.values, measuredOn, note: NOTE,
  });
};

const verify = async (load: Load, result: PlannedResult, verdict: 'confirmed' | 'rejected', attempt: number): Promise<void> => {
  await load.post(result.inspector, `/api/v1/tasks/${result.taskId}/results/${result.year}/verification`, `verify:${plain(result.row.key)}:${result.year}:${attempt}`, {
    verdict, finding: NOTE,
  });
};

/**
 * One quarter as it goes: most report twelve days before the due date and are checked a week later; what was rejected is
 * reported again before it is due; the late report six days after. A fortnight after the quarter its assessment is published.
 */
const loadQuarter = async (load: Load, splits: readonly PublishedSplit[], year: number, quarter: number): Promise<void> => {
  const due = quarterEnd(year, quarter);
  const results = splits.flatMap((split) => resultsOf(split, year, quarter));
  const of = (...courses: PlannedResult['course'][]) => results.filter(({ course }) => courses.includes(course));
  const all = (chosen: readonly PlannedResult[], work: (result: PlannedResult) => Promise<void>) =>
    inParallel(chosen, load.width, async (result) => {
      await work(result);
      load.progress.advance('results');
    });
  const measuredOn = daysFrom(due, -14).slice(0, 10);

  await load.clock(daysFrom(due, -12));
  await loadExceptions(load, results, { year, quarter });
  await all(of('on-time', 'rejected-first'), (result) => report(load, result, measuredOn, 1));
  await load.clock(daysFrom(due, -5));
  await all(of('on-time'), (result) => verify(load, result, 'confirmed', 1));
  await all(of('rejected-first'), (result) => verify(load, result, 'rejected', 1));
  await load.clock(daysFrom(due, -2));
  await all(of('rejected-first'), (result) => report(load, result, measuredOn, 2));
  await load.clock(daysFrom(due, 6));
  await all(of('late'), (result) => report(load, result, measuredOn, 1));
  await load.clock(daysFrom(due, 12));
  await all(of('late'), (result) => verify(load, result, 'confirmed', 1));
  await all(of('rejected-first'), (result) => verify(load, result, 'confirmed', 2));
  await loadFindings(load, results, { year, quarter });
  await load.clock(daysFrom(due, 15));
  await publishAssessment(load, `${year}Q${quarter}`);
};

const quarters = [1, 2, 3, 4];

const commandsOf = (splits: readonly PublishedSplit[], years: readonly number[]): number =>
  years.flatMap((year) => quarters.flatMap((quarter) => splits.flatMap((split) => resultsOf(split, year, quarter))))
    .reduce((count, { course }) => count + { 'on-time': 2, late: 2, 'rejected-first': 4, never: 0 }[course], 0);

/** Results of 2013 and 2014, each at its time, with an assessment after every quarter and year. */
export const loadResults = async (load: Load, splits: readonly PublishedSplit[]): Promise<void> => {
  const years = [2013, 2014];
  load.progress.begin('results', commandsOf(splits, years));
  load.progress.begin('assessments', years.length * (quarters.length + 1));
  for (const year of years) {
    if (year === 2014) await loadSchemeOfDoing(load, splits[0] as PublishedSplit);
    for (const quarter of quarters) {
      await loadRequests(load, `${year}Q${quarter}`);
      await loadQuarter(load, splits, year, quarter);
    }
    await publishAssessment(load, String(year));
  }
};
