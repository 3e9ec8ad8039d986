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
import { anObjectionRule, aCitySplit, aCycle, aDistrictRow, annualTargetsOf, aTaskPublished, CITY, cityFacts, cityOffice, DISTRICT, districtOffice, OTHER_DISTRICT, SPLIT, taskNamed } from '../testing/samples.js';

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

  it('above is told to the split below, once for each version; it stays told when a draft below is dropped', () => {
    const data = { taskId: `${CITY}_above.ENV-01-01`, name: { zh: '公共绿地', en: 'Public green space' }, version: 2, reason: '目标调整' };
    const told: SplitEvent = { type: 'ParentTaskRevised', data };
    split.given(...first).when({ type: 'NoteParentRevision', data }).then(told);
    split.given(...first, told).when({ type: 'NoteParentRevision', data }).then();
    split.given(...first, begun, told, { type: 'SplitRevisionDropped', data: { version: 2, reason: 'r' } }).when({ type: 'NoteParentRevision', data }).then();
    split.given().when({ type: 'NoteParentRevision', data }).thenRefused('split-not-drafted');
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
  const rule = { ...anObjectionRule, until: '2014-01-27' };
  const anew = (objections: number, reports: number) => ({ ...rule, since: { objections, reports } });
  const carry = { type: 'CarryRevision', data: { ...said, content: terms, objection: rule } } as const;
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

  describe('to more than was asked before', () => {
    const less = { ...content, annualTargets: annualTargetsOf('50') };
    const askedFor = (before: typeof content, after: typeof content) => {
      const [event] = task.given({ ...published, data: before }).when({ type: 'CarryRevision', data: { ...said, content: after, objection: rule } }, cityOffice).outcome();
      return (event as TaskRevised).data.objection;
    };
    const earlier = (annuals: typeof content.annualTargets) => annuals.map((annual) => ({ ...annual, dueAt: annual.dueAt.replace('-12-31', '-11-30') }));

    it('may be objected to anew, for the working days of that day; to less or the same it may not', () => {
      expect(askedFor(less, terms)).toEqual(anew(0, 0));
      expect(askedFor(terms, less)).toBeUndefined();
      expect(askedFor(content, { ...content, annualTargets: earlier(content.annualTargets) })).toEqual(anew(0, 0));
      expect(askedFor({ ...content, annualTargets: earlier(content.annualTargets) }, content)).toBeUndefined();
      expect(askedFor(content, { ...content, weight: '50' })).toBeUndefined();
      expect(askedFor({ ...content, annualTargets: annualTargetsOf('100', [2013]) }, content)).toEqual(anew(0, 0));
    });

    it('is, for a limit, where the limit is lower', () => {
      const atMost = (value: string) => ({ ...content, metrics: content.metrics.map((metric) => ({ ...metric, direction: 'at-most' as const })), annualTargets: annualTargetsOf(value) });
      expect(askedFor(atMost('10'), atMost('9'))).toEqual(anew(0, 0));
      expect(askedFor(atMost('10'), atMost('11'))).toBeUndefined();
    });

    it('counts neither the objections nor the reports before it; a report since ends the time', () => {
      const refusedTwice: TaskEvent[] = [1, 2].flatMap((round): TaskEvent[] => [
        { type: 'ObjectionRaised', data: { round, reason: 'r', unitId: '511902-creation-office', task: taskNamed } },
        { type: 'ObjectionRefused', data: { round, reason: 'r', unitId: '511900-creation-office', nextUntil: round === 1 ? '2013-03-15' : null } },
      ]);
      const dispatched = { ...published, data: { ...published.data, objection: anObjectionRule } };
      const more: TaskRevised = { ...revised, data: { ...revised.data, objection: anew(2, 1) } };
      const objection = { type: 'RaiseObjection', data: { reason: '指标过高' } } as const;
      const at = { ...districtOffice, now: '2014-01-20T02:00:00.000Z' };
      const before = [dispatched, ...refusedTwice, accepted, reported, verified];
      task.given(...before).when(objection, at).thenRefused('objections-exhausted');
      expect(task.given(...before, more).when(objection, at).outcome()[0]).toMatchObject({ type: 'ObjectionRaised', data: { round: 3 } });
      task.given(...before, more).when(objection, { ...at, now: '2014-01-28T02:00:00.000Z' }).thenRefused('objection-late');
      const again: TaskEvent = { ...reported, data: { ...reported.data, year: 2014, attempt: 1 } } as TaskEvent;
      task.given(...before, more, again).when(objection, at).thenRefused('result-already-reported');
    });
  });

  it('no longer has a part of the credit that the revision does not give', () => {
    const credited = { ...published, data: { ...published.data, supportingCredits: [{ unitId: '511902-water', share: '20' }] } };
    expect((task.given(credited, revised).state() as PublishedTask).content.supportingCredits).toBeUndefined();
  });

  it('and whose row was removed ends closed without completion, with the reason, and stands in that register', () => {
    task.given(published, accepted).when({ type: 'CarryRevision', data: { ...said, content: null, objection: rule } }, cityOffice).then(
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
