import { fold } from '@zeren/kernel';
import { specify } from '@zeren/kernel/testing';
import type { SplitEvent, SplitRow } from './split.events.js';
import { splitDecider } from './split.js';
import { rowsOf, type PublishedSplit } from './split-state.js';
import { planOf } from './split-tasks.js';
import type { TaskRevised } from '../task/task-revision.events.js';
import { taskDecider } from '../task/task.js';
import type { TaskEvent } from '../task/task.events.js';
import type { PublishedTask } from '../task/task-state.js';
import { aCitySplit, aCycle, aDistrictRow, annualTargetsOf, aTaskPublished, CITY, cityFacts, cityOffice, DISTRICT, OTHER_DISTRICT, SPLIT, taskNamed } from '../testing/samples.js';

const split = specify(splitDecider);
const THIRD = '511904';
const facts = { ...cityFacts, campaigns: cityFacts.campaigns.map((campaign) => ({ ...campaign, participantTenantIds: [DISTRICT, OTHER_DISTRICT, THIRD] })) };
const document = '批文〔2014〕2号';

const first: SplitEvent[] = [
  { type: 'SplitDrafted', data: { title: { zh: '任务分解', en: 'Split' }, cycle: aCycle, deepestLevel: 3 } },
  { type: 'SplitRowsAdded', data: { part: 1, rows: aCitySplit() } },
  { type: 'SplitApproved', data: { document: '批文〔2013〕1号', rows: 3, hash: 'h' } },
  { type: 'SplitPublished', data: { rows: 3, hash: 'h', chainTenantIds: [], parents: [] } },
];
const begun: SplitEvent = { type: 'SplitRevisionBegun', data: { version: 2, reason: '区划调整' } };
const added = (rows: readonly SplitRow[]): SplitEvent => ({ type: 'SplitRowsAdded', data: { part: 1, rows } });
const checked = (rows: number) => ({ rows, hash: 'h2', facts, standing: [] });
const approval = (rows: number): SplitEvent => ({ type: 'SplitApproved', data: { document, rows, hash: 'h2' } });
const publication = (rows: number): SplitEvent => ({ type: 'SplitPublished', data: { rows, hash: 'h2', chainTenantIds: [], parents: [], version: 2 } });

/** Bazhou gets 70.25 instead of 60.25; the other district's row goes to a third. */
const moved = (): SplitRow[] => [
  aCitySplit()[0] as SplitRow,
  aDistrictRow(DISTRICT, { weight: '60.5', annualTargets: annualTargetsOf('70.25') }),
  aDistrictRow(THIRD, { weight: '39.5', annualTargets: annualTargetsOf('29.75') }),
];

