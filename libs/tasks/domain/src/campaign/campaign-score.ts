import { compare, divide, isDecimal, multiply, sum, type Command, type Decimal } from '@zeren/kernel';
import type { CompositionSet, SourceScored } from './campaign.events.js';
import { refuse } from '../refusals.js';
import { isPositive, wrongSum } from '../split/weights.js';

/** Lay down how the campaign's score is composed, by source and by year. */
export type SetComposition = Command<'SetComposition', CompositionSet['data']>;
/** Enter what a source gave in a year. */
export type RecordSourceScore = Command<'RecordSourceScore', SourceScored['data']>;

export type Composition = CompositionSet['data'];
export type SourceScore = SourceScored['data'];

/** The score as far as it is known: `score` sums the parts there are; the whole where `missing` is empty. */
export type ComposedScore = {
  readonly score: Decimal;
  readonly missing: readonly { readonly source: string; readonly year: number }[];
};

const HUNDRED: Decimal = '100';

const requireWhole = (weights: readonly Decimal[], field: string): void => {
  weights.forEach((weight, index) => {
    if (!isPositive(weight)) refuse('weight-not-positive', `${field}[${index}].weight`);
  });
  const total = wrongSum(weights);
  if (total !== undefined) refuse('weights-not-100', field, { sum: total });
};

const requireDistinct = (keys: readonly (string | number)[], field: string): void => {
  keys.forEach((key, index) => {
    if (keys.indexOf(key) !== index) refuse('part-repeated', `${field}[${index}]`, { part: String(key) });
  });
};

export const checkComposition = ({ sources, years, document }: Composition): void => {
  requireDistinct(sources.map(({ code }) => code), 'sources');
  requireDistinct(years.map(({ year }) => year), 'years');
  requireWhole(sources.map(({ weight }) => weight), 'sources');
  requireWhole(years.map(({ weight }) => weight), 'years');
  if (document.trim() === '') refuse('document-required', 'document');
};

export const checkSourceScore = ({ source, year, score, document }: SourceScore, composition: Composition | null): void => {
  if (!composition) return refuse('composition-not-set');
  if (!composition.sources.some(({ code }) => code === source)) refuse('source-unknown', 'source', { source });
  if (!composition.years.some((one) => one.year === year)) refuse('year-not-composed', 'year', { year });
  if (!isDecimal(score) || compare(score, '0') < 0 || compare(score, HUNDRED) > 0) refuse('score-outside', 'score');
  if (document.trim() === '') refuse('document-required', 'document');
};

/** Sum over years and sources of weight of the year × weight of the source × score, exact. */
export const composedScore = ({ sources, years }: Composition, scores: readonly SourceScore[]): ComposedScore => {
  const parts = years.flatMap(({ year, weight: ofYear }) => sources.map(({ code: source, weight: ofSource }) => {
    const found = scores.find((one) => one.source === source && one.year === year);
    return { source, year, part: found && divide(multiply(multiply(found.score, ofYear), ofSource), multiply(HUNDRED, HUNDRED)) };
  }));
  return {
    score: sum(parts.flatMap(({ part }) => (part === undefined ? [] : [part]))),
    missing: parts.filter(({ part }) => part === undefined).map(({ source, year }) => ({ source, year })),
  };
};
