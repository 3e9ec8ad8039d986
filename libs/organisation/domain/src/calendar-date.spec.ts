import { dayBefore, holdsOn, isCalendarDate } from './index.js';

describe('a calendar date', () => {
  it('is a day that exists', () => {
    for (const date of ['2013-01-18', '2012-02-29', '2000-02-29']) expect(isCalendarDate(date)).toBe(true);
    for (const text of ['2013-02-29', '1900-02-29', '2013-13-01', '2013-00-10', '2013-04-31', '2013-1-8', '0000-01-01', 20130118, '']) {
      expect(isCalendarDate(text)).toBe(false);
    }
  });

  it('knows the day before, over months, years and leap days', () => {
    expect(dayBefore('2013-01-18')).toBe('2013-01-17');
    expect(dayBefore('2013-01-01')).toBe('2012-12-31');
    expect(dayBefore('2012-03-01')).toBe('2012-02-29');
    expect(dayBefore('2013-03-01')).toBe('2013-02-28');
  });

  it('lies in a period whose last day is included', () => {
    const period = { from: '2013-01-01', until: '2013-12-31' };
    expect(['2012-12-31', '2013-01-01', '2013-12-31', '2014-01-01'].map((day) => holdsOn(period, day))).toEqual([false, true, true, false]);
    expect(holdsOn({ from: '2013-01-01', until: null }, '2099-01-01')).toBe(true);
  });
});
