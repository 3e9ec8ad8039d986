import {
  measureDecider, tasksRefusals, type DefinedMeasure, type Indicator, type MappedIndicator, type MeasureCommand, type MeasureDefined, type MetricFact, type StandardDocumentRow,
} from '@zeren/tasks-domain';
import type { Caller, Language } from '@zeren/kernel';
import { idOf } from '../../api/rows.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';

/** A measure as it is being written; `reason` is that of a revision. */
export type Draft = MeasureDefined['data'] & { readonly reason: string };

export const emptyRow: MappedIndicator = { standardId: '', indicatorCode: '', metric: '', relation: 'same', reason: { zh: '', en: '' } };

export const emptyDraft: Draft = {
  code: '', name: { zh: '', en: '' }, definition: { zh: '', en: '' }, unit: '', direction: 'at-least', indicators: [emptyRow, emptyRow], participantTenantIds: [], reason: '',
};

export const indicatorsOf = (standard: StandardDocumentRow | undefined): readonly Indicator[] => standard?.categories.flatMap(({ indicators }) => indicators) ?? [];

/** Every metric that the chosen standards have, as the service reads them for the decision. */
export const metricsOf = (standards: readonly StandardDocumentRow[]): readonly MetricFact[] =>
  standards.flatMap((standard) => indicatorsOf(standard).flatMap(({ code, metrics }) =>
    metrics.map(({ code: metric, unit, direction }) => ({ standardId: idOf(standard), indicatorCode: code, metric, unit, direction }))));

/** A row of which the metric was chosen; where it is the first, the measure takes its unit and direction from it. */
export const withRow = (draft: Draft, at: number, row: MappedIndicator, metrics: readonly MetricFact[]): Draft => {
  const fact = metrics.find(({ standardId, indicatorCode, metric }) => standardId === row.standardId && indicatorCode === row.indicatorCode && metric === row.metric);
  const isFirst = draft.indicators.every(({ metric }) => metric === '');
  const indicators = draft.indicators.map((one, index) => (index === at ? row : one));
  return { ...draft, indicators, ...(fact && isFirst && { unit: fact.unit, direction: fact.direction }) };
};

const isChosen = ({ indicatorCode, metric }: MappedIndicator): boolean => indicatorCode !== '' && metric !== '';

type Deciding = { readonly measure: DefinedMeasure | undefined; readonly standards: readonly StandardDocumentRow[]; readonly caller: Caller; readonly language: Language };

/** What is wrong with a draft, by the decision itself; an indicator still to be chosen is told before. */
export const refusalOfDraft = (draft: Draft, { measure, standards, caller, language }: Deciding, unchosen: string): Refusal | undefined => {
  const open = draft.indicators.findIndex((row) => !isChosen(row));
  if (open >= 0) return { code: 'indicator-unknown', field: `indicators[${open}].indicatorCode`, sentence: unchosen };
  const { reason, ...content } = draft;
  const metrics = metricsOf(standards);
  const command: MeasureCommand = measure
    ? { type: 'ReviseMeasure', data: { indicators: draft.indicators, reason, metrics } }
    : { type: 'DefineMeasure', data: { ...content, metrics, districtTenantIds: content.participantTenantIds } };
  return refusalOf(() => measureDecider.decide(command, measure ?? measureDecider.initialState, caller), tasksRefusals, language);
};
