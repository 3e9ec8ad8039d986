import type { LocalisedText } from '@zeren/kernel';
import { awaitsRuling, openObjection } from './task-objection.js';
import { isEnd, type PublishedTask } from './task-state.js';
import type { TaskYear } from './task-years.js';

/** Where a task stands as a whole: how it ended, or the worst of its years, or how far it has come. */
export const taskStatuses = [
  'published', 'objected', 'accepted', 'reported', 'verified', 'rejected', 'overdue', 'deferred',
  'done', 'explained', 'closed', 'returned', 'voided', 'withdrawn',
] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const statusText: Readonly<Record<TaskStatus, LocalisedText>> = {
  published: { zh: '待签收', en: 'To be accepted' },
  objected: { zh: '有异议', en: 'Objected to' },
  accepted: { zh: '进行中', en: 'In progress' },
  reported: { zh: '待核验', en: 'Awaiting verification' },
  verified: { zh: '阶段达标', en: 'Verified so far' },
  rejected: { zh: '核验未通过', en: 'Rejected' },
  overdue: { zh: '逾期未报', en: 'Overdue' },
  deferred: { zh: '缓办', en: 'Deferred' },
  done: { zh: '已完成', en: 'Done' },
  explained: { zh: '已说明', en: 'Explained' },
  closed: { zh: '未完成办结', en: 'Closed without completion' },
  returned: { zh: '已退回', en: 'Returned' },
  voided: { zh: '已作废', en: 'Void' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** A result put off, which no clock runs on. */
export const isDeferred = ({ status, deferredUntil }: TaskYear): boolean => status === 'pending' && deferredUntil !== null;

const worstFirst = ['rejected', 'overdue', 'reported'] as const satisfies readonly TaskYear['status'][];

export const statusOf = (task: PublishedTask): TaskStatus => {
  const { status, years } = task;
  if (isEnd(status)) return status;
  if (openObjection(task) || (status === 'published' && awaitsRuling(task))) return 'objected';
  const worst = worstFirst.find((found) => years.some((year) => year.status === found));
  if (worst) return worst;
  if (years.some(isDeferred)) return 'deferred';
  return years.some((year) => year.status === 'verified') ? 'verified' : status;
};
