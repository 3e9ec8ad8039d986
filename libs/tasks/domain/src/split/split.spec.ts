import { fold } from '@zeren/kernel';
import { specify } from '@zeren/kernel/testing';
import { splitDecider } from './split.js';
import type { SplitApproved, SplitDrafted, SplitEvent, SplitPublished, SplitRowsAdded } from './split.events.js';
import { ROWS_PER_PART, rowsOf, type PublishedSplit } from './split-state.js';
import { tasksOfSplit } from './split-tasks.js';
import { aCitySplit, aCycle, annualTargetsOf, aParentFact, aRow, aTaskPublished, CITY, cityFacts, DISTRICT, SPLIT } from '../testing/samples.js';

const split = specify(splitDecider);
const rows = aCitySplit();
const drafted: SplitDrafted = { type: 'SplitDrafted', data: { title: { zh: '任务分解', en: 'Split' }, cycle: aCycle, deepestLevel: 3 } };
const added: SplitRowsAdded = { type: 'SplitRowsAdded', data: { part: 1, rows } };
const approved: SplitApproved = { type: 'SplitApproved', data: { document: '批文〔2013〕1号', rows: 3, hash: 'h' } };
const published: SplitPublished = { type: 'SplitPublished', data: { rows: 3, hash: 'h', chainTenantIds: [], parents: [] } };
const checked = { rows: 3, hash: 'h', facts: cityFacts, standing: [] };
const approve = { type: 'ApproveSplit', data: { ...checked, document: '批文〔2013〕1号' } } as const;
const publish = { type: 'PublishSplit', data: checked } as const;

describe('a split', () => {
  it('is drafted for a cycle', () => {
    const said = { ...drafted.data, levels: 5 };
    split.given().when({ type: 'DraftSplit', data: said }).then(drafted);
    split.given(drafted, added).when({ type: 'DraftSplit', data: said }).then();
    split.given(drafted).when({ type: 'DraftSplit', data: { ...said, deepestLevel: 4 } }).thenRefused('split-exists');
    split.given().when({ type: 'DraftSplit', data: { ...said, cycle: { ...aCycle, until: '2012-12-31' } } }).thenRefused('cycle-dates', 'cycle');
  });

  it('of routine tasks is made every three years, of key tasks every year', () => {
    const over = (kind: 'routine' | 'key', until: string) => ({ type: 'DraftSplit', data: { ...drafted.data, levels: 5, cycle: { kind, from: '2013-01-01', until } } }) as const;
    split.given().when(over('routine', '2015-12-31')).then({ ...drafted, data: { ...drafted.data, cycle: over('routine', '2015-12-31').data.cycle } });
    split.given().when(over('routine', '2016-01-31')).thenRefused('cycle-too-long', 'cycle');
    split.given().when(over('key', '2013-12-31')).then({ ...drafted, data: { ...drafted.data, cycle: over('key', '2013-12-31').data.cycle } });
    split.given().when(over('key', '2014-01-01')).thenRefused('cycle-too-long', 'cycle');
  });

  it('reaches no deeper than the levels of the tenant\'s city', () => {
    split.given().when({ type: 'DraftSplit', data: { ...drafted.data, deepestLevel: 4, levels: 3 } }).thenRefused('split-deeper-than-levels', 'deepestLevel');
    split.given().when({ type: 'DraftSplit', data: { ...drafted.data, deepestLevel: 6, levels: 6 } }).then({ ...drafted, data: { ...drafted.data, deepestLevel: 6 } });
  });

  it('takes rows in numbered parts, each once', () => {
    split.given(drafted).when({ type: 'AddSplitRows', data: added.data }).then(added);
    split.given(drafted, added).when({ type: 'AddSplitRows', data: added.data }).then();
    split.given(drafted, added).when({ type: 'AddSplitRows', data: { part: 1, rows: rows.slice(1) } }).thenRefused('split-part-differs', 'part');
    split.given().when({ type: 'AddSplitRows', data: added.data }).thenRefused('split-not-drafted');
  });

  it(`takes at most ${ROWS_PER_PART} rows a part, so that an event stays below what an append may hold`, () => {
    const many = Array.from({ length: ROWS_PER_PART + 1 }, (_, index) => aRow({ key: `r${index}` }));
    split.given(drafted).when({ type: 'AddSplitRows', data: { part: 1, rows: many } }).thenRefused('split-part-size', 'rows');
    split.given(drafted).when({ type: 'AddSplitRows', data: { part: 1, rows: [] } }).thenRefused('split-part-size', 'rows');
    expect(JSON.stringify(many).length).toBeLessThan(1024 * 1024);
  });

  it('is approved as it stands, under a document', () => {
    split.given(drafted, added).when(approve).then(approved);
    split.given(drafted, added, approved).when(approve).then();
    split.given(drafted, added, approved).when({ ...approve, data: { ...approve.data, document: '2号' } }).thenRefused('split-approved-otherwise', 'document');
    split.given(drafted, added).when({ ...approve, data: { ...approve.data, document: ' ' } }).thenRefused('document-required', 'document');
    split.given(drafted, added).when({ ...approve, data: { ...approve.data, rows: 2 } }).thenRefused('split-changed');
    split.given(drafted).when(approve).thenRefused('split-empty');
    split.given().when(approve).thenRefused('split-not-drafted');
  });

  it('that breaks a rule is not approved, nor published', () => {
    const broken: SplitRowsAdded = { type: 'SplitRowsAdded', data: { part: 1, rows: rows.map((row, index) => (index === 1 ? { ...row, weight: '60' } : row)) } };
    split.given(drafted, broken).when(approve).thenRefused('weights-not-100', `rows[ENV-01-01~${DISTRICT}].weight`);
    split.given(drafted, broken, approved).when(publish).thenRefused('weights-not-100', `rows[ENV-01-01~${DISTRICT}].weight`);
  });

  it('once approved takes no more rows', () => {
    split.given(drafted, added, approved).when({ type: 'AddSplitRows', data: { part: 2, rows } }).thenRefused('split-closed');
  });

  it('is published when it is approved, with what was approved', () => {
    split.given(drafted, added, approved).when(publish).then(published);
    split.given(drafted, added, approved, published).when(publish).then();
    split.given(drafted, added).when(publish).thenRefused('split-not-approved');
    split.given(drafted, added, approved).when({ ...publish, data: { ...checked, hash: 'other' } }).thenRefused('split-changed');
  });

  it('has its rows in order of key, whatever the order of its parts', () => {
    const [root, first, second] = rows.map((row) => [row]);
    const part = (number: number, of: typeof root): SplitRowsAdded => ({ type: 'SplitRowsAdded', data: { part: number, rows: of ?? [] } });
    expect(rowsOf(split.given(drafted, part(2, second), part(3, root), part(1, first)).state())).toEqual(rows);
  });

  it('is nobody else\'s before publication, and then those above see it who dispatched the work', () => {
    const above: SplitPublished = { type: 'SplitPublished', data: { ...published.data, chainTenantIds: [CITY] } };
    expect(splitDecider.sharedWith(split.given(drafted, added, approved).state())).toEqual([]);
    expect(splitDecider.sharedWith(split.given(drafted, added, approved, above).state())).toEqual([CITY]);
  });

  it('of 10,000 rows is folded and checked in one go', () => {
    const groups = Array.from({ length: 20 }, (_, group) => Array.from({ length: 500 }, (__, index) => aRow({
      key: `r${group}-${index}`, parentKey: group + index === 0 ? null : 'r0-0', unitId: `5${group}${String(index).padStart(3, '0')}`, supportingUnitIds: [],
      level: group + index === 0 ? 1 : 2, weight: group + index === 0 ? '100' : group + index === 1 && group === 0 ? '90.002' : '0.001',
      annualTargets: annualTargetsOf(group + index === 0 ? '9999' : '1'),
    })));
    const events: SplitEvent[] = [drafted, ...groups.map((of, part): SplitRowsAdded => ({ type: 'SplitRowsAdded', data: { part, rows: of } }))];
    split.given(...events).when({ type: 'ApproveSplit', data: { rows: 10_000, hash: 'h', facts: cityFacts, standing: [], document: '1号' } })
      .then({ type: 'SplitApproved', data: { document: '1号', rows: 10_000, hash: 'h' } });
  });
});

