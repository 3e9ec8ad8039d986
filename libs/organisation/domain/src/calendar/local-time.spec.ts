import fc from 'fast-check';
import { addDays, instantOf, isCalendarDate, isInstant, localDate, localTime, localYear, millisecondsOf } from './local-time.js';

describe('the calendar', () => {
  it('a moment has the date of China Standard Time', () => {
    expect(localDate('2013-12-31T15:59:59.999Z')).toBe('2013-12-31');
    expect(localDate('2013-12-31T16:00:00.000Z')).toBe('2014-01-01');
    expect(localYear('2013-12-31T16:00:00.000Z')).toBe(2014);
  });

  it('a moment is told to the minute by the same clock, whatever the day', () => {
    expect(['2013-12-31T16:05:59.999Z', '2013-03-01T01:30:00.000Z', '2013-03-01T15:59:59.000Z'].map(localTime)).toEqual(['2014-01-01 00:05', '2013-03-01 09:30', '2013-03-01 23:59']);
  });

  it('days are counted over months, leap days and years as the Gregorian calendar does', () => {
    const moments = fc.date({ min: new Date('1900-01-01T00:00:00.000Z'), max: new Date('2200-01-01T00:00:00.000Z'), noInvalidDate: true });
    fc.assert(fc.property(moments, fc.integer({ min: -5_000, max: 5_000 }), (moment, days) => {
      expect(addDays(moment.toISOString(), days)).toBe(new Date(moment.getTime() + days * 86_400_000).toISOString());
    }));
  });

  it('moments and milliseconds are two writings of the same', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1900-01-01T00:00:00.000Z'), max: new Date('2200-01-01T00:00:00.000Z'), noInvalidDate: true }), (moment) => {
      expect(millisecondsOf(moment.toISOString())).toBe(moment.getTime());
      expect(instantOf(moment.getTime())).toBe(moment.toISOString());
    }));
  });

  it('a date that does not exist is none', () => {
    expect(isCalendarDate('2012-02-29')).toBe(true);
    for (const text of ['2013-02-29', '2013-13-01', '2013-00-10', '2013-1-1', '']) expect(isCalendarDate(text)).toBe(false);
  });

  it('only UTC with milliseconds is a moment that compares as text', () => {
    expect(isInstant('2013-12-31T15:59:59.000Z')).toBe(true);
    for (const text of ['2013-12-31T15:59:59Z', '2013-12-31T15:59:59.000+08:00', '2013-12-31', '2013-12-31T24:00:00.000Z', '2013-02-30T00:00:00.000Z']) {
      expect(isInstant(text)).toBe(false);
    }
  });
});
