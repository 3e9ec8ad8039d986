import { latestPeriodOf, schemeFor } from './periods.js';

const published = [{ schemeId: 'v1', period: '2013Q4' }, { schemeId: 'v1', period: '2013' }, { schemeId: 'v2', period: '2014Q1' }];

describe('the scheme a ranking opens with', () => {
  it('is the one that was asked for', () => {
    expect(schemeFor(['v1', 'v2'], published, { schemeId: 'v2', period: '2013Q4' })).toBe('v2');
  });

  it('is the one by which the period asked for was published', () => {
    expect(schemeFor(['v1', 'v2'], published, { schemeId: null, period: '2013Q4' })).toBe('v1');
    expect(schemeFor(['v1', 'v2'], published, { schemeId: null, period: '2014Q1' })).toBe('v2');
  });

  it('is that of the latest published period, or the first', () => {
    expect(schemeFor(['v1', 'v2'], published, { schemeId: null, period: null })).toBe('v2');
    expect(schemeFor(['v1', 'v2'], published, { schemeId: null, period: '2019' })).toBe('v1');
    expect(schemeFor(['v1', 'v2'], [], { schemeId: 'v9', period: null })).toBe('v1');
    expect(schemeFor([], [], { schemeId: null, period: null })).toBeUndefined();
  });
});

describe('the latest of some periods', () => {
  it('is the year where a year and its last quarter end together', () => {
    expect(latestPeriodOf(['2013', '2013Q4', '2013Q1'])).toBe('2013');
    expect(latestPeriodOf(['2013', '2014Q1'])).toBe('2014Q1');
    expect(latestPeriodOf([])).toBeUndefined();
  });
});
