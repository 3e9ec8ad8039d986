import { contains, endOf, isPeriod, quarterOf } from './period.js';

describe('a period', () => {
  it.each([
    ['2013-06-30T15:59:59.999Z', '2013Q2'],
    ['2013-06-30T16:00:00.000Z', '2013Q3'],
    ['2013-12-31T15:59:59.999Z', '2013Q4'],
    ['2013-12-31T16:00:00.000Z', '2014Q1'],
    ['2013-01-01T00:00:00.000Z', '2013Q1'],
    ['2012-03-31T20:00:00.000Z', '2012Q2'],
    ['2013-05-31T23:30:00.000Z', '2013Q2'],
  ])('%s falls into %s by the clock of the city, eight hours ahead of UTC', (instant, quarter) => {
    expect(quarterOf(instant)).toBe(quarter);
  });

  it('ends at the midnight, in the city, after its last day', () => {
    expect(endOf('2013Q1')).toBe('2013-03-31T16:00:00.000Z');
    expect(endOf('2013Q2')).toBe('2013-06-30T16:00:00.000Z');
    expect(endOf('2013')).toBe('2013-12-31T16:00:00.000Z');
  });

  it('ends where the next begins', () => {
    for (const [period, next] of [['2013Q1', '2013Q2'], ['2013Q4', '2014Q1']] as const) {
      expect(quarterOf(endOf(period))).toBe(next);
    }
  });

  it('of a year contains its four quarters and no other', () => {
    expect(contains('2013', '2013Q4')).toBe(true);
    expect(contains('2013', '2014Q1')).toBe(false);
    expect(contains('2013Q2', '2013Q2')).toBe(true);
    expect(contains('2013Q2', '2013Q3')).toBe(false);
  });

  it('is written as a year or a quarter', () => {
    expect(['2013', '2013Q4'].every(isPeriod)).toBe(true);
    expect(['2013Q5', '2013q1', '13', '2013Q', ''].some(isPeriod)).toBe(false);
  });
});
