import type { Event } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';
import type { ObjectionRule, TaskPublished } from './task-published.events.js';

/** A task as a revised split has it. */
export type RevisedContent = Omit<TaskPublished['data'], 'objection' | 'replaces'>;

/**
 * A revision of its split changed the task: whose it is and what is measured stayed, so that what was reported stays too.
 * Targets, due dates, weight, place in the split and those who support may be others.
 */
export type TaskRevised = Event<'TaskRevised', {
  /** Of the split. */
  readonly version: number;
  readonly reason: string;
  /** Number of the document that approved the revision. */
  readonly document: string;
  /** The task whole, as it stands from now on. */
  readonly content: RevisedContent;
  /** Years that are no longer asked for. A year of which a result was reported stays. */
  readonly droppedYears: readonly number[];
  /** The time to object that a higher target or an earlier date opened anew; absent where the unit was asked for no more. */
  readonly objection?: ObjectionRule;
  /** The integrations under which it counts from now on, null for those of its campaign; absent where the row says of that what it said before. */
  readonly integrations?: readonly Integration[] | null;
}>;
