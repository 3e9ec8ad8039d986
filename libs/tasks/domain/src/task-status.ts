import type { LocalisedText } from '@zeren/kernel';
import type { TaskYear } from './task-years.js';

/** Where a task stands as a whole: the worst of its years, or how far it has come. */
export const taskStatuses = ['published', 'accepted', 'reported', 'verified', 'rejected', 'overdue', 'done'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const statusText: Readonly<Record<TaskStatus, LocalisedText>> = {
  published: { zh: '待签收', en: 'To be accepted' },
  accepted: { zh: '进行中', en: 'In progress' },
  reported: { zh: '待核验', en: 'Awaiting verification' },
  verified: { zh: '阶段达标', en: 'Verified so far' },
  rejected: { zh: '核验未通过', en: 'Rejected' },
  overdue: { zh: '逾期未报', en: 'Overdue' },
  done: { zh: '已完成', en: 'Done' },
};

const worstFirst = ['rejected', 'overdue', 'reported', 'verified'] as const satisfies readonly TaskYear['status'][];

export const statusOf = (years: readonly TaskYear[], accepted: boolean): TaskStatus => {
  const found = worstFirst.find((status) => years.some((year) => year.status === status));
  if (found === 'verified' && years.every(({ status }) => status === 'verified')) return 'done';
  return found ?? (accepted ? 'accepted' : 'published');
};
