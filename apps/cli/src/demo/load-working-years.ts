import { CITY } from './bazhong.js';
import { DEMO_YEARS } from './city-plan.js';
import type { Load } from './loading.js';
import { PANJIN } from './panjin.js';

const document = '市政府办公室作息时间通知';

/** When each city's offices work. */
const cities = [
  { tenantId: CITY, hours: [{ from: '08:30', until: '12:00' }, { from: '14:30', until: '18:00' }] },
  { tenantId: PANJIN, hours: [{ from: '08:30', until: '11:30' }, { from: '13:00', until: '17:00' }] },
] as const;

/** Each city's working hours and Bazhong's years (Panjin's came with its onboarding), by which every term in working time is counted; districts go by them. */
export const loadWorkingYears = async (load: Load): Promise<void> => {
  for (const year of DEMO_YEARS) await load.post(`${CITY}.city-office`, '/api/v1/calendar/years', `calendar:${CITY}:${year}`, load.data.workingYear(year));
  for (const { tenantId, hours } of cities) await load.post(`${tenantId}.city-office`, '/api/v1/calendar/hours', `calendar:${tenantId}:hours`, { hours, document });
};
