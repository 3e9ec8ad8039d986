import { sameData, type Command, type Decider } from '@zeren/kernel';
import type { MappedIndicator, MeasureDefined, MeasureEvent } from './measure.events.js';
import { requireDistricts, type Invitation } from '../campaign/participants.js';
import { refuse } from '../refusals.js';
import type { Metric } from '../standard/standard.events.js';

/** A metric that some standard has, as the handler read it. */
export type MetricFact = Pick<MappedIndicator, 'standardId' | 'indicatorCode' | 'metric'> & Pick<Metric, 'unit' | 'direction'>;

/** Lay down that indicators of different standards measure one thing. `metrics` are those standards', read by the handler. */
export type DefineMeasure = Command<'DefineMeasure', MeasureDefined['data'] & Invitation & { readonly metrics: readonly MetricFact[] }>;
/** Map its indicators anew. */
export type ReviseMeasure = Command<'ReviseMeasure', { readonly indicators: readonly MappedIndicator[]; readonly reason: string; readonly metrics: readonly MetricFact[] }>;
export type MeasureCommand = DefineMeasure | ReviseMeasure;

export type DefinedMeasure = { readonly status: 'defined'; readonly content: MeasureDefined['data'] };
export type Measure = { readonly status: 'undefined' } | DefinedMeasure;

const isOf = (one: MappedIndicator, other: Pick<MappedIndicator, 'standardId' | 'indicatorCode' | 'metric'>): boolean =>
  one.standardId === other.standardId && one.indicatorCode === other.indicatorCode && one.metric === other.metric;

const checkIndicators = (indicators: readonly MappedIndicator[], { unit, direction }: Pick<Metric, 'unit' | 'direction'>, metrics: readonly MetricFact[]): void => {
  indicators.forEach((one, index) => {
    const field = `indicators[${index}]`;
    const { indicatorCode: indicator, reason } = one;
    const fact = metrics.find((metric) => isOf(one, metric)) ?? refuse('indicator-unknown', `${field}.indicatorCode`, { indicator });
    if (indicators.findIndex((other) => isOf(one, other)) !== index) refuse('indicator-repeated', field, { indicator });
    if (reason.zh.trim() === '' || reason.en.trim() === '') refuse('reason-required', `${field}.reason`);
    if (one.relation === 'same' && (fact.unit !== unit || fact.direction !== direction)) refuse('measure-differs', `${field}.relation`, { indicator, unit });
  });
  if (new Set(indicators.map(({ standardId }) => standardId)).size < 2) refuse('measure-of-one-standard', 'indicators');
};

const define = ({ metrics, districtTenantIds, ...content }: DefineMeasure['data'], measure: Measure): readonly MeasureEvent[] => {
  if (measure.status === 'defined') return sameData(measure.content, content) ? [] : refuse('measure-defined', 'code', { code: content.code });
  requireDistricts({ ...content, districtTenantIds });
  checkIndicators(content.indicators, content, metrics);
  return [{ type: 'MeasureDefined', data: content }];
};

const revise = ({ metrics, ...said }: ReviseMeasure['data'], measure: Measure): readonly MeasureEvent[] => {
  if (measure.status === 'undefined') return refuse('measure-not-defined');
  if (sameData(measure.content.indicators, said.indicators)) return [];
  if (said.reason.trim() === '') refuse('reason-required', 'reason');
  checkIndicators(said.indicators, measure.content, metrics);
  return [{ type: 'MeasureRevised', data: said }];
};

const evolve = (measure: Measure, event: MeasureEvent): Measure => {
  if (event.type === 'MeasureDefined') return { status: 'defined', content: event.data };
  if (measure.status === 'undefined') return measure;
  switch (event.type) {
    case 'MeasureRevised': return { ...measure, content: { ...measure.content, indicators: event.data.indicators } };
  }
};

export const measureDecider: Decider<Measure, MeasureCommand, MeasureEvent> = {
  category: 'measure',
  initialState: { status: 'undefined' },
  decide: (command, measure) => (command.type === 'DefineMeasure' ? define(command.data, measure) : revise(command.data, measure)),
  evolve,
  sharedWith: (measure) => (measure.status === 'defined' ? measure.content.participantTenantIds : []),
};
