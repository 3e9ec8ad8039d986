import { specify } from '@zeren/kernel/testing';
import { aTaskPublished, DISTRICT, districtOffice } from '../testing/samples.js';
import { taskDecider } from './task.js';
import type { TaskEvent } from './task.events.js';
import { supportSum, type RecordSupportingProgress } from './task-support.js';
import type { SupportingProgressRecorded } from './task-support.events.js';

const task = specify(taskDecider);
const published = aTaskPublished({ supportingUnitIds: ['511902-water', '511902-health'] });
const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: DISTRICT } };
const given = (...events: TaskEvent[]) => task.given(published, accepted, ...events);
const unit = { ...districtOffice, unitId: '511902-water', roles: ['officer'] as const, now: '2013-06-20T02:00:00.000Z' };
const value = (amount: string) => [{ metric: 'value', value: amount, unit: '处' }];
const said = { year: 2013, values: value('10.5'), measuredOn: '2013-06-15', evidenceIds: [], note: '管网部分' };
const record = (change: Partial<RecordSupportingProgress['data']> = {}): RecordSupportingProgress => ({ type: 'RecordSupportingProgress', data: { ...said, ...change } });
const recorded = (entry = 1, change: Partial<SupportingProgressRecorded['data']> = {}): SupportingProgressRecorded =>
  ({ type: 'SupportingProgressRecorded', data: { entry, ...said, unitId: '511902-water', ...change } });
const correct = { type: 'CorrectSupportingProgress', data: { year: 2013, entry: 1, values: value('9'), reason: '重复计入' } } as const;
const corrected: TaskEvent = { type: 'SupportingProgressCorrected', data: { ...correct.data, unitId: '511902-water' } };

describe('supporting progress', () => {
  it('is recorded by a supporting unit as its own, between acceptance and report', () => {
    given().when(record(), unit).then(recorded());
    given(recorded()).when(record(), unit).then();
    given(recorded()).when(record(), { ...unit, unitId: '511902-health' }).then(recorded(2, { unitId: '511902-health' }));
    task.given(published).when(record(), unit).thenRefused('task-not-accepted');
    given().when(record({ values: [] }), unit).thenRefused('progress-without-value', 'values');
    given().when(record({ measuredOn: '2013-06-21' }), unit).thenRefused('measured-in-future', 'measuredOn');
  });

  it('is recorded by no unit that does not support the task, the lead included', () => {
    for (const unitId of ['511902-creation-office', '511902-forestry']) given().when(record(), { ...unit, unitId }).thenRefused('not-supporting');
    given().when(record(), { ...unit, roles: ['inspector'] }).thenRefused('role-cannot-act');
  });

  it('is corrected by its own unit with a further event; the entry stays as it was', () => {
    given(recorded()).when(correct, unit).then(corrected);
    given(recorded(), corrected).when(correct, unit).then();
    given(recorded()).when(correct, { ...unit, unitId: '511902-health' }).thenRefused('entry-of-another', 'entry');
    given(recorded()).when({ ...correct, data: { ...correct.data, reason: '' } }, unit).thenRefused('reason-required', 'reason');
    given().when(correct, unit).thenRefused('entry-unknown', 'entry');
  });

  it('is summed exactly over the supporting units, apart from the lead\'s own progress', () => {
    const lead: TaskEvent = { type: 'ProgressRecorded', data: { ...said, entry: 1, values: value('30'), unitId: '511902-creation-office' } };
    const state = given(lead, recorded(), corrected, recorded(2, { values: value('11.1') }), recorded(3, { unitId: '511902-health', values: value('0.2') })).state();
    const year = state.status === 'unpublished' ? undefined : state.years[0];
    expect(year?.progress.map(({ values }) => values)).toEqual([value('30')]);
    expect(year && supportSum(year, published.data.metrics)).toEqual(value('11.3'));
    const level = published.data.metrics.map((metric) => ({ ...metric, distribution: 'threshold' as const }));
    expect(year && supportSum(year, level)).toEqual([]);
  });
});
