import { sentenceOf, type Language } from '@zeren/kernel';
import {
  balancesOf, checkSplit, distribute, tasksRefusals,
  type Balance, type CampaignRow, type Distributable, type DistributionRule, type ParentFact, type ReceivingUnit, type SplitProgressRow, type SplitRow, type TaskRow,
} from '@zeren/tasks-domain';
import { idOf } from '../../api/rows.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';

/** What can be shared out: a row of the draft, or a task that this tenant leads. */
export type Source = { readonly id: string; readonly content: Distributable };

const contentOf = (from: SplitRow | TaskRow, annualTargets: SplitRow['annualTargets']): Omit<Distributable, 'parentKey' | 'parentTaskId'> => {
  const { campaignId, indicatorCode, name, evidence, unitId, unitTenantId, supportingUnitIds, accountablePostId, level, weight, metrics, deadline } = from;
  return { campaignId, indicatorCode, name, evidence, unitId, unitTenantId, supportingUnitIds, accountablePostId, level, weight, metrics, annualTargets, deadline };
};

export const sourceOfRow = (row: SplitRow): Source => ({ id: row.key, content: { ...contentOf(row, row.annualTargets), parentKey: row.key, parentTaskId: null } });

export const sourceOfTask = (task: TaskRow): Source => ({
  id: idOf(task),
  content: { ...contentOf(task, task.years.map(({ year, dueAt, targets }) => ({ year, dueAt, targets }))), parentKey: null, parentTaskId: idOf(task) },
});

/** The rows a rule makes of a source, or why it cannot. */
export type Proposal = { readonly rows: readonly SplitRow[]; readonly refusal: Refusal | undefined };

export const proposalOf = (source: Source, units: readonly ReceivingUnit[], rule: DistributionRule, language: Language): Proposal => {
  const decide = () => distribute(source.content, units, rule);
  const refusal = refusalOf(decide, tasksRefusals, language);
  return { rows: refusal ? [] : decide(), refusal };
};

/** The proposed rows with the weights that the reader set by hand. */
export const withWeights = (rows: readonly SplitRow[], weights: Readonly<Record<string, string>>): readonly SplitRow[] =>
  rows.map((row) => ({ ...row, weight: weights[row.key] ?? row.weight }));

export const balancesFor = (source: Source, rows: readonly SplitRow[]): readonly Balance[] => balancesOf(source.content, rows);

const parentFactOf = (task: TaskRow): ParentFact => ({
  ...sourceOfTask(task).content, taskId: idOf(task), ownerTenantId: task.ownerTenantId, sharedWith: task.sharedWith, ancestors: task.ancestors, alreadySplit: false,
});

/** Every rule of splits that these rows break beside the draft's, in the reader's language: deadlines, levels, sums, tenants. */
export const problemsOf = (
  said: { readonly rows: readonly SplitRow[]; readonly draft: readonly SplitRow[]; readonly split: SplitProgressRow; readonly campaigns: readonly CampaignRow[]; readonly tasks: readonly TaskRow[] },
  language: Language,
): readonly string[] => {
  const { rows, draft, split, campaigns, tasks } = said;
  const facts = {
    parents: tasks.map(parentFactOf),
    campaigns: campaigns.map((campaign) => ({ campaignId: idOf(campaign), weights: campaign.weights, participantTenantIds: campaign.participantTenantIds })),
  };
  const own = new Set(rows.map(({ key }) => key));
  return checkSplit([...draft, ...rows], { tenantId: split.ownerTenantId, cycle: split.cycle, deepestLevel: split.deepestLevel }, facts)
    .filter(({ field }) => own.has(/^rows\[(.*?)\]/.exec(field)?.[1] ?? ''))
    .map(({ code, field, details }) => `${field}: ${sentenceOf(tasksRefusals[code], language, details)}`);
};
