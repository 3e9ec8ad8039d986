import fc from 'fast-check';
import type { WorkingYear } from './calendar.events.js';
import { addDays, instantOf, localDate, millisecondsOf } from './local-time.js';
import type { TermUnit } from './term.js';
import {
  deadlineAfter, defaultCalendar, isDueForRecount, isTerm, isWorkingDay, workingDaysAfter, workingMinutesBetween, type WorkingCalendar,
} from './working-time.js';

/** Spring Festival of 2013: rest from 9 to 15 February, made up on the weekend after. */
const year2013: WorkingYear = {
  year: 2013,
  holidays: ['2013-02-09', '2013-02-10', '2013-02-11', '2013-02-12', '2013-02-13', '2013-02-14', '2013-02-15'],
  makeUpWorkdays: ['2013-02-16', '2013-02-17'],
};
const calendar: WorkingCalendar = { ...defaultCalendar, years: [year2013] };
const byWeek = defaultCalendar;

/** The moment at which clocks in China show this. */
const at = (date: string, time: string): string => instantOf(millisecondsOf(`${date}T${time}:00.000Z`) - 8 * 3_600_000);
const after = (start: string, value: number, unit: TermUnit, by = calendar) => deadlineAfter(start, { value, unit }, by);

describe('working days', () => {
  it('leave out weekends, and the day they are counted from', () => {
    expect(workingDaysAfter('2013-03-01', 1, [])).toBe('2013-03-04');
    expect(workingDaysAfter('2013-03-04', 5, [])).toBe('2013-03-11');
  });

  it('leave out statutory holidays and count make-up workdays', () => {
    expect(workingDaysAfter('2013-02-08', 1, [year2013])).toBe('2013-02-16');
    expect(workingDaysAfter('2013-02-08', 5, [year2013])).toBe('2013-02-20');
    expect(workingDaysAfter('2013-02-08', 5, [])).toBe('2013-02-15');
  });
});

describe('a deadline', () => {
  it('of minutes or hours of the clock never stops', () => {
    expect(after(at('2013-02-08', '23:50'), 30, 'minute')).toMatchObject({ at: at('2013-02-09', '00:20'), provisional: false });
    expect(after(at('2013-02-08', '17:00'), 24, 'clock-hour')).toMatchObject({ at: at('2013-02-09', '17:00'), provisional: false });
  });

  it('of working hours runs only while offices work: noon, evening and night stop it', () => {
    expect(after(at('2013-03-04', '10:00'), 2, 'working-hour').at).toBe(at('2013-03-04', '12:00'));
    expect(after(at('2013-03-04', '11:00'), 4, 'working-hour').at).toBe(at('2013-03-04', '17:00'));
    expect(after(at('2013-03-04', '17:30'), 2, 'working-hour').at).toBe(at('2013-03-05', '10:00'));
    expect(after(at('2013-03-04', '21:00'), 1, 'working-hour').at).toBe(at('2013-03-05', '09:30'));
  });

  it('over the Spring Festival of 2013 goes on at the make-up workday, a Saturday', () => {
    expect(after(at('2013-02-08', '17:00'), 4, 'working-hour')).toEqual({ at: at('2013-02-16', '11:30'), term: { value: 4, unit: 'working-hour' }, provisional: false });
    expect(after(at('2013-02-08', '17:00'), 4, 'working-hour', byWeek).at).toBe(at('2013-02-11', '11:30'));
  });

  it('of working days ends with the working time of the last day', () => {
    expect(after(at('2013-02-08', '09:00'), 1, 'working-day').at).toBe(at('2013-02-16', '18:00'));
    expect(after(at('2013-02-08', '23:59'), 7, 'working-day').at).toBe(at('2013-02-22', '18:00'));
  });

  it('is provisional where the calendar of a year it runs through is not published, and due for a recount once it is', () => {
    const start = at('2013-12-30', '09:00');
    const provisional = after(start, 5, 'working-day');
    expect(provisional).toMatchObject({ at: at('2014-01-06', '18:00'), provisional: true });
    expect(isDueForRecount(start, provisional, calendar)).toBe(false);
    const published: WorkingCalendar = { ...calendar, years: [year2013, { year: 2014, holidays: ['2014-01-01'], makeUpWorkdays: [] }] };
    expect(isDueForRecount(start, provisional, published)).toBe(true);
    expect(after(start, 5, 'working-day', published)).toMatchObject({ at: at('2014-01-07', '18:00'), provisional: false });
    expect(after(start, 60, 'clock-hour', byWeek).provisional).toBe(false);
  });

  it('is asked for in whole units, at least one', () => {
    expect([1, 0, -1, 1.5].map((value) => isTerm({ value, unit: 'working-hour' }))).toEqual([true, false, false, false]);
  });
});

