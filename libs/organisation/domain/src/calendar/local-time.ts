import type { CalendarDate } from '../organisation.events.js';

/** Hours by which the tenants' calendar is ahead of UTC, all year: China Standard Time. */
const OFFSET_HOURS = 8;

const MS_PER_DAY = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const dayOf = (date: CalendarDate): number => Date.parse(date) / MS_PER_DAY;

const dateOfDay = (day: number): CalendarDate => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export const isCalendarDate = (text: unknown): text is CalendarDate =>
  typeof text === 'string' && /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text)) && dateOfDay(dayOf(text)) === text;

/** True for a moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`: such texts compare as the moments do. */
export const isInstant = (text: string): boolean => INSTANT.test(text) && isCalendarDate(text.slice(0, 10));

/** The date, or the moment at the same time of day, a number of days later. */
export const addDays = (instant: string, days: number): string =>
  `${dateOfDay(dayOf(instant.slice(0, 10)) + days)}${instant.slice(10)}`;

/** The date of a moment in the tenants' calendar. */
export const localDate = (instant: string): CalendarDate => {
  const carries = Number(instant.slice(11, 13)) + OFFSET_HOURS >= 24;
  return carries ? addDays(instant.slice(0, 10), 1) : instant.slice(0, 10);
};

/** The year of a moment in the tenants' calendar. */
export const localYear = (instant: string): number => Number(localDate(instant).slice(0, 4));

/** The day of the week of a date: 1 Monday … 7 Sunday. */
export const weekdayOf = (date: CalendarDate): number => (((dayOf(date) + 3) % 7) + 7) % 7 + 1;

/** The last second of a date in the tenants' calendar, as results are due. */
export const endOfDay = (date: CalendarDate): string => `${date}T${23 - OFFSET_HOURS}:59:59.000Z`;

/** Milliseconds from 1970 to a moment. */
export const millisecondsOf = (instant: string): number => Date.parse(instant);

/** The moment that lies so many milliseconds after 1970. */
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Milliseconds from 1970 to a time of day, `HH:mm`, of a date in the tenants' calendar. */
export const millisecondsAt = (date: CalendarDate, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayOf(date) * MS_PER_DAY + ((hours - OFFSET_HOURS) * 60 + minutes) * 60_000;
};
