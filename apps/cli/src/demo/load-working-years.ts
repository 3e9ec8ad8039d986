import { CITY } from './bazhong.js';
import type { Load } from './loading.js';

/** The years that the demonstration runs through. */
const YEARS = [2012, 2013, 2014] as const;

const hours = { hours: [{ from: '08:30', until: '12:00' }, { from: '14:30', until: '18:00' }], document: '市政府办公室作息时间通知' };

/** The city's years and working hours, by which every term in working time is counted; its districts go by them. */
export const loadWorkingYears = async (load: Load): Promise<void> => {
  const office = `${CITY}.city-office`;
  for (const year of YEARS) await load.post(office, '/api/v1/calendar/years', `calendar:${CITY}:${year}`, load.data.workingYear(year));
  await load.post(office, '/api/v1/calendar/hours', `calendar:${CITY}:hours`, hours);
};
