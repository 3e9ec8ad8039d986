import { addDays, weekdayOf } from './calendar.js';
import type { WorkingYear } from './task-rules.events.js';

const SATURDAY = 6;

const isWorkingDay = (date: string, years: readonly WorkingYear[]): boolean => {
  const year = years.find((entered) => entered.year === Number(date.slice(0, 4)));
  if (year?.holidays.includes(date)) return false;
  return year?.makeUpWorkdays.includes(date) === true || weekdayOf(date) < SATURDAY;
};

/** The day that lies a number of working days after another, which itself does not count. */
export const workingDaysAfter = (date: string, days: number, years: readonly WorkingYear[]): string => {
  let found = date;
  for (let left = days; left > 0; left -= isWorkingDay(found, years) ? 1 : 0) found = addDays(found, 1);
  return found;
};

/** Whether a span was counted without the holidays of one of its years: by the week alone. */
export const countedByWeekAlone = (from: string, until: string, years: readonly WorkingYear[]): boolean =>
  [from, until].some((date) => !years.some(({ year }) => year === Number(date.slice(0, 4))));
