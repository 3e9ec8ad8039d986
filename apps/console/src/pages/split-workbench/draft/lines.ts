import { balancesOf, type Balance, type SplitRow } from '@zeren/tasks-domain';
import type { Source } from './plan.js';

/** One line of the table: a row, or the published task above rows, with how deep it stands and what is split from it. */
export type Line = {
  readonly key: string;
  readonly row: SplitRow | undefined;
  readonly task: Source | undefined;
  readonly depth: number;
  readonly children: readonly SplitRow[];
};

/** How a line differs from what is saved. */
export type Difference = 'added' | 'changed' | undefined;

const above = ({ parentKey, parentTaskId }: SplitRow): string => (parentKey === null ? parentTaskId ?? '' : parentKey);

const families = (rows: readonly SplitRow[]): ReadonlyMap<string, SplitRow[]> => {
  const found = new Map<string, SplitRow[]>();
  for (const row of rows) {
    const family = found.get(above(row));
    if (family) family.push(row);
    else found.set(above(row), [row]);
  }
  return found;
};

/** The rows in order of the tree, each family under what it is split from. Rows whose parent is nowhere, or that hang in a circle, come last. */
export const linesOf = (rows: readonly SplitRow[], tasks: readonly Source[]): readonly Line[] => {
  const byParent = families(rows);
  const lines: Line[] = [];
  const seen = new Set<string>();
  const childrenOf = (key: string): readonly SplitRow[] => byParent.get(key) ?? [];
  const add = (row: SplitRow, depth: number): void => {
    if (seen.has(row.key)) return;
    seen.add(row.key);
    lines.push({ key: row.key, row, task: undefined, depth, children: childrenOf(row.key) });
    for (const child of childrenOf(row.key)) add(child, depth + 1);
  };
  for (const root of childrenOf('')) add(root, 0);
  for (const task of tasks) {
    if (childrenOf(task.id).length === 0) continue;
    lines.push({ key: task.id, row: undefined, task, depth: 0, children: childrenOf(task.id) });
    for (const child of childrenOf(task.id)) add(child, 1);
  }
  for (const row of rows) add(row, 0);
  return lines;
};

/** The sums of what is split from a line, against what they must be. */
export const balancesOfLine = ({ row, task, children }: Line): readonly Balance[] => {
  const parent = row ?? task?.content;
  return parent && children.length > 0 ? balancesOf(parent, children) : [];
};

const says = ({ row, task }: Line): string => {
  const of = row ?? task?.content;
  return of ? `${of.indicatorCode} ${of.name.zh} ${of.name.en} ${of.unitId}`.toLowerCase() : '';
};

/** The lines in which a text is found, in the name, the indicator's code or the unit's. */
export const searched = (lines: readonly Line[], text: string): readonly Line[] => {
  const sought = text.trim().toLowerCase();
  return sought === '' ? lines : lines.filter((line) => says(line).includes(sought));
};
