import type { Period } from './assessment.events.js';

/**
 * Hours of the city's clock ahead of UTC. China keeps one time, UTC+08:00, without daylight saving since 1991;
 * a quarter therefore begins at 16:00 UTC of the day before.
 */
export const CITY_UTC_OFFSET_HOURS = 8;

/** `2013Q2` or `2013`. */
export const isPeriod = (text: string): text is Period => /^\d{4}(Q[1-4])?$/.test(text);

/** The quarter, in the city's calendar, in which a moment (UTC, ISO 8601) falls: `2013Q2`. */
export const quarterOf = (instant: string): Period => {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)/.exec(instant);
  if (!match) throw new RangeError(`Not a moment in UTC: ${instant}`);
  const [year, month, day, hour] = match.slice(1).map(Number) as [number, number, number, number];
  const nextDay = hour + CITY_UTC_OFFSET_HOURS >= 24;
  const nextMonth = nextDay && day === daysIn(year, month);
  const months = year * 12 + (month - 1) + (nextMonth ? 1 : 0);
  return `${Math.floor(months / 12)}Q${Math.floor((months % 12) / 3) + 1}`;
};

/** Whether a quarter is the period, or lies within the period's year. */
export const contains = (period: Period, quarter: Period): boolean => quarter === period || quarter.slice(0, 4) === period;

/** The first moment after a period, UTC: what was due in the period was due before it. */
export const endOf = (period: Period): string => {
  const year = Number(period.slice(0, 4));
  const quarter = period.length === 4 ? 4 : Number(period.slice(5));
  const lastMonth = quarter * 3;
  return `${year}-${String(lastMonth).padStart(2, '0')}-${daysIn(year, lastMonth)}T${24 - CITY_UTC_OFFSET_HOURS}:00:00.000Z`;
};

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
};
