import { instantOf, localDate, millisecondsOf } from '@zeren/organisation-domain';
import type { RequestRow } from '@zeren/requests-domain';

/** The service's clock now, as far as the phone can tell: what it was when it was read, and what has passed since. */
export const presentOf = ({ now, at }: { readonly now: string; readonly at: string }, phoneNow: number): string => instantOf(millisecondsOf(now) + Math.max(0, phoneNow - millisecondsOf(at)));

/** Late, due today, or later. */
export const groups = ['overdue', 'today', 'later'] as const;
export type Group = (typeof groups)[number];

export const groupOf = ({ dueAt }: Pick<RequestRow, 'dueAt'>, now: string): Group => {
  if (dueAt === null) return 'later';
  if (dueAt < now) return 'overdue';
  return localDate(dueAt) === localDate(now) ? 'today' : 'later';
};
