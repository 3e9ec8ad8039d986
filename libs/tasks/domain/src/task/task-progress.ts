import { sameData, type Caller, type Command, type Role } from '@zeren/kernel';
import { unitsActedFor } from './acting-units.js';
import { refuse } from '../refusals.js';
import type { ProgressRecorded, TaskProgressEvent } from './task-progress.events.js';
import { requireUndisputed } from './task-objection.js';
import { holdsOneOf, interestedUnits, isEnd, requireLead, requireOpen, requireReason, yearOf, type PublishedTask } from './task-state.js';
import { checkMeasuredOn, checkSomeValues } from './task-values.js';
import { valuesOf } from './task-years.js';

type Recorded = ProgressRecorded['data'];

/** The lead unit records how far it has come. */
export type RecordProgress = Command<'RecordProgress', Pick<Recorded, 'year' | 'values' | 'measuredOn' | 'evidenceIds' | 'note'>>;
/** The lead unit corrects an entry, with the reason. */
export type CorrectProgress = Command<'CorrectProgress', { readonly year: number; readonly entry: number; readonly values: Recorded['values']; readonly reason: string }>;
/** An inspector or the performance office flags a report as false. */
export type FlagFalseReport = Command<'FlagFalseReport', { readonly year: number; readonly finding: string }>;
export type TaskProgressCommand = RecordProgress | CorrectProgress | FlagFalseReport;

const commandTypes: Readonly<Record<string, true>> = {
  RecordProgress: true, CorrectProgress: true, FlagFalseReport: true,
} satisfies Record<TaskProgressCommand['type'], true>;

export const isProgressCommand = (command: Command): command is TaskProgressCommand => commandTypes[command.type] === true;

/** Roles in which a report is flagged as false. */
export const rolesThatFlag: readonly Role[] = ['inspector', 'performance-office'];

/** A year's progress is recorded between acceptance and report. */
export const requireWorking = (task: PublishedTask, number: number): void => {
  requireOpen(task);
  requireUndisputed(task);
  if (task.status === 'published') refuse('task-not-accepted');
  const { status } = yearOf(task, number);
  if (status === 'reported' || status === 'verified') refuse(status === 'reported' ? 'result-awaits-verification' : 'result-verified', 'year', { year: number });
};

const record = (said: RecordProgress['data'], task: PublishedTask, caller: Caller): readonly TaskProgressEvent[] => {
  requireLead(task, caller);
  requireWorking(task, said.year);
  checkSomeValues(said.values, task.content.metrics);
  checkMeasuredOn(said.measuredOn, said.year, caller.now);
  const { progress } = yearOf(task, said.year);
  const { values, measuredOn, evidenceIds, note } = said;
  const last = progress.at(-1);
  const repeated = last && last.correction === null && last.measuredOn === measuredOn && last.note === note
    && sameData([last.values, last.evidenceIds], [values, evidenceIds]);
  if (repeated) return [];
  return [{ type: 'ProgressRecorded', data: { entry: progress.length + 1, ...said, unitId: caller.unitId } }];
};

const correct = (said: CorrectProgress['data'], task: PublishedTask, caller: Caller): readonly TaskProgressEvent[] => {
  requireLead(task, caller);
  requireWorking(task, said.year);
  requireReason(said.reason);
  const entry = yearOf(task, said.year).progress.find((one) => one.entry === said.entry) ?? refuse('entry-unknown', 'entry');
  checkSomeValues(said.values, task.content.metrics);
  if (sameData(valuesOf(entry), said.values)) return [];
  return [{ type: 'ProgressCorrected', data: { ...said, unitId: caller.unitId } }];
};

/** Verified or not, done or not: what was reported falsely does not stand. Nobody with an interest says so. */
const flag = ({ year: number, finding }: FlagFalseReport['data'], task: PublishedTask, caller: Caller): readonly TaskProgressEvent[] => {
  if (!holdsOneOf(caller, rolesThatFlag)) refuse('role-cannot-flag');
  const year = yearOf(task, number);
  const interested = interestedUnits(task, year.reportingUnitId);
  if (unitsActedFor(caller.unitId).some((unit) => interested.includes(unit))) refuse('verifier-interested');
  if (isEnd(task.status) && task.status !== 'done') refuse('task-ended');
  if (year.attempt === 0) refuse('nothing-reported', 'year', { year: number });
  if (year.falseAttempts.includes(year.attempt)) return [];
  if (finding.trim() === '') refuse('finding-required', 'finding');
  return [{
    type: 'FalseReportFlagged',
    data: { year: number, attempt: year.attempt, finding, flaggingUnitId: caller.unitId, count: year.falseAttempts.length + 1 },
  }];
};

export const decideOnProgress = (command: TaskProgressCommand, task: PublishedTask, caller: Caller): readonly TaskProgressEvent[] => {
  switch (command.type) {
    case 'RecordProgress': return record(command.data, task, caller);
    case 'CorrectProgress': return correct(command.data, task, caller);
    case 'FlagFalseReport': return flag(command.data, task, caller);
  }
};
