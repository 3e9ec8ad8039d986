import type { EventMetadata } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { failureRatesOf, sampleRegister } from './sample-register.js';
import { keyOfResult, sampleDecider, type DrawSample } from './sample.js';
import type { ResultRechecked, SampleConcluded, SampleDrawn, SampledResult, SampleEvent } from './sample.events.js';
import { CITY, DISTRICT } from '../testing/samples.js';
import { drawSample } from './draw-sample.js';

const sample = specify(sampleDecider);
const result = (index: number): SampledResult => ({
  taskId: `${DISTRICT}_s.r${index}`, year: 2013, name: { zh: '公厕', en: 'Toilets' }, indicatorCode: 'CLN-01-01', unitId: `51190200${index}`,
  interestedUnitIds: [`51190200${index}`, DISTRICT, '511900-health'],
});
const population = [0, 1, 2, 3, 4, 5, 6, 7].map(result);
const asked = { districtTenantId: DISTRICT, campaignId: null, year: 2013, seed: '2013-12-31 开奖号', size: 2, populationHash: 'h' };
const draw = (said: Partial<DrawSample['data']> = {}): DrawSample => ({ type: 'DrawSample', data: { ...asked, population, ...said } });
const drawnKeys = drawSample(asked.seed, 2, population.map(keyOfResult));
const results = population.filter((one) => drawnKeys.includes(keyOfResult(one)));
const [first, second] = results as [SampledResult, SampledResult];
const drawn: SampleDrawn = { type: 'SampleDrawn', data: { ...asked, population: 8, results } };
const inspector = { tenantId: CITY, unitId: '511900-supervision-office', roles: ['inspector'] as const };
const recheck = (taskId: string, verdict: 'held' | 'failed' = 'held', finding = '现场核对') => ({ type: 'RecheckResult', data: { taskId, verdict, finding } }) as const;
const rechecked = (taskId: string, verdict: 'held' | 'failed' = 'held'): ResultRechecked =>
  ({ type: 'ResultRechecked', data: { taskId, verdict, finding: '现场核对', unitId: '511900-supervision-office' } });
const concluded: SampleConcluded = { type: 'SampleConcluded', data: { failed: 1, size: 2, failureRate: '50.00' } };

describe('a sample of what a district verified', () => {
  it('is drawn with its seed, its size and its population on record', () => {
    sample.given().when(draw(), inspector).then(drawn);
    sample.given().when(draw({ population: [...population].reverse() }), inspector).then(drawn);
  });

  it('again changes nothing; drawn otherwise it is refused', () => {
    sample.given(drawn).when(draw(), inspector).then();
    sample.given(drawn).when(draw({ seed: 'x' }), inspector).thenRefused('sample-exists');
  });

  it('needs a seed, a size and a population', () => {
    sample.given().when(draw({ seed: ' ' }), inspector).thenRefused('seed-required', 'seed');
    sample.given().when(draw({ size: 501 }), inspector).thenRefused('sample-size', 'size');
    sample.given().when(draw({ population: [] }), inspector).thenRefused('population-empty');
  });
});

describe('a re-check', () => {
  it('is recorded with its finding; the last one concludes the sample with its failure rate', () => {
    sample.given(drawn).when(recheck(first.taskId), inspector).then(rechecked(first.taskId));
    sample.given(drawn, rechecked(first.taskId)).when(recheck(second.taskId, 'failed'), inspector).then(rechecked(second.taskId, 'failed'), concluded);
    sample.given(drawn).when(recheck(first.taskId, 'failed', ''), inspector).thenRefused('finding-required', 'finding');
  });

  it('is of a sampled result, once', () => {
    sample.given().when(recheck(first.taskId), inspector).thenRefused('sample-not-drawn');
    sample.given(drawn).when(recheck(`${DISTRICT}_s.other`), inspector).thenRefused('not-in-sample', 'taskId');
    sample.given(drawn, rechecked(first.taskId)).when(recheck(first.taskId), inspector).then();
    sample.given(drawn, rechecked(first.taskId)).when(recheck(first.taskId, 'failed'), inspector).thenRefused('already-rechecked', 'taskId');
  });

  it('is refused to the district, to every unit whose score rises with the result, and in other roles', () => {
    sample.given(drawn).when(recheck(first.taskId), { ...inspector, tenantId: DISTRICT, unitId: '511902-supervision-office' }).thenRefused('verifier-interested');
    sample.given(drawn).when(recheck(first.taskId), { ...inspector, unitId: '511900-health' }).thenRefused('verifier-interested');
    sample.given(drawn).when(recheck(first.taskId), { ...inspector, roles: ['city-office'] }).thenRefused('role-cannot-verify');
    expect(sample.given(drawn).when(recheck(first.taskId), { ...inspector, roles: ['assessor'] }).outcome()).toHaveLength(1);
  });
});

describe('the register of samples', () => {
  const metadata: Partial<EventMetadata> = { sharedWith: [DISTRICT], occurredAt: '2013-12-31T02:00:00.000Z' };
  const told = (...events: SampleEvent[]) => events.map((event, revision) => recorded(event, { stream: `sample-${CITY}_a`, revision, metadata }));
  const register = specifyProjection(sampleRegister);

  it('shows the city and the district the failure rate as it stands', () => {
    expect(register.given(...told(drawn)).rows().map(({ readerTenantId, failureRate }) => [readerTenantId, failureRate])).toEqual([[CITY, null], [DISTRICT, null]]);
    const [row] = register.given(...told(drawn, rechecked(first.taskId), rechecked(second.taskId, 'failed'), concluded)).rows();
    expect(row).toMatchObject({ status: 'concluded', checked: 2, failed: 1, failureRate: '50.00', population: 8, revision: 3 });
  });

  it('adds up what re-checks came to for each district and year, also of some tasks alone: those that count under one of the four integrations', () => {
    const of = (year: number, ...rechecks: ResultRechecked[]) => ({ districtTenantId: DISTRICT, year, results, rechecks: rechecks.map(({ data }) => data) });
    const samples = [of(2012), of(2013, rechecked(first.taskId), rechecked(second.taskId, 'failed')), of(2013, rechecked(first.taskId))];
    const line = { districtTenantId: DISTRICT, year: 2013, samples: 2, checked: 3, failed: 1, failureRate: '33.33' };
    expect(failureRatesOf(samples)).toEqual([line, { districtTenantId: DISTRICT, year: 2012, samples: 1, checked: 0, failed: 0, failureRate: null }]);
    expect(failureRatesOf(samples, (taskId) => taskId === first.taskId)[0]).toEqual({ ...line, checked: 2, failed: 0, failureRate: '0.00' });
    expect(failureRatesOf(samples, () => false)).toEqual([]);
  });
});
