import type { Event } from '@zeren/kernel';
import type { MeasuredValue } from './measured-value.js';

/** The lead unit recorded how far it has come with a year's target, between acceptance and report. */
export type ProgressRecorded = Event<'ProgressRecorded', {
  /** 1 for the year's first entry. */
  readonly entry: number;
  readonly year: number;
  readonly values: readonly MeasuredValue[];
  /** The day on which it was measured, in the tenant's calendar. */
  readonly measuredOn: string;
  /** Public ids of the evidence it rests on. */
  readonly evidenceIds: readonly string[];
  readonly note: string;
  readonly unitId: string;
}>;

/** An entry was wrong: these are the right values, and why. The entry itself stays as it was recorded. */
export type ProgressCorrected = Event<'ProgressCorrected', {
  readonly entry: number;
  readonly year: number;
  readonly values: readonly MeasuredValue[];
  readonly reason: string;
  readonly unitId: string;
}>;

/** A report was found to be false. The result is worked on again; it weighs more than rework. */
export type FalseReportFlagged = Event<'FalseReportFlagged', {
  readonly year: number;
  /** The report it concerns. */
  readonly attempt: number;
  readonly finding: string;
  readonly flaggingUnitId: string;
  /** False reports of this year's result, this one included. */
  readonly count: number;
}>;

export type TaskProgressEvent = ProgressRecorded | ProgressCorrected | FalseReportFlagged;
