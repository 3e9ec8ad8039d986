import type { Event, LocalisedText } from '@zeren/kernel';

/** Whom a register names: the task as it stood, so that the entry reads by itself. */
export type TaskNamed = {
  readonly name: LocalisedText;
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly unitId: string;
  readonly unitTenantId: string;
};

/** The unit to which a task that was given back is dispatched anew, as a task of its own. */
export type Successor = { readonly unitId: string; readonly unitTenantId: string; readonly accountablePostId: string };

/** The dispatched unit objected to the task in writing. */
export type ObjectionRaised = Event<'ObjectionRaised', {
  /** 1 for the first objection to this task. */
  readonly round: number;
  readonly reason: string;
  readonly unitId: string;
  readonly task: TaskNamed;
}>;

/** The dispatcher agreed: the task is taken back. */
export type ObjectionAccepted = Event<'ObjectionAccepted', { readonly round: number; readonly reason: string; readonly unitId: string }>;

/** The dispatcher stands by the task, and says why. */
export type ObjectionRefused = Event<'ObjectionRefused', {
  readonly round: number;
  readonly reason: string;
  readonly unitId: string;
  /** The last day for a further objection; null where only a final ruling is left. */
  readonly nextUntil: string | null;
}>;

/** The final ruling on a task twice objected to in vain. */
export type ObjectionRuled = Event<'ObjectionRuled', {
  readonly round: number;
  readonly ruling: 'stands' | 'withdrawn';
  readonly reason: string;
  /** Number of the document that holds the ruling. */
  readonly document: string;
  readonly unitId: string;
}>;

/** The task was taken back from its unit after an objection. */
export type TaskWithdrawn = Event<'TaskWithdrawn', { readonly reason: string; readonly successor: Successor | null }>;

/** The time for objections, counted by the week alone at dispatch, was counted anew once the calendar was published. */
export type ObjectionTimeRecounted = Event<'ObjectionTimeRecounted', {
  /** The last day, in the tenant's calendar. */
  readonly until: string;
}>;

export type TaskObjectionEvent = ObjectionTimeRecounted | ObjectionRaised | ObjectionAccepted | ObjectionRefused | ObjectionRuled | TaskWithdrawn;
