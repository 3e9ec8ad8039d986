import { CITY } from './bazhong.js';
import type { Load } from './loading.js';

/** Every day from one to another of the same month. */
const days = (month: string, from: number, until: number): string[] =>
  Array.from({ length: until - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`);

/** Statutory holidays and make-up workdays as the State Council's office announced them for the year. */
const workingYears = [
  {
    year: 2013,
    holidays: [
      ...days('2013-01', 1, 3), ...days('2013-02', 9, 15), ...days('2013-04', 4, 6), ...days('2013-04', 29, 30), '2013-05-01', ...days('2013-06', 10, 12),
      ...days('2013-09', 19, 21), ...days('2013-10', 1, 7),
    ],
    makeUpWorkdays: [
      '2013-01-05', '2013-01-06', '2013-02-16', '2013-02-17', '2013-04-07', '2013-04-27', '2013-04-28', '2013-06-08', '2013-06-09', '2013-09-22', '2013-09-29', '2013-10-12',
    ],
  },
  {
    year: 2014,
    holidays: ['2014-01-01', '2014-01-31', ...days('2014-02', 1, 6), '2014-04-07', ...days('2014-05', 1, 3), '2014-06-02', '2014-09-08', ...days('2014-10', 1, 7)],
    makeUpWorkdays: ['2014-01-26', '2014-02-08', '2014-05-04', '2014-09-28', '2014-10-11'],
  },
];

/** The years' working days, by which the time for objections is counted. */
export const loadWorkingYears = async (load: Load): Promise<void> => {
  for (const tenantId of [CITY, '511922']) {
    const office = tenantId === CITY ? `${CITY}.city-office` : `${tenantId}.district-office`;
    for (const year of workingYears) await load.post(office, '/api/v1/task-rules/working-years', `working-year:${tenantId}:${year.year}`, year);
  }
};
