import type { Caller, Command, Event } from '@zeren/kernel';
import { isCalendarDate, localDate } from '@zeren/organisation-domain';
import { refuse } from '../refusals.js';
import type { ObjectionRuled, TaskObjectionEvent } from './task-objection.events.js';
import type { ObjectionRule } from './task-published.events.js';
import {
  namedIn, requireDispatcher, requireLead, requireOpen, requireReason, requireTakeable, rolesThatRule,
  type Objection, type PublishedTask, type TakingBack,
} from './task-state.js';

/** The dispatched unit objects in writing. */
export type RaiseObjection = Command<'RaiseObjection', { readonly reason: string }>;
/** The dispatcher agrees and takes the task back; it may go to another unit. */
export type AcceptObjection = Command<'AcceptObjection', TakingBack & { readonly reason: string }>;
/** The dispatcher stands by the task. `nextUntil`: the last day for a further objection, by the tenant's calendar. */
export type RefuseObjection = Command<'RefuseObjection', { readonly reason: string; readonly nextUntil: string }>;
/** Rule for good, once refusals are used up. */
export type RuleOnObjection = Command<'RuleOnObjection', TakingBack & Pick<ObjectionRuled['data'], 'ruling' | 'reason' | 'document'>>;
/** Count the time for objections anew, by the calendar that was published since: `rule` as it would be given now for the day of dispatch. */
export type RecountObjectionTime = Command<'RecountObjectionTime', { readonly rule: Pick<ObjectionRule, 'until' | 'byWeekAlone'> }>;
export type TaskObjectionCommand = RecountObjectionTime | RaiseObjection | AcceptObjection | RefuseObjection | RuleOnObjection;

const commandTypes: Readonly<Record<string, true>> = {
  RecountObjectionTime: true, RaiseObjection: true, AcceptObjection: true, RefuseObjection: true, RuleOnObjection: true,
} satisfies Record<TaskObjectionCommand['type'], true>;
const eventTypes: Readonly<Record<string, true>> = {
  ObjectionTimeRecounted: true, ObjectionRaised: true, ObjectionAccepted: true, ObjectionRefused: true, ObjectionRuled: true, TaskWithdrawn: true,
} satisfies Record<TaskObjectionEvent['type'], true>;

export const isObjectionCommand = (command: Command): command is TaskObjectionCommand => commandTypes[command.type] === true;
export const isObjectionEvent = (event: Event): event is TaskObjectionEvent => eventTypes[event.type] === true;

type Disputed = Pick<PublishedTask, 'content' | 'objections'>;

/** Objections to what is asked now: a revision that asks for more opens the count anew. */
const presentObjections = ({ objections, content }: Disputed): readonly Objection[] => objections.slice(content.objection?.since?.objections ?? 0);

const refusalsOf = (task: Disputed): number => presentObjections(task).filter(({ status }) => status === 'refused').length;

const exhausted = (task: Disputed): boolean => refusalsOf(task) >= (task.content.objection?.refusals ?? Infinity);

/** Whether nothing but a final ruling is left, and it has not been given. */
export const awaitsRuling = (task: Disputed): boolean => exhausted(task) && presentObjections(task).at(-1)?.ruling === null;

/** The objection that waits for the dispatcher's answer. */
export const openObjection = ({ objections }: Pick<PublishedTask, 'objections'>): Objection | undefined =>
  objections.find(({ status }) => status === 'raised');

/** The last day on which the unit may object now; null where it may not. */
export const objectionUntil = (task: Disputed): string | null => {
  if (exhausted(task)) return null;
  return presentObjections(task).at(-1)?.nextUntil ?? task.content.objection?.until ?? null;
};

/** While it is disputed, a task is neither accepted nor reported on. */
export const requireUndisputed = (task: PublishedTask): void => {
  if (openObjection(task)) refuse('objection-pending');
};

/** Whether a result was reported since the task was asked for as it is now. */
export const isReportedOn = ({ years, content }: Pick<PublishedTask, 'years' | 'content'>): boolean =>
  years.reduce((reports, { attempt }) => reports + attempt, 0) > (content.objection?.since?.reports ?? 0);

const raise = ({ reason }: RaiseObjection['data'], task: PublishedTask, caller: Caller): readonly TaskObjectionEvent[] => {
  requireLead(task, caller);
  requireOpen(task);
  requireReason(reason);
  const open = openObjection(task);
  if (open) return open.reason === reason ? [] : refuse('objection-pending');
  if (exhausted(task)) refuse('objections-exhausted', undefined, { refusals: refusalsOf(task) });
  if (isReportedOn(task)) refuse('result-already-reported');
  const until = objectionUntil(task);
  if (until === null) return refuse('objection-not-provided');
  if (localDate(caller.now) > until) refuse('objection-late', undefined, { until });
  return [{ type: 'ObjectionRaised', data: { round: task.objections.length + 1, reason, unitId: caller.unitId, task: namedIn(task) } }];
};

