import type { Caller, Command, Event } from '@zeren/kernel';
import { endOfDay, isCalendarDate, localDate } from '@zeren/organisation-domain';
import { refuse } from '../refusals.js';
import type { ExceptionKind, ExceptionRequested, TaskExceptionEvent } from './task-exception.events.js';
import { requireUndisputed } from './task-objection.js';
import {
  holdsOneOf, namedIn, ownerOf, requireDispatcher, requireLead, requireNoChildren, requireNothingReported, requireOpen, requireReason, requireTakeable,
  rolesThatDispatch, yearOf, type PublishedTask, type TakingBack, type TaskException,
} from './task-state.js';
import { dueOf } from './task-years.js';

export const exceptionKinds = ['extension', 'deferral', 'return', 'voiding', 'explanation', 'closure'] as const satisfies readonly ExceptionKind[];

/**
 * Ask for something out of the ordinary. `until` is a day; `latest` is the last moment an extension can reach: the
 * parent's own due moment, or the end of the campaign for a root.
 */
export type RequestException = Command<'RequestException', Pick<ExceptionRequested['data'], 'kind' | 'year' | 'until' | 'explainedTo' | 'reason'> & { readonly latest: string }>;
/** The task's owner approves or refuses a request. */
export type DecideException = Command<'DecideException', TakingBack & {
  readonly number: number;
  readonly decision: 'granted' | 'refused';
  readonly reason: string;
}>;
export type TaskExceptionCommand = RequestException | DecideException;

/** What happened beside the years of a task. */
type WholeTaskEvent = Exclude<TaskExceptionEvent, { type: 'DueDateExtended' | 'ResultDeferred' }>;

const commandTypes: Readonly<Record<string, true>> = { RequestException: true, DecideException: true } satisfies Record<TaskExceptionCommand['type'], true>;
const eventTypes: Readonly<Record<string, true>> = {
  ExceptionRequested: true, ExceptionGranted: true, ExceptionRefused: true, TaskReturned: true, TaskVoided: true, TaskExplained: true, TaskClosed: true,
} satisfies Record<WholeTaskEvent['type'], true>;

export const isExceptionCommand = (command: Command): command is TaskExceptionCommand => commandTypes[command.type] === true;
export const isExceptionEvent = (event: Event): event is WholeTaskEvent => eventTypes[event.type] === true;

type Asked = RequestException['data'];
type Span = { readonly year: number; readonly until: string };

const setsDate = (kind: ExceptionKind): boolean => kind === 'extension' || kind === 'deferral';

/** Only the lead unit asks; that a task is to be void, its dispatcher too. */
const requireMayAsk = (kind: ExceptionKind, task: PublishedTask, caller: Caller): void => {
  const dispatches = caller.tenantId === ownerOf(task) && holdsOneOf(caller, rolesThatDispatch);
  if (kind !== 'voiding' || !dispatches) requireLead(task, caller);
};

/** The year and the moment a request for more time names: asked before expiry, for a result not yet reported. */
const spanAsked = ({ kind, year: number, until, latest }: Asked, task: PublishedTask, caller: Caller): Span => {
  if (number === null) return refuse('year-without-target', 'year', { year: '' });
  const year = yearOf(task, number);
  if (until === null || !isCalendarDate(until)) return refuse('date-invalid', 'until');
  if (year.status === 'reported') refuse('result-awaits-verification', 'year', { year: number });
  if (year.status === 'verified') refuse('result-verified', 'year', { year: number });
  const due = dueOf(year);
  if (year.status === 'overdue' || caller.now > due) refuse('asked-after-expiry', 'year', { due: localDate(due) });
  const moment = endOfDay(until);
  if (moment <= due) refuse('date-not-later', 'until', { due: localDate(due) });
  if (kind === 'extension' && moment > latest) refuse('extension-outside-parent', 'until', { latest: localDate(latest) });
  return { year: number, until: moment };
};

const checkState = ({ kind, explainedTo }: Asked, task: PublishedTask): void => {
  if (kind === 'return') requireNothingReported(task);
  if (kind === 'explanation' && (explainedTo === null || explainedTo.trim() === '')) refuse('explained-to-whom', 'explainedTo');
  const waiting = task.years.find(({ status }) => status === 'reported');
  if (waiting && !setsDate(kind)) refuse('result-awaits-verification', undefined, { year: waiting.year });
};

