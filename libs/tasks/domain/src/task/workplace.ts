import type { LocalisedText } from '@zeren/kernel';
import { addDays, endOfDay, localDate, weekdayOf } from '@zeren/organisation-domain';

/** What a unit's own page lists: what it leads, by what has to happen next; then what waits for its word on others' work. */
export const workLists = ['to-accept', 'overdue', 'due-today', 'due-this-week', 'to-rework', 'waiting', 'to-answer', 'to-verify'] as const;
export type WorkList = (typeof workLists)[number];

export const workListText: Readonly<Record<WorkList, LocalisedText>> = {
  'to-accept': { zh: '待签收', en: 'To be accepted' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  'due-today': { zh: '今日到期', en: 'Due today' },
  'due-this-week': { zh: '本周到期', en: 'Due this week' },
  'to-rework': { zh: '需返工', en: 'To be worked on again' },
  waiting: { zh: '等待他人', en: 'Waiting for others' },
  'to-answer': { zh: '待我答复', en: 'Waiting for our answer' },
  'to-verify': { zh: '待我核验', en: 'Waiting for our verification' },
};

export type Workplace = { readonly now: string; readonly counts: Readonly<Record<WorkList, number>> };

/** The last moments of the day and of the week (Sunday) in which a moment lies, in the tenants' calendar. */
export const endsOf = (now: string): { readonly today: string; readonly week: string } => {
  const today = localDate(now);
  return { today: endOfDay(today), week: endOfDay(addDays(today, 7 - weekdayOf(today))) };
};
