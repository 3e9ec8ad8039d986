import { taskBoard, type CampaignRow, type Indicator, type SplitProgressRow, type SplitRow, type TaskRow } from '@zeren/tasks-domain';
import { aCitySplit, aCycle, anIndicator, annualTargetsOf, aTaskPublished, CITY, DISTRICT, OTHER_DISTRICT, SPLIT } from '@zeren/tasks-domain/testing';
import { recorded } from '@zeren/kernel/testing';
import { balancesOfLine, linesOf, searched } from './lines.js';
import { problemsOf, proposalOf, restOf, sourceOfRow, sourceOfTask } from './plan.js';
import { openTargetsOf, rootsOf, rootSumsOf } from './roots.js';
import { byRow, countsOf } from './verdict.js';
import { changesOf, isReadable, rowsWith, untouched, withoutRow, withRowByHand, withRows } from './working-table.js';

const [root, own] = aCitySplit() as [SplitRow, SplitRow];
const source = sourceOfRow(root);
const units = [DISTRICT, OTHER_DISTRICT].map((unitId) => ({ unitId, unitTenantId: unitId, accountablePostId: `${unitId}.head`, level: 2 }));
const split = { ownerTenantId: CITY, cycle: aCycle, deepestLevel: 3 } as SplitProgressRow;
const campaigns = [{ ownerTenantId: CITY, id: 'env', weights: [{ indicatorCode: 'ENV-01-01', weight: '100' }], participantTenantIds: [DISTRICT, OTHER_DISTRICT], lastYear: 2013 }] as unknown as CampaignRow[];
const ground = { split, campaigns, tasks: [] };

describe('the plan of a distribution', () => {
  it('balances as the rule makes it, and no longer once a weight is changed by hand', () => {
    const { rows } = proposalOf([source], units, { kind: 'population', parts: ['3', '1'] }, 'zh');
    expect(problemsOf([root, ...rows], ground, 'zh')).toEqual([]);
    const changed = rows.map((row, index) => (index === 0 ? { ...row, weight: '70', deadline: '2015-01-01T00:00:00.000Z' } : row));
    const problems = problemsOf([root, ...changed], ground, 'en');
    expect(countsOf(problems)).toEqual({ weights: 1, shares: 0, deadlines: 2, others: 0 });
    expect(byRow(problems).get(`ENV-01-01~${DISTRICT}`)).toContain('The weights sum to 95; they must sum to exactly 100.');
    const repaired = restOf(root, changed.map((row) => ({ ...row, deadline: root.deadline })), [changed[0]?.key ?? ''], 'zh');
    expect(repaired.rows.map(({ weight }) => weight)).toEqual(['70', '30']);
    expect(problemsOf([root, ...repaired.rows], ground, 'zh')).toEqual([]);
  });

  it('hands the integrations of a row on to its parts, and those of a dispatched task', () => {
    const integrations = ['old-new'] as const;
    const integrationsOf = (from: typeof source) => proposalOf([from], units, { kind: 'equal', parts: [] }, 'zh').rows.map((row) => row.integrations);
    expect(integrationsOf(sourceOfRow({ ...root, integrations }))).toEqual([integrations, integrations]);
    expect(integrationsOf(source)).toEqual([undefined, undefined]);
    const key = { readerTenantId: DISTRICT, ownerTenantId: CITY, id: 't' };
    const task = taskBoard.evolve(undefined, recorded(aTaskPublished({ integrations }), { stream: `task-${CITY}_t` }), key) as TaskRow;
    expect(integrationsOf(sourceOfTask(task))).toEqual([integrations, integrations]);
  });

  it('says why a rule cannot be followed', () => {
    expect(proposalOf([source], units, { kind: 'fixed', parts: ['60', '39'] }, 'zh')).toMatchObject({ rows: [], refusal: { sentence: '固定份额合计为 99,须恰为 100。' } });
    expect(proposalOf([source], [], { kind: 'equal', parts: [] }, 'zh').refusal?.code).toBe('units-required');
    expect(restOf(root, [{ ...own, weight: '101' }], [own.key], 'zh').refusal?.code).toBe('rest-for-nobody');
  });

  it('of a dispatched task keeps to its deadline, and says so', () => {
    const event = recorded(aTaskPublished({ annualTargets: annualTargetsOf('60') }), { stream: `task-${CITY}_${SPLIT}.ENV-01-01~${DISTRICT}`, metadata: { sharedWith: [DISTRICT] } });
    const key = { readerTenantId: DISTRICT, ownerTenantId: CITY, id: `${SPLIT}.ENV-01-01~${DISTRICT}` };
    const task = taskBoard.evolve(undefined, event, key) as TaskRow;
    const towns = ['511902001', '511902002'].map((unitId) => ({ unitId, unitTenantId: DISTRICT, accountablePostId: `${unitId}.head`, level: 3 }));
    const { rows } = proposalOf([sourceOfTask(task)], towns, { kind: 'equal', parts: [] }, 'zh');
    const asDistrict = { split: { ...split, ownerTenantId: DISTRICT }, campaigns: [], tasks: [task] };
    expect(problemsOf(rows, asDistrict, 'zh')).toEqual([]);
    const early = { ...task, deadline: '2014-06-30T15:59:59.000Z' };
    expect(problemsOf(rows, { ...asDistrict, tasks: [early] }, 'zh').some(({ sentence }) => sentence.includes('期限不得晚于上级任务的期限'))).toBe(true);
    expect(linesOf(rows, [sourceOfTask(task)]).map(({ key: line, depth }) => [line, depth])).toEqual([[sourceOfTask(task).id, 0], ...rows.map((row) => [row.key, 1])]);
  });
});

