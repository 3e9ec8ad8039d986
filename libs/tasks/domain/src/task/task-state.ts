import { parsePublicId, type Caller, type Role } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import { unitsActedFor } from './acting-units.js';
import { refuse } from '../refusals.js';
import type { ExceptionRequested } from './task-exception.events.js';
import type { DutyMatchDeclared } from './task-match.events.js';
import type { ObjectionRaised, ObjectionRuled, Successor, TaskNamed } from './task-objection.events.js';
import type { TaskPublished } from './task-published.events.js';
import type { TaskRemapped } from './task-remapping.events.js';
import type { TaskYear } from './task-years.js';

/** How a task can end. They are never merged: only `done` was achieved. */
export const taskEnds = ['done', 'explained', 'closed', 'returned', 'voided', 'withdrawn'] as const;
export type TaskEnd = (typeof taskEnds)[number];

/** One objection and what became of it. */
export type Objection = Pick<ObjectionRaised['data'], 'round' | 'reason' | 'unitId'> & {
  readonly status: 'raised' | 'accepted' | 'refused';
  readonly answer: string;
  readonly answeringUnitId: string | null;
  /** The last day for a further one, after a refusal. */
  readonly nextUntil: string | null;
  readonly ruling: Pick<ObjectionRuled['data'], 'ruling' | 'reason' | 'document'> | null;
};

/** One unit's declaration that the task falls within its duties, and what became of it. */
export type DutyMatch = Omit<DutyMatchDeclared['data'], 'task'> & {
  readonly status: 'declared' | 'admitted' | 'refused';
  readonly answer: string;
  readonly answeringUnitId: string | null;
};

/** One request and what became of it. */
export type TaskException = Omit<ExceptionRequested['data'], 'task'> & {
  readonly status: 'requested' | 'granted' | 'refused';
  readonly answer: string;
};

export type PublishedTask = {
  readonly status: 'published' | 'accepted' | TaskEnd;
  readonly content: TaskPublished['data'];
  readonly years: readonly TaskYear[];
  readonly objections: readonly Objection[];
  readonly exceptions: readonly TaskException[];
  readonly matches: readonly DutyMatch[];
  /** Moves of its campaign to versions in which its indicator reads otherwise. */
  readonly remappings: readonly TaskRemapped['data'][];
  /** The integrations under which it counts; null where it counts under those of its campaign. */
  readonly integrations: readonly Integration[] | null;
};

export type Task = { readonly status: 'unpublished' } | PublishedTask;

/** Roles in which a task is accepted and reported on. */
export const rolesThatWork: readonly Role[] = ['officer', 'district-office', 'city-office', 'leader'];
/** Roles in which a result is verified. */
export const rolesThatVerify: readonly Role[] = ['inspector', 'assessor'];
/** Roles in which the side that dispatched a task answers objections and requests. */
export const rolesThatDispatch: readonly Role[] = ['city-office', 'district-office', 'leader'];
/** Roles in which a dispute is ruled on for good. */
export const rolesThatRule: readonly Role[] = ['leader'];

export const holdsOneOf = (caller: Caller, roles: readonly Role[]): boolean => caller.roles.some((role) => roles.includes(role));

export const isEnd = (status: string): status is TaskEnd => (taskEnds as readonly string[]).includes(status);

/** Refuses whatever would change a task that has ended. */
export const requireOpen = ({ status }: PublishedTask): void => {
  if (isEnd(status)) refuse('task-ended');
};

/** The units that matched themselves to a task and were admitted. */
export const admittedUnits = (matches: readonly DutyMatch[]): readonly string[] =>
  matches.filter(({ status }) => status === 'admitted').map(({ unitId }) => unitId);

/** The units that support a task: those its split names, and those admitted later. */
export const supportersOf = ({ content, matches }: Pick<PublishedTask, 'content' | 'matches'>): readonly string[] =>
  [...new Set([...content.supportingUnitIds, ...admittedUnits(matches)])];

