import type { AskedBefore, TaskRow, YearStatus } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { useLanguage } from '../../language/language.js';
import { useMeasureTexts } from './measures.texts.js';

const Credits = ({ task }: { task: TaskRow }) => {
  const t = useMeasureTexts();
  return (
    <>
      {task.years.flatMap(({ year, credits = [] }) => credits.map(({ source, values }) => (
        <li key={`${year}${source.taskId}${source.measureId}`}>
          {t('creditedFrom', { year })} <Link to={`/tasks/${source.taskId}`} className="mono">{source.indicatorCode}</Link> · {values.map(({ value, unit }) => `${value} ${unit}`).join('，')}
        </li>
      )))}
    </>
  );
};

const Elsewhere = ({ one }: { one: AskedBefore }) => {
  const t = useMeasureTexts();
  const { nameOf } = useLanguage();
  const value = one.values.map((found) => `${found.value} ${found.unit}`).join('，');
  return (
    <li>
      <p><Link to={`/tasks/${one.taskId}`}><span className="mono">{one.indicatorCode}</span> {nameOf(one.measureName)}</Link> {one.year} · <Mark {...(value ? { tone: 'strong' as const } : {})}>{value ? t('reportedAt', { value }) : t('notYet')}</Mark></p>
      <div className="small soft">{one.isUsable ? t('usable') : `${t(one.relation)}：${nameOf(one.reason)}`}</div>
    </li>
  );
};

const open: readonly YearStatus[] = ['pending', 'overdue', 'rejected'];

/** The year the unit is asked for now: the first not reported, else the last. */
const askedYear = ({ years }: TaskRow): number | undefined => (years.find(({ status }) => open.includes(status)) ?? years.at(-1))?.year;

/** Warns before a unit reports what it was asked for elsewhere, and says what was credited to this task from there. */
export const AskedElsewhere = ({ task }: { task: TaskRow }) => {
  const t = useMeasureTexts();
  const { campaignId, indicatorCode, unitId } = task;
  const asked = useRead<{ readonly items: readonly AskedBefore[] }>('/measures/asked', { campaignId, indicatorCode, unitId, year: askedYear(task) });
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('asked')}</h2>
      <p className="small soft">{t('once')}</p>
      <ul className="plain stack"><Credits task={task} />{items.map((one) => <Elsewhere key={`${one.measureId}${one.taskId}${one.indicatorCode}${one.year}`} one={one} />)}</ul>
    </section>
  );
};
