import type { Event } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';

/** Days of one year on which the calendar differs from the week: rest on a weekday, work at a weekend (调休). */
export type WorkingYear = {
  readonly year: number;
  readonly holidays: readonly CalendarDate[];
  readonly makeUpWorkdays: readonly CalendarDate[];
};

/** A span of a working day, local time, `HH:mm`. */
export type WorkingSpan = { readonly from: string; readonly until: string };

/** A year as it was published, and by which notice. A later version replaces the one before. */
export type PublishedYear = WorkingYear & {
  /** 1 at first. */
  readonly version: number;
  /** The notice that arranged the year's holidays. */
  readonly document: string;
};

/** The statutory holidays and make-up workdays of a year were published, or corrected as a later version. */
export type WorkingYearPublished = Event<'WorkingYearPublished', PublishedYear>;

/** The tenant set on which hours of a working day its offices work. Deadlines given before stay as they are. */
export type WorkingHoursSet = Event<'WorkingHoursSet', { readonly hours: readonly WorkingSpan[]; readonly document: string }>;

/** What happens to a tenant's calendar: streams `calendar-<tenant>_calendar`. */
export type CalendarEvent = WorkingYearPublished | WorkingHoursSet;
