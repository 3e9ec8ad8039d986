import { divide, multiply, round, type Decimal, type LocalisedText, type Projection, type RecordedEvent, type RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import type { Direction } from '../standard/standard.events.js';
import { lampOf, type Lamp } from '../task/lamp.js';
import type { TaskRow } from '../task/task-board.js';
import type { TaskStatus } from '../task/task-status.js';
import { isEnd } from '../task/task-state.js';
import { valuesOf, type TaskYear } from '../task/task-years.js';
import type { PromiseListEvent } from './promise-list.events.js';
import { promiseListDecider, type EarlierPromise, type KeptPromise, type PublishedPromises } from './promise-list.js';

/** The promises of a year, as their own tenant sees them; its id is the year. */
export type PromiseListRow = RowKey & Omit<PublishedPromises, 'status'> & { readonly publishedAt: string; readonly revision: number };

/** The state of the list behind a row: with it the reader's own side can decide, and say why not. */
export const promiseListOf = ({ year, title, approval, promises }: PromiseListRow): PublishedPromises => ({ status: 'published', year, title, approval, promises });

const evolve = (row: PromiseListRow | undefined, event: RecordedEvent<PromiseListEvent>, key: RowKey): PromiseListRow | undefined => {
  const list = promiseListDecider.evolve(row ? promiseListOf(row) : promiseListDecider.initialState, event);
  if (list.status === 'none') return undefined;
  const { status: _, ...content } = list;
  return { ...key, ...content, publishedAt: row?.publishedAt ?? event.metadata.occurredAt, revision: event.revision };
};

export const promiseListBoard: Projection<PromiseListRow, PromiseListEvent> = {
  name: 'promise_list',
  version: 1,
  handles: ['PromisesPublished', 'PromiseAmended'],
  keys: rowForEachReader,
  evolve,
};

/** How far a promise has come: a verified result, a result that is being checked, progress, or nothing yet. */
export const promiseStages = ['verified', 'reported', 'progress', 'none'] as const;
export type PromiseStage = (typeof promiseStages)[number];

export const promiseStageText: Readonly<Record<PromiseStage, LocalisedText>> = {
  verified: { zh: '已核实', en: 'verified' },
  reported: { zh: '已上报，待核实', en: 'reported, being checked' },
  progress: { zh: '进展', en: 'progress' },
  none: { zh: '尚无进展', en: 'nothing reported yet' },
};

type Reached = { readonly stage: PromiseStage; readonly value: Decimal | null; readonly measuredOn: string | null };

/** What anybody may know of a promise: neither officers nor posts, neither notes nor findings. */
export type ShownPromise = Pick<KeptPromise, 'code' | 'text' | 'unit' | 'target' | 'leadName' | 'dueOn'> & Reached & {
  /** Of the target, in percent with one decimal; null where the target is not an amount to be reached, or nothing was reported. */
  readonly percent: Decimal | null;
  readonly direction: Direction;
  readonly lamp: Lamp;
  /** How the task ended; null while it runs. */
  readonly end: TaskStatus | null;
  readonly earlier: readonly Pick<EarlierPromise, 'text' | 'unit' | 'target' | 'leadName' | 'dueOn' | 'on' | 'reason' | 'document'>[];
};

/** The promises of a tenant's year as anybody sees them. */
export type ShownPromises = Pick<PublishedPromises, 'year' | 'title' | 'approval'> & { readonly now: string; readonly promises: readonly ShownPromise[] };

const NOTHING: Reached = { stage: 'none', value: null, measuredOn: null };

const reachedIn = (year: TaskYear | undefined, metric: string): Reached => {
  if (!year) return NOTHING;
  const { status } = year;
  if (status === 'verified' || status === 'reported') {
    return { stage: status, value: year.values.find((one) => one.metric === metric)?.value ?? null, measuredOn: year.measuredOn };
  }
  const last = year.progress.findLast((entry) => valuesOf(entry).some((one) => one.metric === metric));
  return last ? { stage: 'progress', value: valuesOf(last).find((one) => one.metric === metric)?.value ?? null, measuredOn: last.measuredOn } : NOTHING;
};

type PromisedRow = Pick<TaskRow, 'years' | 'metrics' | 'status' | 'nextDueAt' | 'awaitingDueAt' | 'overdueYears' | 'rejectedYears' | 'firstYear' | 'lastYear'>;

const shown = (promise: KeptPromise, task: PromisedRow | undefined, year: number, now: string): ShownPromise => {
  const { code, text, metric, unit, target, leadName, dueOn, earlier } = promise;
  const reached = reachedIn(task?.years.find((one) => one.year === year), metric);
  const direction = task?.metrics.find((one) => one.code === metric)?.direction ?? 'at-least';
  return {
    code, text, unit, target, leadName, dueOn, ...reached, direction,
    percent: reached.value === null || direction !== 'at-least' ? null : round(divide(multiply(reached.value, '100'), target), 1),
    lamp: task ? lampOf(task, now) : 'grey',
    end: task && isEnd(task.status) ? task.status : null,
    earlier: earlier.map((one) => ({ text: one.text, unit: one.unit, target: one.target, leadName: one.leadName, dueOn: one.dueOn, on: one.on, reason: one.reason, document: one.document })),
  };
};

/** The list as anybody sees it, with how far the task behind each promise has come. `taskOf` gives the task of a public id. */
export const shownPromises = (list: Omit<PublishedPromises, 'status'>, taskOf: (taskId: string) => PromisedRow | undefined, now: string): ShownPromises => ({
  year: list.year, title: list.title, approval: list.approval, now,
  promises: list.promises.map((promise) => shown(promise, taskOf(promise.taskId), list.year, now)),
});
