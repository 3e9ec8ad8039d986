import type { Caller, Command, Event } from '@zeren/kernel';
import { unitsActedFor } from './acting-units.js';
import { refuse } from '../refusals.js';
import type { DutyMatchDeclared, TaskMatchEvent } from './task-match.events.js';
import {
  holdsOneOf, namedIn, ownerOf, requireDispatcher, requireOpen, requireReason, rolesThatWork, supportersOf, type DutyMatch, type PublishedTask,
} from './task-state.js';

/** A unit not named in the split declares that the task falls within its duties. */
export type DeclareDutyMatch = Command<'DeclareDutyMatch', Pick<DutyMatchDeclared['data'], 'reason' | 'basis'>>;
/** The dispatcher admits the unit as a supporting one, or refuses with a reason. */
export type AnswerDutyMatch = Command<'AnswerDutyMatch', { readonly number: number; readonly answer: 'admitted' | 'refused'; readonly reason: string }>;
export type TaskMatchCommand = DeclareDutyMatch | AnswerDutyMatch;

const commandTypes: Readonly<Record<string, true>> = { DeclareDutyMatch: true, AnswerDutyMatch: true } satisfies Record<TaskMatchCommand['type'], true>;
const eventTypes: Readonly<Record<string, true>> = {
  DutyMatchDeclared: true, DutyMatchAdmitted: true, DutyMatchRefused: true,
} satisfies Record<TaskMatchEvent['type'], true>;

export const isMatchCommand = (command: Command): command is TaskMatchCommand => commandTypes[command.type] === true;
export const isMatchEvent = (event: Event): event is TaskMatchEvent => eventTypes[event.type] === true;

/** The unit stands in the tenant that dispatched the task or in the one that leads it, and works on nothing above or in it. */
const requireUnnamed = (task: PublishedTask, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  const { content } = task;
  if (![ownerOf(task), content.unitTenantId].includes(caller.tenantId)) refuse('match-outside-tenant');
  const named = [content.unitId, ...supportersOf(task), ...content.ancestors.map(({ unitId }) => unitId)];
  if (unitsActedFor(caller.unitId).some((unit) => named.includes(unit))) refuse('match-already-named', undefined, { unit: caller.unitId });
};

const declare = ({ reason, basis }: DeclareDutyMatch['data'], task: PublishedTask, caller: Caller): readonly TaskMatchEvent[] => {
  requireUnnamed(task, caller);
  requireOpen(task);
  requireReason(reason);
  requireReason(basis, 'basis');
  const pending = task.matches.find(({ unitId, status }) => unitId === caller.unitId && status === 'declared');
  if (pending) return pending.reason === reason && pending.basis === basis ? [] : refuse('match-pending');
  const data = { number: task.matches.length + 1, unitId: caller.unitId, unitTenantId: caller.tenantId, reason, basis, task: namedIn(task) };
  return [{ type: 'DutyMatchDeclared', data }];
};

const answer = ({ number, answer: said, reason }: AnswerDutyMatch['data'], task: PublishedTask, caller: Caller): readonly TaskMatchEvent[] => {
  requireDispatcher(task, caller);
  const match = task.matches.find((one) => one.number === number) ?? refuse('no-match', 'number', { number });
  if (match.status !== 'declared') return match.status === said ? [] : refuse('match-answered', 'number', { number });
  if (match.unitId === caller.unitId) refuse('answers-own-request');
  requireOpen(task);
  if (said === 'refused') requireReason(reason);
  const data = { number, reason, unitId: caller.unitId };
  return [said === 'admitted' ? { type: 'DutyMatchAdmitted', data } : { type: 'DutyMatchRefused', data }];
};

export const decideOnMatch = (command: TaskMatchCommand, task: PublishedTask, caller: Caller): readonly TaskMatchEvent[] => {
  switch (command.type) {
    case 'DeclareDutyMatch': return declare(command.data, task, caller);
    case 'AnswerDutyMatch': return answer(command.data, task, caller);
  }
};

const answered = (task: PublishedTask, status: DutyMatch['status'], { number, reason, unitId }: { number: number; reason: string; unitId: string }): PublishedTask => ({
  ...task, matches: task.matches.map((one) => (one.number === number ? { ...one, status, answer: reason, answeringUnitId: unitId } : one)),
});

export const afterMatchEvent = (task: PublishedTask, event: TaskMatchEvent): PublishedTask => {
  switch (event.type) {
    case 'DutyMatchDeclared': {
      const { task: _, ...match } = event.data;
      return { ...task, matches: [...task.matches, { ...match, status: 'declared', answer: '', answeringUnitId: null }] };
    }
    case 'DutyMatchAdmitted': return answered(task, 'admitted', event.data);
    case 'DutyMatchRefused': return answered(task, 'refused', event.data);
  }
};
