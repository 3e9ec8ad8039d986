import { deadlineAfter, instantOf, isInstant, isTerm, millisecondsOf, type TermUnit, type WorkingCalendar } from '@zeren/organisation-domain';
import { InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { Mark } from '../../design/lamp.js';
import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useCalendarTexts } from './calendar.texts.js';

const units = ['minute', 'clock-hour', 'working-hour', 'working-day'] as const satisfies readonly TermUnit[];
const EIGHT_HOURS = 8 * 3_600_000;

/** A moment as a field of local time has it, and back; undefined where the field holds none. */
const localText = (instant: string): string => instantOf(millisecondsOf(instant) + EIGHT_HOURS).slice(0, 16);
const instantIn = (local: string): string | undefined => {
  const asUtc = `${local}:00.000Z`;
  return isInstant(asUtc) ? instantOf(millisecondsOf(asUtc) - EIGHT_HOURS) : undefined;
};

/** Tries a term against the calendar: the same arithmetic by which the service stores deadlines. */
export const TermTrial = ({ calendar, now }: { calendar: WorkingCalendar; now: string }) => {
  const t = useCalendarTexts();
  const { language } = useLanguage();
  const id = useId();
  const [start, setStart] = useState(localText(now));
  const [value, setValue] = useState(4);
  const [unit, setUnit] = useState<TermUnit>('working-hour');
  const from = instantIn(start);
  const deadline = from !== undefined && isTerm({ value, unit }) ? deadlineAfter(from, { value, unit }, calendar) : undefined;
  return (
    <section className="sheet">
      <h2>{t('trial')}</h2>
      <div className="row">
        <div className="filter"><label htmlFor={`${id}s`}>{t('start')}</label><input id={`${id}s`} type="datetime-local" className="date-field" value={start} onChange={({ target }) => setStart(target.value)} /></div>
        <div className="filter"><label htmlFor={`${id}v`}>{t('value')}</label><InputNumber id={`${id}v`} min={1} max={999} precision={0} value={value} onChange={(next) => setValue(next ?? 1)} /></div>
        <div className="filter"><label htmlFor={`${id}u`}>{t('unit')}</label><Select id={`${id}u`} value={unit} onChange={setUnit} options={units.map((one) => ({ value: one, label: t(one) }))} style={{ minWidth: 140 }} /></div>
      </div>
      <p role="status" aria-live="polite" style={{ marginTop: 12 }}>
        {deadline && <>{t('ends')} <b>{timeOf(deadline.at, language)}</b> <Mark tone={deadline.provisional ? 'seal' : 'strong'}>{t(deadline.provisional ? 'provisional' : 'firm')}</Mark></>}
      </p>
    </section>
  );
};
