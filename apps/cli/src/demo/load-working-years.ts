import { CITY } from './bazhong.js';
import type { Load } from './loading.js';
import { PANJIN } from './panjin.js';

/** The years that the demonstration runs through. */
const YEARS = [2012, 2013, 2014] as const;

const document = '市政府办公室作息时间通知';

/** When each city's offices work. */
const cities = [
  { tenantId: CITY, hours: [{ from: '08:30', until: '12:00' }, { from: '14:30', until: '18:00' }] },
  { tenantId: PANJIN, hours: [{ from: '08:30', until: '11:30' }, { from: '13:00', until: '17:00' }] },
] as const;

/** Each city's years and working hours, by which every term in working time is counted; its districts go by them. */
export const loadWorkingYears = async (load: Load): Promise<void> => {
  for (const { tenantId, hours } of cities) {
    const office = `${tenantId}.city-office`;
    for (const year of YEARS) await load.post(office, '/api/v1/calendar/years', `calendar:${tenantId}:${year}`, load.data.workingYear(year));
    await load.post(office, '/api/v1/calendar/hours', `calendar:${tenantId}:hours`, { hours, document });
  }
};
