import { Timings } from './statistics.js';

describe('the times of a consumer', () => {
  it('are none before the first', () => {
    expect(new Timings().measurements()).toEqual([]);
  });

  it('are those of the last thousand messages', () => {
    const timings = new Timings();
    for (let time = 0; time < 500; time++) timings.add(1_000_000);
    for (let time = 1_000; time > 0; time--) timings.add(time);
    expect(Object.fromEntries(timings.measurements())).toEqual({
      'Mean': 501, 'Median': 501, 'Fastest': 1, 'Quintile 1': 1, 'Quintile 2': 201, 'Quintile 3': 401, 'Quintile 4': 601,
      'Quintile 5': 801, '90%': 901, '95%': 951, '99%': 991, '99.5%': 996, '99.9%': 1_000, 'Highest': 1_000,
    });
  });
});