describe('the table being worked on', () => {
  it('holds what was set, added and removed beside the draft, and sends only what differs', () => {
    const draft = aCitySplit();
    expect(changesOf(draft, withRows(untouched, draft))).toEqual([]);
    const lighter = { ...own, weight: '50' };
    const working = withRowByHand(withRows(untouched, [{ ...own, key: 'new' }]), lighter);
    expect(rowsWith(draft, working).map(({ key, weight }) => [key, weight])).toEqual([[root.key, '100'], [own.key, '50'], [draft[2]?.key, '39.5'], ['new', '60.5']]);
    expect(changesOf(draft, working)).toEqual([{ rows: [{ ...own, key: 'new' }, lighter], removed: [] }]);
    expect(working.byHand).toEqual([own.key]);
    expect([isReadable(lighter), isReadable({ ...own, weight: '5.' }), isReadable({ ...own, deadline: '' })]).toEqual([true, false, false]);
  });

  it('loses with a row all that is split from it', () => {
    const draft = aCitySplit();
    const working = withoutRow(withRowByHand(untouched, own), draft, root.key);
    expect(rowsWith(draft, working)).toEqual([]);
    expect(changesOf(draft, working)).toEqual([{ rows: [], removed: draft.map(({ key }) => key) }]);
    expect(rowsWith(draft, withRows(working, [root]))).toEqual([root]);
  });

  it('stands in order of the tree, with each family\'s sums, and can be searched', () => {
    const lines = linesOf([...aCitySplit()].reverse(), []);
    expect(lines.map(({ key, depth }) => [key, depth])).toEqual([['ENV-01-01', 0], [`ENV-01-01~${OTHER_DISTRICT}`, 1], [`ENV-01-01~${DISTRICT}`, 1]]);
    expect(balancesOfLine(lines[0] as (typeof lines)[number]).map(({ holds }) => holds)).toEqual([true, true, true]);
    expect(searched(lines, ` ${OTHER_DISTRICT}`)).toHaveLength(1);
    expect(linesOf([{ ...own, parentKey: own.key }], [])).toHaveLength(1);
  });
});

describe('indicators chosen as the roots of a split', () => {
  const [campaign] = campaigns as [CampaignRow];
  const terms = { campaign, cycle: aCycle, lead: { unitId: '511900-health', unitTenantId: CITY, accountablePostId: '511900-health.head', level: 1 }, dueOn: '06-30', shared: true };
  const of = (metrics: Indicator['metrics']) => anIndicator('ENV-01-01', { metrics });

  it('have the targets and weights of standard and campaign, each year of the cycle until the campaign ends', () => {
    const [row] = rootsOf([of([{ code: 'value', unit: '处', direction: 'at-least', target: { kind: 'number', value: '100' } }])], terms, {}) as [SplitRow];
    expect(row).toMatchObject({ weight: '100', deadline: '2013-12-31T15:59:59.000Z', metrics: [{ distribution: 'share' }], annualTargets: [{ year: 2013, dueAt: '2013-06-30T15:59:59.000Z', targets: [{ value: '100' }] }] });
    expect(problemsOf([row], ground, 'zh')).toEqual([]);
    expect(rootSumsOf([row, { ...row, key: 'x', weight: '' }])).toEqual([{ campaignId: `${CITY}_env`, sum: '100', holds: true }]);
  });

  it('ask for a target where the standard names none, and share out no percentage', () => {
    const open = of([
      { code: 'a', unit: '%', direction: 'at-least', target: { kind: 'by-area', values: { plain: '30', mountain: '70' } } },
      { code: 'b', unit: '', direction: 'at-least', target: { kind: 'reference', text: 'last year' } },
      { code: 'c', unit: '', direction: 'at-least', target: { kind: 'unpublished' } },
    ]);
    expect(openTargetsOf([open]).map(({ id, said, proposed }) => [id, said, proposed])).toEqual([['ENV-01-01 a', 'plain 30 · mountain 70', '30'], ['ENV-01-01 b', 'last year', '']]);
    const [row] = rootsOf([open], terms, { 'ENV-01-01 a': '70' }) as [SplitRow];
    expect(row.annualTargets[0]?.targets).toEqual([{ metric: 'a', value: '70' }, { metric: 'b', value: '' }, { metric: 'c', value: '1' }]);
    expect(row.metrics.map(({ distribution }) => distribution)).toEqual(['threshold', 'share', 'threshold']);
  });
});
