import { datesIn, textOfDates, yearInJson } from './year-text.js';

describe('a year as a person writes it', () => {
  it('is dates and spans, a line each or apart by commas', () => {
    expect(datesIn('2013-02-09 至 2013-02-11\n2013-01-01，2013-01-01')).toEqual({ dates: ['2013-01-01', '2013-02-09', '2013-02-10', '2013-02-11'], wrong: [] });
    expect(datesIn('2013-02-30\n明天\n2013-03-02 to 2013-03-01')).toEqual({ dates: [], wrong: ['2013-02-30', '明天', '2013-03-02 to 2013-03-01'] });
  });

  it('is written with spans, and read back the same', () => {
    const dates = ['2013-01-01', '2013-02-09', '2013-02-10', '2013-02-11', '2013-02-13'];
    expect(textOfDates(dates, 'to')).toBe('2013-01-01\n2013-02-09 to 2013-02-11\n2013-02-13');
    expect(datesIn(textOfDates(dates, 'to')).dates).toEqual(dates);
  });

  it('is read from JSON in either shape, and anything else is no year', () => {
    const year = { year: 2013, holidays: ['2013-01-01'], makeUpWorkdays: ['2013-01-05'] };
    expect(yearInJson(JSON.stringify(year))).toEqual(year);
    expect(yearInJson(JSON.stringify({ year: 2013, off_days: [{ date: '2013-01-01' }], makeup_workdays: [{ date: '2013-01-05' }] }))).toEqual(year);
    for (const text of ['{', '{}', JSON.stringify({ ...year, holidays: ['2013-02-30'] })]) expect(yearInJson(text)).toBeUndefined();
  });
});