const requireOpenObjection = (task: PublishedTask): Objection => openObjection(task) ?? refuse('no-objection');

const accept = (data: AcceptObjection['data'], task: PublishedTask, caller: Caller): readonly TaskObjectionEvent[] => {
  requireDispatcher(task, caller);
  if (task.status === 'withdrawn') return [];
  const { round } = requireOpenObjection(task);
  requireReason(data.reason);
  requireTakeable(task, data);
  const { reason, successor } = data;
  return [
    { type: 'ObjectionAccepted', data: { round, reason, unitId: caller.unitId } },
    { type: 'TaskWithdrawn', data: { reason, successor } },
  ];
};

const stand = ({ reason, nextUntil }: RefuseObjection['data'], task: PublishedTask, caller: Caller): readonly TaskObjectionEvent[] => {
  requireDispatcher(task, caller);
  const last = task.objections.at(-1);
  if (last?.status === 'refused' && last.answer === reason) return [];
  const { round } = requireOpenObjection(task);
  requireReason(reason);
  if (!isCalendarDate(nextUntil)) refuse('date-invalid', 'nextUntil');
  const isLast = refusalsOf(task) + 1 >= (task.content.objection?.refusals ?? Infinity);
  return [{ type: 'ObjectionRefused', data: { round, reason, unitId: caller.unitId, nextUntil: isLast ? null : nextUntil } }];
};

const rule = (data: RuleOnObjection['data'], task: PublishedTask, caller: Caller): readonly TaskObjectionEvent[] => {
  requireDispatcher(task, caller, rolesThatRule);
  const last = task.objections.at(-1);
  const { ruling, reason, document, successor } = data;
  if (last?.ruling) return last.ruling.ruling === ruling ? [] : refuse('ruling-is-final');
  if (!last || !awaitsRuling(task)) return refuse('nothing-to-rule');
  if (last.answeringUnitId === caller.unitId) refuse('rules-on-own-answer');
  requireReason(reason);
  if (document.trim() === '') refuse('document-required', 'document');
  const ruled = { type: 'ObjectionRuled', data: { round: last.round, ruling, reason, document, unitId: caller.unitId } } as const;
  if (ruling === 'stands') return [ruled];
  requireTakeable(task, data);
  return [ruled, { type: 'TaskWithdrawn', data: { reason, successor } }];
};

const recount = ({ rule: { until, byWeekAlone } }: RecountObjectionTime['data'], task: PublishedTask, caller: Caller): readonly TaskObjectionEvent[] => {
  requireDispatcher(task, caller);
  requireOpen(task);
  const { objection } = task.content;
  if (!objection) return refuse('objection-not-provided');
  if (!objection.byWeekAlone) return [];
  if (byWeekAlone) refuse('calendar-not-published');
  return [{ type: 'ObjectionTimeRecounted', data: { until } }];
};

export const decideOnObjection = (command: TaskObjectionCommand, task: PublishedTask, caller: Caller): readonly TaskObjectionEvent[] => {
  switch (command.type) {
    case 'RecountObjectionTime': return recount(command.data, task, caller);
    case 'RaiseObjection': return raise(command.data, task, caller);
    case 'AcceptObjection': return accept(command.data, task, caller);
    case 'RefuseObjection': return stand(command.data, task, caller);
    case 'RuleOnObjection': return rule(command.data, task, caller);
  }
};

const answered = (task: PublishedTask, round: number, change: Partial<Objection>): PublishedTask =>
  ({ ...task, objections: task.objections.map((one) => (one.round === round ? { ...one, ...change } : one)) });

export const afterObjectionEvent = (task: PublishedTask, event: TaskObjectionEvent): PublishedTask => {
  switch (event.type) {
    case 'ObjectionRaised': {
      const { round, reason, unitId } = event.data;
      return { ...task, objections: [...task.objections, { round, reason, unitId, status: 'raised', answer: '', answeringUnitId: null, nextUntil: null, ruling: null }] };
    }
    case 'ObjectionAccepted':
      return answered(task, event.data.round, { status: 'accepted', answer: event.data.reason, answeringUnitId: event.data.unitId });
    case 'ObjectionRefused': {
      const { round, reason, unitId, nextUntil } = event.data;
      return answered(task, round, { status: 'refused', answer: reason, answeringUnitId: unitId, nextUntil });
    }
    case 'ObjectionRuled': {
      const { round, ruling, reason, document } = event.data;
      return answered(task, round, { ruling: { ruling, reason, document } });
    }
    case 'ObjectionTimeRecounted': {
      const { objection } = task.content;
      return objection ? { ...task, content: { ...task.content, objection: { ...objection, until: event.data.until, byWeekAlone: false } } } : task;
    }
    case 'TaskWithdrawn': return { ...task, status: 'withdrawn' };
  }
};
