import { sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { unitsActedFor } from './acting-units.js';
import { decideOnMapping, type CarryMapping } from '../campaign/mapping-carry.js';
import { decideOnCredit, type CreditResult } from '../measure/measure-credit.js';
import { refuse } from '../refusals.js';
import { afterRevision, decideOnRevision, type CarryRevision } from '../split/split-carry.js';
import { afterExceptionEvent, decideOnException, isExceptionCommand, isExceptionEvent, type TaskExceptionCommand } from './task-exception.js';
import { afterMatchEvent, decideOnMatch, isMatchCommand, isMatchEvent, type TaskMatchCommand } from './task-match.js';
import { afterObjectionEvent, decideOnObjection, isObjectionCommand, isObjectionEvent, requireUndisputed, type TaskObjectionCommand } from './task-objection.js';
import { decideOnClassification, type ClassifyTask } from './task-classification.js';
import { decideOnDispatch, type DispatchTask } from './task-dispatch.js';
import { decideOnProgress, isProgressCommand, type TaskProgressCommand } from './task-progress.js';
import { decideOnSupport, isSupportCommand, type TaskSupportCommand } from './task-support.js';
import {
  holdsOneOf, interestedUnits, isEnd, ownerOf, requireLead, requireOpen, rolesThatVerify, yearOf, type PublishedTask, type Task,
} from './task-state.js';
import { checkAllValues, checkMeasuredOn } from './task-values.js';
import type { ResultReported, TaskEvent } from './task.events.js';
import { dueOf, isYearEvent, yearsAfter, yearsOf, type TaskYear, type YearEvent } from './task-years.js';

/** The lead unit takes the task on. */
export type AcceptTask = Command<'AcceptTask', Record<string, never>>;
/** The lead unit reports what was measured for a year: a value for every metric, in its unit. */
export type ReportResult = Command<'ReportResult', Pick<ResultReported['data'], 'year' | 'values' | 'measuredOn' | 'note'> & {
  /** The parties of a joint task whose part is neither done nor excused, as the handler read them; for no other task. */
  readonly openParties?: readonly string[];
}>;
/** An inspector or assessor with no interest in the result confirms or rejects it. */
export type VerifyResult = Command<'VerifyResult', { readonly year: number; readonly verdict: Verdict; readonly finding: string }>;
/** The clock found a year's result not reported by its time. */
export type MarkOverdue = Command<'MarkOverdue', { readonly year: number }>;
export type TaskCommand =
  | DispatchTask | AcceptTask | ReportResult | VerifyResult | MarkOverdue | TaskObjectionCommand | TaskMatchCommand | TaskExceptionCommand | TaskProgressCommand | TaskSupportCommand | CarryRevision | CarryMapping | CreditResult | ClassifyTask;

export type Verdict = 'confirmed' | 'rejected';

const accept = (task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  requireLead(task, caller);
  requireOpen(task);
  requireUndisputed(task);
  return task.status === 'published' ? [{ type: 'TaskAccepted', data: { unitId: task.content.unitId } }] : [];
};

const isRepeated = (year: TaskYear, said: ReportResult['data']): boolean =>
  year.measuredOn === said.measuredOn && year.note === said.note && sameData(year.values, said.values);

/** The lead answers for the whole: it is reported once every part is done, or excused with a reason. */
const requirePartsSettled = ({ openParties }: ReportResult['data'], { content: { parts = [] } }: PublishedTask): void => {
  const open = openParties ?? parts.map(({ unitId }) => unitId);
  if (parts.length > 0 && open.length > 0) refuse('parts-open', undefined, { parties: open.join(', ') });
};

const report = (said: ReportResult['data'], task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  requireLead(task, caller);
  if (task.status === 'published') refuse('task-not-accepted');
  requireUndisputed(task);
  if (task.status !== 'done') requireOpen(task);
  const year = yearOf(task, said.year);
  if (year.status === 'reported' || year.status === 'verified') {
    if (isRepeated(year, said)) return [];
    refuse(year.status === 'reported' ? 'result-awaits-verification' : 'result-verified', 'year', { year: said.year });
  }
  checkAllValues(said.values, task.content.metrics);
  requirePartsSettled(said, task);
  checkMeasuredOn(said.measuredOn, said.year, caller.now);
  return [{
    type: 'ResultReported',
    data: {
      year: said.year,
      values: said.values,
      measuredOn: said.measuredOn,
      dueAt: dueOf(year),
      late: caller.now > dueOf(year),
      attempt: year.attempt + 1,
      reportingUnitId: caller.unitId,
      note: said.note,
    },
  }];
};

const requireIndependent = (task: PublishedTask, year: TaskYear, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatVerify)) refuse('role-cannot-verify');
  if (ownerOf(task) !== caller.tenantId) refuse('not-the-owner');
  const interested = interestedUnits(task, year.reportingUnitId);
  if (unitsActedFor(caller.unitId).some((unit) => interested.includes(unit))) refuse('verifier-interested');
};

