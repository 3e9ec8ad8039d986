import { addDays, isWorkingDay, localDate, localYear, type CalendarInForce, type WorkingYear } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Bones, Resource } from '../../design/states.js';
import { Hours } from './hours.js';
import { PublishForm } from './publish-form.js';
import { TermTrial } from './term-trial.js';
import { useCalendarTexts } from './calendar.texts.js';
import { YearGrid } from './year-grid.js';

/** Whose word a tenant's calendar is: its office's. */
const offices = ['city-office', 'district-office'] as const;

const workedIn = (year: WorkingYear): number =>
  Array.from({ length: 366 }, (_, day) => addDays(`${year.year}-01-01`, day)).filter((date) => date.startsWith(String(year.year)) && isWorkingDay(date, [year])).length;

const YearFacts = ({ calendar, year }: { calendar: CalendarInForce; year: number }) => {
  const t = useCalendarTexts();
  const published = calendar.years.find((one) => one.year === year);
  if (!published) return <p role="status" className="why">{t('notPublished', { year })}</p>;
  const { version, document, by, holidays, makeUpWorkdays } = published;
  return (
    <div className="stack">
      <p className="row"><Mark tone="strong">{t(`by_${by}`)}</Mark> <span>{t('version', { version })}</span> <span className="soft">{t('document')} {document}</span></p>
      <p>{t('days', { rest: holidays.length, work: makeUpWorkdays.length, worked: workedIn(published) })}</p>
    </div>
  );
};

const YearChoice = ({ years, year, onChoose }: { years: readonly number[]; year: number; onChoose: (year: number) => void }) => {
  const t = useCalendarTexts();
  const id = useId();
  const offered = [...new Set([...years, year, year - 1, year + 1])].sort((a, b) => a - b);
  return (
    <div className="filter">
      <label htmlFor={id}>{t('year')}</label>
      <Select id={id} value={year} onChange={onChoose} options={offered.map((one) => ({ value: one, label: String(one) }))} style={{ minWidth: 110 }} />
    </div>
  );
};

const Calendar = ({ calendar, caller }: { calendar: CalendarInForce; caller: Caller }) => {
  const t = useCalendarTexts();
  const [params, setParams] = useSearchParams();
  const [publishing, setPublishing] = useState(false);
  const year = Number(params.get('year') ?? localYear(caller.now));
  const own = calendar.years.filter(({ by }) => by === 'tenant');
  const present = calendar.years.find((one) => one.year === year) ?? { year, holidays: [], makeUpWorkdays: [] };
  const publisher = offices.some((role) => caller.roles.includes(role)) ? caller : undefined;
  return (
    <>
      <section className="sheet stack">
        <div className="apart">
          <YearChoice years={calendar.years.map((one) => one.year)} year={year} onChoose={(next) => setParams({ year: String(next) }, { replace: true })} />
          {publisher && <Button type="primary" onClick={() => setPublishing(true)}>{t(own.some((one) => one.year === year) ? 'correct' : 'publish')}</Button>}
        </div>
        <YearFacts calendar={calendar} year={year} />
        <YearGrid year={present} today={localDate(caller.now)} />
      </section>
      <div className="columns even">
        <Hours calendar={calendar} caller={publisher} />
        <TermTrial calendar={calendar} now={caller.now} />
      </div>
      {publishing && <PublishForm key={year} year={year} years={own} caller={caller} onClose={() => setPublishing(false)} />}
    </>
  );
};

/** When the tenant works: its years with their holidays and make-up workdays, its hours, and how terms are counted by them. */
export const CalendarPage = () => {
  const t = useCalendarTexts();
  const calendar = useRead<CalendarInForce>('/calendar', {}, { immediate: true });
  const caller = useCaller();
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Resource of={calendar} lines={12}>{(read) => (caller ? <Calendar calendar={read} caller={caller} /> : <Bones lines={12} />)}</Resource>
    </PageFrame>
  );
};
