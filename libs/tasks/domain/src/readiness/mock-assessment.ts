import { compare, divide, isDecimal, multiply, ownerOnly, round, sameData, sum, type Caller, type Command, type Decider, type Decimal, type LocalisedText } from '@zeren/kernel';
import { composedScore, type ComposedScore, type Composition, type SourceScore } from '../campaign/campaign-score.js';
import { refuse } from '../refusals.js';
import { isCalendarDate, localDate } from '@zeren/organisation-domain';
import { drawSample } from '../sample/draw-sample.js';
import type { MockAssessmentCommissioned, MockAssessmentEvent, MockAssessmentSubmitted, MockIndicator, MockScore } from './mock-assessment.events.js';

/** Commission a mock assessment. Indicators, names and the kind of the assessing unit are read by the handler. */
export type CommissionMockAssessment = Command<'CommissionMockAssessment', Omit<MockAssessmentCommissioned['data'], 'indicators' | 'seed'> & {
  /** Every indicator of the campaign. */
  readonly all: readonly MockIndicator[];
  /** Whether the assessing unit stands outside the tree. */
  readonly isExternal: boolean;
  /** Codes of the composition's sources; none where the campaign has no composition. */
  readonly sources: readonly string[];
  readonly years: { readonly first: number; readonly last: number };
  /** All, those named, or as many as said, drawn with a seed. */
  readonly choice: 'all' | { readonly codes: readonly string[] } | { readonly size: number; readonly seed: string };
}>;
/** Score indicators of one's assignment. */
export type ScoreMockIndicators = Command<'ScoreMockIndicators', { readonly scores: readonly MockScore[] }>;
/** Hand the assessment in. */
export type SubmitMockAssessment = Command<'SubmitMockAssessment', { readonly summary: string }>;
export type MockAssessmentCommand = CommissionMockAssessment | ScoreMockIndicators | SubmitMockAssessment;

/** A score as it stands, with the moment (UTC) it was given. */
export type GivenScore = MockScore & { readonly at: string };

export type CommissionedMock = {
  readonly status: 'commissioned' | 'submitted';
  readonly content: MockAssessmentCommissioned['data'];
  readonly scores: readonly GivenScore[];
  readonly result: MockAssessmentSubmitted['data'] | null;
};
export type MockAssessment = { readonly status: 'none' } | CommissionedMock;

export const mockStatusText: Readonly<Record<CommissionedMock['status'], LocalisedText>> = {
  commissioned: { zh: '测评中', en: 'Being assessed' },
  submitted: { zh: '已提交', en: 'Handed in' },
};

const HUNDRED: Decimal = '100';
/** Decimals of a score of 100. */
const PLACES = 2;

const chosenOf = ({ all, choice }: CommissionMockAssessment['data']): readonly MockIndicator[] => {
  if (choice === 'all') return all;
  if ('seed' in choice) {
    if (choice.seed.trim() === '') refuse('seed-required', 'sample.seed');
    if (choice.size < 1 || choice.size > all.length) refuse('sample-size', 'sample.size', { limit: all.length });
    const drawn = new Set(drawSample(choice.seed, choice.size, all.map(({ code }) => code)));
    return all.filter(({ code }) => drawn.has(code));
  }
  choice.codes.forEach((code, index) => {
    if (!all.some((one) => one.code === code)) refuse('indicator-unknown', `indicatorCodes[${index}]`, { indicator: code });
  });
  return all.filter(({ code }) => choice.codes.includes(code));
};

const checkCommission = ({ isExternal, areas, from, until, year, years, source, sources }: CommissionMockAssessment['data']): void => {
  if (!isExternal) refuse('assessor-not-external', 'assessorUnitId');
  if (areas.length === 0) refuse('units-required', 'areas');
  if (!isCalendarDate(from)) refuse('date-invalid', 'from');
  if (!isCalendarDate(until) || until < from) refuse('date-invalid', 'until');
  if (year < years.first || year > years.last) refuse('year-outside-cycle', 'year', { year });
  if (source !== null && !sources.includes(source)) refuse('source-unknown', 'source', { source });
};

const commission = (data: CommissionMockAssessment['data'], mock: MockAssessment): readonly MockAssessmentEvent[] => {
  checkCommission(data);
  const { all: _, isExternal: __, sources: ___, years: ____, choice, ...content } = data;
  const commissioned = { ...content, indicators: chosenOf(data), seed: choice !== 'all' && 'seed' in choice ? choice.seed : null };
  if (mock.status !== 'none') return sameData(mock.content, commissioned) ? [] : refuse('mock-exists');
  if (commissioned.indicators.length === 0) refuse('metric-required', 'indicatorCodes');
  return [{ type: 'MockAssessmentCommissioned', data: commissioned }];
};

