import type { Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import type { LampInputs } from './lamp.js';
import { rowForEachReader } from './reader-rows.js';
import type { TaskEvent, TaskPublished } from './task.events.js';
import type { Task } from './task.js';
import { statusOf } from './task-status.js';
import { yearsAfter, yearsOf, type TaskYear, type YearStatus } from './task-years.js';

/** A task as a reader's board shows it. */
export type TaskRow = RowKey & Omit<TaskPublished['data'], 'annualTargets'> & LampInputs & {
  /** Whether it is the topmost of its line that this reader sees: a root, or work dispatched to it by another tenant. */
  readonly isTop: boolean;
  /** Lead units from the root down to this task's: `/511900-health/511902/`. */
  readonly unitPath: string;
  /** Names and indicator code, in lower case. */
  readonly searchText: string;
  readonly years: readonly TaskYear[];
  /** Reports that came late, and rejections, over all years. */
  readonly lateReports: number;
  readonly reworks: number;
  readonly publishedAt: string;
  readonly acceptedAt: string | null;
  readonly revision: number;
};

type Recorded = RecordedEvent<TaskEvent>;

const earliestDue = (years: readonly TaskYear[], status: YearStatus): string | null =>
  years.filter((year) => year.status === status).map(({ dueAt }) => dueAt).sort()[0] ?? null;

const count = (years: readonly TaskYear[], status: YearStatus): number => years.filter((year) => year.status === status).length;

/** What a row says of its years. */
const derivedFrom = (years: readonly TaskYear[], acceptedAt: string | null) => ({
  years,
  acceptedAt,
  status: statusOf(years, acceptedAt !== null),
  nextDueAt: earliestDue(years, 'pending'),
  awaitingDueAt: earliestDue(years, 'reported'),
  overdueYears: count(years, 'overdue'),
  rejectedYears: count(years, 'rejected'),
});

const published = ({ data, metadata, revision }: RecordedEvent<TaskPublished>, key: RowKey): TaskRow => {
  const { annualTargets, ...content } = data;
  const years = annualTargets.map(({ year }) => year);
  return {
    ...key,
    ...content,
    ...derivedFrom(yearsOf(annualTargets), null),
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    isTop: content.parentTaskId === null || (key.ownerTenantId !== key.readerTenantId && content.unitTenantId === key.readerTenantId),
    unitPath: `/${[...content.ancestors.map(({ unitId }) => unitId), content.unitId].join('/')}/`,
    searchText: `${content.name.zh} ${content.name.en} ${content.indicatorCode}`.toLowerCase(),
    lateReports: 0,
    reworks: 0,
    publishedAt: metadata.occurredAt,
    revision,
  };
};

const evolve = (row: TaskRow | undefined, event: Recorded, key: RowKey): TaskRow | undefined => {
  if (event.type === 'TaskPublished') return published(event, key);
  if (!row) return undefined;
  const { revision } = event;
  switch (event.type) {
    case 'TaskAccepted': return { ...row, ...derivedFrom(row.years, event.metadata.occurredAt), revision };
    case 'TaskCompleted': return { ...row, revision };
    case 'ResultReported': {
      const lateReports = row.lateReports + (event.data.late ? 1 : 0);
      return { ...row, ...derivedFrom(yearsAfter(row.years, event), row.acceptedAt), lateReports, revision };
    }
    case 'ResultRejected':
      return { ...row, ...derivedFrom(yearsAfter(row.years, event), row.acceptedAt), reworks: row.reworks + 1, revision };
    case 'ResultVerified':
    case 'TaskMarkedOverdue':
      return { ...row, ...derivedFrom(yearsAfter(row.years, event), row.acceptedAt), revision };
  }
};

export const taskBoard: Projection<TaskRow, TaskEvent> = {
  name: 'task_board',
  version: 1,
  handles: ['TaskPublished', 'TaskAccepted', 'ResultReported', 'ResultVerified', 'ResultRejected', 'TaskMarkedOverdue', 'TaskCompleted'],
  keys: rowForEachReader,
  evolve,
};

/** The state of the task behind a row: with it the reader's own side can decide, and say why not. */
export const taskOf = (row: TaskRow): Task => ({
  status: row.status === 'done' ? 'done' : row.acceptedAt === null ? 'published' : 'accepted',
  years: row.years,
  content: {
    splitId: row.splitId,
    rowKey: row.rowKey,
    parentTaskId: row.parentTaskId,
    ancestors: row.ancestors,
    campaignId: row.campaignId,
    indicatorCode: row.indicatorCode,
    name: row.name,
    evidence: row.evidence,
    unitId: row.unitId,
    unitTenantId: row.unitTenantId,
    supportingUnitIds: row.supportingUnitIds,
    accountablePostId: row.accountablePostId,
    level: row.level,
    weight: row.weight,
    metrics: row.metrics,
    annualTargets: row.years.map(({ year, dueAt, targets }) => ({ year, dueAt, targets })),
    deadline: row.deadline,
    sharedWith: row.sharedWith,
  },
});
