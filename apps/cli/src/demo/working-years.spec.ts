import { join } from 'node:path';
import { fold } from '@zeren/kernel';
import { aCaller } from '@zeren/kernel/testing';
import { calendarDecider, isWorkingDay } from '@zeren/organisation-domain';
import { DemoData } from './data.js';

const data = new DemoData(join(__dirname, '..', '..', 'data'));

/** Days of a year on which offices worked, counted by hand from the notices: 365 less weekends and holidays, make-up days added. */
const workedDays: Readonly<Record<number, number>> = { 2012: 249, 2013: 250, 2014: 250, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 };

describe('the calendars that come with the product', () => {
  it.each(Object.keys(workedDays).map(Number))('%i can be published as it stands, and has as many working days as its notice left', (year) => {
    const events = calendarDecider.decide({ type: 'PublishWorkingYear', data: data.workingYear(year) }, calendarDecider.initialState, aCaller());
    const { years } = fold(calendarDecider, events);
    const days = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)).filter((day) => day.startsWith(String(year)));
    expect(days.filter((day) => isWorkingDay(day, years))).toHaveLength(workedDays[year] as number);
  });
});