/** The commissioned party alone, within the time agreed, and not after it has handed the assessment in. */
const requireAssessing = ({ status, content }: CommissionedMock, caller: Caller): void => {
  if (!caller.roles.includes('assessor') || caller.unitId !== content.assessorUnitId) refuse('not-the-assessor');
  if (status === 'submitted') refuse('mock-submitted');
  const today = localDate(caller.now);
  if (today < content.from || today > content.until) refuse('mock-outside-period', undefined, { from: content.from, until: content.until });
};

const checkScore = ({ points, finding, areaUnitId }: MockScore, indicator: MockIndicator, areas: MockAssessmentCommissioned['data']['areas'], field: string): void => {
  if (!isDecimal(points) || compare(points, '0') < 0 || compare(points, indicator.weight) > 0) refuse('points-outside', `${field}.points`, { weight: indicator.weight });
  if (finding.trim() === '') refuse('finding-required', `${field}.finding`);
  if (!areas.some(({ unitId }) => unitId === areaUnitId)) refuse('area-not-assigned', `${field}.areaUnitId`, { area: areaUnitId });
};

const isGiven = ({ scores }: CommissionedMock, score: MockScore): boolean =>
  scores.some(({ at: _, ...given }) => sameData(given, score));

const score = ({ scores }: ScoreMockIndicators['data'], mock: CommissionedMock, caller: Caller): readonly MockAssessmentEvent[] => {
  requireAssessing(mock, caller);
  const open = new Map(mock.content.indicators.map((indicator) => [indicator.code, indicator]));
  const said = scores.filter((one, index) => {
    const field = `scores[${index}]`;
    const indicator = open.get(one.code) ?? refuse('indicator-not-assigned', `${field}.code`, { indicator: one.code });
    open.delete(one.code);
    checkScore(one, indicator, mock.content.areas, field);
    return !isGiven(mock, one);
  });
  return said.length === 0 ? [] : [{ type: 'MockIndicatorsScored', data: { at: caller.now, scores: said } }];
};

/** Points of the weight assessed, and what that is of 100: exact but for the last rounding, half to even at two decimals. */
export const mockTotals = ({ content, scores }: Pick<CommissionedMock, 'content' | 'scores'>): Pick<MockAssessmentSubmitted['data'], 'points' | 'outOf' | 'score'> => {
  const points = sum(scores.map((one) => one.points));
  const outOf = sum(content.indicators.map(({ weight }) => weight));
  return { points, outOf, score: round(divide(multiply(points, HUNDRED), outOf), PLACES) };
};

const submit = ({ summary }: SubmitMockAssessment['data'], mock: CommissionedMock, caller: Caller): readonly MockAssessmentEvent[] => {
  if (mock.result?.summary === summary) return [];
  requireAssessing(mock, caller);
  const missing = mock.content.indicators.find(({ code }) => !mock.scores.some((one) => one.code === code));
  if (missing) refuse('indicator-not-scored', undefined, { indicator: missing.code });
  return [{ type: 'MockAssessmentSubmitted', data: { ...mockTotals(mock), summary } }];
};

const decide = (command: MockAssessmentCommand, mock: MockAssessment, caller: Caller): readonly MockAssessmentEvent[] => {
  if (command.type === 'CommissionMockAssessment') return commission(command.data, mock);
  if (mock.status === 'none') return refuse('mock-unknown');
  switch (command.type) {
    case 'ScoreMockIndicators': return score(command.data, mock, caller);
    case 'SubmitMockAssessment': return submit(command.data, mock, caller);
  }
};

const evolve = (mock: MockAssessment, event: MockAssessmentEvent): MockAssessment => {
  if (event.type === 'MockAssessmentCommissioned') return { status: 'commissioned', content: event.data, scores: [], result: null };
  if (mock.status === 'none') return mock;
  switch (event.type) {
    case 'MockIndicatorsScored': {
      const { at, scores } = event.data;
      const again = new Set(scores.map(({ code }) => code));
      return { ...mock, scores: [...mock.scores.filter(({ code }) => !again.has(code)), ...scores.map((one) => ({ ...one, at }))] };
    }
    case 'MockAssessmentSubmitted': return { ...mock, status: 'submitted', result: event.data };
  }
};

/** It stays within the tenant that commissioned it. */
export const mockAssessmentDecider: Decider<MockAssessment, MockAssessmentCommand, MockAssessmentEvent> = {
  category: 'mockassessment',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: ownerOnly,
};

/** The campaign's composed score with the mock's in place of the source and year it stands for, or of every source of that year. */
export const composedWithMock = (
  composition: Composition, scores: readonly SourceScore[], { content, result }: Pick<CommissionedMock, 'content' | 'result'>,
): ComposedScore | undefined => {
  if (!result) return undefined;
  const stoodFor = composition.sources.filter(({ code }) => content.source === null || content.source === code).map(({ code }) => code);
  const others = scores.filter(({ source, year }) => year !== content.year || !stoodFor.includes(source));
  const own = stoodFor.map((source): SourceScore => ({ source, year: content.year, score: result.score, document: '' }));
  return composedScore(composition, [...others, ...own]);
};
