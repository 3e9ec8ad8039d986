import { taskBoard, type CampaignRow, type SplitProgressRow, type TaskRow } from '@zeren/tasks-domain';
import { aCitySplit, aCycle, annualTargetsOf, aTaskPublished, CITY, DISTRICT, OTHER_DISTRICT, SPLIT } from '@zeren/tasks-domain/testing';
import { recorded } from '@zeren/kernel/testing';
import { balancesFor, problemsOf, proposalOf, sourceOfRow, sourceOfTask, withWeights } from './plan.js';

const [root] = aCitySplit() as [ReturnType<typeof aCitySplit>[number]];
const source = sourceOfRow(root);
const units = [DISTRICT, OTHER_DISTRICT].map((unitId) => ({ unitId, unitTenantId: unitId, accountablePostId: `${unitId}.head`, level: 2 }));
const split = { ownerTenantId: CITY, cycle: aCycle, deepestLevel: 3 } as SplitProgressRow;
const campaigns = [{ ownerTenantId: CITY, id: 'env', weights: [{ indicatorCode: 'ENV-01-01', weight: '100' }], participantTenantIds: [DISTRICT, OTHER_DISTRICT] }] as unknown as CampaignRow[];

describe('the plan of a distribution', () => {
  it('balances as the rule makes it, and no longer once a weight is changed by hand', () => {
    const { rows } = proposalOf(source, units, { kind: 'population', parts: ['3', '1'] }, 'zh');
    expect(balancesFor(source, rows).map(({ holds }) => holds)).toEqual([true, true, true]);
    const changed = withWeights(rows, { [`ENV-01-01~${DISTRICT}`]: '70' });
    expect(balancesFor(source, changed)[0]).toMatchObject({ what: 'weight', sum: '95', expected: '100', holds: false });
    expect(problemsOf({ rows: changed, draft: [root], split, campaigns, tasks: [] }, 'en')).toEqual([`rows[ENV-01-01~${DISTRICT}].weight: The weights sum to 95; they must sum to exactly 100.`]);
    expect(problemsOf({ rows, draft: [root], split, campaigns, tasks: [] }, 'zh')).toEqual([]);
  });

  it('says why a rule cannot be followed', () => {
    expect(proposalOf(source, units, { kind: 'fixed', parts: ['60', '39'] }, 'zh')).toMatchObject({ rows: [], refusal: { sentence: '固定份额合计为 99,须恰为 100。' } });
    expect(proposalOf(source, [], { kind: 'equal', parts: [] }, 'zh').refusal?.code).toBe('units-required');
  });

  it('of a dispatched task keeps to its deadline, and says so', () => {
    const event = recorded(aTaskPublished({ annualTargets: annualTargetsOf('60') }), { stream: `task-${CITY}_${SPLIT}.ENV-01-01~${DISTRICT}`, metadata: { sharedWith: [DISTRICT] } });
    const key = { readerTenantId: DISTRICT, ownerTenantId: CITY, id: `${SPLIT}.ENV-01-01~${DISTRICT}` };
    const task = taskBoard.evolve(undefined, event, key) as TaskRow;
    const towns = ['511902001', '511902002'].map((unitId) => ({ unitId, unitTenantId: DISTRICT, accountablePostId: `${unitId}.head`, level: 3 }));
    const { rows } = proposalOf(sourceOfTask(task), towns, { kind: 'equal', parts: [] }, 'zh');
    const own = { ...split, ownerTenantId: DISTRICT };
    expect(problemsOf({ rows, draft: [], split: own, campaigns: [], tasks: [task] }, 'zh')).toEqual([]);
    const early = { ...task, deadline: '2014-06-30T15:59:59.000Z' };
    expect(problemsOf({ rows, draft: [], split: own, campaigns: [], tasks: [early] }, 'zh').some((text) => text.includes('期限不得晚于上级任务的期限'))).toBe(true);
  });
});
