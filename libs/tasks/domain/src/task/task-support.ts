import { sameData, sum, type Caller, type Command } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import type { TaskMetric } from '../split/split.events.js';
import { unitsActedFor } from './acting-units.js';
import type { MeasuredValue } from './measured-value.js';
import { requireWorking } from './task-progress.js';
import { holdsOneOf, requireReason, rolesThatWork, supportersOf, yearOf, type PublishedTask } from './task-state.js';
import type { SupportingProgressCorrected, SupportingProgressRecorded, TaskSupportEvent } from './task-support.events.js';
import { checkMeasuredOn, checkSomeValues } from './task-values.js';
import { valuesOf, type ProgressEntry, type TaskYear } from './task-years.js';

type Recorded = SupportingProgressRecorded['data'];

/** A supporting unit records what it has done itself for the task. */
export type RecordSupportingProgress = Command<'RecordSupportingProgress', Pick<Recorded, 'year' | 'values' | 'measuredOn' | 'evidenceIds' | 'note'>>;
/** A supporting unit corrects one of its own entries, with the reason. */
export type CorrectSupportingProgress = Command<'CorrectSupportingProgress', Omit<SupportingProgressCorrected['data'], 'unitId'>>;
export type TaskSupportCommand = RecordSupportingProgress | CorrectSupportingProgress;

const commandTypes: Readonly<Record<string, true>> = {
  RecordSupportingProgress: true, CorrectSupportingProgress: true,
} satisfies Record<TaskSupportCommand['type'], true>;

export const isSupportCommand = (command: Command): command is TaskSupportCommand => commandTypes[command.type] === true;

/** The supporting unit in whose name the caller acts. */
const supportingUnit = (task: PublishedTask, caller: Caller): string => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  return unitsActedFor(caller.unitId).find((unit) => supportersOf(task).includes(unit)) ?? refuse('not-supporting');
};

const record = (said: RecordSupportingProgress['data'], task: PublishedTask, unitId: string, caller: Caller): readonly TaskSupportEvent[] => {
  requireWorking(task, said.year);
  checkSomeValues(said.values, task.content.metrics);
  checkMeasuredOn(said.measuredOn, said.year, caller.now);
  const { support = [] } = yearOf(task, said.year);
  const { values, measuredOn, evidenceIds, note } = said;
  const last = support.filter((one) => one.unitId === unitId).at(-1);
  const repeated = last && last.correction === null && last.measuredOn === measuredOn && last.note === note
    && sameData([last.values, last.evidenceIds], [values, evidenceIds]);
  if (repeated) return [];
  return [{ type: 'SupportingProgressRecorded', data: { entry: support.length + 1, ...said, unitId } }];
};

const correct = (said: CorrectSupportingProgress['data'], task: PublishedTask, unitId: string): readonly TaskSupportEvent[] => {
  requireWorking(task, said.year);
  requireReason(said.reason);
  const { support = [] } = yearOf(task, said.year);
  const entry = support.find((one) => one.entry === said.entry) ?? refuse('entry-unknown', 'entry');
  if (entry.unitId !== unitId) refuse('entry-of-another', 'entry', { unit: entry.unitId });
  checkSomeValues(said.values, task.content.metrics);
  if (sameData(valuesOf(entry), said.values)) return [];
  return [{ type: 'SupportingProgressCorrected', data: { ...said, unitId } }];
};

export const decideOnSupport = (command: TaskSupportCommand, task: PublishedTask, caller: Caller): readonly TaskSupportEvent[] => {
  const unitId = supportingUnit(task, caller);
  switch (command.type) {
    case 'RecordSupportingProgress': return record(command.data, task, unitId, caller);
    case 'CorrectSupportingProgress': return correct(command.data, task, unitId);
  }
};

/** Each unit's latest value of a metric, as it stands. */
const latestOfUnits = (support: readonly ProgressEntry[], metric: string): readonly string[] => [
  ...new Map(support.flatMap((entry) => valuesOf(entry).filter((one) => one.metric === metric).map(({ value }) => [entry.unitId, value] as const))).values(),
];

/**
 * What the supporting units have come to together in a year: of each additive metric the sum of each unit's latest value.
 * It stands beside the lead's own progress and is no part of it.
 */
export const supportSum = ({ support = [] }: Pick<TaskYear, 'support'>, metrics: readonly TaskMetric[]): readonly MeasuredValue[] =>
  metrics.filter(({ distribution }) => distribution === 'share').flatMap(({ code, unit }) => {
    const values = latestOfUnits(support, code);
    return values.length === 0 ? [] : [{ metric: code, value: sum(values), unit }];
  });
