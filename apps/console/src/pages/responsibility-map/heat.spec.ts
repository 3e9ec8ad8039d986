import { shadeOf } from './heat.js';

it('a count of the map is shown the darker the larger the share of cells without one owner', () => {
  const shade = (vacuums: number, overlaps: number, cells = 100) => shadeOf({ cells, vacuums, overlaps });
  expect([shade(0, 0), shade(0, 0, 0), shade(1, 0), shade(2, 3), shade(0, 20), shade(49, 0), shade(30, 20)]).toEqual([0, 0, 1, 2, 3, 3, 4]);
});