describe('the revision of a published split', () => {
  it('asks for a reason, and drafts the next version from nothing while the one in force stays', () => {
    split.given(...first).when({ type: 'ReviseSplit', data: { reason: '区划调整' } }).then(begun);
    split.given(...first, begun).when({ type: 'ReviseSplit', data: { reason: '区划调整' } }).then();
    split.given(...first).when({ type: 'ReviseSplit', data: { reason: ' ' } }).thenRefused('reason-required', 'reason');
    const state = split.given(...first, begun).state();
    expect(state).toMatchObject({ status: 'drafted', version: 2, reason: '区划调整', previous: { status: 'published', version: 1 } });
    expect(rowsOf(state)).toEqual([]);
  });

  it('is of a published split alone, and one at a time', () => {
    split.given().when({ type: 'ReviseSplit', data: { reason: 'r' } }).thenRefused('split-not-drafted');
    split.given(...first.slice(0, 3)).when({ type: 'ReviseSplit', data: { reason: 'r' } }).thenRefused('split-not-published');
    split.given(...first, begun).when({ type: 'ReviseSplit', data: { reason: 'another' } }).thenRefused('split-being-revised', 'reason');
  });

  it('is approved under a document of its own and published as the next version', () => {
    split.given(...first, begun, added(moved())).when({ type: 'ApproveSplit', data: { ...checked(3), document } }).then(approval(3));
    split.given(...first, begun, added(moved()), approval(3)).when({ type: 'PublishSplit', data: checked(3) }).then(publication(3));
  });

  it('keeps to every rule of a split', () => {
    const off = moved().map((row) => (row.unitId === DISTRICT ? { ...row, annualTargets: annualTargetsOf('70') } : row));
    split.given(...first, begun, added(off)).when({ type: 'ApproveSplit', data: { ...checked(3), document } }).thenRefused('shares-differ');
  });

  it('that is dropped, with a reason, leaves the version in force', () => {
    const dropped: SplitEvent = { type: 'SplitRevisionDropped', data: { version: 2, reason: '不再需要' } };
    split.given(...first, begun, added(moved())).when({ type: 'DropRevision', data: { reason: '不再需要' } }).then(dropped);
    split.given(...first).when({ type: 'DropRevision', data: { reason: '不再需要' } }).then();
    split.given(...first.slice(0, 2)).when({ type: 'DropRevision', data: { reason: 'r' } }).thenRefused('no-revision');
    expect(split.given(...first, begun, added(moved()), dropped).state()).toEqual(split.given(...first).state());
  });

  it('of a settled task is refused: its row is kept as it is', () => {
    const settled = (key: string) => ({ type: 'ApproveSplit', data: { ...checked(3), standing: [{ key, hasEnded: true, isSplitFurther: false }], document } }) as const;
    const changedKey = `ENV-01-01~${DISTRICT}`;
    const removedKey = `ENV-01-01~${OTHER_DISTRICT}`;
    split.given(...first, begun, added(moved())).when(settled(changedKey)).thenRefused('row-settled', `rows[${changedKey}].key`);
    split.given(...first, begun, added(moved())).when(settled(removedKey)).thenRefused('row-settled', `rows[${removedKey}].key`);
    split.given(...first, begun, added(moved())).when(settled('ENV-01-01')).then(approval(3));
  });

  it('of a task that was split further changes its target, but neither removes it nor gives it to another', () => {
    const further = (key: string) => ({ type: 'ApproveSplit', data: { ...checked(3), standing: [{ key, hasEnded: false, isSplitFurther: true }], document } }) as const;
    split.given(...first, begun, added(moved())).when(further(`ENV-01-01~${DISTRICT}`)).then(approval(3));
    split.given(...first, begun, added(moved())).when(further(`ENV-01-01~${OTHER_DISTRICT}`)).thenRefused('row-split-further');
  });

  it('carries the same unit and indicator with an unchanged metric over; ends what was removed; publishes what is new', () => {
    const plan = planOf(CITY, SPLIT, fold(splitDecider, [...first, begun, added(moved()), approval(3), publication(3)]) as PublishedSplit);
    expect(plan.published.map(({ id }) => id)).toEqual([`${SPLIT}~2.ENV-01-01~${THIRD}`]);
    expect(plan.carried.map(({ id }) => id)).toEqual([`${SPLIT}.ENV-01-01`, `${SPLIT}.ENV-01-01~${DISTRICT}`]);
    expect(plan.carried[1]?.content).toMatchObject({ annualTargets: annualTargetsOf('70.25'), parentTaskId: `${CITY}_${SPLIT}.ENV-01-01` });
    expect(plan.removed).toEqual([`${SPLIT}.ENV-01-01~${OTHER_DISTRICT}`]);
  });

  it('under the same key with another metric is another task, which says whom it replaces; its children go on under it', () => {
    const [root, ...children] = aCitySplit() as [SplitRow, ...SplitRow[]];
    const rows = [root, ...children].map((row) => ({ ...row, metrics: row.metrics.map((metric) => (row === root ? { ...metric, unit: '公顷' } : metric)) }));
    const state = fold(splitDecider, [...first, begun, added(rows), approval(3), publication(3)]) as PublishedSplit;
    const plan = planOf(CITY, SPLIT, state);
    expect(plan.published.map(({ id, event }) => [id, event.data.replaces])).toEqual([[`${SPLIT}~2.ENV-01-01`, `${CITY}_${SPLIT}.ENV-01-01`]]);
    expect(plan.carried[0]?.content.parentTaskId).toBe(`${CITY}_${SPLIT}~2.ENV-01-01`);
    expect(plan.removed).toEqual([`${SPLIT}.ENV-01-01`]);
  });

  it('is told as carried out once', () => {
    const done: SplitEvent = { type: 'SplitRevisionCarriedOut', data: { version: 2, published: 1, revised: 1, closed: 1, kept: 1 } };
    const before = [...first, begun, added(moved()), approval(3), publication(3)];
    split.given(...before).when({ type: 'CarryOutRevision', data: done.data }).then(done);
    split.given(...before, done).when({ type: 'CarryOutRevision', data: done.data }).then();
  });
});

