import { CalendarCommandHandler } from './calendar.command-handler.js';
import { CalendarController } from './calendar.controller.js';

export const calendarControllers = [CalendarController];
export const calendarProviders = [CalendarCommandHandler];
