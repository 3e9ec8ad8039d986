import { publicId } from '@zeren/kernel';
import { specify } from '@zeren/kernel/testing';
import type { CarryMapping } from './mapping-carry.js';
import type { TaskEvent } from '../task/task.events.js';
import { taskDecider } from '../task/task.js';
import { aTaskPublished, CITY, cityOffice, DISTRICT, taskNamed } from '../testing/samples.js';

const task = specify(taskDecider);
const published = aTaskPublished();
const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: DISTRICT } };
const move = { fromStandardId: publicId(CITY, 'ENV.v1'), toStandardId: publicId(CITY, 'ENV.v2'), reason: '新版取消', document: '批文〔2014〕2号' };
const carry = (indicatorCode: string | null): CarryMapping => ({ type: 'CarryMapping', data: { ...move, indicatorCode } });
const remapped: TaskEvent = { type: 'TaskRemapped', data: { ...move, indicatorCode: 'ENV-01-02' } };
const unitId = cityOffice.unitId;
const asked: TaskEvent = { type: 'ExceptionRequested', data: { number: 1, kind: 'voiding', year: null, until: null, explainedTo: null, reason: move.reason, unitId, task: taskNamed } };
const granted: TaskEvent = { type: 'ExceptionGranted', data: { number: 1, kind: 'voiding', reason: move.document, unitId } };
const voided: TaskEvent = { type: 'TaskVoided', data: { number: 1, reason: move.reason } };

describe('a task whose campaign moves to another version of its standard', () => {
  it('is void where its indicator ended, and stands in that register with the move’s reason and document', () => {
    task.given(published, accepted).when(carry(null), cityOffice).then(asked, granted, voided);
    task.given(published).when(carry(null), cityOffice).then(asked, granted, voided);
    expect(task.given(published, accepted, asked, granted, voided).state()).toMatchObject({ status: 'voided' });
  });

  it('goes on where its indicator changed, and says what it reads now and why', () => {
    task.given(published, accepted).when(carry('ENV-01-02'), cityOffice).then(remapped);
    expect(task.given(published, accepted, remapped).state()).toMatchObject({ status: 'accepted', remappings: [{ indicatorCode: 'ENV-01-02', reason: move.reason }] });
  });

  it('that the move reached already, or that had ended before, stays as it is', () => {
    task.given(published, accepted, remapped).when(carry('ENV-01-02'), cityOffice).then();
    task.given(published, accepted, asked, granted, voided).when(carry(null), cityOffice).then();
    task.given(published, accepted, { type: 'TaskCompleted', data: { outcome: 'done' } }).when(carry(null), cityOffice).then();
  });

  it('is moved by the owner of its campaign alone', () => {
    task.given(published).when(carry(null), { ...cityOffice, tenantId: DISTRICT }).thenRefused('not-the-dispatcher');
  });
});
