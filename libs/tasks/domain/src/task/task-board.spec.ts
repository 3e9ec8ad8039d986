import type { EventMetadata, RecordedEvent } from '@zeren/kernel';
import { fold } from '@zeren/kernel';
import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { lampOf } from './lamp.js';
import { taskBoard, taskOf, type TaskRow } from './task-board.js';
import type { TaskEvent } from './task.events.js';
import { taskDecider } from './task.js';
import { anObjectionRule, aTaskPublished, CITY, DISTRICT, SPLIT, taskNamed } from '../testing/samples.js';

const board = specifyProjection(taskBoard);
const ID = `${SPLIT}.ENV-01-01~${DISTRICT}`;

/** The events of the district's task, as recorded one after the other. */
const told = (...events: TaskEvent[]): RecordedEvent<TaskEvent>[] => {
  const metadata: Partial<EventMetadata> = { sharedWith: [DISTRICT], occurredAt: '2013-03-01T02:00:00.000Z' };
  return events.map((event, revision) => recorded(event, { stream: `task-${CITY}_${ID}`, revision, metadata }));
};

const published = aTaskPublished();
const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: DISTRICT } };
const reported = (year: number, late = false): TaskEvent => ({
  type: 'ResultReported',
  data: { year, values: [{ metric: 'value', value: '120', unit: '处' }], measuredOn: `${year}-12-15`, dueAt: `${year}-12-31T15:59:59.000Z`, late, attempt: 1, reportingUnitId: DISTRICT, note: '' },
});
const verified = (year: number): TaskEvent => ({ type: 'ResultVerified', data: { year, verifyingUnitId: '511900-supervision-office', finding: '属实' } });
const rejected: TaskEvent = { type: 'ResultRejected', data: { year: 2013, verifyingUnitId: '511900-supervision-office', finding: '不实', rework: 1 } };
const overdue: TaskEvent = { type: 'TaskMarkedOverdue', data: { year: 2013, dueAt: '2013-12-31T15:59:59.000Z' } };

const cityRow = (...events: TaskEvent[]): TaskRow => board.given(...told(...events)).rows()[0] as TaskRow;

