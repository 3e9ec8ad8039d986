import type { CalendarDate } from './organisation.events.js';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

const partsOf = (date: CalendarDate): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
};
const dateOf = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export const isCalendarDate = (text: unknown): text is CalendarDate => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = partsOf(text);
  return year > 0 && day >= 1 && day <= daysIn(year, month);
};

/** The day before: what was valid until then ends on it when something else begins on `date`. */
export const dayBefore = (date: CalendarDate): CalendarDate => {
  const [year, month, day] = partsOf(date);
  if (day > 1) return dateOf(year, month, day - 1);
  if (month > 1) return dateOf(year, month - 1, daysIn(year, month - 1));
  return dateOf(year - 1, 12, 31);
};

/** Whether a period (last day included; null: still open) holds the day. Dates compare as texts. */
export const holdsOn = (period: { from: CalendarDate; until: CalendarDate | null }, day: CalendarDate): boolean =>
  period.from <= day && (period.until === null || day <= period.until);
