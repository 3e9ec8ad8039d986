import { addDays, isCalendarDate, type WorkingYear } from '@zeren/organisation-domain';

/** Dates as a person lists them, and what of the text is no date. */
export type DatesSaid = { readonly dates: readonly string[]; readonly wrong: readonly string[] };

const SPAN = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|to|~|—|–)\s*(\d{4}-\d{2}-\d{2}))?$/;
/** A span of dates is at most as long as a year. */
const LONGEST = 366;

const datesOf = (line: string): readonly string[] | undefined => {
  const [, from, until = from] = SPAN.exec(line) ?? [];
  if (from === undefined || until === undefined || !isCalendarDate(from) || !isCalendarDate(until) || until < from) return undefined;
  return Array.from({ length: LONGEST }, (_, day) => addDays(from, day)).filter((date) => date <= until);
};

/** Reads a list: a date or a span on each line, or apart by commas. */
export const datesIn = (text: string): DatesSaid => {
  const lines = text.split(/[\n,，、;；]/).map((line) => line.trim()).filter((line) => line !== '');
  const read = lines.map((line) => ({ line, dates: datesOf(line) }));
  return {
    dates: [...new Set(read.flatMap(({ dates }) => dates ?? []))].sort(),
    wrong: read.filter(({ dates }) => dates === undefined).map(({ line }) => line),
  };
};

/** The same list as text, days that follow each other as a span. */
export const textOfDates = (dates: readonly string[], to: string): string => {
  const spans = dates.reduce<readonly (readonly [string, string])[]>((found, date) => {
    const last = found.at(-1);
    return last && addDays(last[1], 1) === date ? [...found.slice(0, -1), [last[0], date]] : [...found, [date, date]];
  }, []);
  return spans.map(([from, until]) => (from === until ? from : `${from} ${to} ${until}`)).join('\n');
};

type Listed = { readonly date?: unknown };

const listed = (days: unknown): readonly string[] | undefined => {
  if (!Array.isArray(days)) return undefined;
  const dates = (days as readonly (string | Listed)[]).map((day) => (typeof day === 'string' ? day : day.date));
  return dates.every((date) => isCalendarDate(date)) ? dates : undefined;
};

/** A year in JSON: `year`, `holidays` and `makeUpWorkdays`, or `off_days` and `makeup_workdays` of `{ date }`; undefined where it is none. */
export const yearInJson = (text: string): WorkingYear | undefined => {
  try {
    const said = JSON.parse(text) as Record<string, unknown>;
    const holidays = listed(said['holidays'] ?? said['off_days']);
    const makeUpWorkdays = listed(said['makeUpWorkdays'] ?? said['makeup_workdays']);
    return typeof said['year'] === 'number' && holidays && makeUpWorkdays ? { year: said['year'], holidays, makeUpWorkdays } : undefined;
  } catch {
    return undefined;
  }
};