describe('the task board', () => {
  it('has a row for each reader, and only the reader to whom the work came sees it as the top', () => {
    const rows = board.given(...told(published)).rows();
    expect(rows.map(({ readerTenantId, ownerTenantId, id, isTop }) => [readerTenantId, ownerTenantId, id, isTop]))
      .toEqual([[CITY, CITY, ID, false], [DISTRICT, CITY, ID, true]]);
  });

  it('shows the units it descends from, what is due next, and when to look', () => {
    expect(cityRow(published)).toMatchObject({
      unitPath: '/511900-health/511902/', searchText: '公共绿地 public green space env-01-01', status: 'published', acceptedAt: null,
      nextDueAt: '2013-12-31T15:59:59.000Z', awaitingDueAt: null, overdueYears: 0, rejectedYears: 0, firstYear: 2013, lastYear: 2014, revision: 0,
    });
  });

  it.each<[string, TaskEvent[], Partial<TaskRow>]>([
    ['accepted', [accepted], { acceptedAt: '2013-03-01T02:00:00.000Z', nextDueAt: '2013-12-31T15:59:59.000Z' }],
    ['reported', [accepted, reported(2013, true)], { nextDueAt: '2014-12-31T15:59:59.000Z', awaitingDueAt: '2013-12-31T15:59:59.000Z', lateReports: 1 }],
    ['rejected', [accepted, reported(2013), rejected], { rejectedYears: 1, reworks: 1, awaitingDueAt: null, nextDueAt: '2014-12-31T15:59:59.000Z' }],
    ['overdue', [accepted, overdue], { overdueYears: 1, nextDueAt: '2014-12-31T15:59:59.000Z' }],
    ['verified', [accepted, reported(2013), verified(2013)], { nextDueAt: '2014-12-31T15:59:59.000Z', awaitingDueAt: null }],
    ['done', [accepted, reported(2013), verified(2013), reported(2014), verified(2014), { type: 'TaskCompleted', data: { outcome: 'done' } }], { nextDueAt: null }],
  ])('a task stands as %s', (status, events, said) => {
    expect(cityRow(published, ...events)).toMatchObject({ status, revision: events.length, ...said });
  });

  const asked: TaskEvent = {
    type: 'ExceptionRequested',
    data: { number: 1, kind: 'deferral', year: 2013, until: '2014-03-31T15:59:59.000Z', explainedTo: null, reason: '受灾', unitId: DISTRICT, task: taskNamed },
  };
  const deferred: TaskEvent = { type: 'ResultDeferred', data: { number: 1, year: 2013, until: '2014-03-31T15:59:59.000Z' } };
  const objected: TaskEvent = { type: 'ObjectionRaised', data: { round: 1, reason: '不属本区', unitId: DISTRICT, task: taskNamed } };
  const flagged: TaskEvent = { type: 'FalseReportFlagged', data: { year: 2013, attempt: 1, finding: '没有', flaggingUnitId: CITY, count: 1 } };

  it('marks what is asked for and what was granted, apart from where the task stands', () => {
    expect(cityRow(published, accepted, asked)).toMatchObject({ status: 'accepted', awaitsAnswer: true, exceptions: [{ kind: 'deferral', status: 'requested' }] });
    const granted: TaskEvent = { type: 'ExceptionGranted', data: { number: 1, kind: 'deferral', reason: '同意', unitId: CITY } };
    expect(cityRow(published, accepted, asked, granted, deferred)).toMatchObject({
      status: 'deferred', awaitsAnswer: false, deferredYears: 1, nextDueAt: '2014-03-31T15:59:59.000Z', exceptions: [{ kind: 'deferral', status: 'granted' }],
    });
  });

  it('shows until when the unit may object, and that it did', () => {
    const open = aTaskPublished({ objection: anObjectionRule });
    expect(cityRow(open)).toMatchObject({ objectionUntil: '2013-03-08', status: 'published', awaitsAnswer: false });
    expect(cityRow(open, objected)).toMatchObject({ status: 'objected', awaitsAnswer: true });
    const successor = { unitId: '511903', unitTenantId: '511903', accountablePostId: '511903.head' };
    expect(cityRow(open, objected, { type: 'TaskWithdrawn', data: { reason: '同意', successor } })).toMatchObject({ status: 'withdrawn', successor, objectionUntil: null, nextDueAt: null });
  });

  it.each<[TaskRow['status'], TaskEvent]>([
    ['explained', { type: 'TaskExplained', data: { number: 1, reason: '条件不具备', explainedTo: '来信群众' } }],
    ['closed', { type: 'TaskClosed', data: { number: 1, reason: '未完成' } }],
    ['returned', { type: 'TaskReturned', data: { number: 1, reason: '不属本区', successor: null } }],
    ['voided', { type: 'TaskVoided', data: { number: 1, reason: '指标取消' } }],
    ['withdrawn', { type: 'TaskWithdrawn', data: { reason: '同意', successor: null } }],
  ])('keeps the end "%s" apart from every other, with nothing left due and its lamp out', (status, end) => {
    const row = cityRow(published, accepted, overdue, end);
    expect(row).toMatchObject({ status, nextDueAt: null, overdueYears: 0, awaitsAnswer: false });
    expect(lampOf(row, '2014-06-01T00:00:00.000Z')).toBe('grey');
  });

  it('counts false reports apart from rework', () => {
    expect(cityRow(published, accepted, reported(2013), verified(2013), flagged)).toMatchObject({ status: 'rejected', falseReports: 1, reworks: 0 });
  });

  it('the worst of the years is where the task stands', () => {
    expect(cityRow(published, accepted, reported(2014), overdue).status).toBe('overdue');
    expect(cityRow(published, accepted, reported(2014), verified(2014), reported(2013)).status).toBe('reported');
  });

  it('a reader who was not told of the task has no row of what follows', () => {
    expect(board.given(...told(published, accepted).slice(1)).rows()).toEqual([]);
  });

  it.each([[[]], [[accepted]], [[accepted, reported(2013), rejected]], [[accepted, reported(2013), verified(2013), reported(2014), verified(2014), { type: 'TaskCompleted', data: { outcome: 'done' } } as TaskEvent]],
    [[accepted, asked, deferred]], [[objected]], [[accepted, reported(2013), verified(2013), flagged]]])(
    'gives back the state to decide on: %#', (events) => {
      expect(taskOf(cityRow(published, ...events))).toEqual(fold(taskDecider, [published, ...events]));
    },
  );
});
