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
