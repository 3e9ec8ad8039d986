import type { LocalisedText } from '@zeren/kernel';
import { addDays, localYear } from '@zeren/organisation-domain';
import { taskEnds } from './task-state.js';
import type { TaskStatus } from './task-status.js';

export const lamps = ['green', 'yellow', 'red', 'grey'] as const;
export type Lamp = (typeof lamps)[number];

export const lampText: Readonly<Record<Lamp, LocalisedText>> = {
  green: { zh: '正常', en: 'On track' },
  yellow: { zh: '预警', en: 'Attention' },
  red: { zh: '滞后', en: 'Behind' },
  grey: { zh: '本年无任务', en: 'Nothing due this year' },
};

/** Ends that leave nothing to be done and nothing achieved: their lamp is out. */
export const lampOut: readonly TaskStatus[] = taskEnds.filter((end) => end !== 'done');

/** A result not reported this many days before it is due turns the lamp yellow. */
export const WARNING_DAYS = 30;

/** What a lamp depends on, besides the time. */
export type LampInputs = {
  readonly status: TaskStatus;
  /** Earliest due moment of a year not reported and not yet marked overdue. */
  readonly nextDueAt: string | null;
  /** Earliest due moment of a year reported and awaiting verification. */
  readonly awaitingDueAt: string | null;
  readonly overdueYears: number;
  readonly rejectedYears: number;
  /** First and last year with a target. */
  readonly firstYear: number;
  readonly lastYear: number;
};

const isBehind = ({ rejectedYears, overdueYears, nextDueAt }: LampInputs, now: string): boolean =>
  rejectedYears > 0 || overdueYears > 0 || (nextDueAt !== null && nextDueAt < now);

/**
 * Red: something is overdue or rejected. Yellow: due within {@link WARNING_DAYS} days and not reported, or still not
 * verified after it was due. Grey: nothing is due in the current year, or the task ended otherwise than done. Green: all
 * else, done included.
 */
export const lampOf = (task: LampInputs, now: string): Lamp => {
  const { nextDueAt, awaitingDueAt } = task;
  if (task.status === 'done') return 'green';
  if (lampOut.includes(task.status)) return 'grey';
  if (isBehind(task, now)) return 'red';
  if ((awaitingDueAt !== null && awaitingDueAt < now) || (nextDueAt !== null && nextDueAt <= addDays(now, WARNING_DAYS))) return 'yellow';
  const year = localYear(now);
  return year < task.firstYear || year > task.lastYear ? 'grey' : 'green';
};