describe('working time', () => {
  it('between two moments leaves out noon, nights and days of rest', () => {
    expect(workingMinutesBetween(at('2013-03-04', '11:00'), at('2013-03-04', '15:00'), calendar)).toBe(120);
    expect(workingMinutesBetween(at('2013-02-08', '17:00'), at('2013-02-16', '09:30'), calendar)).toBe(120);
    expect(workingMinutesBetween(at('2013-03-05', '09:00'), at('2013-03-04', '09:00'), calendar)).toBe(0);
  });

  const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map((minute) => instantOf(millisecondsOf('2012-06-01T00:00:00.000Z') + minute * 60_000));
  const values = fc.integer({ min: 1, max: 120 });
  const units = fc.constantFrom<TermUnit>('minute', 'clock-hour', 'working-hour', 'working-day');
  const calendars = fc.constantFrom(calendar, byWeek, { ...calendar, hours: [{ from: '09:00', until: '17:00' }] });

  it('a later start never gives an earlier deadline, nor a longer term', () => {
    fc.assert(fc.property(fc.tuple(minutes, minutes), values, values, units, calendars, (moments, value, more, unit, by) => {
      const [first, second] = [...moments].sort() as [string, string];
      expect(after(first, value, unit, by).at <= after(second, value, unit, by).at).toBe(true);
      expect(after(first, value, unit, by).at < after(first, value + more, unit, by).at).toBe(true);
    }));
  });

  it('one term after another ends as both together', () => {
    fc.assert(fc.property(minutes, values, values, units, calendars, (start, one, other, unit, by) => {
      expect(after(after(start, one, unit, by).at, other, unit, by).at).toBe(after(start, one + other, unit, by).at);
    }));
  });

  it('a deadline in working time never lies outside it, and what lies before it is exactly its term', () => {
    fc.assert(fc.property(minutes, values, calendars, (start, value, by) => {
      const { at: end } = after(start, value, 'working-hour', by);
      const time = new Date(millisecondsOf(end) + 8 * 3_600_000).toISOString().slice(11, 16);
      expect(isWorkingDay(localDate(end), by.years)).toBe(true);
      expect(by.hours.some(({ from, until }) => from < time && time <= until)).toBe(true);
      expect(workingMinutesBetween(start, end, by)).toBe(value * 60);
      expect(isWorkingDay(localDate(after(start, value, 'working-day', by).at), by.years)).toBe(true);
    }));
  });

  it('before and after any moment adds up to the whole', () => {
    fc.assert(fc.property(fc.tuple(minutes, minutes, minutes), calendars, (moments, by) => {
      const [first, between, last] = [...moments].sort() as [string, string, string];
      expect(workingMinutesBetween(first, between, by) + workingMinutesBetween(between, last, by)).toBe(workingMinutesBetween(first, last, by));
    }), { numRuns: 30 });
  });

  it('a make-up Saturday counts, whatever the week says', () => {
    expect(isWorkingDay('2013-02-16', [year2013])).toBe(true);
    expect(isWorkingDay('2013-02-16', [])).toBe(false);
    expect(isWorkingDay(addDays('2013-02-16', 7), [year2013])).toBe(false);
  });
});
