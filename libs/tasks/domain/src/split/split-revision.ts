import { sameData } from '@zeren/kernel';
import type { SplitRow } from './split.events.js';
import { isSameTask } from './split-state.js';
import { complainAbout, type Violation } from '../violation.js';

/** What stands against changing a row of a split in force. */
export type RowStanding = {
  readonly key: string;
  /** Its task has ended, in whatever way. */
  readonly hasEnded: boolean;
  /** Another split has children of its task. */
  readonly isSplitFurther: boolean;
};

type Change = { readonly key: string; readonly kind: 'changed' | 'replaced' | 'removed' };

/** The rows of the version before that a revision touches: others are left as they are. */
export const changesOf = (before: readonly SplitRow[], after: readonly SplitRow[]): readonly Change[] => {
  const next = new Map(after.map((row) => [row.key, row]));
  return before.flatMap((row): Change[] => {
    const other = next.get(row.key);
    if (!other) return [{ key: row.key, kind: 'removed' }];
    if (!isSameTask(row, other)) return [{ key: row.key, kind: 'replaced' }];
    return sameData(row, other) ? [] : [{ key: row.key, kind: 'changed' }];
  });
};

/** A settled task is not revised; one that was split further neither goes away nor to another unit. */
export const checkRevision = (before: readonly SplitRow[], after: readonly SplitRow[], standing: readonly RowStanding[]): readonly Violation[] => {
  const violations: Violation[] = [];
  const known = new Map(standing.map((one) => [one.key, one]));
  for (const { key, kind } of changesOf(before, after)) {
    const complain = complainAbout(violations, key);
    if (known.get(key)?.hasEnded) complain('row-settled', 'key');
    if (kind !== 'changed' && known.get(key)?.isSplitFurther) complain('row-split-further', 'key');
  }
  return violations;
};
