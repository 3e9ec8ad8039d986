import { publishedYear, type PublishWorkingYear, type TenantCalendar } from '../calendar/calendar.js';
import type { CellFault } from '../sheet/index.js';
import type { ImportChange, ImportTables, PlacedWorkingDay } from './import-draft.js';

/** What a file would make of a calendar: the years to publish, every change, every error with its place. */
export type YearsPlan = {
  readonly years: readonly PublishWorkingYear['data'][];
  readonly changes: readonly ImportChange[];
  readonly faults: readonly CellFault[];
};

const NONE: YearsPlan = { years: [], changes: [], faults: [] };

/** A year whole, from the days that a file names of it: on all others it goes by the week. */
const yearOf = (days: readonly [PlacedWorkingDay, ...PlacedWorkingDay[]]): PublishWorkingYear['data'] => {
  const datesOf = (wanted: PlacedWorkingDay['kind']) => days.filter(({ kind }) => kind === wanted).map(({ date }) => date);
  return {
    year: Number(days[0].date.slice(0, 4)), holidays: datesOf('rest'), makeUpWorkdays: datesOf('work'), document: [...new Set(days.map(({ document }) => document))].join('；'),
  };
};

const byYear = (days: readonly PlacedWorkingDay[]): readonly [PlacedWorkingDay, ...PlacedWorkingDay[]][] => {
  const years = new Map<string, [PlacedWorkingDay, ...PlacedWorkingDay[]]>();
  for (const day of days) {
    const year = day.date.slice(0, 4);
    const known = years.get(year);
    if (known) known.push(day);
    else years.set(year, [day]);
  }
  return [...years.values()];
};

/** Days that a file names for rest and for work at once. */
const contradicting = (days: readonly PlacedWorkingDay[]): readonly CellFault[] => {
  const rests = new Set(days.filter(({ kind }) => kind === 'rest').map(({ date }) => date));
  return days.filter(({ kind, date }) => kind === 'work' && rests.has(date))
    .map(({ place, date }): CellFault => ({ place, column: 'date', code: 'rest-and-work', details: { value: date } }));
};

/** The years of a file beside those a tenant has published; a year that says the same is left alone. Of a sheet with wrong cells nothing is judged. */
export const planYears = (calendar: TenantCalendar, { tables: { workingDays }, faults }: { readonly tables: ImportTables; readonly faults: readonly CellFault[] }): YearsPlan => {
  if (faults.some(({ place }) => place.sheet === 'calendar')) return NONE;
  const wrong = contradicting(workingDays);
  if (wrong.length > 0) return { ...NONE, faults: wrong };
  const changed = byYear(workingDays).map((days) => ({ place: days[0].place, year: yearOf(days) })).filter(({ year }) => publishedYear(year, calendar).length > 0);
  return { years: changed.map(({ year }) => year), changes: changed.map((change): ImportChange => ({ what: 'working-year-published', ...change })), faults: [] };
};
