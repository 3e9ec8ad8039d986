import { calendarDecider, organisationRefusals, type CalendarInForce, type WorkingSpan } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { Mark } from '../../design/lamp.js';
import { refusalOf } from '../../design/refusal.js';
import { Rows } from '../../design/rows.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useCalendarTexts } from './calendar.texts.js';

const HoursForm = ({ hours, caller, onClose }: { hours: readonly WorkingSpan[]; caller: Caller; onClose: () => void }) => {
  const t = useCalendarTexts();
  const { language } = useLanguage();
  const id = useId();
  const [spans, setSpans] = useState(hours);
  const [document, setDocument] = useState('');
  const send = useCommand(onClose);
  const data = { hours: spans, document };
  const why = refusalOf(() => calendarDecider.decide({ type: 'SetWorkingHours', data }, calendarDecider.initialState, caller), organisationRefusals, language);
  return (
    <Modal open title={t('setHours')} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status">{why?.sentence}</span>
        <span className="row">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={why !== undefined} loading={send.isPending} onClick={() => send.mutate({ path: '/calendar/hours', body: data })}>{t('save')}</Button>
        </span>
      </div>
    )}>
      <div className="stack">
        <Rows legend={t('spans')} rows={spans} fresh={() => ({ from: '', until: '' })} onChange={setSpans}>
          {({ from, until }, index, say) => (
            <>
              <div className="filter"><label htmlFor={`${id}f${index}`}>{t('from')}</label><input id={`${id}f${index}`} type="time" className="date-field" value={from} onChange={({ target }) => say({ from: target.value })} /></div>
              <div className="filter"><label htmlFor={`${id}u${index}`}>{t('until')}</label><input id={`${id}u${index}`} type="time" className="date-field" value={until} onChange={({ target }) => say({ until: target.value })} /></div>
            </>
          )}
        </Rows>
        <div className="filter"><label htmlFor={`${id}d`}>{t('document')}</label><Input id={`${id}d`} maxLength={300} value={document} onChange={({ target }) => setDocument(target.value)} /></div>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

/** On which hours of a working day offices work, and by whose word. */
export const Hours = ({ calendar, caller }: { calendar: CalendarInForce; caller: Caller | undefined }) => {
  const t = useCalendarTexts();
  const [open, setOpen] = useState(false);
  return (
    <section className="sheet">
      <div className="apart">
        <h2>{t('hours')}</h2>
        {caller && <Button onClick={() => setOpen(true)}>{t('setHours')}</Button>}
      </div>
      <p>{calendar.hours.map(({ from, until }) => `${from}–${until}`).join('，')} <Mark>{t(`by_${calendar.hoursBy}`)}</Mark></p>
      {open && caller && <HoursForm hours={calendar.hours} caller={caller} onClose={() => setOpen(false)} />}
    </section>
  );
};