describe('the tasks of a published split', () => {
  const tasksOf = (owner: string, ...events: SplitEvent[]) => tasksOfSplit(owner, SPLIT, fold(splitDecider, events) as PublishedSplit);

  it('are one for each row, under ids that follow from split and key, each knowing what it descends from', () => {
    const tasks = tasksOf(CITY, drafted, added, approved, published);
    expect(tasks.map(({ id }) => id)).toEqual([`${SPLIT}.ENV-01-01`, `${SPLIT}.ENV-01-01~511902`, `${SPLIT}.ENV-01-01~511903`]);
    expect(tasks[0]?.event.data).toMatchObject({ parentTaskId: null, ancestors: [], sharedWith: [] });
    expect(tasks[1]?.event).toEqual(aTaskPublished({ supportingUnitIds: [], weight: '60.5', annualTargets: annualTargetsOf('60.25') }));
  });

  it('of dispatched work are shared up the chain, and descend from the dispatched task', () => {
    const parent = aParentFact();
    const town = aRow({ key: 't', parentTaskId: parent.taskId, unitId: '511902001', unitTenantId: DISTRICT, supportingUnitIds: [], level: 3, annualTargets: annualTargetsOf('60.25') });
    const events: SplitEvent[] = [drafted, { type: 'SplitRowsAdded', data: { part: 1, rows: [town] } }, { type: 'SplitApproved', data: { document: '2号', rows: 1, hash: 'h' } }];
    const publication = splitDecider.decide({ type: 'PublishSplit', data: { rows: 1, hash: 'h', facts: { parents: [parent], campaigns: [] }, standing: [] } }, fold(splitDecider, events), {
      tenantId: DISTRICT, actorId: 'a', postId: '', unitId: '511902-creation-office', roles: ['district-office'], now: '2013-03-05T01:00:00.000Z',
    });
    expect(publication[0]?.data).toMatchObject({ chainTenantIds: [CITY] });
    const [task] = tasksOf(DISTRICT, ...events, ...publication);
    expect(task?.event.data).toMatchObject({
      splitId: `${DISTRICT}_${SPLIT}`, parentTaskId: parent.taskId, sharedWith: [CITY],
      ancestors: [{ taskId: `${CITY}_${SPLIT}.ENV-01-01`, unitId: '511900-health' }, { taskId: parent.taskId, unitId: DISTRICT }],
    });
  });
});
