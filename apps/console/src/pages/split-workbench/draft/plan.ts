import type { Language } from '@zeren/kernel';
import {
  checkSplit, distribute, distributeRest, tasksRefusals,
  type CampaignRow, type Distributable, type DistributionRule, type ParentFact, type ReceivingUnit, type SplitProgressRow, type SplitRow, type TaskRow,
} from '@zeren/tasks-domain';
import { idOf } from '../../../api/rows.js';
import { refusalOf, type Refusal } from '../../../design/refusal.js';
import { problemOfRow, type Problem } from './verdict.js';

/** What can be shared out: a row of the draft, or a task that this tenant leads. */
export type Source = { readonly id: string; readonly content: Distributable };

const contentOf = (from: SplitRow | TaskRow, annualTargets: SplitRow['annualTargets']): Omit<Distributable, 'parentKey' | 'parentTaskId'> => {
  const { campaignId, indicatorCode, name, evidence, unitId, unitTenantId, supportingUnitIds, accountablePostId, level, weight, metrics, deadline, integrations } = from;
  return { campaignId, indicatorCode, name, evidence, unitId, unitTenantId, supportingUnitIds, accountablePostId, level, weight, metrics, annualTargets, deadline, ...(integrations?.length && { integrations }) };
};

export const sourceOfRow = (row: SplitRow): Source => ({ id: row.key, content: { ...contentOf(row, row.annualTargets), parentKey: row.key, parentTaskId: null } });

export const sourceOfTask = (task: TaskRow): Source => ({
  id: idOf(task),
  content: { ...contentOf(task, task.years.map(({ year, dueAt, targets }) => ({ year, dueAt, targets }))), parentKey: null, parentTaskId: idOf(task) },
});

/** The rows a rule makes, or why it cannot. */
export type Proposal = { readonly rows: readonly SplitRow[]; readonly refusal: Refusal | undefined };

const proposed = (decide: () => readonly SplitRow[], language: Language): Proposal => {
  const refusal = refusalOf(decide, tasksRefusals, language);
  return { rows: refusal ? [] : decide(), refusal };
};

/** Each of several sources shared out among the same units by the same rule. */
export const proposalOf = (sources: readonly Source[], units: readonly ReceivingUnit[], rule: DistributionRule, language: Language): Proposal =>
  proposed(() => sources.flatMap(({ content }) => distribute(content, units, rule)), language);

/** A family in which the rest goes to the rows that were not set by hand. */
export const restOf = (parent: Pick<SplitRow, 'metrics' | 'annualTargets'>, children: readonly SplitRow[], byHand: readonly string[], language: Language): Proposal =>
  proposed(() => distributeRest(parent, children, new Set(byHand)), language);

const parentFactOf = (task: TaskRow): ParentFact => ({
  ...sourceOfTask(task).content, taskId: idOf(task), ownerTenantId: task.ownerTenantId, sharedWith: task.sharedWith, ancestors: task.ancestors, alreadySplit: false,
});

/** What a draft is held against: the campaigns, and the tasks that this tenant leads. */
export type Ground = { readonly split: SplitProgressRow; readonly campaigns: readonly CampaignRow[]; readonly tasks: readonly TaskRow[] };

/** Every rule of splits that the rows break, in the reader's language: sums, weights, deadlines, levels, tenants. The service decides by the same function. */
export const problemsOf = (rows: readonly SplitRow[], { split, campaigns, tasks }: Ground, language: Language): readonly Problem[] => {
  const facts = {
    parents: tasks.map(parentFactOf),
    campaigns: campaigns.map((campaign) => ({ campaignId: idOf(campaign), weights: campaign.weights, participantTenantIds: campaign.participantTenantIds })),
  };
  return checkSplit(rows, { tenantId: split.ownerTenantId, cycle: split.cycle, deepestLevel: split.deepestLevel }, facts).map((violation) => problemOfRow(violation, language));
};
