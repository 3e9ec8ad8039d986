export { addDays, endOfDay, isCalendarDate, isInstant, localDate, localYear, weekdayOf } from '@zeren/organisation-domain';
