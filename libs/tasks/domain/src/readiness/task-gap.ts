import { sameData, type Caller, type Command, type Decider, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import { refuse } from '../refusals.js';
import type { GapNoted, GapSettled, TaskGapEvent } from './task-gap.events.js';

/** Put a gap to the unit of its task. The handler read gap and task; `ownerTenantId` dispatched it, and no kinds mean that there is no gap. */
export type NoteGap = Command<'NoteGap', GapNoted['data'] & { readonly ownerTenantId: string }>;
/** Say that it is closed. */
export type SettleGap = Command<'SettleGap', GapSettled['data'] & { readonly ownerTenantId: string }>;
export type TaskGapCommand = NoteGap | SettleGap;

/** The gap of a task as it was last put to its unit; `settled` says how it was closed. */
export type NotedGap = { readonly status: 'noted'; readonly content: GapNoted['data']; readonly settled: string | null };
export type TaskGap = { readonly status: 'none' } | NotedGap;

const decide = (command: TaskGapCommand, gap: TaskGap, caller: Caller): readonly TaskGapEvent[] => {
  const { ownerTenantId, ...said } = command.data;
  if (caller.tenantId !== ownerTenantId) refuse('not-the-dispatcher');
  if ('how' in said) {
    if (gap.status === 'none') return refuse('no-gap');
    if (gap.settled !== null) return gap.settled === said.how ? [] : refuse('no-gap');
    if (said.how.trim() === '') refuse('reason-required', 'how');
    return [{ type: 'GapSettled', data: said }];
  }
  if (said.reason.trim() === '') refuse('reason-required', 'reason');
  if (said.kinds.length === 0) refuse('no-gap');
  if (gap.status === 'noted' && gap.settled === null && sameData(gap.content, said)) return [];
  return [{ type: 'GapNoted', data: said }];
};

const evolve = (gap: TaskGap, event: TaskGapEvent): TaskGap => {
  switch (event.type) {
    case 'GapNoted': return { status: 'noted', content: event.data, settled: null };
    case 'GapSettled': return gap.status === 'none' ? gap : { ...gap, settled: event.data.how };
  }
};

/** One for each task, under the task's own id, seen by whoever sees the task. */
export const taskGapDecider: Decider<TaskGap, TaskGapCommand, TaskGapEvent> = {
  category: 'taskgap',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (gap) => (gap.status === 'none' ? [] : gap.content.readerTenantIds),
};

/** The reason put to the unit of a task, under the task's id. */
export type TaskGapRow = RowKey & GapNoted['data'] & { readonly settled: string | null; readonly notedAt: string; readonly revision: number };

const gapOf = ({ taskId, campaignId, indicatorCode, unitId, kinds, points, reason, readerTenantIds, settled }: TaskGapRow): NotedGap =>
  ({ status: 'noted', settled, content: { taskId, campaignId, indicatorCode, unitId, kinds, points, reason, readerTenantIds } });

const shown = (row: TaskGapRow | undefined, event: RecordedEvent<TaskGapEvent>, key: RowKey): TaskGapRow | undefined => {
  const gap = taskGapDecider.evolve(row ? gapOf(row) : taskGapDecider.initialState, event);
  if (gap.status === 'none') return undefined;
  const { occurredAt } = event.metadata;
  return { ...key, ...gap.content, settled: gap.settled, notedAt: event.type === 'GapNoted' ? occurredAt : row?.notedAt ?? occurredAt, revision: event.revision };
};

export const taskGapBoard: Projection<TaskGapRow, TaskGapEvent> = {
  name: 'task_gap',
  version: 1,
  handles: ['GapNoted', 'GapSettled'],
  keys: rowForEachReader,
  evolve: shown,
};
