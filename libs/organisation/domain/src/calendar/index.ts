export { CALENDAR_ID, calendarDecider, calendarInForce, workingCalendarOf } from './calendar.js';
export type { CalendarCommand, CalendarInForce, LaidDownBy, PublishWorkingYear, SetWorkingHours, TenantCalendar } from './calendar.js';
export type * from './calendar.events.js';
export { addDays, endOfDay, instantOf, isInstant, localDate, localTime, localYear, millisecondsOf, weekdayOf } from './local-time.js';
export * from './term.js';
export * from './working-time.js';
export { readYearSheet, yearSheetNames, type SheetFault, type SheetReading } from './year-sheet.js';
