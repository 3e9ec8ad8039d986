import type { Decimal, Event, LocalisedText } from '@zeren/kernel';

/** One promise to the public. Everything in it is public. */
export type PublicPromise = {
  /** Unique in its list: `MS-01`. */
  readonly code: string;
  readonly text: LocalisedText;
  /** The metric of the task that measures it, with its unit; the target is at least this much, at most where the task's metric says so, or `1` for yes. */
  readonly metric: string;
  readonly unit: string;
  readonly target: Decimal;
  /** The unit that leads it, and its name on the day of publication. */
  readonly leadUnitId: string;
  readonly leadName: LocalisedText;
  /** The day by which it is kept. */
  readonly dueOn: string;
  /** Public id of the task that carries it out. */
  readonly taskId: string;
};

/** The promises to the public (民生实事) of one year were published, as approved. */
export type PromisesPublished = Event<'PromisesPublished', {
  readonly year: number;
  readonly title: LocalisedText;
  readonly approval: { readonly authority: string; readonly document: string };
  readonly promises: readonly PublicPromise[];
}>;

/** A promise was amended, for a reason that is public; what it said before stays. */
export type PromiseAmended = Event<'PromiseAmended', {
  readonly promise: PublicPromise;
  /** The day from which it reads so. */
  readonly on: string;
  readonly reason: string;
  readonly document: string;
}>;

export type PromiseListEvent = PromisesPublished | PromiseAmended;
