import type { CalendarDate } from '../organisation.events.js';
import type { WorkingSpan, WorkingYear } from './calendar.events.js';
import { addDays, instantOf, localDate, millisecondsAt, millisecondsOf, weekdayOf } from './local-time.js';
import type { Deadline, Term } from './term.js';

/** When offices work: the published days of each year on which the calendar differs from the week, and the hours of a day. */
export type WorkingCalendar = {
  readonly years: readonly WorkingYear[];
  /** Spans of a working day in order, local time; never none. */
  readonly hours: readonly WorkingSpan[];
};

/** Until a tenant says otherwise: the week alone, mornings and afternoons. */
export const defaultCalendar: WorkingCalendar = {
  years: [],
  hours: [{ from: '08:30', until: '12:00' }, { from: '14:00', until: '18:00' }],
};

const SATURDAY = 6;
const MS_PER_MINUTE = 60_000;

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

/** Whether offices work on a day: a make-up workday or a weekday, and no statutory holiday. By the week where its year is not published. */
export const isWorkingDay = (date: CalendarDate, years: readonly WorkingYear[]): boolean => {
  const year = years.find((published) => published.year === yearOf(date));
  if (year?.holidays.includes(date)) return false;
  return year?.makeUpWorkdays.includes(date) === true || weekdayOf(date) < SATURDAY;
};

/** The day that lies a number of working days after another, which itself does not count. */
export const workingDaysAfter = (date: CalendarDate, days: number, years: readonly WorkingYear[]): CalendarDate => {
  let found = date;
  for (let left = days; left > 0; left -= isWorkingDay(found, years) ? 1 : 0) found = addDays(found, 1);
  return found;
};

/** Whether a span was counted without the holidays of one of its years: by the week alone. */
export const countedByWeekAlone = (from: CalendarDate, until: CalendarDate, years: readonly WorkingYear[]): boolean => {
  const published = new Set(years.map(({ year }) => year));
  const spanned = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return spanned.some((year) => !published.has(year));
};

type Stretch = { readonly from: number; readonly until: number };

/** The stretches of a day on which offices work, in milliseconds; none on a day of rest. */
const stretchesOf = (date: CalendarDate, { years, hours }: WorkingCalendar): readonly Stretch[] =>
  isWorkingDay(date, years)
    ? hours.map(({ from, until }) => ({ from: millisecondsAt(date, from), until: millisecondsAt(date, until) }))
    : [];

/** The moment by which so many milliseconds of working time have passed. */
const afterWorking = (start: string, milliseconds: number, calendar: WorkingCalendar): string => {
  const begin = millisecondsOf(start);
  let left = milliseconds;
  for (let day = localDate(start); ; day = addDays(day, 1)) {
    for (const { from, until } of stretchesOf(day, calendar)) {
      const first = Math.max(from, begin);
      if (first + left <= until) return instantOf(first + left);
      left -= Math.max(0, until - first);
    }
  }
};

/** The end of working time on the day that lies so many working days after the start's, which itself does not count. */
const endOfWorkingDay = (start: string, days: number, { years, hours }: WorkingCalendar): string => {
  const last = hours.at(-1)?.until ?? '24:00';
  return instantOf(millisecondsAt(workingDaysAfter(localDate(start), days, years), last));
};

const momentAfter = (start: string, { value, unit }: Term, calendar: WorkingCalendar): string => {
  switch (unit) {
    case 'minute': return instantOf(millisecondsOf(start) + value * MS_PER_MINUTE);
    case 'clock-hour': return instantOf(millisecondsOf(start) + value * 60 * MS_PER_MINUTE);
    case 'working-hour': return afterWorking(start, value * 60 * MS_PER_MINUTE, calendar);
    case 'working-day': return endOfWorkingDay(start, value, calendar);
  }
};

const followsTheCalendar = ({ unit }: Term): boolean => unit === 'working-hour' || unit === 'working-day';

/** Whether something is a term: a whole number of units, at least one. */
export const isTerm = ({ value }: Term): boolean => Number.isInteger(value) && value >= 1;

/**
 * When a term ends that begins at a moment (UTC). Working hours run only while offices work; working days end with the
 * working time of the last day, the day of the start not counting. Provisional where the calendar of a year it runs
 * through is not published.
 */
export const deadlineAfter = (start: string, term: Term, calendar: WorkingCalendar): Deadline => {
  const at = momentAfter(start, term, calendar);
  return { at, term, provisional: followsTheCalendar(term) && countedByWeekAlone(localDate(start), localDate(at), calendar.years) };
};

/** Whole minutes of working time between two moments; 0 where the second is not later. */
export const workingMinutesBetween = (from: string, until: string, calendar: WorkingCalendar): number => {
  if (until <= from) return 0;
  const [begin, end, last] = [millisecondsOf(from), millisecondsOf(until), localDate(until)];
  let worked = 0;
  for (let day = localDate(from); day <= last; day = addDays(day, 1)) {
    for (const stretch of stretchesOf(day, calendar)) {
      worked += Math.max(0, Math.min(stretch.until, end) - Math.max(stretch.from, begin));
    }
  }
  return Math.floor(worked / MS_PER_MINUTE);
};

/** Whether a deadline was counted by the week alone and its years have been published since: it is to be counted anew. */
export const isDueForRecount = (start: string, { at, provisional }: Deadline, calendar: WorkingCalendar): boolean =>
  provisional && !countedByWeekAlone(localDate(start), localDate(at), calendar.years);
