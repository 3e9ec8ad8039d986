import type { Event } from '@zeren/kernel';

/** How many of a unit were to come, and came. */
export type Attendance = { readonly unitId: string; readonly invited: number; readonly attended: number };

/** A training was held, with who attended. */
export type TrainingHeld = Event<'TrainingHeld', {
  /** Who held it. */
  readonly unitId: string;
  readonly campaignId: string;
  readonly title: string;
  /** In the tenant's calendar. */
  readonly heldOn: string;
  readonly attendance: readonly Attendance[];
  /** Public ids of sign-in sheets, photos and papers on file. */
  readonly evidenceIds: readonly string[];
}>;

/** The record of a training was taken back, for a stated reason. */
export type TrainingWithdrawn = Event<'TrainingWithdrawn', { readonly reason: string }>;

export type TrainingEvent = TrainingHeld | TrainingWithdrawn;
