import { pointsOf } from './points.js';

const target = (value: string) => ({ metric: 'm', value });

describe('points of a measured value', () => {
  it.each([
    ['95', '100', '95'],
    ['100', '100', '100'],
    ['120', '100', '100'],
    ['1', '3', '33.333333'],
    ['-5', '100', '0'],
    ['0', '0', '100'],
    ['-1', '0', '0'],
  ])('at least, linear: %s of %s is %s, never above 100 nor below 0', (value, aim, points) => {
    expect(pointsOf('linear', 'at-least', target(aim), value)).toBe(points);
  });

  it.each([
    ['8', '10', '100'],
    ['10', '10', '100'],
    ['12', '10', '80'],
    ['20', '10', '0'],
    ['35', '10', '0'],
    ['0', '0', '100'],
    ['0.1', '0', '0'],
  ])('at most, linear: %s against %s is %s', (value, aim, points) => {
    expect(pointsOf('linear', 'at-most', target(aim), value)).toBe(points);
  });

  it('by threshold are all or none', () => {
    expect(pointsOf('threshold', 'at-least', target('100'), '99.99')).toBe('0');
    expect(pointsOf('threshold', 'at-least', target('100'), '100.00')).toBe('100');
    expect(pointsOf('threshold', 'at-most', target('10'), '10.01')).toBe('0');
  });

  it('of a range are all within it, its ends included, and none outside', () => {
    const range = { metric: 'm', low: '6', high: '9' };
    expect(['5.9', '6', '7.2', '9', '9.1'].map((value) => pointsOf('threshold', 'range', range, value)))
      .toEqual(['0', '100', '100', '100', '0']);
  });

  it('of yes or no are all for yes', () => {
    expect(pointsOf('threshold', 'boolean', target('1'), '1')).toBe('100');
    expect(pointsOf('threshold', 'boolean', target('1'), '0')).toBe('0');
  });
});
