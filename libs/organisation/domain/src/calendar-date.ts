import { addDays } from './calendar/local-time.js';
import type { CalendarDate } from './organisation.events.js';

export { isCalendarDate } from './calendar/local-time.js';

/** The day before: what was valid until then ends on it when something else begins on `date`. */
export const dayBefore = (date: CalendarDate): CalendarDate => addDays(date, -1);

/** Whether a period (last day included; null: still open) holds the day. Dates compare as texts. */
export const holdsOn = (period: { from: CalendarDate; until: CalendarDate | null }, day: CalendarDate): boolean =>
  period.from <= day && (period.until === null || day <= period.until);
