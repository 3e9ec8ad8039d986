import { specify } from '@zeren/kernel/testing';
import { taskDecider } from './task.js';
import type { RequestException } from './task-exception.js';
import type { ExceptionGranted, ExceptionKind, ExceptionRequested, TaskExceptionEvent } from './task-exception.events.js';
import type { TaskEvent } from './task.events.js';
import { aTaskPublished, cityOffice, DISTRICT, districtOffice, takingBack, taskNamed } from '../testing/samples.js';

const task = specify(taskDecider);
const DUE = '2013-12-31T15:59:59.000Z';
const LATEST = '2014-06-30T15:59:59.000Z';
const begun: TaskEvent[] = [aTaskPublished(), { type: 'TaskAccepted', data: { unitId: DISTRICT } }];
const given = (...events: TaskEvent[]) => task.given(...begun, ...events);
const unit = { ...districtOffice, now: '2013-12-20T02:00:00.000Z' };
const owner = { ...cityOffice, now: '2013-12-21T02:00:00.000Z' };

const ask = (kind: ExceptionKind, said: Partial<RequestException['data']> = {}): RequestException => ({
  type: 'RequestException', data: { kind, year: null, until: null, explainedTo: null, reason: '受灾', latest: LATEST, ...said },
});
const askTime = (kind: 'extension' | 'deferral', until = '2014-03-31', year = 2013) => ask(kind, { year, until });
const asked = (kind: ExceptionKind, said: Partial<ExceptionRequested['data']> = {}): ExceptionRequested => ({
  type: 'ExceptionRequested',
  data: { number: 1, kind, year: null, until: null, explainedTo: null, reason: '受灾', unitId: '511902-creation-office', task: taskNamed, ...said },
});
const askedTime = (kind: 'extension' | 'deferral') => asked(kind, { year: 2013, until: '2014-03-31T15:59:59.000Z' });
const decide = (decision: 'granted' | 'refused', said: Partial<typeof takingBack & { number: number; reason: string }> = {}) =>
  ({ type: 'DecideException', data: { ...takingBack, number: 1, decision, reason: '情况属实', ...said } }) as const;
const granted = (kind: ExceptionKind): ExceptionGranted => ({ type: 'ExceptionGranted', data: { number: 1, kind, reason: '情况属实', unitId: '511900-creation-office' } });
const reported: TaskEvent = {
  type: 'ResultReported',
  data: { year: 2013, values: [{ metric: 'value', value: '1', unit: '处' }], measuredOn: '2013-12-15', dueAt: DUE, late: false, attempt: 1, reportingUnitId: DISTRICT, note: '' },
};
const overdue: TaskEvent = { type: 'TaskMarkedOverdue', data: { year: 2013, dueAt: DUE } };
const report = { type: 'ReportResult', data: { year: 2013, values: [{ metric: 'value', value: '1', unit: '处' }], measuredOn: '2013-12-15', note: '' } } as const;
const mark = { type: 'MarkOverdue', data: { year: 2013 } } as const;

describe('a request out of the ordinary', () => {
  it('has a reason, and is made by the lead unit of an open task', () => {
    given().when(askTime('extension'), unit).then(askedTime('extension'));
    given().when(ask('return', { reason: '' }), unit).thenRefused('reason-required', 'reason');
    given().when(ask('return'), owner).thenRefused('not-the-lead');
    given(asked('voiding'), granted('voiding'), { type: 'TaskVoided', data: { number: 1, reason: '情况属实' } }).when(ask('closure'), unit).thenRefused('task-ended');
  });

  it('again changes nothing; a second of its kind waits for the answer', () => {
    given(askedTime('extension')).when(askTime('extension'), unit).then();
    given(askedTime('extension')).when(askTime('extension', '2014-04-30'), unit).thenRefused('request-pending');
    expect(given(askedTime('extension')).when(askTime('deferral'), unit).outcome()).toHaveLength(1);
  });

  it('is decided with a reason by the task\'s owner, once, and by nobody who asked for it', () => {
    given(asked('closure')).when(decide('refused'), owner).then({ type: 'ExceptionRefused', data: granted('closure').data });
    given(asked('closure')).when(decide('refused', { reason: ' ' }), owner).thenRefused('reason-required');
    given(asked('closure')).when(decide('refused', { number: 2 }), owner).thenRefused('request-unknown');
    given(asked('closure')).when(decide('granted'), unit).thenRefused('not-the-dispatcher');
    given(asked('voiding', { unitId: '511900-creation-office' })).when(decide('granted'), owner).thenRefused('answers-own-request');
    const refused: TaskExceptionEvent = { type: 'ExceptionRefused', data: granted('closure').data };
    given(asked('closure'), refused).when(decide('refused'), owner).then();
    given(asked('closure'), refused).when(decide('granted'), owner).thenRefused('request-decided');
  });
});