const standsAs = { confirmed: 'verified', rejected: 'rejected' } as const satisfies Record<Verdict, TaskYear['status']>;

const verify = ({ year: number, verdict, finding }: VerifyResult['data'], task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  const year = yearOf(task, number);
  requireIndependent(task, year, caller);
  if (year.status === standsAs[verdict]) return [];
  if (year.status !== 'reported') refuse('nothing-to-verify', 'year', { year: number });
  if (finding.trim() === '') refuse('finding-required', 'finding');
  const data = { year: number, verifyingUnitId: caller.unitId, finding };
  if (verdict === 'rejected') return [{ type: 'ResultRejected', data: { ...data, rework: year.rework + 1 } }];
  const last = task.years.every(({ status, year: other }) => other === number || status === 'verified');
  return [{ type: 'ResultVerified', data }, ...(last ? [{ type: 'TaskCompleted', data: { outcome: 'done' } } as const] : [])];
};

const markOverdue = (number: number, task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  const year = yearOf(task, number);
  if (year.status !== 'pending' || isEnd(task.status)) return [];
  const dueAt = dueOf(year);
  if (caller.now <= dueAt) refuse('not-due-yet', 'year', { year: number });
  return [{ type: 'TaskMarkedOverdue', data: { year: number, dueAt } }];
};

type DirectCommand = Exclude<TaskCommand, DispatchTask | TaskObjectionCommand | TaskMatchCommand | TaskExceptionCommand | TaskProgressCommand | TaskSupportCommand>;

const decideDirectly = (command: DirectCommand, task: PublishedTask, caller: Caller): readonly TaskEvent[] => {
  switch (command.type) {
    case 'AcceptTask': return accept(task, caller);
    case 'ReportResult': return report(command.data, task, caller);
    case 'VerifyResult': return verify(command.data, task, caller);
    case 'MarkOverdue': return markOverdue(command.data.year, task, caller);
    case 'CreditResult': return decideOnCredit(command.data, task, caller);
    case 'ClassifyTask': return decideOnClassification(command.data, task, caller);
    case 'CarryRevision': return decideOnRevision(command.data, task, caller);
    case 'CarryMapping': return decideOnMapping(command.data, task, caller);
  }
};

const decide = (command: TaskCommand, task: Task, caller: Caller): readonly TaskEvent[] => {
  if (command.type === 'DispatchTask') return decideOnDispatch(command.data, task, caller);
  if (task.status === 'unpublished') return refuse('task-not-published');
  if (isObjectionCommand(command)) return decideOnObjection(command, task, caller);
  if (isMatchCommand(command)) return decideOnMatch(command, task, caller);
  if (isExceptionCommand(command)) return decideOnException(command, task, caller);
  if (isProgressCommand(command)) return decideOnProgress(command, task, caller);
  if (isSupportCommand(command)) return decideOnSupport(command, task, caller);
  return decideDirectly(command, task, caller);
};

const publishedAs = (content: PublishedTask['content']): PublishedTask =>
  ({ status: 'published', content, years: yearsOf(content.annualTargets), objections: [], exceptions: [], matches: [], remappings: [], integrations: content.integrations ?? null });

/** A false report undoes also what was done. */
const afterYearEvent = (task: PublishedTask, event: YearEvent): PublishedTask =>
  ({ ...task, status: event.type === 'FalseReportFlagged' ? 'accepted' : task.status, years: yearsAfter(task.years, event) });

const evolve = (task: Task, event: TaskEvent): Task => {
  if (event.type === 'TaskPublished') return publishedAs(event.data);
  if (task.status === 'unpublished') return task;
  if (isYearEvent(event)) return afterYearEvent(task, event);
  if (isObjectionEvent(event)) return afterObjectionEvent(task, event);
  if (isMatchEvent(event)) return afterMatchEvent(task, event);
  if (isExceptionEvent(event)) return afterExceptionEvent(task, event);
  switch (event.type) {
    case 'TaskAccepted': return { ...task, status: 'accepted' };
    case 'TaskCompleted': return { ...task, status: 'done' };
    case 'TaskRevised': return afterRevision(task, event);
    case 'TaskClassified': return { ...task, integrations: event.data.integrations };
    case 'TaskRemapped': return { ...task, remappings: [...task.remappings, event.data] };
  }
};

export const taskDecider: Decider<Task, TaskCommand, TaskEvent> = {
  category: 'task',
  initialState: { status: 'unpublished' },
  decide,
  evolve,
  sharedWith: (task) => (task.status === 'unpublished' ? [] : task.content.sharedWith),
};
