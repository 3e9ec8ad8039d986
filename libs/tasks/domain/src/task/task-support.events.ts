import type { Event } from '@zeren/kernel';
import type { MeasuredValue } from './measured-value.js';

/** A supporting unit recorded what it has done itself for a year's target; it is no part of the lead's progress. */
export type SupportingProgressRecorded = Event<'SupportingProgressRecorded', {
  /** 1 for the year's first entry, of whichever supporting unit. */
  readonly entry: number;
  readonly year: number;
  readonly values: readonly MeasuredValue[];
  /** The day on which it was measured, in the tenant's calendar. */
  readonly measuredOn: string;
  /** Public ids of the evidence it rests on. */
  readonly evidenceIds: readonly string[];
  readonly note: string;
  /** The supporting unit whose progress it is. */
  readonly unitId: string;
}>;

/** A supporting unit's entry was wrong: these are the right values, and why. The entry itself stays as it was recorded. */
export type SupportingProgressCorrected = Event<'SupportingProgressCorrected', {
  readonly entry: number;
  readonly year: number;
  readonly values: readonly MeasuredValue[];
  readonly reason: string;
  readonly unitId: string;
}>;

export type TaskSupportEvent = SupportingProgressRecorded | SupportingProgressCorrected;
