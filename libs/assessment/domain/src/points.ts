import { compare, divide, equals, multiply, normalise, round, subtract, type Decimal } from '@zeren/kernel';
import type { Direction, MetricTarget } from '@zeren/tasks-domain';
import type { ScoringRule } from './assessment.events.js';
import type { SchemeContent } from './scheme.js';

/** Decimal places of points and weights. What is shown is what is computed with. */
export const SCORE_PLACES = 6;

const FULL = '100';
const NONE = '0';

/** Rounded half to even at {@link SCORE_PLACES}, in its shortest text. */
export const rounded = (value: Decimal): Decimal => normalise(round(value, SCORE_PLACES));

/** The scheme's rule for metrics of a direction. */
export const ruleOf = (rules: SchemeContent['rules'], direction: Direction): ScoringRule => {
  switch (direction) {
    case 'at-least':
      return rules.atLeast;
    case 'at-most':
      return rules.atMost;
    case 'range':
      return rules.range;
    case 'boolean':
      return rules.boolean;
  }
};

/** What a target reads as: `95`, or `low..high`. */
export const targetText = (target: MetricTarget): string => ('value' in target ? target.value : `${target.low}..${target.high}`);

/**
 * Points of a measured value, 0 to 100. A target that is reached gives all of them. Otherwise `threshold` gives none,
 * and `linear` gives, at least: value ÷ target; at most: what remains of 1 after the excess ÷ target, nothing
 * where the target is 0.
 */
export const pointsOf = (rule: ScoringRule, direction: Direction, target: MetricTarget, value: Decimal): Decimal => {
  if (reaches(direction, target, value)) return FULL;
  if (rule === 'threshold' || !('value' in target) || !isPositive(target.value)) return NONE;
  const achieved = direction === 'at-most' ? subtract(multiply(target.value, '2'), value) : value;
  return isPositive(achieved) ? rounded(divide(multiply(FULL, achieved), target.value)) : NONE;
};

const isPositive = (value: Decimal): boolean => compare(value, '0') > 0;

const reaches = (direction: Direction, target: MetricTarget, value: Decimal): boolean => {
  if (!('value' in target)) return compare(value, target.low) >= 0 && compare(value, target.high) <= 0;
  switch (direction) {
    case 'at-least':
      return compare(value, target.value) >= 0;
    case 'at-most':
      return compare(value, target.value) <= 0;
    case 'range':
    case 'boolean':
      return equals(value, target.value);
  }
};