describe('the publication of a split', () => {
  const stopped: SplitEvent = { type: 'SplitPublicationStopped', data: { reason: '核对名单' } };

  it('is halted with a reason and goes on when told so', () => {
    split.given(...first).when({ type: 'StopPublication', data: { reason: '核对名单' } }).then(stopped);
    split.given(...first, stopped).when({ type: 'StopPublication', data: { reason: '核对名单' } }).then();
    split.given(...first).when({ type: 'StopPublication', data: { reason: '' } }).thenRefused('reason-required', 'reason');
    split.given(...first, stopped).when({ type: 'ResumePublication', data: {} }).then({ type: 'SplitPublicationResumed', data: {} });
    split.given(...first).when({ type: 'ResumePublication', data: {} }).then();
    split.given(...first.slice(0, 3)).when({ type: 'StopPublication', data: { reason: 'r' } }).thenRefused('split-not-published');
  });

  it('that is halted is not revised', () => {
    split.given(...first, stopped).when({ type: 'ReviseSplit', data: { reason: 'r' } }).thenRefused('publication-stopped');
  });
});

describe('a task whose split is revised', () => {
  const task = specify(taskDecider);
  const published = aTaskPublished();
  const { objection: _, replaces: __, ...content } = published.data;
  const terms = { ...content, annualTargets: annualTargetsOf('70.25') };
  const said = { version: 2, reason: '区划调整', document };
  const carry = { type: 'CarryRevision', data: { ...said, content: terms } } as const;
  const revised: TaskRevised = { type: 'TaskRevised', data: { ...said, content: terms, droppedYears: [] } };
  const reported: TaskEvent = {
    type: 'ResultReported',
    data: { year: 2013, values: [{ metric: 'value', value: '60.25', unit: '处' }], measuredOn: '2013-12-15', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: DISTRICT, note: '' },
  };
  const verified: TaskEvent = { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: '511900-supervision-office', finding: '属实' } };
  const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: DISTRICT } };

  it('has its new target, and keeps what was reported', () => {
    task.given(published, accepted, reported, verified).when(carry, cityOffice).then(revised);
    const state = task.given(published, accepted, reported, verified, revised).state() as PublishedTask;
    expect(state.years[0]).toMatchObject({ year: 2013, status: 'verified', values: [{ value: '60.25' }], targets: [{ value: '70.25' }] });
    expect(state.status).toBe('accepted');
  });

  it('is told once', () => {
    task.given(published, revised).when(carry, cityOffice).then();
    task.given(published).when({ ...carry, data: { ...carry.data, content } }, cityOffice).then();
  });

  it('with more time is no longer overdue', () => {
    const late: TaskEvent = { type: 'TaskMarkedOverdue', data: { year: 2013, dueAt: '2013-12-31T15:59:59.000Z' } };
    const longer = { ...revised, data: { ...revised.data, content: { ...terms, annualTargets: terms.annualTargets.map((annual) => ({ ...annual, dueAt: '2014-06-30T15:59:59.000Z' })) } } };
    expect((task.given(published, accepted, late, longer).state() as PublishedTask).years[0]?.status).toBe('pending');
    expect((task.given(published, accepted, late, revised).state() as PublishedTask).years[0]?.status).toBe('overdue');
  });

  it('loses a year nobody reported on, never one with a result; and is done when only verified years are left', () => {
    const only2014 = { ...carry, data: { ...carry.data, content: { ...terms, annualTargets: annualTargetsOf('70.25', [2014]) } } };
    expect(task.given(published, accepted, reported).when(only2014, cityOffice).outcome()[0]?.data).toMatchObject({ droppedYears: [] });
    const only2013 = { ...carry, data: { ...carry.data, content: { ...terms, annualTargets: annualTargetsOf('70.25', [2013]) } } };
    const outcome = task.given(published, accepted, reported, verified).when(only2013, cityOffice).outcome();
    expect(outcome.map(({ type }) => type)).toEqual(['TaskRevised', 'TaskCompleted']);
    expect((task.given(published, accepted, reported, verified, ...outcome).state() as PublishedTask).years.map(({ year }) => year)).toEqual([2013]);
  });

  it('and whose row was removed ends closed without completion, with the reason, and stands in that register', () => {
    task.given(published, accepted).when({ type: 'CarryRevision', data: { ...said, content: null } }, cityOffice).then(
      { type: 'ExceptionRequested', data: { number: 1, kind: 'closure', year: null, until: null, explainedTo: null, reason: '区划调整', unitId: cityOffice.unitId, task: taskNamed } },
      { type: 'ExceptionGranted', data: { number: 1, kind: 'closure', reason: document, unitId: cityOffice.unitId } },
      { type: 'TaskClosed', data: { number: 1, reason: '区划调整' } },
    );
  });

  it('and that ended before stays as it ended', () => {
    const closed: TaskEvent = { type: 'TaskClosed', data: { number: 1, reason: '未获批准' } };
    task.given(published, closed).when(carry, cityOffice).then();
  });

  it('is revised by the tenant that dispatched it alone', () => {
    task.given(published).when(carry, { tenantId: DISTRICT }).thenRefused('not-the-dispatcher');
  });
});
