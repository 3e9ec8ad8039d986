import type { Decimal, Event } from '@zeren/kernel';
import type { TaskNamed } from '../task/task-objection.events.js';

/** What one party of a joint task (联合任务) is to do. */
export type PartTerms = {
  /** 1 for the task's first party. */
  readonly number: number;
  readonly unitId: string;
  /** The tenant in which it is worked on: the party's own or, for an external party, its representative's. */
  readonly unitTenantId: string;
  /** The unit that records on behalf of an external party without an account; null where the party acts itself. */
  readonly representedBy: string | null;
  readonly what: string;
  /** How much, where it can be measured. */
  readonly quantity: { readonly value: Decimal; readonly unit: string } | null;
  /** UTC. */
  readonly dueAt: string;
};

/** Who recorded something of a part, and for which external party it was recorded where that is another. */
type Recorder = { readonly unitId: string; readonly onBehalfOf: string | null };

/** A party of a joint task was told its part. */
export type PartDispatched = Event<'PartDispatched', PartTerms & {
  /** Public id of the task, whose tenant owns the part too. */
  readonly taskId: string;
  readonly task: TaskNamed;
}>;

/** The party took its part on. */
export type PartAccepted = Event<'PartAccepted', Recorder>;

/** The party recorded how far it has come. */
export type PartProgressRecorded = Event<'PartProgressRecorded', Recorder & {
  /** 1 for the part's first entry. */
  readonly entry: number;
  /** In the unit of the part; null where it has no quantity. */
  readonly value: Decimal | null;
  /** The day on which it was measured, in the tenant's calendar. */
  readonly measuredOn: string;
  readonly note: string;
}>;

/** An entry was wrong: this is the right value, and why. The entry itself stays as it was recorded. */
export type PartProgressCorrected = Event<'PartProgressCorrected', Recorder & {
  readonly entry: number;
  readonly value: Decimal | null;
  readonly reason: string;
}>;

/** The party reported its part done. */
export type PartReported = Event<'PartReported', Recorder & {
  readonly value: Decimal | null;
  readonly measuredOn: string;
  readonly note: string;
  /** Reported after it was due. */
  readonly late: boolean;
}>;

/** The lead, who answers for the whole, did not take the part as done. */
export type PartSentBack = Event<'PartSentBack', {
  readonly reason: string;
  readonly unitId: string;
  /** How often, this time included. */
  readonly count: number;
}>;

/** The part need not be done: the whole is reported without it. */
export type PartExcused = Event<'PartExcused', { readonly reason: string; readonly unitId: string }>;

export type PartEvent =
  | PartDispatched | PartAccepted | PartProgressRecorded | PartProgressCorrected | PartReported | PartSentBack | PartExcused;
