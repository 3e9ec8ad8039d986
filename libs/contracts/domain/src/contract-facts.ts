import { parseStreamName, publicId, sameData, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { localDate, postHoldingProjection, unitProjection } from '@zeren/organisation-domain';
import {
  type ProgressCorrected, type ProgressRecorded, type ResultRejected, type ResultReported, type ResultVerified, type SplitPublished, type TaskClosed, type TaskExplained, type TaskPublished, type TaskReturned, type TaskRevised, type TaskVoided, type TaskWithdrawn,
} from '@zeren/tasks-domain';
import type { AnnualValue, ContractTarget, ContractTerm, InterimProgress, ProgressOfTask, TermChangeKind } from './contract.events.js';

/** The register's units as contracts know them: names and kinds of the parties. */
export const contractUnitProjection = { ...unitProjection, name: 'contract_unit' };

/** Who held which post when: what a signature is judged by. */
export const contractPostHoldingProjection = { ...postHoldingProjection, name: 'contract_post_holding' };

/** A published split, and of how many rows. */
export type ContractSplitRow = ViewRow & { readonly rows: number };

/** Which splits are published, and how many rows become tasks. */
export const contractSplitProjection: Projection<ContractSplitRow, SplitPublished> = {
  name: 'contract_split',
  version: 3,
  handles: ['SplitPublished'],
  keys: (event) => keyOfOwner(event.stream),
  evolve: (_row, { data }, key) => ({ ...key, rows: data.rows }),
};

/** A task that a contract may cover; its id is the task's. */
export type ContractTaskRow = ViewRow & {
  readonly splitId: string;
  readonly unitId: string;
  readonly unitTenantId: string;
  readonly indicatorCode: string;
  readonly term: ContractTerm;
  /** The tasks it descends from, root first. */
  readonly ancestorTaskIds: readonly string[];
  /** `open`, or how the task ended other than done. */
  readonly standing: 'open' | Exclude<TermChangeKind, 'revised' | 'added'>;
  /** When and where its term last became what it is, and why; no reason is given at publication. */
  readonly changedOn: string;
  readonly changedAt: string;
  readonly reason: string;
};

type TaskEnd = TaskWithdrawn | TaskReturned | TaskVoided | TaskExplained | TaskClosed;

const standingAfter = {
  TaskWithdrawn: 'withdrawn', TaskReturned: 'returned', TaskVoided: 'voided', TaskExplained: 'explained', TaskClosed: 'closed',
} as const satisfies Record<TaskEnd['type'], ContractTaskRow['standing']>;

const rowOf = (row: ContractTaskRow | undefined, event: RecordedEvent<TaskPublished | TaskRevised>, key: RowKey): ContractTaskRow => {
  const task = event.type === 'TaskRevised' ? event.data.content : event.data;
  const { splitId, unitId, unitTenantId, indicatorCode, ancestors } = task;
  const term = termOf(publicId(key.ownerTenantId, key.id), task);
  const content = { ...key, splitId, unitId, unitTenantId, indicatorCode, term, ancestorTaskIds: ancestors.map(({ taskId }) => taskId) };
  if (row && sameData(row.term, term)) return { ...row, ...content };
  return { ...content, standing: 'open', ...changeOf(event, event.type === 'TaskRevised' ? event.data.reason : '') };
};

const changeOf = ({ metadata, position }: RecordedEvent, reason: string) =>
  ({ changedOn: localDate(metadata.occurredAt), changedAt: String(position), reason });

/** The tasks of each split, for the tenant that published it. */
export const contractTaskProjection: Projection<ContractTaskRow, TaskPublished | TaskRevised | TaskEnd> = {
  name: 'contract_task',
  version: 3,
  handles: ['TaskPublished', 'TaskRevised', 'TaskWithdrawn', 'TaskReturned', 'TaskVoided', 'TaskExplained', 'TaskClosed'],
  keys: (event) => keyOfOwner(event.stream),
  evolve: (row, event, key) => {
    if (event.type === 'TaskPublished' || event.type === 'TaskRevised') return rowOf(row, event, key);
    return row && { ...row, standing: standingAfter[event.type], ...changeOf(event, event.data.reason) };
  },
};

const keyOfOwner = (name: string): readonly RowKey[] => {
  const stream = parseStreamName(name);
  return stream ? [{ readerTenantId: stream.tenantId, ownerTenantId: stream.tenantId, id: stream.id }] : [];
};

/** What was reported of a year of a task, and whether it was confirmed; its id is the task's, `@` and the year. */
export type ContractProgressRow = ViewRow & ProgressOfTask;

type ResultEvent = ResultReported | ResultVerified | ResultRejected;

/** Reported results as contracts know them, for the tenant that published the tasks: what a handover states. */
export const contractProgressProjection: Projection<ContractProgressRow, ResultEvent> = {
  name: 'contract_progress',
  version: 1,
  handles: ['ResultReported', 'ResultVerified', 'ResultRejected'],
  keys: (event) => keyOfOwner(event.stream).map((key) => ({ ...key, id: `${key.id}@${event.data.year}` })),
  evolve: (row, event: RecordedEvent<ResultEvent>, key) => {
    switch (event.type) {
      case 'ResultReported': {
        const { year, values, measuredOn } = event.data;
        const taskId = publicId(key.ownerTenantId, key.id.slice(0, key.id.lastIndexOf('@')));
        return { ...key, taskId, year, status: 'reported', values, measuredOn };
      }
      case 'ResultVerified':
        return row && { ...row, status: 'verified' };
      case 'ResultRejected':
        return row && { ...row, status: 'rejected' };
    }
  },
};

/** The latest entry of a year of a task, as it was corrected since; its id is the task's, `@` and the year. */
export type ContractInterimRow = ViewRow & InterimProgress;

/** Progress recorded between acceptance and report, for the tenant that published the tasks. */
export const contractInterimProjection: Projection<ContractInterimRow, ProgressRecorded | ProgressCorrected> = {
  name: 'contract_interim',
  version: 1,
  handles: ['ProgressRecorded', 'ProgressCorrected'],
  keys: (event) => keyOfOwner(event.stream).map((key) => ({ ...key, id: `${key.id}@${event.data.year}` })),
  evolve: (row, { type, data }, key) => {
    const { year, entry, values } = data;
    if (type === 'ProgressCorrected') return row?.entry === entry ? { ...row, values } : row;
    const taskId = publicId(key.ownerTenantId, key.id.slice(0, key.id.lastIndexOf('@')));
    return { ...key, taskId, year, entry, values, measuredOn: data.measuredOn };
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
