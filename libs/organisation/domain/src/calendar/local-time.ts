import type { CalendarDate } from '../organisation.events.js';

/** Hours by which the tenants' calendar is ahead of UTC, all year: China Standard Time. */
const OFFSET_HOURS = 8;

const MS_PER_DAY = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Days from 1970-01-01 to a date of the Gregorian calendar; the year is taken to begin in March. */
const dayNumber = (date: CalendarDate): number => {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  const month = (m + 9) % 12;
  const year = y - (month > 9 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * month + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const digits = (value: number, places: number): string => String(value).padStart(places, '0');

const dateOfDay = (day: number): CalendarDate => {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month > 9 ? 1 : 0);
  return `${digits(year, 4)}-${digits(((month + 2) % 12) + 1, 2)}-${digits(dayOfMonth, 2)}`;
};

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export const isCalendarDate = (text: unknown): text is CalendarDate =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000') && dateOfDay(dayNumber(text)) === text;

/** True for a moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`: such texts compare as the moments do. */
export const isInstant = (text: string): boolean => INSTANT.test(text) && isCalendarDate(text.slice(0, 10));

/** The date, or the moment at the same time of day, a number of days later. */
export const addDays = (instant: string, days: number): string =>
  `${dateOfDay(dayNumber(instant.slice(0, 10)) + days)}${instant.slice(10)}`;

/** The date of a moment in the tenants' calendar. */
export const localDate = (instant: string): CalendarDate => {
  const carries = Number(instant.slice(11, 13)) + OFFSET_HOURS >= 24;
  return carries ? addDays(instant.slice(0, 10), 1) : instant.slice(0, 10);
};

/** The date and the time of day of a moment in the tenants' calendar, `YYYY-MM-DD HH:mm`, as sentences tell it. */
export const localTime = (instant: string): string => {
  const hour = (Number(instant.slice(11, 13)) + OFFSET_HOURS) % 24;
  return `${localDate(instant)} ${String(hour).padStart(2, '0')}${instant.slice(13, 16)}`;
};

/** The year of a moment in the tenants' calendar. */
export const localYear = (instant: string): number => Number(localDate(instant).slice(0, 4));

/** The day of the week of a date: 1 Monday … 7 Sunday. */
export const weekdayOf = (date: CalendarDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7 + 1;

/** The last second of a date in the tenants' calendar, as results are due. */
export const endOfDay = (date: CalendarDate): string => `${date}T${23 - OFFSET_HOURS}:59:59.000Z`;

/** Milliseconds from 1970 to a moment. */
export const millisecondsOf = (instant: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11, -1).split(':').map(Number);
  return dayNumber(instant.slice(0, 10)) * MS_PER_DAY + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1_000);
};

/** The moment that lies so many milliseconds after 1970. */
export const instantOf = (milliseconds: number): string => {
  const day = Math.floor(milliseconds / MS_PER_DAY);
  const rest = milliseconds - day * MS_PER_DAY;
  const part = (size: number, within: number, places: number): string => digits(Math.floor(rest / size) % within, places);
  return `${dateOfDay(day)}T${part(3_600_000, 24, 2)}:${part(60_000, 60, 2)}:${part(1_000, 60, 2)}.${part(1, 1_000, 3)}Z`;
};

/** Milliseconds from 1970 to a time of day, `HH:mm`, of a date in the tenants' calendar. */
export const millisecondsAt = (date: CalendarDate, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayNumber(date) * MS_PER_DAY + ((hours - OFFSET_HOURS) * 60 + minutes) * 60_000;
};