const request = (data: Asked, task: PublishedTask, caller: Caller): readonly TaskExceptionEvent[] => {
  const { kind, reason } = data;
  requireMayAsk(kind, task, caller);
  requireOpen(task);
  requireUndisputed(task);
  requireReason(reason);
  const span = setsDate(kind) ? spanAsked(data, task, caller) : { year: null, until: null };
  const explainedTo = kind === 'explanation' ? data.explainedTo : null;
  const open = task.exceptions.find((one) => one.status === 'requested' && one.kind === kind && one.year === span.year);
  if (open) return open.reason === reason && open.until === span.until ? [] : refuse('request-pending', 'kind');
  checkState(data, task);
  return [{
    type: 'ExceptionRequested',
    data: { number: task.exceptions.length + 1, kind, ...span, explainedTo, reason, unitId: caller.unitId, task: namedIn(task) },
  }];
};

/** What an approval brings about. */
const consequenceOf = (asked: TaskException, { reason, successor }: DecideException['data'], task: PublishedTask): TaskExceptionEvent => {
  const { number, kind } = asked;
  const year = asked.year ?? 0;
  const until = asked.until ?? '';
  switch (kind) {
    case 'extension': return { type: 'DueDateExtended', data: { number, year, until, earlier: dueOf(yearOf(task, year)) } };
    case 'deferral': return { type: 'ResultDeferred', data: { number, year, until } };
    case 'return': return { type: 'TaskReturned', data: { number, reason, successor } };
    case 'voiding': return { type: 'TaskVoided', data: { number, reason } };
    case 'explanation': return { type: 'TaskExplained', data: { number, reason: asked.reason, explainedTo: asked.explainedTo ?? '' } };
    case 'closure': return { type: 'TaskClosed', data: { number, reason: asked.reason } };
  }
};

/** Between the asking and the approval a result may have been reported, or the task split. */
const requireStillPossible = ({ kind, year }: TaskException, data: DecideException['data'], task: PublishedTask): void => {
  if (kind === 'voiding') requireNoChildren(data);
  if (kind === 'return') {
    requireTakeable(task, data);
    requireNothingReported(task);
  }
  const reported = task.years.find((one) => (year === null || one.year === year) && one.status === 'reported');
  if (reported) refuse('result-awaits-verification', undefined, { year: reported.year });
};

const decideRequest = (data: DecideException['data'], task: PublishedTask, caller: Caller): readonly TaskExceptionEvent[] => {
  requireDispatcher(task, caller);
  const asked = task.exceptions.find(({ number }) => number === data.number) ?? refuse('request-unknown', 'number');
  if (asked.status === data.decision) return [];
  if (asked.status !== 'requested') return refuse('request-decided');
  if (asked.unitId === caller.unitId) refuse('answers-own-request');
  requireOpen(task);
  requireReason(data.reason);
  const { number, kind } = asked;
  const decision = { number, kind, reason: data.reason, unitId: caller.unitId };
  if (data.decision === 'refused') return [{ type: 'ExceptionRefused', data: decision }];
  requireStillPossible(asked, data, task);
  return [{ type: 'ExceptionGranted', data: decision }, consequenceOf(asked, data, task)];
};

export const decideOnException = (command: TaskExceptionCommand, task: PublishedTask, caller: Caller): readonly TaskExceptionEvent[] => {
  switch (command.type) {
    case 'RequestException': return request(command.data, task, caller);
    case 'DecideException': return decideRequest(command.data, task, caller);
  }
};

const decided = (task: PublishedTask, number: number, change: Pick<TaskException, 'status' | 'answer'>): PublishedTask =>
  ({ ...task, exceptions: task.exceptions.map((one) => (one.number === number ? { ...one, ...change } : one)) });

/** The task after an event of its exceptions, its years aside. */
export const afterExceptionEvent = (task: PublishedTask, event: WholeTaskEvent): PublishedTask => {
  switch (event.type) {
    case 'ExceptionRequested': {
      const { task: _, ...asked } = event.data;
      return { ...task, exceptions: [...task.exceptions, { ...asked, status: 'requested', answer: '' }] };
    }
    case 'ExceptionGranted': return decided(task, event.data.number, { status: 'granted', answer: event.data.reason });
    case 'ExceptionRefused': return decided(task, event.data.number, { status: 'refused', answer: event.data.reason });
    case 'TaskReturned': return { ...task, status: 'returned' };
    case 'TaskVoided': return { ...task, status: 'voided' };
    case 'TaskExplained': return { ...task, status: 'explained' };
    case 'TaskClosed': return { ...task, status: 'closed' };
  }
};
