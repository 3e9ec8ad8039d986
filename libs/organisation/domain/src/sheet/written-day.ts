import { plainText } from '@zeren/kernel';
import { addDays, isCalendarDate } from '../calendar/local-time.js';
import type { CalendarDate } from '../organisation.events.js';

/** A day written as a date, as Excel's number of a day, or as text: `2014-06-30`, `2014/6/30`, `2014.6.30`, `2014年6月30日`. */
export const writtenDay = (written: string): CalendarDate | undefined => {
  const text = plainText(written);
  if (/^\d{5}(\.0+)?$/.test(text)) return addDays('1899-12-30', Number.parseInt(text, 10));
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00:00)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
};
