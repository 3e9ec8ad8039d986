import type { CellCounts } from '@zeren/organisation-domain';

/** How dark a count is shown: 0 where one unit answers everywhere, 4 where half of the cells or more are open. */
export const shadeOf = ({ cells, vacuums, overlaps }: CellCounts): 0 | 1 | 2 | 3 | 4 => {
  const open = vacuums + overlaps;
  if (cells === 0 || open === 0) return 0;
  const share = open / cells;
  if (share < 0.05) return 1;
  if (share < 0.2) return 2;
  return share < 0.5 ? 3 : 4;
};
