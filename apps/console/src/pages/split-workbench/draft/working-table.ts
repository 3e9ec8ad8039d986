import { isDecimal, sameData } from '@zeren/kernel';
import { isInstant } from '@zeren/organisation-domain';
import { ROWS_PER_PART, type SplitRow } from '@zeren/tasks-domain';

/** What the reader changed in a draft and has not saved: rows set, keys removed, and which rows were set by hand. */
export type Working = { readonly set: Readonly<Record<string, SplitRow>>; readonly removed: readonly string[]; readonly byHand: readonly string[] };

export const untouched: Working = { set: {}, removed: [], byHand: [] };

/** The table as it is being worked on. */
export const rowsWith = (draft: readonly SplitRow[], { set, removed }: Working): readonly SplitRow[] => {
  const gone = new Set(removed);
  const known = new Set(draft.map(({ key }) => key));
  return [...draft.filter(({ key }) => !gone.has(key)).map((row) => set[row.key] ?? row), ...Object.values(set).filter(({ key }) => !known.has(key))];
};

export const withRows = ({ set, removed, byHand }: Working, rows: readonly SplitRow[]): Working => {
  const keys = new Set(rows.map(({ key }) => key));
  return { set: { ...set, ...Object.fromEntries(rows.map((row) => [row.key, row])) }, removed: removed.filter((key) => !keys.has(key)), byHand };
};

/** A row the reader set: what is left of its family's sums goes to the others. */
export const withRowByHand = (working: Working, row: SplitRow): Working => {
  const after = withRows(working, [row]);
  return { ...after, byHand: [...new Set([...after.byHand, row.key])] };
};

/** A row removed, and all that is split from it. */
export const withoutRow = ({ set, removed, byHand }: Working, rows: readonly SplitRow[], key: string): Working => {
  const gone = new Set([key]);
  for (let before = 0; before < gone.size;) {
    before = gone.size;
    for (const row of rows) if (row.parentKey !== null && gone.has(row.parentKey)) gone.add(row.key);
  }
  return {
    set: Object.fromEntries(Object.entries(set).filter(([one]) => !gone.has(one))),
    removed: [...new Set([...removed, ...gone])],
    byHand: byHand.filter((one) => !gone.has(one)),
  };
};

/** Rows set and keys removed, no more than one command takes. */
export type Changes = { readonly rows: readonly SplitRow[]; readonly removed: readonly string[] };

const chunksOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / ROWS_PER_PART) }, (_, at) => items.slice(at * ROWS_PER_PART, (at + 1) * ROWS_PER_PART));

/** What differs from the draft, in portions. None: there is nothing to save. */
export const changesOf = (draft: readonly SplitRow[], { set, removed }: Working): readonly Changes[] => {
  const before = new Map(draft.map((row) => [row.key, row]));
  const rows = Object.values(set).filter((row) => !sameData(before.get(row.key), row));
  return [
    ...chunksOf(removed.filter((key) => before.has(key))).map((gone) => ({ rows: [], removed: gone })),
    ...chunksOf(rows).map((some) => ({ rows: some, removed: [] })),
  ];
};

/** Whether every number and day of a row can be read: a row that is still being typed cannot be saved. */
export const isReadable = ({ weight, deadline, annualTargets, leadCreditShare, supportingCredits = [] }: SplitRow): boolean =>
  [weight, leadCreditShare ?? weight, ...supportingCredits.map(({ share }) => share)].every(isDecimal) && isInstant(deadline) && annualTargets.every(({ dueAt, targets }) =>
    isInstant(dueAt) && targets.every((target) => ('value' in target ? isDecimal(target.value) : isDecimal(target.low) && isDecimal(target.high))));
