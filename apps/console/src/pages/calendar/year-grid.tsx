import { addDays, isWorkingDay, weekdayOf, type WorkingYear } from '@zeren/organisation-domain';
import { useCalendarTexts } from './calendar.texts.js';
import './calendar.css';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const months = Array.from({ length: 12 }, (_, month) => month + 1);

const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

/** A month's weeks from Monday on; null before its first day and after its last. */
const weeksOf = (year: number, month: number): readonly (readonly (string | null)[])[] => {
  const first = firstOf(year, month);
  const monday = addDays(first, 1 - weekdayOf(first));
  const weeks = Array.from({ length: 6 }, (_, week) => weekdays.map((__, day) => addDays(monday, week * 7 + day)));
  return weeks.map((week) => week.map((date) => (date.slice(0, 7) === first.slice(0, 7) ? date : null))).filter((week) => week.some((date) => date !== null));
};

const Day = ({ date, year, today }: { date: string; year: WorkingYear; today: string | undefined }) => {
  const t = useCalendarTexts();
  const isRest = year.holidays.includes(date);
  const isWork = year.makeUpWorkdays.includes(date);
  const kind = isRest ? 'rest' : isWork ? 'work' : isWorkingDay(date, [year]) ? 'plain' : 'weekend';
  return (
    <td className={`day day-${kind}${date === today ? ' day-today' : ''}`}>
      <span>{Number(date.slice(8))}</span>
      {(isRest || isWork) && <b title={t(isRest ? 'rest' : 'work')}>{t(isRest ? 'restMark' : 'workMark')}</b>}
    </td>
  );
};

/** A year month by month: days of rest and make-up workdays named, weekends soft. */
export const YearGrid = ({ year, today }: { year: WorkingYear; today: string | undefined }) => {
  const t = useCalendarTexts();
  return (
    <div className="months">
      {months.map((month) => (
        <table key={month} className="month">
          <caption>{t('month', { month })}</caption>
          <thead><tr>{weekdays.map((day) => <th key={day} scope="col">{t(day)}</th>)}</tr></thead>
          <tbody>
            {weeksOf(year.year, month).map((week, at) => (
              <tr key={at}>{week.map((date, day) => (date === null ? <td key={day} /> : <Day key={day} date={date} year={year} today={today} />))}</tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
};
