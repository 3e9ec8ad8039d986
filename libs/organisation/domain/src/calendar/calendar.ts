import { ownerOnly, sameData, type Command, type Decider, type OwnersReading } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { REGISTER_ID, registerDecider } from '../register.js';
import type { CalendarEvent, PublishedYear, WorkingHoursSet, WorkingSpan, WorkingYear, WorkingYearPublished } from './calendar.events.js';
import { isCalendarDate } from './local-time.js';
import { defaultCalendar, type WorkingCalendar } from './working-time.js';

/** Publish the holidays and make-up workdays of a year, or correct them. */
export type PublishWorkingYear = Command<'PublishWorkingYear', WorkingYear & { readonly document: string }>;
/** Set the hours of a working day. */
export type SetWorkingHours = Command<'SetWorkingHours', WorkingHoursSet['data']>;
export type CalendarCommand = PublishWorkingYear | SetWorkingHours;

/** What a tenant has itself laid down of its calendar. */
export type TenantCalendar = {
  /** In order of the years, each in its last version. */
  readonly years: readonly PublishedYear[];
  /** Null until the tenant sets them. */
  readonly hours: readonly WorkingSpan[] | null;
};

/** The one stream of a tenant's calendar. */
export const CALENDAR_ID = 'calendar';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const requireDay = (date: CalendarDate, year: number, field: string): void => {
  if (!isCalendarDate(date)) refuse('not-a-date', field, { value: date });
  if (Number(date.slice(0, 4)) !== year) refuse('day-of-another-year', field, { value: date, year });
};

const requireDays = ({ year, holidays, makeUpWorkdays }: WorkingYear): void => {
  holidays.forEach((date, index) => requireDay(date, year, `holidays[${index}]`));
  makeUpWorkdays.forEach((date, index) => {
    requireDay(date, year, `makeUpWorkdays[${index}]`);
    if (holidays.includes(date)) refuse('rest-and-work', `makeUpWorkdays[${index}]`, { value: date });
  });
};

const inOrder = (dates: readonly CalendarDate[]): readonly CalendarDate[] => [...new Set(dates)].sort();

/** What publishing a year comes to; nothing where it was published like that. */
export const publishedYear = (data: PublishWorkingYear['data'], { years }: TenantCalendar): readonly WorkingYearPublished[] => {
  requireDays(data);
  if (data.document.trim() === '') refuse('notice-required', 'document');
  const said = { year: data.year, holidays: inOrder(data.holidays), makeUpWorkdays: inOrder(data.makeUpWorkdays) };
  const { version = 0, document: _, ...known } = years.find(({ year }) => year === data.year) ?? {};
  if (sameData(known, said)) return [];
  return [{ type: 'WorkingYearPublished', data: { ...said, version: version + 1, document: data.document } }];
};

const setHours = (data: SetWorkingHours['data'], calendar: TenantCalendar): readonly WorkingHoursSet[] => {
  if (data.hours.length === 0) refuse('working-hours-wrong', 'hours');
  data.hours.forEach(({ from, until }, index) => {
    const follows = index === 0 || (data.hours[index - 1]?.until ?? '') <= from;
    if (!TIME.test(from) || !TIME.test(until) || until <= from || !follows) refuse('working-hours-wrong', `hours[${index}]`);
  });
  if (data.document.trim() === '') refuse('notice-required', 'document');
  return sameData(data.hours, calendar.hours) ? [] : [{ type: 'WorkingHoursSet', data }];
};

const decide = (command: CalendarCommand, calendar: TenantCalendar): readonly CalendarEvent[] => {
  switch (command.type) {
    case 'PublishWorkingYear': return publishedYear(command.data, calendar);
    case 'SetWorkingHours': return setHours(command.data, calendar);
  }
};

const evolve = (calendar: TenantCalendar, event: CalendarEvent): TenantCalendar => {
  switch (event.type) {
    case 'WorkingYearPublished': {
      const others = calendar.years.filter(({ year }) => year !== event.data.year);
      return { ...calendar, years: [...others, event.data].sort((a, b) => a.year - b.year) };
    }
    case 'WorkingHoursSet': return { ...calendar, hours: event.data.hours };
  }
};

/** A tenant's calendar: nobody else's, though a district without one of its own goes by its city's. */
export const calendarDecider: Decider<TenantCalendar, CalendarCommand, CalendarEvent> = {
  category: 'calendar',
  initialState: { years: [], hours: null },
  decide,
  evolve,
  sharedWith: ownerOnly,
};

/** Who laid something down: the tenant itself, the city above it, or nobody. */
export type LaidDownBy = 'tenant' | 'city' | 'nobody';

/** What holds for a tenant, and by whose word. */
export type CalendarInForce = Omit<WorkingCalendar, 'years'> & {
  readonly years: readonly (PublishedYear & { readonly by: LaidDownBy })[];
  readonly hoursBy: LaidDownBy;
};

/** A tenant's own calendar, and what it has not laid down itself as its city has; otherwise the default. */
export const calendarInForce = (own: TenantCalendar, above: TenantCalendar = calendarDecider.initialState): CalendarInForce => {
  const years = [
    ...above.years.filter(({ year }) => own.years.every((mine) => mine.year !== year)).map((year) => ({ ...year, by: 'city' }) as const),
    ...own.years.map((year) => ({ ...year, by: 'tenant' }) as const),
  ].sort((a, b) => a.year - b.year);
  if (own.hours) return { years, hours: own.hours, hoursBy: 'tenant' };
  return above.hours ? { years, hours: above.hours, hoursBy: 'city' } : { years, hours: defaultCalendar.hours, hoursBy: 'nobody' };
};

/** The calendar by which a tenant counts, as the streams themselves say: a calendar is no secret between a city and its districts. */
export const workingCalendarOf = async (read: OwnersReading, tenantId: string): Promise<CalendarInForce> => {
  const calendarOf = (owner: string) => read(calendarDecider, { category: calendarDecider.category, tenantId: owner, id: CALENDAR_ID });
  const [own, register] = await Promise.all([calendarOf(tenantId), read(registerDecider, { category: registerDecider.category, tenantId, id: REGISTER_ID })]);
  const parent = register.tenant?.parentTenantId ?? null;
  return calendarInForce(own, parent === null ? undefined : await calendarOf(parent));
};
