import { countsOf, ratesOf, type FigureLine } from '@zeren/requests-domain';
import { rateTrend } from './rate-trend.js';

const month = (key: string, counts: object): FigureLine => {
  const all = { ...countsOf([], ''), ...counts };
  return { key, counts: all, rates: ratesOf(all), medianMinutes: null };
};

it('the trend of rates has a line for each rate and a gap for a month in which nothing was due', () => {
  const { periods, lines } = rateTrend([month('2013-01', { due: 4, onTime: 3 }), month('2013-02', {})], (rate) => rate);
  expect(periods).toEqual(['2013-01', '2013-02']);
  expect(lines.map(({ name }) => name)).toEqual(['response', 'onTime', 'solution', 'satisfaction']);
  expect(lines[1]?.totals).toEqual(['75.00', undefined]);
});
