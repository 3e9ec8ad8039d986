import { defaultCalendar, type CalendarInForce, type Deadline, type WorkingCalendar } from '@zeren/organisation-domain';
import { useRead } from '../../api/reads.js';
import { textsOf } from '../../language/language.js';
import { minutesBetween, spanTo } from './clock.js';

const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;

const useTexts = textsOf(
  'request-time',
  { minutes: '{{minutes}} 分', wholeHours: '{{hours}} 小时', hours: '{{hours}} 小时 {{minutes}} 分', days: '{{days}} 天 {{hours}} 小时', left: '剩 {{time}}', past: '超 {{time}}', workingLeft: '剩工作时间 {{time}}', workingPast: '超工作时间 {{time}}', working: '工作时间 {{time}}' },
  { minutes: '{{minutes}} min', wholeHours: '{{hours}} h', hours: '{{hours}} h {{minutes}} min', days: '{{days}} d {{hours}} h', left: '{{time}} left', past: '{{time}} over', workingLeft: '{{time}} of working time left', workingPast: '{{time}} of working time over', working: '{{time}} of working time' },
);

/** The calendar by which this tenant counts; the week alone until it is read. */
export const useWorkingCalendar = (): WorkingCalendar => useRead<CalendarInForce>('/calendar', {}, { immediate: true, fresh: 3_600_000 }).data ?? defaultCalendar;

/** Spans of time in words: working time never in days, for a working day is not 24 hours. */
export const useSpans = () => {
  const t = useTexts();
  const working = (minutes: number): string => {
    const hours = Math.floor(minutes / MINUTES_PER_HOUR);
    if (hours === 0) return t('minutes', { minutes });
    return minutes % MINUTES_PER_HOUR === 0 ? t('wholeHours', { hours }) : t('hours', { hours, minutes: minutes % MINUTES_PER_HOUR });
  };
  const elapsed = (minutes: number): string => {
    const hours = Math.floor(minutes / MINUTES_PER_HOUR);
    return hours < HOURS_PER_DAY ? working(minutes) : t('days', { days: Math.floor(hours / HOURS_PER_DAY), hours: hours % HOURS_PER_DAY });
  };
  return {
    working,
    workingTime: (minutes: number) => t('working', { time: working(minutes) }),
    /** What passed by every clock, from one moment to another. */
    passed: (from: string, until: string): string => elapsed(Math.max(0, minutesBetween(from, until))),
    /** The time until a deadline, or since it, as its term is counted. */
    toDeadline: (now: string, deadline: Pick<Deadline, 'at' | 'term'>, calendar: WorkingCalendar): string => {
      const { isLate, minutes, isWorking } = spanTo(deadline, now, calendar);
      if (isWorking) return t(isLate ? 'workingPast' : 'workingLeft', { time: working(minutes) });
      return t(isLate ? 'past' : 'left', { time: elapsed(minutes) });
    },
  };
};
