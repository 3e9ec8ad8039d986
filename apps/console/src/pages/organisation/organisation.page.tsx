import { dayBefore, localDate, type UnitRow } from '@zeren/organisation-domain';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { useRead } from '../../api/reads.js';
import type { Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Nothing } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useOrganisationTexts } from './organisation.texts.js';
import { UnitDetails } from './unit-details.js';
import { ListedUnits, UnitTree, type OnDate } from './unit-tree.js';
import './organisation.css';

/** Days of change that are offered; others are written into the date. */
const OFFERED_DAYS = 3;

const DistrictCount = ({ on }: OnDate) => {
  const t = useOrganisationTexts();
  const districts = useRead<Page<UnitRow>>('/units', { kind: 'district', on, limit: 50 });
  return districts.data ? <Mark tone="strong">{t('districtCount', { count: districts.data.items.length })}</Mark> : null;
};

/** The days on which the organisation changed, each with the day before it. */
const DaysOfChange = ({ onChoose }: { onChoose: (day: string) => void }) => {
  const t = useOrganisationTexts();
  const { language } = useLanguage();
  const days = useRead<Page<{ readonly day: string; readonly units: number }>>('/reorganisations');
  if (!days.data || days.data.items.length === 0) return null;
  return (
    <div className="row">
      <span className="small soft">{t('changedOn')}</span>
      {days.data.items.slice(0, OFFERED_DAYS).map(({ day, units }) => (
        <span key={day} className="row">
          <Button size="small" onClick={() => onChoose(dayBefore(day))}>{t('until', { date: dayOf(dayBefore(day), language) })}</Button>
          <Button size="small" onClick={() => onChoose(day)}>{t('from', { date: dayOf(day, language) })}</Button>
          <span className="small soft">{t('unitsOf', { count: units })}</span>
        </span>
      ))}
    </div>
  );
};

/** Which units there were on a day, how they stood under each other, and who held their posts. */
export const OrganisationPage = () => {
  const t = useOrganisationTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const [unit, setUnit] = useState<UnitRow>();
  const now = useNow();
  const on = params.get('on') ?? undefined;
  const choose = (date: string) => setParams(date ? { on: date } : {}, { replace: true });
  const aside = <span className="row"><Link to="/onboarding">{t('import')}</Link><Link to="/sites">{t('sites')}</Link></span>;
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={aside}>
      <div className="row">
        <label htmlFor="on">{t('on')}</label>
        <input id="on" type="date" className="date-field" value={on ?? (now === undefined ? '' : localDate(now))} onChange={({ target }) => choose(target.value)} />
        <Button onClick={() => choose('')} disabled={on === undefined}>{t('today')}</Button>
      </div>
      <DaysOfChange onChoose={choose} />
      <div className="columns two">
        <section className="sheet">
          <div className="apart"><h2>{t('tree')}</h2><DistrictCount on={on} /></div>
          <UnitTree on={on} onChoose={setUnit} />
        </section>
        <div className="stack">
          <section className="sheet"><h2>{t('departments')}</h2><ListedUnits kind="department" on={on} onChoose={setUnit} /><ListedUnits kind="office" on={on} onChoose={setUnit} /></section>
          <section className="sheet"><h2>{t('external')}</h2><ListedUnits kind="external-party" on={on} onChoose={setUnit} /></section>
        </div>
      </div>
      <Drawer title={unit ? nameOf(unit.name) : ''} open={unit !== undefined} onClose={() => setUnit(undefined)} size={420} destroyOnHidden>
        {unit ? <UnitDetails unit={unit} on={on} /> : <Nothing />}
      </Drawer>
    </PageFrame>
  );
};