const actsFor = (caller: Caller, unitIds: readonly string[]): boolean => unitsActedFor(caller.unitId).some((unit) => unitIds.includes(unit));

export const requireLead = ({ content }: PublishedTask, caller: Caller): void => {
  if (!holdsOneOf(caller, rolesThatWork)) refuse('role-cannot-act');
  const leads = caller.tenantId === content.unitTenantId && actsFor(caller, [content.unitId]);
  if (!leads) refuse('not-the-lead', undefined, { unit: content.unitId });
};

/** The tenant that dispatched the task. */
export const ownerOf = ({ content }: PublishedTask): string | undefined => parsePublicId(content.splitId)?.tenantId;

/** The side that dispatched the task, in a unit that does not work on it. */
export const requireDispatcher = (task: PublishedTask, caller: Caller, roles: readonly Role[] = rolesThatDispatch): void => {
  if (!holdsOneOf(caller, roles)) refuse('role-cannot-answer');
  if (ownerOf(task) !== caller.tenantId) refuse('not-the-dispatcher');
  if (actsFor(caller, [task.content.unitId, ...supportersOf(task)])) refuse('answers-own-request');
};

export const yearOf = (task: PublishedTask, year: number): TaskYear =>
  task.years.find((found) => found.year === year) ?? refuse('year-without-target', 'year', { year });

/** Units that gain by the result: those that work on the task, and those of every task it descends from. */
export const interestedUnits = (task: PublishedTask, reportingUnitId: string | null = null): readonly string[] => [
  task.content.unitId,
  ...supportersOf(task),
  ...task.content.ancestors.map(({ unitId }) => unitId),
  ...(task.content.parts ?? []).flatMap(({ unitId, representedBy }) => (representedBy === null ? [unitId] : [unitId, representedBy])),
  ...(reportingUnitId === null ? [] : [reportingUnitId]),
];

export const namedIn = ({ content }: PublishedTask): TaskNamed => {
  const { name, campaignId, indicatorCode, unitId, unitTenantId } = content;
  return { name, campaignId, indicatorCode, unitId, unitTenantId };
};

/** What the handler found of other tasks and of the campaign, for taking a task back. */
export type TakingBack = {
  /** Whom it goes to instead; null where it goes to nobody. */
  readonly successor: Successor | null;
  /** Tenants the campaign's work may go to besides the dispatcher's own. */
  readonly participantTenantIds: readonly string[];
  /** Whether it has been split further. */
  readonly hasChildren: boolean;
};

/** A task with children is not taken back alone: its split would no longer add up. */
export const requireNoChildren = ({ hasChildren }: Pick<TakingBack, 'hasChildren'>): void => {
  if (hasChildren) refuse('task-already-split');
};

export const requireTakeable = (task: PublishedTask, data: TakingBack): void => {
  requireNoChildren(data);
  const { successor, participantTenantIds } = data;
  if (!successor) return;
  const { content } = task;
  if (successor.accountablePostId.trim() === '') refuse('post-required', 'successor.accountablePostId');
  if (successor.unitId === content.unitId) refuse('successor-is-the-lead', 'successor.unitId');
  if (successor.unitId === content.ancestors.at(-1)?.unitId) refuse('lead-of-parent', 'successor.unitId');
  if (supportersOf(task).includes(successor.unitId)) refuse('lead-also-supporting', 'successor.unitId');
  const admitted = [ownerOf(task), ...participantTenantIds].includes(successor.unitTenantId);
  if (!admitted) refuse('tenant-not-participant', 'successor.unitTenantId', { tenant: successor.unitTenantId });
};

/** A reason that says nothing is none. */
export const requireReason = (reason: string, field = 'reason'): void => {
  if (reason.trim() === '') refuse('reason-required', field);
};

/** Nothing may be given back of which a result was already reported. */
export const requireNothingReported = ({ years }: PublishedTask): void => {
  if (years.some(({ attempt }) => attempt > 0)) refuse('result-already-reported');
};
