import { millisecondsOf, workingMinutesBetween, type Deadline, type WorkingCalendar } from '@zeren/organisation-domain';
import { runningDue, type FiledRequest } from '@zeren/requests-domain';
import type { Lamp } from '@zeren/tasks-domain';

/** How the running deadline stands: late, near (whoever has it is being reminded), in time, or none runs. */
export const lampOf = (request: FiledRequest, now: string): Lamp => {
  const running = runningDue(request);
  if (!running) return 'grey';
  if (now > running.deadline.at) return 'red';
  return now >= running.deadline.remindAt ? 'yellow' : 'green';
};

export const clockText = {
  green: { zh: '时限内', en: 'in time' }, yellow: { zh: '临近期限', en: 'near its limit' }, red: { zh: '已超时', en: 'late' }, grey: { zh: '不计时', en: 'not timed' },
} as const satisfies Readonly<Record<Lamp, { zh: string; en: string }>>;

const MS_PER_MINUTE = 60_000;
const byEveryClock: ReadonlySet<Deadline['term']['unit']> = new Set(['minute', 'clock-hour']);

const minuteOf = (at: string): number => Math.floor(millisecondsOf(at) / MS_PER_MINUTE);

/** Minutes of the clock between two moments, each to the minute as it is shown. */
export const minutesBetween = (from: string, until: string): number => minuteOf(until) - minuteOf(from);

/** How many minutes there are until a deadline, or since it: of working time or of every clock, as its term is counted. */
export const spanTo = ({ at, term }: Pick<Deadline, 'at' | 'term'>, now: string, calendar: WorkingCalendar): { readonly isLate: boolean; readonly isWorking: boolean; readonly minutes: number } => {
  const isLate = now > at;
  const [from, until] = isLate ? [at, now] : [now, at];
  const isWorking = !byEveryClock.has(term.unit);
  return { isLate, isWorking, minutes: isWorking ? workingMinutesBetween(from, until, calendar) : minutesBetween(from, until) };
};
