import { rangeOf } from './byte-range.js';

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }], ['bytes=90-', { start: 90, end: 99 }], ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=90-200', { start: 90, end: 99 }], ['bytes=-500', { start: 0, end: 99 }],
  ])('%s of 100 is %j', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });

  it.each(['bytes=100-', 'bytes=200-300', 'bytes=-0'])('%s of 100 is nowhere', (header) => {
    expect(rangeOf(header, 100)).toBe('unsatisfiable');
  });

  it.each([undefined, '', 'bytes=-', 'bytes=9-1', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=a-b'])('%s asks for no one range', (header) => {
    expect(rangeOf(header, 100)).toBeUndefined();
  });
});
