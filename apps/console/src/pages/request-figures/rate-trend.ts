import type { FigureLine, Rates } from '@zeren/requests-domain';
import type { Trend } from '../cockpit/trend.js';

const rates = ['response', 'onTime', 'solution', 'satisfaction'] as const satisfies readonly (keyof Rates)[];

/** The four rates over the months, a line each; a month in which nothing was due has a gap. */
export const rateTrend = (months: readonly FigureLine[], nameOf: (rate: keyof Rates) => string): Trend => ({
  periods: months.map(({ key }) => key),
  lines: rates.map((rate) => ({ unitId: rate, name: nameOf(rate), totals: months.map((month) => month.rates[rate] ?? undefined) })),
});
