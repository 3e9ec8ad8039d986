import { sameData, type Command } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import type { SplitEvent, SplitRow, SplitTableReset } from './split.events.js';
import { ROWS_PER_PART, rowsOf, type Draft, type Split } from './split-state.js';

/** Set rows of the draft by hand, each whole, and remove others; what stands so already is left as it is. */
export type ChangeSplitRows = Command<'ChangeSplitRows', { readonly rows: readonly SplitRow[]; readonly removed: readonly string[] }>;
/** Begin the draft's table anew. */
export type ResetSplitTable = Command<'ResetSplitTable', Pick<SplitTableReset['data'], 'to'>>;

/** The draft in hand; refuses a split that is not being drafted. */
const draftOf = (split: Split): Draft => {
  if (split.status === 'none') return refuse('split-not-drafted');
  return split.status === 'drafted' ? split : refuse('split-closed');
};

/** Rows that are set by hand: only what differs from the draft is recorded. */
export const changeRows = ({ rows, removed }: ChangeSplitRows['data'], split: Split): readonly SplitEvent[] => {
  draftOf(split);
  if (rows.length + removed.length > ROWS_PER_PART) refuse('split-part-size', 'rows', { limit: ROWS_PER_PART });
  const set = new Set(rows.map(({ key }) => key));
  if (set.size < rows.length) refuse('row-key-repeated', 'rows');
  const both = removed.find((key) => set.has(key));
  if (both !== undefined) refuse('row-set-and-removed', 'removed', { key: both });
  const before = rowsOf(split);
  const standing = new Map(before.map((row) => [row.key, row]));
  const changed = rows.filter((row) => !sameData(standing.get(row.key), row));
  const gone = new Set(removed.filter((key) => standing.has(key)));
  if (changed.length + gone.size === 0) return [];
  const total = before.filter(({ key }) => !gone.has(key)).length + changed.filter(({ key }) => !standing.has(key)).length;
  return [{ type: 'SplitRowsChanged', data: { rows: changed, removed: [...gone], total } }];
};

/** The table begun anew. A first draft has no rows in force to begin with. */
export const resetTable = ({ to }: ResetSplitTable['data'], split: Split): readonly SplitEvent[] => {
  const { previous } = draftOf(split);
  if (to === 'rows-in-force' && previous === null) refuse('no-revision', 'to');
  const rows = to === 'nothing' || previous === null ? [] : rowsOf(previous);
  return sameData(rowsOf(split), rows) ? [] : [{ type: 'SplitTableReset', data: { to, total: rows.length } }];
};
