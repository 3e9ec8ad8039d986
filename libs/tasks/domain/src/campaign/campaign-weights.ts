import type { IndicatorWeight } from './campaign.events.js';
import { refuse } from '../refusals.js';
import { isPositive, wrongSum } from '../split/weights.js';

/** Each indicator of the standard is weighed once, no other is, and the weights sum to exactly 100. */
export const checkWeights = (weights: readonly IndicatorWeight[], indicatorCodes: readonly string[]): void => {
  const missing = new Set(indicatorCodes);
  const known = new Set(indicatorCodes);
  weights.forEach(({ indicatorCode, weight }, index) => {
    const field = `weights[${index}]`;
    if (!known.has(indicatorCode)) refuse('indicator-unknown', `${field}.indicatorCode`, { indicator: indicatorCode });
    if (!missing.delete(indicatorCode)) refuse('indicator-repeated', `${field}.indicatorCode`, { indicator: indicatorCode });
    if (!isPositive(weight)) refuse('weight-not-positive', `${field}.weight`);
  });
  for (const indicator of missing) refuse('indicator-without-weight', 'weights', { indicator });
  const total = wrongSum(weights.map(({ weight }) => weight));
  if (total !== undefined) refuse('weights-not-100', 'weights', { sum: total });
};
