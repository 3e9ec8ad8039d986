/** Hours by which the tenants' calendar is ahead of UTC, all year: China Standard Time. */
const OFFSET_HOURS = 8;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Days from 1970-01-01 to a date of the Gregorian calendar; the year is taken to begin in March. */
const dayNumber = (date: string): number => {
  const [, y, m, d] = DAY.exec(date) as unknown as [string, string, string, string];
  const month = (Number(m) + 9) % 12;
  const year = Number(y) - (month > 9 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * month + 2) / 5) + Number(d) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const dateOfDay = (day: number): string => {
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
  const text = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${text(year, 4)}-${text(((month + 2) % 12) + 1, 2)}-${text(dayOfMonth, 2)}`;
};

/** True for an existing date, `YYYY-MM-DD`. */
export const isCalendarDate = (text: string): boolean => DAY.test(text) && dateOfDay(dayNumber(text)) === text;

/** True for a moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`: such texts compare as the moments do. */
export const isInstant = (text: string): boolean => INSTANT.test(text) && isCalendarDate(text.slice(0, 10));

/** The date, or the moment at the same time of day, a number of days later. */
export const addDays = (instant: string, days: number): string =>
  `${dateOfDay(dayNumber(instant.slice(0, 10)) + days)}${instant.slice(10)}`;

/** The date of a moment in the tenants' calendar. */
export const localDate = (instant: string): string => {
  const carries = Number(instant.slice(11, 13)) + OFFSET_HOURS >= 24;
  return carries ? dateOfDay(dayNumber(instant.slice(0, 10)) + 1) : instant.slice(0, 10);
};

/** The year of a moment in the tenants' calendar. */
export const localYear = (instant: string): number => Number(localDate(instant).slice(0, 4));

/** The day of the week of a date: 1 Monday … 7 Sunday. */
export const weekdayOf = (date: string): number => (((dayNumber(date) + 3) % 7) + 7) % 7 + 1;

/** The last second of a date in the tenants' calendar, as results are due. */
export const endOfDay = (date: string): string => `${date}T${23 - OFFSET_HOURS}:59:59.000Z`;
