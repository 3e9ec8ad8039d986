import { parseStreamName, publicId, type Projection, type ViewRow } from '@zeren/kernel';
import { postHoldingProjection, unitProjection } from '@zeren/organisation-domain';
import { splitProgress, type TaskPublished } from '@zeren/tasks-domain';
import type { AnnualValue, ContractTarget, ContractTerm } from './contract.events.js';

/** The register's units as contracts know them: names and kinds of the parties. */
export const contractUnitProjection = { ...unitProjection, name: 'contract_unit' };

/** Who held which post when: what a signature is judged by. */
export const contractPostHoldingProjection = { ...postHoldingProjection, name: 'contract_post_holding' };

/** Which splits are published, and whether all their rows have become tasks. */
export const contractSplitProjection = { ...splitProgress, name: 'contract_split' };

/** A task that a contract may cover; its id is the task's. */
export type ContractTaskRow = ViewRow & {
  readonly splitId: string;
  readonly unitId: string;
  readonly unitTenantId: string;
  readonly indicatorCode: string;
  readonly term: ContractTerm;
};

/** The tasks of each split, for the tenant that published it. */
export const contractTaskProjection: Projection<ContractTaskRow, TaskPublished> = {
  name: 'contract_task',
  version: 1,
  handles: ['TaskPublished'],
  keys: (event) => {
    const stream = parseStreamName(event.stream);
    return stream ? [{ readerTenantId: stream.tenantId, ownerTenantId: stream.tenantId, id: stream.id }] : [];
  },
  evolve: (_row, { data }, key) => {
    const { splitId, unitId, unitTenantId, indicatorCode } = data;
    return { ...key, splitId, unitId, unitTenantId, indicatorCode, term: termOf(publicId(key.ownerTenantId, key.id), data) };
  },
};

/** What a contract says of a task. */
export const termOf = (taskId: string, task: TaskPublished['data']): ContractTerm => ({
  taskId,
  campaignId: task.campaignId,
  indicatorCode: task.indicatorCode,
  name: task.name,
  weight: task.weight,
  deadline: task.deadline,
  targets: task.metrics.map(({ code, unit, direction }): ContractTarget =>
    ({ metric: code, unit, direction, annual: annualValues(task.annualTargets, code) })),
});

const annualValues = (annualTargets: TaskPublished['data']['annualTargets'], metric: string): AnnualValue[] =>
  annualTargets.flatMap(({ year, targets }) =>
    targets
      .filter((target) => target.metric === metric)
      .map((target) => ('value' in target ? { year, value: target.value } : { year, low: target.low, high: target.high })));