describe('an extension', () => {
  const extended: TaskEvent = { type: 'DueDateExtended', data: { number: 1, year: 2013, until: '2014-03-31T15:59:59.000Z', earlier: DUE } };

  it('is asked for before expiry, to a later day within the parent\'s deadline', () => {
    given().when(askTime('extension'), { ...unit, now: DUE }).then(askedTime('extension'));
    given().when(askTime('extension'), { ...unit, now: '2013-12-31T15:59:59.001Z' }).thenRefused('asked-after-expiry', 'year');
    given(overdue).when(askTime('extension'), unit).thenRefused('asked-after-expiry', 'year');
    given().when(askTime('extension', '2013-12-31'), unit).thenRefused('date-not-later', 'until');
    given().when(askTime('extension', '2014-07-01'), unit).thenRefused('extension-outside-parent', 'until');
    given().when(askTime('extension', '2014-02-30'), unit).thenRefused('date-invalid', 'until');
    given(reported).when(askTime('extension'), unit).thenRefused('result-awaits-verification');
  });

  it('when granted moves what is due: a report by then is in time', () => {
    given(askedTime('extension')).when(decide('granted'), owner).then(granted('extension'), extended);
    const [said] = given(extended).when(report, { ...unit, now: '2014-03-30T02:00:00.000Z' }).outcome();
    expect(said?.data).toMatchObject({ late: false, dueAt: '2014-03-31T15:59:59.000Z' });
    given(extended).when(mark, { ...owner, now: '2014-01-02T00:00:00.000Z' }).thenRefused('not-due-yet');
    given(extended).when(mark, { ...owner, now: '2014-04-01T00:00:00.000Z' }).then({ type: 'TaskMarkedOverdue', data: { year: 2013, dueAt: '2014-03-31T15:59:59.000Z' } });
  });

  it('asked for in time but granted after expiry ends being overdue', () => {
    expect(given(askedTime('extension'), overdue, granted('extension'), extended).state()).toMatchObject({ years: [{ status: 'pending' }, {}] });
  });
});

describe('a deferral', () => {
  it('when granted stops the clock until its day', () => {
    const deferred: TaskEvent = { type: 'ResultDeferred', data: { number: 1, year: 2013, until: '2014-03-31T15:59:59.000Z' } };
    given(askedTime('deferral')).when(decide('granted'), owner).then(granted('deferral'), deferred);
    given(deferred).when(mark, { ...owner, now: '2014-03-31T15:59:59.000Z' }).thenRefused('not-due-yet');
    expect(given(deferred).when(mark, { ...owner, now: '2014-04-01T00:00:00.000Z' }).outcome()).toHaveLength(1);
  });
});

describe('a return', () => {
  it('gives the task back, to be dispatched to another unit or to none', () => {
    given(asked('return')).when(decide('granted'), owner).then(granted('return'), { type: 'TaskReturned', data: { number: 1, reason: '情况属实', successor: null } });
    given(asked('return')).when(decide('granted', { hasChildren: true }), owner).thenRefused('task-already-split');
    given(reported).when(ask('return'), unit).thenRefused('result-already-reported');
    given(asked('return'), reported).when(decide('granted'), owner).thenRefused('result-already-reported');
  });
});

describe('a voiding', () => {
  it('can be asked for by either side, and ends the task: no clock marks it', () => {
    const voided: TaskEvent = { type: 'TaskVoided', data: { number: 1, reason: '情况属实' } };
    expect(given().when(ask('voiding'), owner).outcome()).toHaveLength(1);
    given(asked('voiding')).when(decide('granted'), owner).then(granted('voiding'), voided);
    given(asked('voiding')).when(decide('granted', { hasChildren: true }), owner).thenRefused('task-already-split');
    given(voided).when(mark, { ...owner, now: '2014-04-01T00:00:00.000Z' }).then();
    given(voided).when(report, unit).thenRefused('task-ended');
  });
});

describe('the ends of a task', () => {
  it('explained: it cannot be done now, those who asked were told, the owner agrees', () => {
    given().when(ask('explanation'), unit).thenRefused('explained-to-whom', 'explainedTo');
    given().when(ask('explanation', { explainedTo: '来信群众' }), unit).then(asked('explanation', { explainedTo: '来信群众' }));
    given(asked('explanation', { explainedTo: '来信群众' })).when(decide('granted'), owner)
      .then(granted('explanation'), { type: 'TaskExplained', data: { number: 1, reason: '受灾', explainedTo: '来信群众' } });
  });

  it('closed without completion: with its reason and the owner\'s approval', () => {
    given(asked('closure')).when(decide('granted'), owner).then(granted('closure'), { type: 'TaskClosed', data: { number: 1, reason: '受灾' } });
  });

  it('wait until what is reported has been verified', () => {
    given(reported).when(ask('closure'), unit).thenRefused('result-awaits-verification');
    given(asked('closure'), reported).when(decide('granted'), owner).thenRefused('result-awaits-verification');
  });

  it('are never merged: each leaves a state of its own', () => {
    const ends: TaskEvent[] = [
      { type: 'TaskCompleted', data: { outcome: 'done' } }, { type: 'TaskExplained', data: { number: 1, reason: '', explainedTo: '' } },
      { type: 'TaskClosed', data: { number: 1, reason: '' } }, { type: 'TaskReturned', data: { number: 1, reason: '', successor: null } },
      { type: 'TaskVoided', data: { number: 1, reason: '' } }, { type: 'TaskWithdrawn', data: { reason: '', successor: null } },
    ];
    expect(ends.map((end) => given(end).state().status)).toEqual(['done', 'explained', 'closed', 'returned', 'voided', 'withdrawn']);
  });
});
