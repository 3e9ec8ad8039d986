import { divide, multiply, round, sameData, type Caller, type Command, type Decider, type Decimal } from '@zeren/kernel';
import { unitsActedFor } from '../task/acting-units.js';
import { drawSample } from './draw-sample.js';
import { refuse } from '../refusals.js';
import type { ResultRechecked, SampleDrawn, SampledResult, SampleEvent } from './sample.events.js';
import { holdsOneOf, rolesThatVerify } from '../task/task-state.js';

/** An append is limited to 1 MiB; this many results stay well below it. */
export const LARGEST_SAMPLE = 500;

/** Draw a sample of the results a district verified. The population and its hash are what the handler found on the board. */
export type DrawSample = Command<'DrawSample', Pick<SampleDrawn['data'], 'districtTenantId' | 'campaignId' | 'year' | 'seed' | 'size' | 'populationHash'> & {
  readonly population: readonly SampledResult[];
}>;
/** Look at a sampled result again. */
export type RecheckResult = Command<'RecheckResult', Pick<ResultRechecked['data'], 'taskId' | 'verdict' | 'finding'>>;
export type SampleCommand = DrawSample | RecheckResult;

export type Recheck = Pick<ResultRechecked['data'], 'taskId' | 'verdict' | 'finding' | 'unitId'>;

export type Sample =
  | { readonly status: 'none' }
  | { readonly status: 'drawn' | 'concluded'; readonly content: SampleDrawn['data']; readonly rechecks: readonly Recheck[] };

export const keyOfResult = ({ taskId, year }: Pick<SampledResult, 'taskId' | 'year'>): string => `${taskId}@${year}`;

/** The share that failed of those looked at, in percent to two places; null before the first. */
export const failureRateOf = (failed: number, checked: number): Decimal | null =>
  (checked === 0 ? null : round(divide(multiply(String(failed), '100'), String(checked)), 2));

const draw = (data: DrawSample['data'], sample: Sample): readonly SampleEvent[] => {
  const { population, ...asked } = data;
  if (sample.status !== 'none') {
    const { seed, size, districtTenantId, year, campaignId } = sample.content;
    const same = sameData({ seed, size, districtTenantId, year, campaignId }, { seed: asked.seed, size: asked.size, districtTenantId: asked.districtTenantId, year: asked.year, campaignId: asked.campaignId });
    return same ? [] : refuse('sample-exists');
  }
  if (asked.seed.trim() === '') refuse('seed-required', 'seed');
  if (asked.size < 1 || asked.size > LARGEST_SAMPLE) refuse('sample-size', 'size', { limit: LARGEST_SAMPLE });
  if (population.length === 0) refuse('population-empty');
  const drawn = new Set(drawSample(asked.seed, asked.size, population.map(keyOfResult)));
  const results = population.filter((one) => drawn.has(keyOfResult(one))).sort((a, b) => (a.taskId < b.taskId ? -1 : 1));
  return [{ type: 'SampleDrawn', data: { ...asked, population: population.length, results } }];
};

const recheck = (said: RecheckResult['data'], sample: Sample, caller: Caller): readonly SampleEvent[] => {
  if (sample.status === 'none') return refuse('sample-not-drawn');
  if (!holdsOneOf(caller, rolesThatVerify)) refuse('role-cannot-verify');
  const result = sample.content.results.find(({ taskId }) => taskId === said.taskId) ?? refuse('not-in-sample', 'taskId', { task: said.taskId });
  if (caller.tenantId === sample.content.districtTenantId) refuse('verifier-interested');
  if (unitsActedFor(caller.unitId).some((unit) => result.interestedUnitIds.includes(unit))) refuse('verifier-interested');
  const earlier = sample.rechecks.find(({ taskId }) => taskId === said.taskId);
  if (earlier) return earlier.verdict === said.verdict ? [] : refuse('already-rechecked', 'taskId');
  if (said.finding.trim() === '') refuse('finding-required', 'finding');
  const rechecked: SampleEvent = { type: 'ResultRechecked', data: { ...said, unitId: caller.unitId } };
  const size = sample.content.results.length;
  if (sample.rechecks.length + 1 < size) return [rechecked];
  const failed = [...sample.rechecks, said].filter(({ verdict }) => verdict === 'failed').length;
  return [rechecked, { type: 'SampleConcluded', data: { failed, size, failureRate: failureRateOf(failed, size) ?? '0' } }];
};

const decide = (command: SampleCommand, sample: Sample, caller: Caller): readonly SampleEvent[] => {
  switch (command.type) {
    case 'DrawSample': return draw(command.data, sample);
    case 'RecheckResult': return recheck(command.data, sample, caller);
  }
};

const evolve = (sample: Sample, event: SampleEvent): Sample => {
  if (event.type === 'SampleDrawn') return { status: 'drawn', content: event.data, rechecks: [] };
  if (sample.status === 'none') return sample;
  switch (event.type) {
    case 'ResultRechecked': return { ...sample, rechecks: [...sample.rechecks, event.data] };
    case 'SampleConcluded': return { ...sample, status: 'concluded' };
  }
};

/** The district sees what was drawn of its own verification and what was found, and no other district does. */
export const sampleDecider: Decider<Sample, SampleCommand, SampleEvent> = {
  category: 'sample',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (sample) => (sample.status === 'none' ? [] : [sample.content.districtTenantId]),
};
